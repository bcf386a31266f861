"""Counts: of events by a trait, of what each actor and each publisher has on record."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from rnk_timeline.period import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rnk_timeline.model import Actor, Event, Record, Source
    from rnk_timeline.period import Period


class Count(NamedTuple):
    """How many events share a value, and how many of them fall into each main category."""

    value: str
    events: int
    by_category: dict[str, int]


class ActorCount(NamedTuple):
    """An actor with how often it is on record: in events, and as a claimant."""

    actor: Actor
    events: int
    claims: int


class Page(NamedTuple):
    """A source with the ids of the events that rest on it."""

    source: Source
    events: tuple[str, ...]


class OnDay(NamedTuple):
    """An event that a day of the year brings to mind, and how: on the day, under way, or some time in the month."""

    event: Event
    when: str


class SourceCount(NamedTuple):
    """A publisher with how many events rest on it, how many of its pages, and of which kinds."""

    publisher: str
    events: int
    pages: int
    kinds: tuple[str, ...]


def _month(date: str) -> str:
    first = date.partition("/")[0].rstrip("~")
    return first[:7] if len(first) >= 7 else f"{first[:4]}-{UNKNOWN}"


def _publishers(event: Event) -> tuple[str, ...]:
    return tuple(source.publisher for source in event.sources)


# What an event has of a trait, and the values that it then counts for.
_VALUES: dict[str, tuple[Callable[[Event], Any], Callable[[Any], Iterable[str]]]] = {
    "year": (attrgetter("date.start.year"), lambda year: (f"{year:04}",)),
    "month": (attrgetter("date.text"), lambda date: (_month(date),)),
    "category": (attrgetter("categories"), iter),
    "actor": (attrgetter("actors"), iter),
    "place": (attrgetter("places"), iter),
    "status": (attrgetter("status"), lambda status: (status,)),
    "publisher": (_publishers, iter),
}
UNKNOWN = "unknown"


def count_by(events: Sequence[Event], trait: str, sort: str | None = None) -> list[Count]:
    """Count `events` by one of `vocabulary.TRAITS`, in one of `COUNT_ORDERS`: of the values, or the most events first.

    Without `sort`, years and months come in their order and all else by the most events.

    An event counts once for each of its values. One that lasts counts for the year or month in which it began; one
    known only by its year counts for the month "unknown".
    """
    has, values = _VALUES[trait]
    alike = Counter(zip(map(has, events), map(attrgetter("categories"), events), strict=True))
    totals: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = {}
    for (trait_of_them, categories), number in alike.items():
        main = categories[0] if categories else UNKNOWN
        for value in dict.fromkeys(values(trait_of_them)):
            totals[value] += number
            parts.setdefault(value, Counter())[main] += number
    counts = [Count(value, total, dict(parts[value].most_common())) for value, total in totals.items()]
    if (sort or ("value" if trait in ("year", "month") else "events")) == "value":
        return sorted(counts, key=lambda count: count.value)
    return sorted(counts, key=lambda count: (-count.events, count.value))


def actors_on_record(record: Record, events: Sequence[Event]) -> list[ActorCount]:
    """Return the registered actors with how often `events` name them, the most frequent first."""
    in_events = Counter(name for event in events for name in dict.fromkeys(event.actors))
    in_claims = Counter(claim.by for event in events for claim in event.claims)
    counts = [ActorCount(actor, in_events[actor.name], in_claims[actor.name]) for actor in record.actors]
    return sorted(counts, key=lambda count: (-count.events, -count.claims, count.actor.name))


def publishers(events: Sequence[Event]) -> list[SourceCount]:
    """Return what `events` rest on, by publisher, the one with the most events first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for event in events:
        for source in event.sources:
            found.setdefault(source.publisher, []).append((event.id, source.url, source.kind))
    counts = [
        SourceCount(
            publisher,
            len({event for event, _, _ in uses}),
            len({url for _, url, _ in uses}),
            tuple(dict.fromkeys(kind for _, _, kind in uses)),
        )
        for publisher, uses in found.items()
    ]
    return sorted(counts, key=lambda count: (-count.events, count.publisher))


def pages(events: Sequence[Event]) -> list[Page]:
    """Return every page that `events` rest on, in the order of the events."""
    sources: dict[str, Source] = {}
    used_by: dict[str, list[str]] = {}
    for event in events:
        for source in event.sources:
            sources.setdefault(source.url, source)
            used_by.setdefault(source.url, []).append(event.id)
    return [Page(source, tuple(used_by[url])) for url, source in sources.items()]


def on_day_of_year(events: Iterable[Event], month: int, day: int) -> list[OnDay]:
    """Return what happened on this day of any year, then what was under way, then what is known only by this month.

    What lasted longer than a season is under way on too many days to be told of each.
    """
    found = [OnDay(event, when) for event in events if (when := _on_day(event.date, month, day))]
    order = ("on the day", "under way", "in the month")
    return sorted(found, key=lambda each: order.index(each.when))


def _on_day(date: Period, month: int, day: int) -> str:
    ends = {(end.month, end.day) for end in (date.start, date.end)}
    if date.precision == "month":
        return "in the month" if date.start.month == month else ""
    if date.precision == "year" or (date.end - date.start).days > LONG:
        return ""
    if (month, day) in ends:
        return "on the day"
    days = (date.start + timedelta(days=number) for number in range((date.end - date.start).days))
    return "under way" if any((each.month, each.day) == (month, day) for each in days) else ""
