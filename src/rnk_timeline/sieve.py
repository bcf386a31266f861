"""A question put to a file of any size: what is small is held, what is large goes through a sieve as it is read.

The sieve lets through whatever may answer: it knows the names of the registries and of the events that it has seen,
not those still to come, and how the words begin that are searched for. What came through is then asked as any record
is.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import force_setattr

from rnk_timeline import dataset
from rnk_timeline.errors import UnknownNameError
from rnk_timeline.model import Actor, Category, Event, Place, Record
from rnk_timeline.names import Names
from rnk_timeline.query import Filter, Query, Selection, Whole, as_of, date_filters, select, sift
from rnk_timeline.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rnk_timeline.stream import Stream

_MANY = 2000  # events that one filter kept out, searched at a time
_SOME = 100  # events that were kept, searched at a time: the first few mostly hold what the rest holds too


class Asked(msgspec.Struct, frozen=True):
    """The answer to a question: the record that it rests on, the events, and how many bad ones were skipped."""

    record: Record
    selection: Selection
    skipped: int = 0


def _unwatched(_: int) -> None:
    """Tell nobody how many bytes have been read."""


def ask(
    path: str | None,
    query: Query,
    *,
    ranked: bool = False,
    skip_bad: bool = False,
    watch: Callable[[int], None] = _unwatched,
) -> Asked:
    """Put `query` to the file at `path`: None is the bundled record, "-" is standard input.

    `ranked` is a search whose order of relevance counts. With `skip_bad` what is no event is left out and counted.
    `watch` is told how many bytes of a large file have been read. Raises `DataError` for a file that cannot be read,
    `QuestionError` for a question that cannot be asked.
    """
    if path is None:
        record = dataset.load()
        return Asked(record, select(record, query))
    label = dataset.label_of(path)
    with dataset.opened(path) as file:
        head = dataset.read_end(file, dataset.LARGE + 1, label)
        if len(head) > dataset.LARGE or skip_bad:
            from rnk_timeline.stream import Stream

            stream = Stream(head, file, label, skip_bad=skip_bad, watch=watch)
            del head  # the stream lets go of it once it is read
            return _through_sieve(stream, query, ranked=ranked)
    record = dataset.of_bytes(head, label)
    return Asked(record, select(record, query))


def _through_sieve(stream: Stream, query: Query, *, ranked: bool) -> Asked:
    sieve: Sieve | None = None
    for block in stream.blocks():
        if sieve is None:  # a document's own registries are known with its first events
            sieve = Sieve(query, dataset.with_registries(stream.registries), ranked=ranked)
        sieve.take(block)
    sieve = sieve or Sieve(query, dataset.with_registries(stream.registries), ranked=ranked)
    record = sieve.record()
    return Asked(record, select(record, query, sieve.whole()), stream.skipped)


class Sieve:
    """Keeps the events that may answer a question, and the names that no registry has."""

    def __init__(self, query: Query, registries: Record, *, ranked: bool = False) -> None:
        self._registries = registries
        self._query = query
        self._filters = _filters(query, registries, ranked=ranked)
        self._kept: list[Event] = []
        self._lists: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._total = 0
        self._answered = False  # whether something kept surely answers: if not, it may have to be said what missed
        self._alone: Counter[str] = Counter()
        self._missed: list[tuple[str, Event]] = []
        self._searched = 0
        # A name that no registry has may still be what was asked for; a place may be asked for by an actor's name.
        fields = {
            "categories": True,
            "actors": query.actor or query.involving or query.place,
            "places": query.place,
        }
        self._seen: dict[str, set[str]] = {field: set() for field, wanted in fields.items() if wanted}

    def take(self, events: list[Event]) -> None:
        """Keep those of `events` that may answer."""
        for field, names in self._seen.items():
            names.update(chain.from_iterable(map(attrgetter(field), events)))
        known: Iterable[Event] = events
        if self._query.as_of:
            known = events = list(as_of(events, self._query.as_of.end))
        self._total += len(events)
        if self._answered:
            for each in self._filters:
                known = filter(each.keeps, known)
            self._keep(known)
            return
        kept, missed = sift(known, self._filters)
        self._keep(kept)
        self._miss(missed)

    def _keep(self, events: Iterable[Event]) -> None:
        # Most events name those whom another one names: what is the same is held once. A quarter of the memory less,
        # and what is gone through later lies closer together, which saves the time that this takes twice over.
        once = self._lists.setdefault
        for event in events:
            force_setattr(event, "categories", once(event.categories, event.categories))
            force_setattr(event, "actors", once(event.actors, event.actors))
            force_setattr(event, "places", once(event.places, event.places))
            self._kept.append(event)

    def _miss(self, missed: dict[str, list[Event]]) -> None:
        """Note what one filter alone kept out: how many, once it is known of each that it holds what is searched."""
        for option, events in missed.items():
            if self._query.search is None or option == "--search":
                self._alone[option] += len(events)
            else:
                self._missed += [(option, event) for event in events]
        if self._query.search is None:
            self._answered = bool(self._kept)
        elif len(self._missed) >= _MANY:
            self._settle()

    def _settle(self) -> None:
        """Search what has been kept until something is found, else what one other filter kept out."""
        while not self._answered and self._searched < len(self._kept):
            some = self._kept[self._searched : self._searched + _SOME]
            self._searched += len(some)
            self._answered = bool(self._found(some))
        if not self._answered:
            found = self._found([event for _, event in self._missed])
            self._alone.update(option for option, event in self._missed if event.id in found)
        self._missed.clear()

    def _found(self, events: list[Event]) -> dict[str, int]:
        from rnk_timeline.search import rank

        return rank(self._query.search or "", events, self._registries.actors)

    def whole(self) -> Whole:
        """Return what became of all events."""
        if self._missed:
            self._settle()
        return Whole(self._total, Counter() if self._answered else self._alone)

    def record(self) -> Record:
        """Return what was kept as a record, every name of the file registered in it."""
        listed = self._registries
        actors = [Actor(name, "person") for name in self._unlisted("actors")]
        places = [Place(name) for name in self._unlisted("places")]
        kinds = [Category(name, name) for name in self._unlisted("categories")]
        return msgspec.structs.replace(
            listed,
            events=tuple(sorted(self._kept, key=dataset.in_order)),
            actors=(*listed.actors, *actors),
            places=(*listed.places, *places),
            categories=(*listed.categories, *kinds),
        )

    def _unlisted(self, field: str) -> list[str]:
        registry: tuple[Actor | Place | Category, ...] = getattr(self._registries, field)
        return sorted(self._seen.get(field, set()).difference(entry.name for entry in registry))


def _filters(query: Query, registries: Record, *, ranked: bool) -> list[Filter]:
    """Return conditions that let through whatever may answer a question."""
    names = Names(registries)
    filters = date_filters(query)
    for option, asked, field, find in (
        ("--category", query.category, "categories", lambda text: frozenset({names.category(text)})),
        ("--actor", query.actor, "actors", lambda text: names.actor(text).names),
        ("--with", query.involving, "actors", lambda text: names.actor(text).names),
        ("--place", query.place, "places", lambda text: names.place(text).names),
    ):
        if asked:
            meant = frozenset[str]().union(*(_resolved(find, text) for text in asked))
            filters.append(Filter(option, _bearing(field, asked, meant)))
    if query.key:
        filters.append(Filter("--key", lambda event: event.significance == 3))
    if query.status:
        filters.append(Filter("--status", lambda event: event.status in query.status))
    if query.search is not None and not ranked:  # how rare a word is, by which they are ranked, all events tell
        from rnk_timeline.hints import quick_look

        filters.append(Filter("--search", quick_look(query.search, registries.actors)))
    return filters


def _resolved(find: Callable[[str], frozenset[str]], text: str) -> frozenset[str]:
    """Return the registered names that a text means, none if no registry knows it: the file may."""
    try:
        return find(text)
    except UnknownNameError:
        return frozenset()


def _bearing(field: str, typed: tuple[str, ...], meant: frozenset[str]) -> Callable[[Event], bool]:
    """Return the condition that an event names one of those meant, or somebody who may bear what was typed."""
    folded = {fold(text) for text in typed}
    worded = [frozenset(words(text)) for text in typed]
    good, others = set(meant), set[str]()  # what has been decided of the names seen so far

    def bears(name: str) -> bool:
        spelt = frozenset(words(name))
        return fold(name) in folded or any(asked <= spelt for asked in worded if asked)

    def keeps(event: Event) -> bool:
        names: tuple[str, ...] = getattr(event, field)
        if not good.isdisjoint(names):
            return True
        if others.issuperset(names):
            return False
        for name in names:
            (good if bears(name) else others).add(name)
        return not good.isdisjoint(names)

    return keeps
