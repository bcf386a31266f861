r"""Tab-separated values: one record a line, no header unless asked, nothing cut.

A tab, line feed, carriage return or backslash within a value is written `\t`, `\n`, `\r` or `\\`, so that a line is
always a record and a tab always ends a value (the escapes of PostgreSQL's COPY and of linear TSV). Every other control
character is written `\x1b`, as Python does: what leaves by a pipe often comes to a terminal after all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Sink

_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
_ESCAPES = _CONTROLS | str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def render_tsv(answer: Answer, sink: Sink) -> None:
    """Write `answer` as tab-separated lines."""
    lines = list(map(_line, answer.rows()))
    if sink.header:
        lines.insert(0, "\t".join(column.name for column in answer.columns) + "\n")
    sink.write("".join(lines))


def _line(cells: list[str]) -> str:
    text = "".join(cells)
    if not text.isprintable() or "\\" in text:
        cells = [cell.translate(_ESCAPES) for cell in cells]
    return "\t".join(cells) + "\n"
