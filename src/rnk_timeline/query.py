"""A question as it was asked, and the events that answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from rnk_timeline.errors import QuestionError
from rnk_timeline.model import Event, Record, Source, Status
from rnk_timeline.names import Match, Names
from rnk_timeline.period import Period, check_order
from rnk_timeline.text import listed, quoted
from rnk_timeline.wording import kind_of_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What to look for. Values within a field are alternatives; fields narrow one another.

    `since` keeps what ends on or after its first day, `until` what begins on or before its last day, `on` what overlaps
    it; `certain` keeps only what surely lies inside all three. `as_of` asks the record as it stood at the end of that
    period. `involving` narrows to events in which that actor took part too.
    """

    since: Period | None = None
    until: Period | None = None
    on: Period | None = None
    certain: bool = False
    category: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    involving: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    status: tuple[Status, ...] = ()
    key: bool = False
    search: str | None = None
    as_of: Period | None = None


class Filter(msgspec.Struct, frozen=True):
    """One condition of a query, under the option that set it."""

    option: str
    keeps: Callable[[Event], bool]


class Selection(msgspec.Struct, frozen=True):
    """The events that answer a query, in order of date, and what to tell the reader about how it was read.

    `ranking` is the place of each by how well it answers a search, by its id.
    """

    events: tuple[Event, ...]
    total: int
    notes: tuple[str, ...]
    ranking: dict[str, int] | None = None


class Whole(msgspec.Struct, frozen=True):
    """What is told of a larger file: how many events it holds, and how many each filter alone kept from being held."""

    total: int
    alone: Counter[str]


def select(record: Record, query: Query, whole: Whole | None = None, names: Names | None = None) -> Selection:
    """Return the events of `record` that answer `query`.

    `whole` tells of a larger file of which `record` holds what came through a sieve; `names` are those of a larger
    record of which it is a part. Raises `QuestionError` for a name that nobody bears or a range that runs backwards.
    """
    check_order(query.since, query.until)
    events = as_of(record.events, query.as_of.end) if query.as_of else record.events
    ranking = _ranking(record, events, query.search)
    filters, notes = _filters(query, names or Names(record), ranking)
    kept, missed = sift(events, filters)
    whole = whole or Whole(len(events), Counter())
    if not kept:
        alone = whole.alone + Counter({option: len(them) for option, them in missed.items()})
        notes.append(_nothing(query, filters, alone))
    notes.extend(_beyond_coverage(record, query, found=bool(kept)))
    return Selection(tuple(kept), whole.total, tuple(notes), ranking)


def sift(events: Iterable[Event], filters: Sequence[Filter]) -> tuple[list[Event], dict[str, list[Event]]]:
    """Put events through filters; return those that came through, and those that one filter alone kept out, by it."""
    kept: list[Event] = []
    missed: dict[str, list[Event]] = {}
    for event in events:
        stopped = ""
        for each in filters:
            if not each.keeps(event):
                if stopped:
                    break
                stopped = each.option
        else:
            (missed.setdefault(stopped, []) if stopped else kept).append(event)
    return kept, missed


def as_of(events: Iterable[Event], when: date) -> tuple[Event, ...]:
    """Return the events as they were on record at the end of `when`.

    None that became public later, no later claim, and no later page that is there for such a claim alone.
    """
    known = (event for event in events if event.public_by <= when)
    return tuple(_as_of(event, when) for event in known)


def _as_of(event: Event, when: date) -> Event:
    claims = tuple(claim for claim in event.claims if claim.on.known_by <= when)
    if claims == event.claims:
        return event
    gone = {claim.source for claim in event.claims} - {claim.source for claim in claims}
    sources = tuple(source for source in event.sources if source.url not in gone or not _is_later(source, when))
    return msgspec.structs.replace(event, claims=claims, sources=sources)


def _is_later(source: Source, when: date) -> bool:
    return source.published is not None and source.published.start > when


def _filters(query: Query, names: Names, ranking: dict[str, int] | None) -> tuple[list[Filter], list[str]]:
    notes: list[str] = []
    filters = date_filters(query)
    if query.category:
        categories = frozenset(names.category(text) for text in query.category)
        filters.append(Filter("--category", lambda event: not categories.isdisjoint(event.categories)))
    for option, asked, find, field in (
        ("--actor", query.actor, names.actor, "actors"),
        ("--with", query.involving, names.actor, "actors"),
        ("--place", query.place, names.place, "places"),
    ):
        if asked:
            wanted = _wanted(asked, find, notes)
            filters.append(Filter(option, _names_any(field, wanted)))
    if query.status:
        filters.append(Filter("--status", lambda event: event.status in query.status))
    if query.key:
        filters.append(Filter("--key", lambda event: event.significance == 3))
    if ranking is not None:
        filters.append(Filter("--search", lambda event: event.id in ranking))
    return filters, notes


