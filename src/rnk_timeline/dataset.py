"""Bytes to a `Record`: the bundled file, a file of the user's own, or standard input.

A user's file may be a whole document like the bundled one, a bare array of events, or JSON Lines, one event a line.
Where it brings no registry of actors, places or categories, the bundled ones serve.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

import msgspec

from rnk_timeline.bundled import bundled_path
from rnk_timeline.errors import DataError
from rnk_timeline.faults import UNREADABLE, event_at, explain, hopeless, is_json_lines
from rnk_timeline.misfits import are_fit, misfits
from rnk_timeline.model import Actor, Category, Event, Place, Record, to_noted_period, to_period
from rnk_timeline.repeats import repeated_key
from rnk_timeline.text import BOM, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from io import BufferedReader

STDIN = "-"
_LONGEST_PATH = 4096  # characters: what a system takes; a sentence names a path in full
LARGE = 10_000_000
"""Bytes: a larger file is not held in memory but read event by event."""
_PIECE = 1_000_000


class _Registries(msgspec.Struct):
    """What else than its events a document holds that others may use."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    categories: tuple[Category, ...]


def load(path: str | None = None) -> Record:
    """Return the record in the file at `path`: None is the bundled one, "-" is standard input.

    The events come back in order of date. Raises `DataError`, with the file, the place and the reason in one sentence.
    """
    if path is None:
        return _bundled()
    return of_bytes(read_bytes(path), label_of(path))


def _bundled() -> Record:
    # Its order, dates, ids and addresses are tested where it is made, not at every start.
    data = _read_bundled()
    try:
        return msgspec.json.decode(data, type=Record, dec_hook=to_noted_period)
    except UNREADABLE:
        return decode(data, "the bundled record")


def of_bytes(data: bytes, label: str) -> Record:
    """Return the record that a user's file holds, with the bundled registries where it has none of its own."""
    record = decode(data, label)
    if len(data) <= LARGE and (twice := repeated_key(data.removeprefix(BOM))):
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
        return b"".join(_pieces(file, size))
    except (OSError, ValueError) as error:
        raise _unreadable(label, error) from None


def _pieces(file: IO[bytes], size: int) -> Iterator[bytes]:
    """Yield the next `size` bytes as they come, all of them for -1.

    A single `read` of them all would go on waiting for a pipe after a signal that came between two pieces.
    """
    left = sys.maxsize if size < 0 else size
    while left and (piece := cast("BufferedReader", file).read1(min(left, _PIECE))):
        left -= len(piece)
        yield piece


def _unreadable(label: str, error: OSError | ValueError) -> DataError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return DataError(f"cannot read {label}: {reason}")


def read_bytes(path: str) -> bytes:
    """Return the whole of the data file at `path` ("-" is standard input); `DataError` if it cannot be read."""
    label = label_of(path)
    with opened(path) as file:
        head = read_end(file, LARGE + 1, label)
        if len(head) <= LARGE:
            return head
        if sentence := hopeless(head.removeprefix(BOM)):
            raise DataError(f"{label}: {sentence}")
        return head + read_end(file, -1, label)


def decode(data: bytes, label: str) -> Record:
    """Return the record that `data` holds; `label` names it in the sentence of a `DataError`."""
    data = data.removeprefix(BOM)
    try:
        record = _decode_shape(data)
    except UNREADABLE as error:
        raise DataError(f"{label}: {explain(data, error)}") from None
    if twice := duplicate_id(record.events):
        raise DataError(f"{label}: two events have the id {quoted(twice)}; ids must differ")
    if not are_fit(record.events):
        number, path, reason = next(misfits(record.events))
        raise DataError(f"{label}: {event_at(data, number)}: {path}: {reason}")
    return record


def _decode_shape(data: bytes) -> Record:
    if not data.strip():
        raise msgspec.DecodeError("the file is empty")
    if is_json_lines(data):
        return Record(events=tuple(msgspec.json.Decoder(Event, dec_hook=to_period).decode_lines(data)))
    if data.lstrip().startswith(b"["):
        return Record(events=msgspec.json.decode(data, type=tuple[Event, ...], dec_hook=to_period))
    return msgspec.json.decode(data, type=Record, dec_hook=to_period)


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
    bundled = msgspec.json.decode(_read_bundled(), type=_Registries, dec_hook=to_noted_period)
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
