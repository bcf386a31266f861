"""Why bytes are no record, in one sentence for their author: the place, the event's id, and what is wrong there."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from rnk_timeline.model import Event, to_period
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no record; each is for `explain`."""
_BEGIN = 32 * 1024  # bytes
_TAIL = 16  # bytes: what may look broken at the end of a piece only because it is cut there
_LONGEST = 300  # characters of a decoder's reason, which may name a value of the file
_BEGINNINGS = (
    (b"\x1f\x8b", "it is compressed (gzip); decompress it first"),
    (b"PK\x03\x04", "it is a ZIP archive; take the file out of it first"),
    (b"\xff\xfe\x00\x00", "it is not UTF-8 (it looks like UTF-32); save the file as UTF-8"),
    (b"\xff\xfe", "it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"),
    (b"\xfe\xff", "it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"),
    (b"<", "line 1, column 1: not JSON: it begins like a web page (HTML) or XML"),
)
_KINDS = {
    "str": "text",
    "int": "a number",
    "float": "a number with a fraction",
    "bool": "true or false",
    "null": "null",
    "NoneType": "null",
    "object": "an object",
    "dict": "an object",
    "array": "a list",
    "list": "a list",
    "date": "a date",
}
# An escaped character beyond the first 65,536 is a pair; one half of it is no character.
_ESCAPE = rb"(?s)\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u([dD][89a-fA-F]..)|\\."


class _Named(msgspec.Struct):
    """What an event is called, whatever else is wrong with it."""

    id: Any = None


class _Events(msgspec.Struct):
    """The events of a document, whatever is wrong with them."""

    events: list[msgspec.Raw]


def is_json_lines(data: bytes) -> bool:
    """Tell whether `data` is JSON Lines: its first line is an object by itself, and not a whole document."""
    first = data.lstrip().partition(b"\n")[0]
    try:
        found = msgspec.json.decode(first, type=dict[str, msgspec.Raw])
    except (UnicodeDecodeError, RecursionError):  # a key that is no text; a value in thousands of brackets
        return b'"events"' not in first
    except msgspec.DecodeError:
        return False
    return "events" not in found


def hopeless(head: bytes) -> str:
    """Say why what begins with `head` cannot be a record, whatever follows; nothing if it can.

    The rest of a device, or of a program's output, may never end.
    """
    if not head.strip():
        return f"it begins with {len(head)} bytes of blanks"
    begin = head[:_BEGIN]
    try:
        msgspec.json.decode(begin, type=msgspec.Raw)
    except UNREADABLE as error:
        at = re.search(r"\(byte (\d+)\)", str(error))
        broken = isinstance(error, RecursionError) or (at and int(at[1]) < len(begin) - _TAIL)
        if broken and not is_json_lines(head):
            return explain(begin, error)
    return "" if begin.lstrip()[:1] in (b"[", b"{") else "it begins neither with [ nor with {"


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
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            return sentence
    if b"\x00" in data[:4]:
        return "it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"
    if is_json_lines(data):
        number, line, error = next(_broken_lines(data), (1, data, error))
        return _misspelt(error, line, lambda offset: f"line {number}, column {_column(line, offset)}")
    return _misspelt(error, data, lambda offset: _place(data, offset))


def _misspelt(error: Exception, data: bytes, place: Callable[[int], str]) -> str:
    half = next((escape for escape in re.finditer(_ESCAPE, data) if escape[1]), None)
    if half and "truncated" in str(error):  # so the decoder calls it
        shown = half[0].decode("ascii", "replace")
        return f"{place(half.start())}: {quoted(shown)} is half of a character; write both halves or the character"
    if "truncated" in str(error):
        return f"{place(len(data))}: it ends in the middle of a value; the file is cut short"
    match = re.search(r"(.*) \(byte (\d+)\)", str(error))
    if match is None:
        return str(error)
    return f"{place(int(match[2]))}: not JSON: {match[1].removeprefix('JSON is malformed: ')}"


def _broken_lines(data: bytes) -> Iterator[tuple[int, bytes, Exception]]:
    for number, line in enumerate(data.split(b"\n"), start=1):
        if error := _broken(line):
            yield number, line, error


