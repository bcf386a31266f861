"""Bytes to a `Record`: the bundled file, a file of the user's own, or standard input.

A user's file may be a whole document like the bundled one, a bare array of events, or JSON Lines, one event a line.
Where it brings no registry of actors, places or categories, the bundled ones serve.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import msgspec

from rnk_timeline.errors import DataError
from rnk_timeline.model import Event, Record, to_period
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

STDIN = "-"
_LONGEST_PATH = 4096  # characters: what a system takes; a sentence names a path in full
BOM = b"\xef\xbb\xbf"
LARGE = 10_000_000
"""Bytes: a larger file is not held in memory but read event by event."""
_KINDS = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "null": "null",
    "NoneType": "null",
    "object": "an object",
    "dict": "an object",
    "array": "a list",
    "list": "a list",
    "date": "a date",
}


def bundled_path(name: str = "events.json") -> str:
    """Return where a bundled data file lies: in the installed package, or at the top of a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data", name)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", name)


def load(path: str | None = None) -> Record:
    """Return the record in the file at `path`: None is the bundled one, "-" is standard input.

    The events come back in order of date. Raises `DataError`, with the file, the place and the reason in one sentence.
    """
    if path is None:
        return _ordered(decode(_read_bundled(), "the bundled record"))
    with opened(path) as file:
        return of_bytes(read_end(file, -1, label_of(path)), label_of(path))


def of_bytes(data: bytes, label: str) -> Record:
    """Return the record that a user's file holds, with the bundled registries where it has none of its own."""
    record = decode(data, label)
    if len(data) <= LARGE and (twice := repeated_key(data)):
        raise DataError(f"{label}: {twice}")
    return _ordered(with_registries(record))


def label_of(path: str) -> str:
    """Return what a sentence calls the file at `path`."""
    return "standard input" if path == STDIN else quoted(path, _LONGEST_PATH)


def _read_bundled() -> bytes:
    with opened(bundled_path()) as file:
        return read_end(file, -1, "the bundled record")


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """Open the file at `path` ("-" is standard input) to be read; `DataError` if that cannot be done."""
    if path == STDIN:
        if sys.stdin is None:
            raise DataError("standard input is closed")
        yield sys.stdin.buffer
        return
    try:
        file = open(path, "rb")  # noqa: SIM115 (closed below, whatever comes)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(label_of(path), error) from None
    with file:
        yield file


def read_end(file: IO[bytes], size: int, label: str) -> bytes:
    """Return the next `size` bytes of a file, fewer if it ends before, all of them for -1."""
    try:
        return file.read(size)
    except (OSError, ValueError) as error:
        raise _unreadable(label, error) from None


def _unreadable(label: str, error: OSError | ValueError) -> DataError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return DataError(f"cannot read {label}: {reason}")


def read_bytes(path: str) -> bytes:
    """Return the whole of the file at `path` ("-" is standard input); `DataError` if it cannot be read."""
    with opened(path) as file:
        return read_end(file, -1, label_of(path))


def repeated_key(data: bytes) -> str:
    """Say which key stands twice in an object of `data`, nothing if none does: a decoder keeps the last in silence."""
    import json

    found: list[str] = []

    def look(pairs: list[tuple[str, object]]) -> None:
        if len({key for key, _ in pairs}) < len(pairs) and not found:
            keys = [key for key, _ in pairs]
            found.append(next(key for key in keys if keys.count(key) > 1))

    for number, text in enumerate(data.split(b"\n") if is_json_lines(data) else [data], start=1):
        if text.strip():
            json.loads(text, object_pairs_hook=look)
        if found:
            where = f"line {number}: " if is_json_lines(data) else ""
            return f"{where}the key {quoted(found[0])} stands twice in one object"
    return ""


