"""Every problem of a data file, each with its place and a sentence on the mend."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeGuard, get_args, get_origin

import msgspec

from rnk_timeline.conflicts import Bounds, in_registries, out_of_order, repeated_ids, within_event
from rnk_timeline.faults import UNREADABLE, explain, id_of, is_json_lines, plainly
from rnk_timeline.misfits import misfits
from rnk_timeline.model import Event, Record, to_period
from rnk_timeline.repeats import go_through
from rnk_timeline.text import BOM, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


class Problem(NamedTuple):
    """One thing wrong: where (a line or a path in the file, and the event's id) and what to do about it."""

    place: str
    id: str
    sentence: str


class Part(NamedTuple):
    """A value of the file with the place it stands at."""

    place: str
    value: object


class Contents(NamedTuple):
    """A file taken apart: its head (title, coverage, registries) and its events, not yet checked."""

    head: dict[str, object]
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
    placed = [(part.place, event) for part, event in events]
    for value, (place, sentence) in repeated_ids(contents.events):
        yield Problem(place, id_of(value), sentence)
    for event, (place, sentence) in out_of_order(placed):
        yield Problem(place, event.id, sentence)
    bounds = Bounds(contents.head)
    for place, event in placed:
        for sentence in within_event(event, bounds):
            yield Problem(place, event.id, sentence)


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

    def look(pairs: list[tuple[str, object]]) -> dict[str, object]:
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


def _misfits_within(part: Part, kind: object, error: msgspec.ValidationError) -> Iterator[tuple[str, str]]:
    inner = next((each for each in (kind, *get_args(kind)) if _is_struct(each)), None)
    in_list = get_origin(kind) is tuple
    if inner and in_list and isinstance(part.value, list):
        for number, item in enumerate(part.value):
            yield from _misfits(Part(f"{part.place}[{number}]", item), inner)
    elif inner and not in_list and isinstance(part.value, dict):
        yield from _misfits(part, inner)
    else:
        reason, _, path = str(error).partition(" - at `$")
        mend = f"; write {listed([*map(str, get_args(kind))], last='or')}" if get_origin(kind) is Literal else ""
        yield part.place + path.rstrip("`"), plainly(reason) + mend


def _is_struct(kind: object) -> TypeGuard[type[msgspec.Struct]]:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _kind_of(value: object) -> str:
    kinds = {str: "text", int: "a number", float: "a number with a fraction", list: "a list", bool: "true or false"}
    return kinds.get(type(value), "null")


def _head_problems(head: dict[str, object]) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(Record) if field.name != "events"}
    for name, value in head.items():
        if name in fields:
            try:
                msgspec.convert(value, fields[name].type, dec_hook=to_period)
            except msgspec.ValidationError as error:
                for place, sentence in _misfits_within(Part(name, value), fields[name].type, error):
                    yield Problem(place, "", sentence)
    for place, sentence in in_registries(head):
        yield Problem(place, "", sentence)
