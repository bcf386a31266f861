"""Comma-separated values by RFC 4180: quoted where needed, doubled quotes, a header line, line feeds.

With `excel` what spreadsheets want: a byte order mark, CRLF, and no cell that would run as a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Sink

# Some spreadsheets take the wide signs for the narrow ones.
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)


def render_csv(answer: Answer, sink: Sink) -> None:
    """Write `answer` as CSV; without `excel` every character comes back."""
    head = [] if sink.header is False else [[column.name] for column in answer.columns]
    sink.write(("\ufeff" if sink.excel else "") + _lines(head, excel=sink.excel))
    for block in answer.blocks():
        sink.write(_lines(block, excel=sink.excel))


def _lines(columns: list[list[str]], *, excel: bool) -> str:
    # Not by the csv module: it leaves a lone carriage return unquoted, and readers then break the row there.
    # A line of one empty cell must not be an empty line: readers skip those.
    cells = map(_quoted, map(_guarded, columns) if excel else columns)
    text = "".join([(",".join(row) or '""') + "\n" for row in zip(*cells, strict=True)])
    return text.replace("\n", "\r\n") if excel else text


def _guarded(cells: list[str]) -> list[str]:
    """Return the cells with an apostrophe before each that a spreadsheet would run (OWASP, CSV Injection)."""
    return ["'" + cell if cell.startswith(_FORMULA) else cell for cell in cells]


def _quoted(cells: list[str]) -> list[str]:
    """Return the cells of a column, in quotation marks where needed: one look at all tells that most have no need."""
    together = "".join(cells)
    if any(sign in together for sign in ',"\n\r') or list(map(str.strip, cells)) != cells:
        return list(map(_cell, cells))
    return cells


def _cell(text: str) -> str:
    if "," in text or '"' in text or "\n" in text or "\r" in text or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