def decode(data: bytes, label: str) -> Record:
    """Return the record that `data` holds; `label` names it in the sentence of a `DataError`."""
    data = data.removeprefix(BOM)
    try:
        record = _decode_shape(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(f"{label}: {explain(data, error)}") from None
    if twice := duplicate_id(record.events):
        raise DataError(f"{label}: two events have the id {quoted(twice)}; ids must differ")
    return record


def _decode_shape(data: bytes) -> Record:
    if not data.strip():
        raise msgspec.DecodeError("the file is empty")
    if is_json_lines(data):
        return Record(events=tuple(msgspec.json.Decoder(Event, dec_hook=to_period).decode_lines(data)))
    if data.lstrip().startswith(b"["):
        return Record(events=msgspec.json.decode(data, type=tuple[Event, ...], dec_hook=to_period))
    return msgspec.json.decode(data, type=Record, dec_hook=to_period)


def is_json_lines(data: bytes) -> bool:
    """Tell whether `data` is JSON Lines: its first line is an object by itself, and not a whole document."""
    first = data.lstrip().partition(b"\n")[0]
    try:
        found = msgspec.json.decode(first, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return "events" not in found


def duplicate_id(events: tuple[Event, ...]) -> str | None:
    """Return the first id that two of `events` share."""
    seen: set[str] = set()
    for event in events:
        if event.id in seen:
            return event.id
        seen.add(event.id)
    return None


def with_registries(record: Record) -> Record:
    """Return `record` with the bundled registries in the place of those it lacks."""
    if record.actors and record.places and record.categories:
        return record
    bundled = load()
    return msgspec.structs.replace(
        record,
        actors=record.actors or bundled.actors,
        places=record.places or bundled.places,
        categories=record.categories or bundled.categories,
    )


def _ordered(record: Record) -> Record:
    events = sorted(record.events, key=in_order)
    return msgspec.structs.replace(record, events=tuple(events))


def in_order(event: Event) -> tuple[date, date, str]:
    """Return the key that sorts events by first day, then last day, then id."""
    return event.date.start, event.date.end, event.id


def explain(data: bytes, error: Exception) -> str:
    """Say where and why `data` cannot be decoded, in words for its author."""
    if isinstance(error, UnicodeDecodeError):
        return _explain_bytes(data)
    if isinstance(error, msgspec.ValidationError):
        return _explain_value(data, error)
    if isinstance(error, RecursionError):
        return "it is nested too deeply to be a list of events"
    return _explain_syntax(data, error)


def _explain_bytes(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"{_place(data, error.start)}: byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
    return "it holds text that is not Unicode"


def _explain_syntax(data: bytes, error: Exception) -> str:
    if data.startswith(b"\x1f\x8b"):
        return "it is compressed (gzip); decompress it first"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        return "it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"
    if "truncated" in str(error):
        return "it ends in the middle of a value; the file is cut short"
    match = re.search(r"(.*) \(byte (\d+)\)", str(error))
    if match is None:
        return str(error)
    reason, offset = match[1].removeprefix("JSON is malformed: "), int(match[2])
    if is_json_lines(data):
        number, line, offset = next(_broken_lines(data), (1, data, offset))
        return f"line {number}, column {_column(line, offset)}: not JSON: {reason}"
    return f"{_place(data, offset)}: not JSON: {reason}"


def _broken_lines(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            if line.strip():
                msgspec.json.decode(line)
        except msgspec.DecodeError as error:
            match = re.search(r"\(byte (\d+)\)", str(error))
            yield number, line, int(match[1]) if match else len(line)


def _explain_value(data: bytes, error: msgspec.ValidationError) -> str:
    """Name the event and the field that a value is wrong in."""
    reason, _, path = str(error).partition(" - at `$")
    return f"{_whereabouts(data, path.rstrip('`'))}{plainly(reason)}"


def _whereabouts(data: bytes, path: str) -> str:
    match = re.fullmatch(r"(?:\.events)?\[(\d+)\]\.?(.*)", path)
    number, field = (match[1], match[2]) if match else (None, path.lstrip("."))
    if is_json_lines(data):
        number = number or str(next(_bad_events(data), 0))
        where = f"line {int(number) + 1}"
    elif number is not None:
        where = f"event {int(number) + 1}{_id_of(data, int(number))}"
    else:
        where = ""
    return "".join(f"{part}: " for part in (where, field) if part)


def _bad_events(data: bytes) -> Iterator[int]:
    decoder = msgspec.json.Decoder(Event, dec_hook=to_period)
    for number, line in enumerate(data.split(b"\n")):
        try:
            if line.strip():
                decoder.decode(line)
        except msgspec.ValidationError:
            yield number


def _id_of(data: bytes, index: int) -> str:
    try:
        whole = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):  # broken further on as well
        return ""
    events = whole["events"] if isinstance(whole, dict) else whole
    event = events[index]
    return f" ({event['id']})" if isinstance(event, dict) and isinstance(event.get("id"), str) else ""


def plainly(reason: str) -> str:
    """Turn a decoder's words into the reader's.

    >>> plainly("Expected `str`, got `int`")
    'expected text, found a number'
    """
    if missing := re.fullmatch(r"Object missing required field `(\w+)`", reason):
        return f"the field {missing[1]!r} is missing"
    reason = re.sub(r"`(\w+)`", lambda word: _KINDS.get(word[1], word[0]), reason)
    reason = reason.replace(", got ", ", found ").replace(" | ", " or ")
    return reason[:1].lower() + reason[1:]


def _place(data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"line {line}, column {_column(data, offset)}"


def _column(data: bytes, offset: int) -> int:
    start = data.rfind(b"\n", 0, offset) + 1
    return len(data[start:offset].decode("utf-8", "replace")) + 1
