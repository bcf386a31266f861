"""A Markdown table that GitHub and pandoc render: cells escaped, addresses linked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.text import visible

if TYPE_CHECKING:
    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Sink

# Every ASCII character of punctuation that can begin markup may be escaped (CommonMark 0.31, section 2.4).
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&]|:(?=[\w+-]+:))")
_ADDRESS = re.compile(r"https?://\S+")
_IN_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", "|": "%7C", "\\": "%5C"})


def render_markdown(answer: Answer, sink: Sink) -> None:
    """Write `answer` as a table in GitHub's Markdown."""
    lines = []
    if sink.header is not False:
        names = [column.name.replace("_", " ") for column in answer.columns]
        lines = [_row(names), _row(["---"] * len(names))]
    lines += [_row([_cell(text) for text in row]) for row in answer.rows()]
    sink.write("".join(f"{line}\n" for line in lines))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return "; ".join(_linked(part) for part in text.split("; "))


def _linked(text: str) -> str:
    if _ADDRESS.fullmatch(text):
        return f"<{visible(text).translate(_IN_ADDRESS)}>"
    lines = text.replace("\r\n", "\n").split("\n")
    return "<br>".join(_MARKUP.sub(r"\\\1", visible(line)) for line in lines)
