"""Comma-separated values by RFC 4180: quoted where needed, doubled quotes, a header line, line feeds.

With `excel` what spreadsheets want: a byte order mark, CRLF, and no cell that would run as a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    lines = [_line(row) for row in (_guarded(answer.rows()) if sink.excel else answer.rows())]
    if sink.header is not False:
        lines.insert(0, _line([column.name for column in answer.columns]))
    text = "".join(lines)
    sink.write("\ufeff" + text.replace("\n", "\r\n") if sink.excel else text)


def _guarded(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield the rows with an apostrophe before each cell that a spreadsheet would run (OWASP, CSV Injection)."""
    for row in rows:
        yield ["'" + cell if cell.startswith(_FORMULA) else cell for cell in row]


def _line(cells: list[str]) -> str:
    # Not by the csv module: it leaves a lone carriage return unquoted, and readers then break the row there.
    # A line of one empty cell must not be an empty line: readers skip those.
    return (",".join(map(_cell, cells)) or '""') + "\n"


def _cell(text: str) -> str:
    if "," in text or '"' in text or "\n" in text or "\r" in text or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