def _broken(text: bytes) -> Exception | None:
    """Return what stops the reading of `text` as JSON of any kind."""
    try:
        if text.strip():
            msgspec.json.decode(text)
    except msgspec.ValidationError:  # JSON, of a number that Python does not hold
        return None
    except UNREADABLE as error:
        return error
    return None


def _explain_value(data: bytes, error: msgspec.ValidationError) -> str:
    """Name the event and the field that a value is wrong in."""
    in_lines = is_json_lines(data)
    if not in_lines and (broken := _broken(data)):
        return explain(data, broken)
    reason, _, path = str(error).partition(" - at `$")
    where, field = _whereabouts(data, path.rstrip("`").replace("[...]", ""), in_lines=in_lines)
    return "".join(f"{part}: " for part in (where, field.lstrip(".")) if part) + plainly(reason)


def _whereabouts(data: bytes, path: str, *, in_lines: bool) -> tuple[str, str]:
    """Return the line or the event, with its id, and the field in it."""
    match = re.fullmatch(r"(?:\.events)?\[(\d+)\]\.?(.*)", path)
    if in_lines:
        number, line = next(_bad_events(data), (1, b""))
        return f"line {number}{_id_in(line)}", match[2] if match else path
    if match:
        return event_at(data, int(match[1])), match[2]
    return "", path


def event_at(data: bytes, index: int) -> str:
    """Return the line, or the number, of an event in `data`, which is JSON, with its id; the first has index 0."""
    if is_json_lines(data):
        lines = ((number, line) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip())
        number, line = next(islice(lines, index, None))
        return f"line {number}{_id_in(line)}"
    return f"event {index + 1}{_id_of(data, index)}"


def _bad_events(data: bytes) -> Iterator[tuple[int, bytes]]:
    decoder = msgspec.json.Decoder(Event, dec_hook=to_period)
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            if line.strip():
                decoder.decode(line)
        except UNREADABLE:
            yield number, line


def _id_of(data: bytes, index: int) -> str:
    try:
        whole = msgspec.json.decode(data, type=list[msgspec.Raw] | _Events)
        return _id_in((whole if isinstance(whole, list) else whole.events)[index])
    except (*UNREADABLE, IndexError):  # the list of events stands twice
        return ""


def _id_in(event: bytes | msgspec.Raw) -> str:
    try:
        return bracketed(msgspec.structs.asdict(msgspec.json.decode(event, type=_Named)))
    except UNREADABLE:  # it is no object
        return ""


def bracketed(event: object) -> str:
    """Return the id of a decoded event in brackets; nothing if it has none that can be told."""
    found = id_of(event)
    return f" ({found})" if found else ""


def id_of(event: object) -> str:
    """Return the id of a decoded event, harmless and no longer than a sentence bears; nothing if it has none."""
    found = event.get("id") if isinstance(event, dict) else None
    return quoted(found, 100)[1:-1] if isinstance(found, str) else ""


def plainly(reason: str) -> str:
    """Turn a decoder's words into the reader's.

    >>> plainly("Expected `str`, got `int`")
    'expected text, found a number'
    """
    if missing := re.fullmatch(r"Object missing required field `(\w+)`", reason):
        return f"the field {missing[1]!r} is missing"
    reason = re.sub(r"`([\w |]+)`", lambda kinds: _in_words(kinds[1]), reason).replace(", got ", ", found ")
    return reason[:1].lower() + (reason[1:] if len(reason) < _LONGEST else f"{reason[1:_LONGEST]}…")


def _in_words(kinds: str) -> str:
    return " or ".join(_KINDS.get(kind, kind) for kind in kinds.split(" | "))


def _place(data: bytes, offset: int) -> str:
    line = data.count(b"\n", 0, offset) + 1
    return f"line {line}, column {_column(data, offset)}"


def _column(data: bytes, offset: int) -> int:
    start = data.rfind(b"\n", 0, offset) + 1
    return len(data[start:offset].decode("utf-8", "replace")) + 1
