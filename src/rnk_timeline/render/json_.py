"""JSON: one array, indented for people; and JSON Lines, one object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Sink


def render_json(answer: Answer, sink: Sink) -> None:
    """Write `answer` as one JSON array, UTF-8, indented by two."""
    compact = msgspec.json.encode(list(answer.objects()))
    sink.write_utf8(msgspec.json.format(compact, indent=2) + b"\n")


def render_jsonl(answer: Answer, sink: Sink) -> None:
    """Write `answer` as JSON Lines."""
    sink.write_utf8(msgspec.json.Encoder().encode_lines(list(answer.objects())))
