"""What does not agree with the rest of a file: names that no registry has, sums of votes, dates out of order."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from rnk_timeline.bundled import bundled_path
from rnk_timeline.dataset import in_order, read_bytes
from rnk_timeline.model import Category, Coverage, to_period
from rnk_timeline.text import listed, quoted, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rnk_timeline.model import Event, Vote
    from rnk_timeline.period import Period

_FEW = 12
"""Names of a registry that has no more are all told to whoever used another."""


class Conflict(NamedTuple):
    """A place in the file with what is said there against the rest of it."""

    place: str
    sentence: str


def in_registries(head: Mapping[str, object]) -> Iterator[Conflict]:
    """Yield what is wrong with the registries of a file's head: entries of one name, owners that nobody is."""
    for registry in ("actors", "places", "categories"):
        names = [entry["name"] for entry in _entries(head, registry) if isinstance(entry.get("name"), str)]
        for repeated in (name for name, count in Counter(names).items() if count > 1):
            yield Conflict(registry, f"{quoted(str(repeated))} stands in the registry more than once")
    actors = _registered(head, "actors")
    for number, entry in enumerate(_entries(head, "actors")):
        if isinstance(owner := entry.get("of"), str) and owner not in actors:
            yield Conflict(f"actors[{number}].of", f"{quoted(owner)} is no registered actor")


def repeated_ids(events: Iterable[tuple[str, object]]) -> Iterator[tuple[object, Conflict]]:
    """Yield the events, each given with its place, that have another's id, whatever else is wrong with them."""
    first_at: dict[str, str] = {}
    for place, value in events:
        own = value.get("id") if isinstance(value, dict) else None
        if isinstance(own, str) and first_at.setdefault(own, place) != place:
            yield value, Conflict(place, f"the id is that of {first_at[own]} too; give this event its own")


def out_of_order(events: Iterable[tuple[str, Event]]) -> Iterator[tuple[Event, Conflict]]:
    """Yield the events, each given with its place, that come after a later one."""
    for (_, before), (place, event) in itertools.pairwise(events):
        if in_order(event)[:2] < in_order(before)[:2]:
            yield event, Conflict(place, f"comes after {quoted(before.id)}, which is later; sort by date")


class Bounds:
    """What a file's events may name, and when they may be: by its own head, or anything where that does not say."""

    def __init__(self, head: Mapping[str, object]) -> None:
        self.actors = _registered(head, "actors")
        self.places = _registered(head, "places")
        self.categories = _registered(head, "categories") or _bundled_categories()
        coverage = head.get("coverage")
        try:
            self.coverage = msgspec.convert(coverage, Coverage, dec_hook=to_period) if coverage else None
        except msgspec.ValidationError:
            self.coverage = None  # reported with the head


def _entries(head: Mapping[str, object], registry: str) -> list[dict[str, object]]:
    found = head.get(registry)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _registered(head: Mapping[str, object], registry: str) -> frozenset[str]:
    names = (entry.get("name") for entry in _entries(head, registry))
    return frozenset(name for name in names if isinstance(name, str))


def _bundled_categories() -> frozenset[str]:
    record = msgspec.json.decode(read_bytes(bundled_path()), type=dict[str, msgspec.Raw])
    return frozenset(kind.name for kind in msgspec.json.decode(record["categories"], type=list[Category]))


def within_event(event: Event, bounds: Bounds) -> Iterator[str]:
    """Yield a sentence for each thing in an event that does not agree with the file's head or with itself."""
    yield from _unknown("category", event.categories, bounds.categories)
    if bounds.actors:
        yield from _unknown("actor", event.actors, bounds.actors)
        yield from _unknown("claimant", [claim.by for claim in event.claims], bounds.actors)
    if bounds.places:
        yield from _unknown("place", event.places, bounds.places)
    urls = {source.url for source in event.sources}
    for claim in event.claims:
        if claim.source is not None and claim.source not in urls:
            yield f"the claim of {quoted(claim.by)} rests on {quoted(claim.source)}, which is not among the sources"
    if event.vote:
        yield from _in_vote(event.vote)
    if event.known_from and event.known_from.end < event.date.start:
        yield f"known_from {event.known_from} lies before the event"
    if bounds.coverage and not _covers(bounds.coverage, event.date):
        yield f"the date {event.date} lies outside the coverage {bounds.coverage.from_} to {bounds.coverage.through}"
    for path, text in _texts(msgspec.to_builtins(event, enc_hook=str)):
        if visible(text) != text:
            yield f"{path} holds a character that is not text: {quoted(text)}; take it out"


def _covers(coverage: Coverage, date: Period) -> bool:
    return coverage.from_.start <= date.end and date.start <= coverage.through.end


def _unknown(kind: str, used: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    for name in dict.fromkeys(used):
        if name not in known:
            hint = f"; the known ones are {listed(sorted(known))}" if len(known) < _FEW else "; register it first"
            yield f"the {kind} {quoted(name)} is not registered{hint}"


def _in_vote(vote: Vote) -> Iterator[str]:
    for side, count, voters in (
        ("against", vote.against, vote.against_by),
        ("abstained", vote.abstained, vote.abstained_by),
    ):
        if count is not None and len(voters) > count:
            yield f"vote.{side} is {count}, but {len(voters)} are named"
        if len(set(voters)) != len(voters):
            yield f"vote.{side}_by names somebody twice"


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{number}]")
