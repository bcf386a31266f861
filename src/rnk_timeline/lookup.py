"""One event by its id, or a day's events by the day; and what else on record belongs to an event."""

from __future__ import annotations

from collections import Counter
from math import fsum, log
from typing import TYPE_CHECKING

from rnk_timeline.dates import read
from rnk_timeline.errors import DateError, NothingFoundError, QuestionError
from rnk_timeline.period import LONG, Period
from rnk_timeline.text import fold, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rnk_timeline.model import Actor, Event, Record


def find(record: Record, text: str, today: date) -> list[Event]:
    """Return the event of this id, or the events of this date.

    An id may be shortened as long as no other begins so. Raises `NothingFoundError` with the nearest ids, or
    `QuestionError` where the short form fits several.
    """
    wanted = text.strip().casefold()
    exact = [event for event in record.events if event.id.casefold() == wanted]
    if exact:
        return exact
    try:
        when = read(text, today)
    except DateError:
        return [_by_prefix(record, text, wanted)]
    return _on(record, when, wanted)


def find_all(record: Record, texts: Iterable[str], today: date) -> list[Event]:
    """Return the events of several ids or dates, none of them twice."""
    return list(dict.fromkeys(event for text in texts for event in find(record, text, today)))


def _on(record: Record, when: Period, wanted: str) -> list[Event]:
    found = [event for event in record.events if event.date.overlaps(when) and _is_of(event.date, when)]
    if not found:
        raise NothingFoundError(f"no event on record on {when.in_words()}{_meant(_holding(record, wanted))}")
    return found


def _is_of(period: Period, when: Period) -> bool:
    begins_or_ends = any(when.start <= day <= when.end for day in (period.start, period.end))
    return begins_or_ends or (period.end - period.start).days <= LONG


def _by_prefix(record: Record, text: str, wanted: str) -> Event:
    fitting = [event for event in record.events if event.id.casefold().startswith(wanted)] if wanted else []
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise QuestionError(
            f"{quoted(text)} is short for {len(fitting)} ids: {listed([e.id for e in fitting], last='or')}"
        )
    raise not_found(record, text)


def not_found(record: Record, text: str) -> NothingFoundError:
    """Return the error that there is no event of this id, with the nearest."""
    near = _meant(_nearest(record, text.strip().casefold()))
    return NothingFoundError(f"no event {quoted(text)} on record{near or '; rnk list shows the ids'}")


def _meant(ids: list[str]) -> str:
    return f"; did you mean {listed(ids, last='or')}?" if ids else ""


def _holding(record: Record, wanted: str) -> list[str]:
    return [event.id for event in record.events if fold(wanted) and fold(wanted) in fold(event.id)][:4]


def _nearest(record: Record, wanted: str) -> list[str]:
    from difflib import get_close_matches

    return _holding(record, wanted) or get_close_matches(wanted, [event.id for event in record.events], n=3, cutoff=0.5)


def related(record: Record, event: Event, most: int = 2) -> list[Event]:
    """Return the events that share the most with `event`: `most` before it and as many after, in order of date.

    What is shared counts by how rare it is on record: an actor of three events ties them closer than one of three
    hundred.
    """
    count = Counter(name for other in record.events for name in _traits(other))
    mine = _traits(event)

    def closeness(other: Event) -> float:
        # exact, for sets come in no order: of events that are as close, the same comes first every time
        return fsum(log(len(record.events) / count[name]) for name in mine & _traits(other))

    before = [other for other in record.events if other.date.start < event.date.start]
    after = [other for other in record.events if other.date.start >= event.date.start and other.id != event.id]
    chosen = []
    for side in (before, after):
        close = sorted(side, key=closeness, reverse=True)[:most]
        chosen += sorted((other for other in close if closeness(other) > 0), key=lambda other: other.date.start)
    return chosen


def _traits(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.places, *(f"category {name}" for name in event.categories)))


def roles_at(actor: Actor, when: Period) -> list[str]:
    """Return the offices that `actor` held at the time, as far as the record has their dates."""
    return [
        role.role
        for role in actor.roles
        if (role.from_ is not None or role.until is not None)
        and (role.from_ is None or role.from_.start <= when.end)
        and (role.until is None or role.until.end >= when.start)
    ] or [role.role for role in actor.roles if role.from_ is None and role.until is None]
