"""A table for a terminal: fitted to the width, drawn in blocks so that the first lines come at once.

rich's own Table measures and wraps every cell several times and shows nothing before the last row; here the widths are
taken once from the data and lines go to rich as segments, fifty records at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment, Segments
from rich.style import Style

from rnk_timeline.render.console import console_for
from rnk_timeline.render.style import style_of
from rnk_timeline.render.wrap import fold, padded, pieces, width_of, wrap
from rnk_timeline.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rnk_timeline.columns import Answer, Column
    from rnk_timeline.render import Sink

_GAP = 2
_BLOCK = 50
_LEAST = 26  # cells: what a wrapping column must have to be worth reading
Cells = dict[str, str]
Line = list[Segment]


class Slot(NamedTuple):
    """One column as drawn: its width, and the columns whose cells go under its own."""

    column: Column
    width: int
    below: tuple[Column, ...] = ()


def render_table(answer: Answer, sink: Sink) -> None:
    """Draw `answer` as a table, or as short records where the terminal is too narrow for one."""
    names = [column.name for column in answer.columns]
    rows = [dict(zip(names, map(visible, row), strict=True)) for row in answer.rows()]
    slots = fit(answer.columns, rows, sink.width)
    console = console_for(sink)
    lines = _table(slots, rows, sink) if slots else _records(answer.columns, rows, sink.width)
    for block in _blocks(lines):
        console.print(Segments(block), end="")
    if answer.footer:
        for text in wrap(answer.footer, max(sink.width, 20)):
            console.print(Segments([Segment(text, Style.parse("dim")), Segment.line()]), end="")


def _blocks(lines: Iterator[Line]) -> Iterator[Line]:
    block: Line = []
    for count, line in enumerate(lines, start=1):
        block += line
        block.append(Segment.line())
        if count % _BLOCK == 0:
            yield block
            block = []
    if block:
        yield block


def fit(columns: Sequence[Column], rows: Sequence[Cells], width: int) -> list[Slot]:
    """Choose which columns stand side by side at this width, which go under another, and which go away.

    Columns of rank go first, the highest first; then those that may go under another do. An empty list is a terminal
    too narrow for a table.
    """
    natural = {column.name: _natural_width(column, rows) for column in columns}
    beside: list[Column] = list(columns)
    below: list[Column] = []
    while _least_width(slots := _slots(beside, below, natural)) > width:
        if not _give_way(beside, below):
            return []
    return _widened(slots, natural, width)


def _give_way(beside: list[Column], below: list[Column]) -> bool:
    ranked = max(beside, key=lambda column: column.rank, default=None)
    if ranked and ranked.rank:
        beside.remove(ranked)
        return True
    stands = {column.name for column in beside}
    movable = next((column for column in reversed(beside) if column.under in stands), None)
    if movable is None:
        return False
    beside.remove(movable)
    below.append(movable)
    return True


def _natural_width(column: Column, rows: Sequence[Cells]) -> int:
    parts = (part for row in rows for part in fold(row[column.name], column.folds_after))
    return max(map(width_of, parts), default=0)


def _slots(beside: list[Column], below: list[Column], natural: dict[str, int]) -> list[Slot]:
    slots = []
    for column in beside:
        stacked = tuple(other for other in below if other.under == column.name)
        width = max(natural[column.name], *(natural[other.name] for other in stacked), len(column.name))
        slots.append(Slot(column, min(width, _LEAST) if column.wraps else width, stacked))
    return slots


def _least_width(slots: list[Slot]) -> int:
    return sum(slot.width for slot in slots) + _GAP * (len(slots) - 1)


def _widened(slots: list[Slot], natural: dict[str, int], width: int) -> list[Slot]:
    """Share what room is left among the columns that wrap: those that never go away first."""
    for first in (True, False):
        spare = width - _least_width(slots)
        wants = [_want(slot, natural) if (slot.column.rank == 0) is first else 0 for slot in slots]
        whole = max(sum(wants), 1)
        slots = [
            slot._replace(width=slot.width + min(want, spare * want // whole))
            for slot, want in zip(slots, wants, strict=True)
        ]
    return slots


def _want(slot: Slot, natural: dict[str, int]) -> int:
    return max(natural[slot.column.name] - slot.width, 0) if slot.column.wraps else 0


def _table(slots: list[Slot], rows: Sequence[Cells], sink: Sink) -> Iterator[Line]:
    if sink.header is not False:
        heads = [padded(slot.column.name.replace("_", " "), slot.width) for slot in slots]
        yield [Segment((" " * _GAP).join(heads).rstrip(), Style.parse("bold"))]
        yield [Segment((" " * _GAP).join("─" * slot.width for slot in slots), Style.parse("dim"))]
    for row in rows:
        yield from _row(slots, row)


def _row(slots: list[Slot], row: Cells) -> Iterator[Line]:
    cells = [_cell(slot, row) for slot in slots]
    for number in range(max(map(len, cells))):
        line: Line = []
        gap = 0
        for slot, cell in zip(slots, cells, strict=True):
            text, style = cell[number] if number < len(cell) else ("", "")
            if text:
                line += [Segment(" " * gap), Segment(text, Style.parse(style))]
                gap = slot.width - width_of(text) + _GAP
            else:
                gap += slot.width + _GAP
        yield line


def _cell(slot: Slot, row: Cells) -> list[tuple[str, str]]:
    """Return the lines of a cell, each with its style: its own, then those of the columns under it."""
    lines = []
    for column in (slot.column, *slot.below):
        text = row[column.name]
        if column in slot.below and text == column.plain:
            continue
        broken = wrap(text, slot.width) if column.wraps else fold(text, column.folds_after)
        lines += [(line, style_of(column.name, text)) for line in broken]
    return lines


def _records(columns: Sequence[Column], rows: Sequence[Cells], width: int) -> Iterator[Line]:
    """Draw each record over two lines or more: what names it, then what it says."""
    short = [column for column in columns if not column.wraps and not column.under and not column.rank]
    marks = [column for column in columns if column.under]
    said = [column for column in columns if column.wraps and not column.rank]
    for row in rows:
        for text in wrap("  ".join(row[column.name] for column in short), width):
            yield [Segment(text.strip(), Style.parse("bold"))]
        marked = "; ".join(row[column.name] for column in marks if row[column.name] != column.plain)
        text = " · ".join([*(row[column.name] for column in said), *([marked] if marked else [])])
        for line in wrap(text, max(width - _GAP, 2)):
            for piece in pieces(line, max(width - _GAP, 2)):
                yield [Segment(" " * min(_GAP, width - 2) + piece)]
