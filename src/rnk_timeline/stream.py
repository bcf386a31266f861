"""Files too large to hold: their events block by block, each one validated, none kept.

JSON Lines are read in small blocks; an array, or the events of a whole document, are cut into events by the decoder
over a map of the file. Either way an event is a typed `Event` before anybody sees it, and a bad one is named by its
line or its number in one sentence.
"""

from __future__ import annotations

import re
from array import array
from io import BytesIO
from operator import attrgetter
from typing import IO, TYPE_CHECKING

import msgspec

from rnk_timeline.dataset import read_end
from rnk_timeline.errors import DataError
from rnk_timeline.faults import UNREADABLE, bracketed, explain, hopeless, is_json_lines
from rnk_timeline.misfits import are_fit, misfits
from rnk_timeline.model import Event, Record, to_period
from rnk_timeline.text import BOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rnk_timeline.period import Period

BLOCK = 32 * 1024
"""Bytes read and decoded at a time: larger blocks fall out of the processor's cache and are slower."""
_CHUNK = 1024 * 1024
_EVENTS = 64
_DAY = 10  # characters
_DATES = 32 * 1024  # dates kept at hand: every day of ninety years, but no spans, of which there are no end
_BUCKETS = 256
_id_of = attrgetter("id")


class _Document(Record, frozen=True):
    """A whole document with its events not yet decoded."""

    events: list[msgspec.Raw]  # type: ignore[assignment]  # all else about it is as in a record


class Stream:
    """The events of a file, gone through once.

    `head` is what has been read of it already, `rest` is the file from there. `watch` is told now and then how many
    bytes have been read. `skipped` counts the bad events that were let go with `skip_bad`. `registries` are those that
    the file brings, known once the first block is there.
    """

    def __init__(
        self, head: bytes, rest: IO[bytes], label: str, *, skip_bad: bool, watch: Callable[[int], None]
    ) -> None:
        self._head = head.removeprefix(BOM)
        self._rest = rest
        self._label = label
        self._skip_bad = skip_bad
        self._watch = watch
        self._decoder = msgspec.json.Decoder(Event, dec_hook=_periods_at_hand())
        self._ids = [array("q") for _ in range(_BUCKETS)]
        self._note = [bucket.append for bucket in self._ids]
        self.registries = Record(events=())
        self.skipped = 0

    def blocks(self) -> Iterator[list[Event]]:
        """Yield the events, some at a time; raises `DataError` at the first bad one unless they are skipped."""
        blocks = self._from_lines() if is_json_lines(self._head) else self._from_document()
        for block in blocks:
            self._note_ids(block)
            yield block
        if twice := self._repeated():
            raise DataError(f"{self._label}: {twice}; ids must differ")

    def _from_lines(self) -> Iterator[list[Event]]:
        number = 1
        for block in self._blocks_of_lines():
            yield self._of_lines(block, number)
            number += len(BytesIO(block).readlines())  # five times as fast as to count line feeds

    def _of_lines(self, block: bytes, number: int) -> list[Event]:
        """Return the events of a block of lines, the first of which is line `number` of the file."""
        try:
            events = self._decoder.decode_lines(block)
        except UNREADABLE:
            events = []
        if events and are_fit(events):
            return events
        lines = ((f"line {at}", line) for at, line in enumerate(block.split(b"\n"), start=number) if line.strip())
        return [event for place, line in lines if (event := self._by_itself(line, place))]

    def _blocks_of_lines(self) -> Iterator[bytes]:
        """Yield the file in blocks that end where a line ends."""
        pending: list[bytes] = []
        read = 0
        for chunk in self._chunks():
            read += len(chunk)
            cut = chunk.rfind(b"\n") + 1
            if cut:
                yield b"".join((*pending, chunk[:cut]))
                pending = [chunk[cut:]]
            else:
                pending.append(chunk)
            self._watch(read)
        if last := b"".join(pending).strip():
            yield last

    def _chunks(self) -> Iterator[bytes]:
        for start in range(0, len(self._head), BLOCK):
            yield self._head[start : start + BLOCK]
        self._head = b""
        while chunk := read_end(self._rest, BLOCK, self._label):
            yield chunk

    def _by_itself(self, text: bytes, place: str) -> Event | None:
        """Return the event that `text` is, None if it is a bad one to be skipped."""
        try:
            event = msgspec.json.decode(text, type=Event, dec_hook=to_period)
        except UNREADABLE as error:
            fault = explain(text, error)
        else:
            fault = next(
                (f"line 1{bracketed({'id': event.id})}: {path}: {reason}" for _, path, reason in misfits([event])), ""
            )
            if not fault:
                return event
        if not self._skip_bad:
            raise DataError(f"{self._label}: {_placed(place, fault)}")
        self.skipped += 1
        return None

    def _from_document(self) -> Iterator[list[Event]]:
        if sentence := hopeless(self._head):
            raise DataError(f"{self._label}: {sentence}")
        data = self._whole()
        try:
            raws = self._cut(data)
        except UNREADABLE as error:
            raise DataError(f"{self._label}: {explain(bytes(data), error)}") from None
        for start in range(0, len(raws), _EVENTS):
            yield self._decode_raws(raws, start)
            self._watch(len(data) * start // len(raws))

    def _whole(self) -> bytearray:
        # Not by a map of the file: if somebody cuts the file short meanwhile, touching the map kills the process.
        data = bytearray(self._head)
        self._head = b""
        while chunk := read_end(self._rest, _CHUNK, self._label):
            data += chunk
        return data

    def _cut(self, data: bytearray) -> list[msgspec.Raw]:
        if data[:BLOCK].lstrip().startswith(b"["):
            return msgspec.json.decode(data, type=list[msgspec.Raw])
        whole = msgspec.json.decode(data, type=_Document, dec_hook=to_period)
        about = {name: getattr(whole, name) for name in Record.__struct_fields__ if name != "events"}
        self.registries = Record(events=(), **about)
        return whole.events

    def _decode_raws(self, raws: list[msgspec.Raw], start: int) -> list[Event]:
        some = raws[start : start + _EVENTS]
        try:
            events = list(map(self._decoder.decode, some))
        except UNREADABLE:
            events = []
        if events and are_fit(events):
            return events
        numbered = ((f"event {at}", bytes(raw)) for at, raw in enumerate(some, start=start + 1))
        return [event for place, raw in numbered if (event := self._by_itself(raw, place))]

    def _note_ids(self, events: list[Event]) -> None:
        # Their hashes, in buckets: a million ids in eight megabytes, where a set of them would take a hundred.
        note = self._note
        for code in map(hash, map(_id_of, events)):
            note[code % _BUCKETS](code)

    def _repeated(self) -> str:
        for bucket in self._ids:
            if len(set(bucket)) < len(bucket):
                return "two events have the same id"
        return ""


def _periods_at_hand() -> Callable[[type, object], Period]:
    """Return `to_period` with a memory of the dates seen; in it a date takes half of what it does in an `lru_cache`."""
    seen: dict[object, Period] = {}

    def periods(kind: type, value: object) -> Period:
        try:
            return seen[value]
        except KeyError:
            period = to_period(kind, value)
            if len(seen) >= _DATES:
                seen.clear()
            return seen.setdefault(value, period) if len(period.text) <= _DAY else period

    return periods


def _placed(where: str, sentence: str) -> str:
    """Put the place in the file where the sentence says line 1, which it is by itself."""
    told, found = re.subn(r"^line 1(?=[,: ])", where, sentence)
    return told if found else f"{where}: {sentence}"
