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
    sink.write("\t".join(column.name for column in answer.columns) + "\n" if sink.header else "")
    for block in answer.blocks():
        sink.write("".join([f"{line}\n" for line in map("\t".join, zip(*map(_escaped, block), strict=True))]))


def _escaped(cells: list[str]) -> list[str]:
    """Return the cells of a column with their control characters escaped; one look at all tells that most have none."""
    together = "".join(cells)
    if together.isprintable() and "\\" not in together:
        return cells
    return [cell.translate(_ESCAPES) for cell in cells]
