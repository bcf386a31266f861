"""The record as a Python value: load it, narrow it, look things up in it, put claims beside it.

The outermost edge of the package for programs, as `cli` is for people: here alone "today" may come from the clock.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from rnk_timeline import dataset, lookup, query
from rnk_timeline.columns import as_object
from rnk_timeline.dates import read
from rnk_timeline.errors import DateError, NothingFoundError, QuestionError
from rnk_timeline.names import Names
from rnk_timeline.period import Period, day
from rnk_timeline.query import Query
from rnk_timeline.text import listed, quoted
from rnk_timeline.vocabulary import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rnk_timeline.check import Finding
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.model import Actor, Category, Coverage, Event, Place, Record, Status
    from rnk_timeline.query import Selection

# Python's sqlite3 hands the same prepared statement to every thread: two that check at once would trip each other.
_ONE_AT_A_TIME = Lock()
When = str | date | Period
"""A date to ask for: as people type it ("2022", "May 2022", "2020..2022", "3 years ago"), a day, or a period."""


def load(path: str | os.PathLike[str] | None = None) -> Timeline:
    """Return the bundled record, or the one in the file at `path` ("-" is standard input).

    A file is a whole document, a JSON array of events, or JSON Lines, in UTF-8. Raises `DataError`, with the file, the
    place in it and the reason, if it cannot be read or is not valid.
    """
    return Timeline(dataset.load(None if path is None else os.fspath(path)))


class Timeline:
    """Events in order of date, with the registries of the record that they come from. Immutable.

    `events` holds them; the Timeline itself can be iterated, has a length, and gives an event by its id or its place:
    `timeline["2019-vladivostok-summit"]`, `timeline[-1]`. `notes` are sentences to tell a reader: why nothing matched,
    that a name has several bearers, that the question reaches past the end of the record.
    """

    def __init__(self, record: Record, selection: Selection | None = None, names: Names | None = None) -> None:
        self._whole = record
        self._names = names or Names(record)  # of the whole record, whatever has been asked of it
        self.events = selection.events if selection else record.events
        self.notes = selection.notes if selection else ()

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __contains__(self, event: object) -> bool:
        return event in self._by_id if isinstance(event, str) else event in self.events

    def __getitem__(self, key: str | int) -> Event:
        """Return the event of this id, or at this place in the order of dates; -1 is the last.

        Raises `NothingFoundError` (a `LookupError`), with the nearest ids, if there is none of this id.
        """
        if isinstance(key, int):
            return self.events[key]
        if found := self._by_id.get(key):
            return found
        if any(event.id == key for event in self._whole.events):
            raise NothingFoundError(f"the event {quoted(key)} is on record, but not among these {len(self)}")
        raise lookup.not_found(self._whole, key)

    def __repr__(self) -> str:
        return f"<Timeline {self.title!r}: {len(self)} of {len(self._whole.events)} events>"

    @property
    def title(self) -> str:
        """What the record calls itself; empty if it does not say."""
        return self._whole.title

    @property
    def license(self) -> str:
        """The SPDX name of the licence of the data; empty if the record does not say."""
        return self._whole.license

    @property
    def revised(self) -> Period | None:
        """The day of the record's last change."""
        return self._whole.revised

    @property
    def coverage(self) -> Coverage | None:
        """From when to when the record has been searched for; outside it, silence says nothing."""
        return self._whole.coverage

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody registered in the record, whether these events name them or not."""
        return self._whole.actors

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place registered in the record."""
        return self._whole.places

    @property
    def categories(self) -> tuple[Category, ...]:
        """The kinds of event that the record knows."""
        return self._whole.categories

    def select(  # noqa: PLR0913 (the filters of the command line, each by its name)
        self,
        *,
        since: When | None = None,
        until: When | None = None,
        on: When | None = None,
        certain: bool = False,
        category: str | Iterable[str] = (),
        actor: str | Iterable[str] = (),
        involving: str | Iterable[str] = (),
        place: str | Iterable[str] = (),
        status: Status | Iterable[Status] = (),
        key: bool = False,
        search: str | None = None,
        as_of: When | None = None,
        today: date | None = None,
    ) -> Timeline:
        """Return the events that match: the filters of `rnk list`, several values of one being alternatives.

        `since` keeps what ends on or after its first day, `until` what begins on or before its last, `on` what overlaps
        it; `certain` keeps only what surely lies inside. `actor` keeps what names this actor or anyone who belongs to
        it, `involving` (`--with`) narrows to what names that one too. `key` keeps key events. `as_of` gives the record
        as it stood at the end of that day: later events and claims are gone. `today` is what "yesterday" and "3 years
        ago" are counted from: the day of the call, if it is not given.

        Raises `DateError` for what is no date or could be two, `UnknownNameError` for a name that nobody bears (with
        the nearest), `QuestionError` for a range that runs backwards.

        >>> [event.id for event in load().select(on="2019", category="summit", actor="Putin")]
        ['2019-vladivostok-summit']
        """
        today = today or date.today()
        asked = Query(
            since=_period("since", since, today),
            until=_period("until", until, today),
            on=_period("on", on, today),
            certain=certain,
            category=_several(category),
            actor=_several(actor),
            involving=_several(involving),
            place=_several(place),
            status=_statuses(status),
            key=key,
            search=search,
            as_of=_period("as_of", as_of, today),
        )
        return self.answer(asked)

    def answer(self, asked: Query) -> Timeline:
        """Return the events that answer a question made before, as `select` does."""
        return Timeline(self._whole, query.select(self._narrowed, asked, names=self._names), self._names)

    def find(self, text: str, *, today: date | None = None) -> tuple[Event, ...]:
        """Return the event of an id, whole or as much of it as no other begins with, or the events of a date.

        Raises `NothingFoundError`, with the nearest ids, if there is none, `QuestionError` if a short id fits several.

        >>> [event.id for event in load().find("2019-vlad")]
        ['2019-vladivostok-summit']
        """
        return tuple(lookup.find(self._narrowed, text, today or date.today()))

    def check(self, claim: str, *, today: date | None = None) -> Finding:
        """Put a claim beside these events: which part of it fits, which differs, on which they are silent.

        The verdict speaks of the record, never of the truth. Never raises for the claim's sake: what cannot be read in
        it is listed in the finding.

        >>> load().check("Putin visited North Korea in 2019").verdict
        'not as stated'
        """
        from rnk_timeline.check import check

        with _ONE_AT_A_TIME:
            return check(claim, self._desk, today or date.today())

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the events as plain dictionaries, as `rnk list -f json` prints them: for pandas, JSON, a database.

        Each has the fields of a data file (dates as text), and `start`, `end`, `precision` and `status`, which derive
        from them.
        """
        return [as_object(event) for event in self.events]

    @cached_property
    def _narrowed(self) -> Record:
        return msgspec.structs.replace(self._whole, events=self.events)

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _desk(self) -> Desk:
        from rnk_timeline.check.desk import Desk

        return Desk(self._whole, self.events)


def _period(name: str, when: When | None, today: date) -> Period | None:
    if when is None or isinstance(when, Period):
        return when
    if isinstance(when, date):
        return day(date(when.year, when.month, when.day))  # a datetime is a date too, and has hours
    if not isinstance(when, str):
        raise DateError(f"{name}: {when!r} is no text: write it as {str(when)!r}")
    try:
        return read(when, today)
    except DateError as error:
        raise DateError(f"{name}: {error}") from None


def _several(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _statuses(asked: Status | Iterable[Status]) -> tuple[Status, ...]:
    for status in (wanted := _several(asked)):
        if status not in STATUSES:
            raise QuestionError(f"no status {quoted(status)}; the statuses are {listed(list(STATUSES))}")
    return tuple(status for status in STATUSES if status in wanted)
