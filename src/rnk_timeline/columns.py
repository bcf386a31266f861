"""The named columns that every tabular format shares, and how an answer becomes rows or objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from rnk_timeline.errors import UnknownNameError
from rnk_timeline.model import Record
from rnk_timeline.period import Period
from rnk_timeline.text import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rnk_timeline.model import Claim, Event, Vote

Value = str | int | Period | tuple[str, ...] | None
_BLOCK = 1000  # records made into text at a time
Row = Any
"""What a row stands for: each set of columns knows its own kind, an event, an actor or a count."""


class Column(msgspec.Struct, frozen=True):
    """A column: its name, how to get its value from a record, and how a terminal may fit it.

    `wraps`: its text may run over several lines. `folds_after`: it may break after this character, nowhere else.
    `under`: where there is no room beside, its cell goes under the cell of the column of that name. `rank`: on a narrow
    terminal the column of the highest rank goes first, one of rank 0 never. `plain`: a value that needs no mention.
    """

    name: str
    value: Callable[[Row], Value]
    wraps: bool = False
    folds_after: str | None = None
    under: str | None = None
    rank: int = 0
    plain: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """What a format draws: columns, the records behind them, and whether JSON gives whole records.

    `footer` is a line for people, drawn under what is drawn for people. `about` is the record that events come from,
    for the formats that name it.
    """

    columns: tuple[Column, ...]
    records: Sequence[Row]
    whole: bool = False
    footer: str = ""
    about: Record | None = None

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield each record as the texts of its cells."""
        for block in self.blocks():
            yield from zip(*block, strict=True)

    def blocks(self) -> Iterator[list[list[str]]]:
        """Yield the texts of some records at a time, column by column: much quicker than cell by cell."""
        for start in range(0, len(self.records), _BLOCK):
            some = self.records[start : start + _BLOCK]
            yield [_texts(list(map(column.value, some))) for column in self.columns]

    def objects(self) -> Iterator[dict[str, object]]:
        """Yield each record as a JSON object: the whole record, or the columns by name."""
        for record in self.records:
            if self.whole:
                yield as_object(record)
            else:
                yield {column.name: _as_json(column.value(record)) for column in self.columns}


def _texts(values: list[Any]) -> list[str]:
    """Return the values of a column as texts; most columns hold one kind of value and need no look at each."""
    kinds = set(map(type, values))
    if kinds == {str}:
        return values
    return list(map("; ".join if kinds == {tuple} else as_text, values))


def as_text(value: Value) -> str:
    """Return a value as the text of a cell: lists are joined by "; ", what is not known is empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def _as_json(value: Value) -> str | int | tuple[str, ...] | None:
    return value.text if isinstance(value, Period) else value


def as_object(event: Event) -> dict[str, object]:
    """Return an event as in a data file, with what derives from it: start, end, precision and status."""
    found: dict[str, object] = msgspec.to_builtins(event, enc_hook=str)  # str: of periods
    when = event.date
    found["start"] = when.start.isoformat()
    found["end"] = when.end.isoformat()
    found["precision"] = when.precision
    found["status"] = event.status
    return found


def _claim_text(claim: Claim) -> str:
    return f"{claim.by} {claim.stance} ({claim.on}): {claim.what}"


def _vote_text(vote: Vote | None) -> str | None:
    if vote is None:
        return None
    counts = (vote.in_favour, vote.against, vote.abstained)
    numbers = "-".join("?" if count is None else str(count) for count in counts)
    sides = [
        f"{side}: {', '.join(names)}"
        for side, names in (("against", vote.against_by), ("abstained", vote.abstained_by))
        if names
    ]
    return "; ".join(
        part for part in (f"{vote.body} {vote.symbol or ''}".strip(), numbers, *sides, vote.outcome) if part
    )


EVENT_COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        Column("date", attrgetter("date"), folds_after="/"),
        Column("start", lambda event: event.date.start.isoformat(), rank=8),
        Column("end", lambda event: event.date.end.isoformat(), rank=8),
        Column("precision", attrgetter("date.precision"), rank=9),
        Column("categories", attrgetter("categories"), under="date", folds_after=";"),
        Column("title", attrgetter("title"), wraps=True),
        Column("summary", attrgetter("summary"), wraps=True, rank=7),
        Column("actors", attrgetter("actors"), wraps=True, rank=5),
        Column("places", attrgetter("places"), wraps=True, rank=6),
        Column("significance", attrgetter("significance"), rank=4),
        Column("status", attrgetter("status"), under="id", plain="confirmed"),
        Column("claims", lambda event: tuple(map(_claim_text, event.claims)), wraps=True, rank=9),
        Column("vote", lambda event: _vote_text(event.vote), wraps=True, rank=9),
        Column(
            "corrections", lambda event: tuple(f"{c.error} → {c.fact}" for c in event.corrections), wraps=True, rank=9
        ),
        Column("known_from", attrgetter("known_from"), folds_after="/", rank=9),
        Column(
            "publishers", lambda event: tuple(dict.fromkeys(s.publisher for s in event.sources)), wraps=True, rank=9
        ),
        Column("sources", lambda event: tuple(source.url for source in event.sources), wraps=True, rank=9),
        Column("id", attrgetter("id")),
    )
}
DEFAULT = ("date", "categories", "title", "actors", "places", "status", "id")


def event_columns(asked: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of these names, "all" for every one; raises `UnknownNameError` listing them."""
    names: list[str] = []
    for name in asked:
        if name == "all":
            names.extend(EVENT_COLUMNS)
        elif name in EVENT_COLUMNS:
            names.append(name)
        else:
            raise UnknownNameError(f"no column {quoted(name)}; the columns are {listed(list(EVENT_COLUMNS), most=99)}")
    return tuple(EVENT_COLUMNS[name] for name in dict.fromkeys(names))


def event_answer(record: Record, events: Sequence[Event], columns: Iterable[str] = (), *, footer: str = "") -> Answer:
    """Return events as an answer: with the default columns and whole in JSON, or with just the columns asked for."""
    asked = tuple(columns)
    return Answer(event_columns(asked or DEFAULT), events, whole=not asked, footer=footer, about=record)
