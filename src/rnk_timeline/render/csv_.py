"""Comma-separated values by RFC 4180: quoted where needed, doubled quotes, a header line, line feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Sink


def render_csv(answer: Answer, sink: Sink) -> None:
    """Write `answer` as CSV that gives every character back."""
    lines = [_line(row) for row in answer.rows()]
    if sink.header is not False:
        lines.insert(0, _line([column.name for column in answer.columns]))
    sink.write("".join(lines))


def _line(cells: list[str]) -> str:
    # Not by the csv module: it leaves a lone carriage return unquoted, and readers then break the row there.
    # A line of one empty cell must not be an empty line: readers skip those.
    return (",".join(map(_cell, cells)) or '""') + "\n"


def _cell(text: str) -> str:
    if any(char in text for char in ',"\n\r') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