def _names_any(field: str, wanted: frozenset[str]) -> Callable[[Event], bool]:
    return lambda event: not wanted.isdisjoint(getattr(event, field))


def _wanted(asked: tuple[str, ...], find: Callable[[str], Match], notes: list[str]) -> frozenset[str]:
    wanted: set[str] = set()
    for text in asked:
        match = find(text)
        wanted |= match.names
        if len(match.meant) > 1 and find.__name__ == "actor":
            notes.append(f"{quoted(text)} is borne by {len(match.meant)} actors: {listed(list(match.meant))}")
    return frozenset(wanted)


def date_filters(query: Query) -> list[Filter]:
    """Return the conditions on dates: since, until and on."""
    filters = []
    for option, first, last in _bounds(query):
        keeps = _surely_between(first, last) if query.certain else _maybe_between(first, last)
        filters.append(Filter(option, keeps))
    return filters


def _bounds(query: Query) -> list[tuple[str, date | None, date | None]]:
    bounds: list[tuple[str, date | None, date | None]] = []
    if query.since:
        bounds.append(("--since", query.since.start, None))
    if query.until:
        bounds.append(("--until", None, query.until.end))
    if query.on:
        bounds.append(("--on", query.on.start, query.on.end))
    return bounds


def _surely_between(first: date | None, last: date | None) -> Callable[[Event], bool]:
    return lambda event: event.date.within(first, last)


def _maybe_between(first: date | None, last: date | None) -> Callable[[Event], bool]:
    since, until = (first or date.min).isoformat(), (last or date.max).isoformat()

    def keeps(event: Event) -> bool:
        # Days sort as their texts do, months and years as the beginnings of the texts of their days.
        text = event.date.text
        if len(text) == 10 and text[4] == "-":  # a day, as most are
            return since <= text <= until
        begins, _, ends = text.replace("~", "").partition("/")
        ends = ends or begins
        return since[: len(ends)] <= ends and begins <= until[: len(begins)]

    return keeps


def _nothing(query: Query, filters: list[Filter], alone: Counter[str]) -> str:
    """Say that nothing matched, and which single filter, left out, would let something through."""
    options = [each.option for each in filters if alone[each.option] and len(filters) > 1]
    relaxed = [f"without {option}: {alone[option]}" for option in options]
    return "; ".join([f"no {kind_of_event(query)}", *([", ".join(relaxed)] if relaxed else [])])


def _beyond_coverage(record: Record, query: Query, *, found: bool) -> list[str]:
    """Say where the record ends, if the question reaches past it."""
    if record.coverage is None:
        return []
    begins, ends = record.coverage.from_.start, record.coverage.through.end
    asked = [bound for _, *pair in _bounds(query) for bound in pair if bound]
    if any(bound > ends for bound in asked) or (query.as_of and query.as_of.end > ends):
        return [f"the record ends on {record.coverage.through.in_words()}; what came later is not in it"]
    if any(bound < begins for bound in asked) and not found:
        return [f"the record begins in {record.coverage.from_.in_words()}; what came earlier is not in it"]
    return []


def _ranking(record: Record, events: tuple[Event, ...], text: str | None) -> dict[str, int] | None:
    if text is None:
        return None
    from rnk_timeline.search import rank

    if not text.strip():
        raise QuestionError("--search needs a word to look for")
    return rank(text, events, record.actors)


def ordered(selection: Selection, sort: str, *, backwards: bool = False) -> tuple[Event, ...]:
    """Return the events sorted by one of `vocabulary.ORDERS`; ties stay in order of date."""
    events = list(selection.events)
    if sort == "relevance":
        if selection.ranking is None:
            raise QuestionError("--sort relevance needs --search, which says what is relevant")
        ranking = selection.ranking
        events.sort(key=lambda event: ranking[event.id])
    elif sort == "significance":
        events.sort(key=lambda event: -event.significance)
    elif sort == "title":
        events.sort(key=lambda event: event.title.casefold())
    return tuple(reversed(events) if backwards else events)
