"""Every problem of a data file, each with its place and a sentence on the mend."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

import msgspec

from rnk_timeline.bundled import bundled_path
from rnk_timeline.dataset import in_order, read_bytes
from rnk_timeline.faults import UNREADABLE, explain, id_of, is_json_lines, plainly
from rnk_timeline.misfits import misfits
from rnk_timeline.model import Actor, Category, Coverage, Event, Place, Record, to_period
from rnk_timeline.repeats import go_through
from rnk_timeline.text import BOM, listed, quoted, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rnk_timeline.model import Vote
    from rnk_timeline.period import Period


class Problem(NamedTuple):
    """One thing wrong: where (a line or a path in the file, and the event's id) and what to do about it."""

    place: str
    id: str
    sentence: str


class Part(NamedTuple):
    """A value of the file with the place it stands at."""

    place: str
    value: Any


class Contents(NamedTuple):
    """A file taken apart: its head (title, coverage, registries) and its events, not yet checked."""

    head: dict[str, Any]
    events: list[Part]


def problems(data: bytes) -> Iterator[Problem]:
    """Yield every problem of the file whose bytes are `data`, in the order of the file."""
    data = data.removeprefix(BOM)
    try:
        contents = _take_apart(data)
    except UNREADABLE as error:
        yield Problem("file", "", explain(data, error))
        return
    yield from _repeated_keys(data)
    yield from _head_problems(contents.head)
    events: list[tuple[Part, Event]] = []
    for part in contents.events:
        found = list(_misfits(part, Event))
        yield from (Problem(place, id_of(part.value), sentence) for place, sentence in found)
        if not found:
            events.append((part, msgspec.convert(part.value, Event, dec_hook=to_period)))
    for number, path, reason in misfits(event for _, event in events):
        part = events[number][0]
        yield Problem(f"{part.place}.{path}", id_of(part.value), reason)
    yield from _across_events(events)
    names = _Names(contents.head)
    for part, event in events:
        for sentence in _event_problems(event, names):
            yield Problem(part.place, event.id, sentence)


def _take_apart(data: bytes) -> Contents:
    if is_json_lines(data):
        lines = [(number, line) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip()]
        return Contents({}, [Part(f"line {number}", msgspec.json.decode(line)) for number, line in lines])
    whole = msgspec.json.decode(data)
    head = {key: value for key, value in whole.items() if key != "events"} if isinstance(whole, dict) else {}
    events = whole.get("events") if isinstance(whole, dict) else whole
    if not isinstance(events, list):
        raise msgspec.ValidationError("expected a list of events")
    prefix = "events" if isinstance(whole, dict) else ""
    return Contents(head, [Part(f"{prefix}[{number}]", event) for number, event in enumerate(events)])


def _repeated_keys(data: bytes) -> Iterator[Problem]:
    """Find keys given twice in one object: a decoder keeps the last and says nothing."""
    found: list[Problem] = []

    def look(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        whole = dict(pairs)
        for key, count in Counter(key for key, _ in pairs).items():
            if count > 1:
                found.append(Problem("file", id_of(whole), f"the key {quoted(key)} stands {count} times there"))
        return whole

    try:
        for text in data.split(b"\n") if is_json_lines(data) else [data]:
            go_through(text, look)
    except UNREADABLE as error:
        found.append(Problem("file", "", explain(data, error)))
    yield from found


def _misfits(part: Part, kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """Yield place and reason of each field of a value that does not fit the type it should have."""
    if not isinstance(part.value, dict):
        yield part.place, f"expected an object, found {_kind_of(part.value)}"
        return
    for field in msgspec.structs.fields(kind):
        place = f"{part.place}.{field.encode_name}".lstrip(".")
        if field.encode_name not in part.value:
            if field.required:
                yield part.place, f"the field {field.encode_name!r} is missing"
            continue
        value = part.value[field.encode_name]
        try:
            msgspec.convert(value, field.type, dec_hook=to_period)
        except msgspec.ValidationError as error:
            yield from _misfits_within(Part(place, value), field.type, error)


def _misfits_within(part: Part, kind: Any, error: msgspec.ValidationError) -> Iterator[tuple[str, str]]:
    inner = next((each for each in (kind, *get_args(kind)) if _is_struct(each)), None)
    in_list = get_origin(kind) is tuple
    if inner and in_list and isinstance(part.value, list):
        for number, item in enumerate(part.value):
            yield from _misfits(Part(f"{part.place}[{number}]", item), inner)
    elif inner and not in_list and isinstance(part.value, dict):
        yield from _misfits(part, inner)
    else:
        reason, _, path = str(error).partition(" - at `$")
        yield part.place + path.rstrip("`"), plainly(reason)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _kind_of(value: object) -> str:
    kinds = {str: "text", int: "a number", float: "a number with a fraction", list: "a list", bool: "true or false"}
    return kinds.get(type(value), "null")


def _head_problems(head: dict[str, Any]) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(Record) if field.name != "events"}
    for name, value in head.items():
        if name in fields:
            try:
                msgspec.convert(value, fields[name].type, dec_hook=to_period)
            except msgspec.ValidationError as error:
                for place, sentence in _misfits_within(Part(name, value), fields[name].type, error):
                    yield Problem(place, "", sentence)
    for name in ("actors", "places", "categories"):
        listed_names = [entry["name"] for entry in _entries(head, name) if isinstance(entry.get("name"), str)]
        for repeated in (each for each, count in Counter(listed_names).items() if count > 1):
            yield Problem(name, "", f"{quoted(repeated)} stands in the registry more than once")
    actors = {entry["name"] for entry in _entries(head, "actors") if isinstance(entry.get("name"), str)}
    for number, entry in enumerate(_entries(head, "actors")):
        if isinstance(entry.get("of"), str) and entry["of"] not in actors:
            yield Problem(f"actors[{number}].of", "", f"{quoted(entry['of'])} is no registered actor")


def _entries(head: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = head.get(name)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _across_events(events: Sequence[tuple[Part, Event]]) -> Iterator[Problem]:
    first_at: dict[str, str] = {}
    for part, event in events:
        if event.id in first_at:
            yield Problem(
                part.place, id_of(part.value), f"the id is that of {first_at[event.id]} too; give this event its own"
            )
        first_at.setdefault(event.id, part.place)
    for (_, before), (part, event) in itertools.pairwise(events):
        if in_order(event)[:2] < in_order(before)[:2]:
            yield Problem(
                part.place, id_of(part.value), f"comes after {quoted(before.id)}, which is later; sort by date"
            )


class _Names:
    """The names that a file's events may use: its own registries', or any where it has none."""

    def __init__(self, head: dict[str, Any]) -> None:
        self.actors = _registered(head, "actors", Actor)
        self.places = _registered(head, "places", Place)
        self.categories = _registered(head, "categories", Category) or _bundled_categories()
        coverage = head.get("coverage")
        try:
            self.coverage = msgspec.convert(coverage, Coverage, dec_hook=to_period) if coverage else None
        except msgspec.ValidationError:
            self.coverage = None  # reported with the head


def _registered(head: dict[str, Any], name: str, kind: type[Actor | Place | Category]) -> frozenset[str]:
    return frozenset(entry["name"] for entry in _entries(head, name) if isinstance(entry.get("name"), str))


def _bundled_categories() -> frozenset[str]:
    record = msgspec.json.decode(read_bytes(bundled_path()), type=dict[str, msgspec.Raw])
    return frozenset(kind.name for kind in msgspec.json.decode(record["categories"], type=list[Category]))


def _event_problems(event: Event, names: _Names) -> Iterator[str]:
    yield from _unknown("category", event.categories, names.categories)
    if names.actors:
        yield from _unknown("actor", event.actors, names.actors)
        yield from _unknown("claimant", [claim.by for claim in event.claims], names.actors)
    if names.places:
        yield from _unknown("place", event.places, names.places)
    urls = {source.url for source in event.sources}
    for claim in event.claims:
        if claim.source is not None and claim.source not in urls:
            yield f"the claim of {quoted(claim.by)} rests on {quoted(claim.source)}, which is not among the sources"
    if event.vote:
        yield from _vote_problems(event.vote)
    if event.known_from and event.known_from.end < event.date.start:
        yield f"known_from {event.known_from} lies before the event"
    if names.coverage and not _covers(names.coverage, event.date):
        yield f"the date {event.date} lies outside the coverage {names.coverage.from_} to {names.coverage.through}"
    for path, text in _texts(msgspec.to_builtins(event, enc_hook=str)):
        if visible(text) != text:
            yield f"{path} holds a character that is not text: {quoted(text)}; take it out"


def _covers(coverage: Coverage, date: Period) -> bool:
    return coverage.from_.start <= date.end and date.start <= coverage.through.end


def _unknown(kind: str, used: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    for name in dict.fromkeys(used):
        if name not in known:
            hint = f"; the known ones are {listed(sorted(known))}" if len(known) < 12 else "; register it first"
            yield f"the {kind} {quoted(name)} is not registered{hint}"


def _vote_problems(vote: Vote) -> Iterator[str]:
    for side, count, voters in (
        ("against", vote.against, vote.against_by),
        ("abstained", vote.abstained, vote.abstained_by),
    ):
        if count is not None and len(voters) > count:
            yield f"vote.{side} is {count}, but {len(voters)} are named"
        if len(set(voters)) != len(voters):
            yield f"vote.{side}_by names somebody twice"


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{number}]")
