"""Hostile files, one of each kind: what is in it, and what rnk says of it. docs/reliability.md shows this table."""

from __future__ import annotations

import gzip
import json
from typing import NamedTuple


class File(NamedTuple):
    """A file, the exit code with which rnk ends on it, and its sentence, whole, after the name of the file."""

    name: str
    data: bytes
    code: int
    sentence: str


EVENT = {"id": "a", "date": "2022-05-26", "title": "Something"}
ONE = json.dumps(EVENT)


def _with(**fields: object) -> bytes:
    """Return an array of one event, changed."""
    return json.dumps([EVENT | fields]).encode()


def _title(text: str, encoding: str = "utf-8") -> bytes:
    """Return a line that is an event, with this text in the place of its title and the marks around it."""
    return ONE.replace('"Something"', text).encode(encoding)


def _unknown(text: str) -> bytes:
    """Return an array of one event with a field that rnk does not know, and this text as its value."""
    return f'[{ONE[:-1]}, "mine": {text}}}]'.encode()


_UTF_16 = "it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"
_DEEP = "it is nested too deeply to be a list of events"
_CLAIM = {"by": "x", "on": "2022", "stance": "asserts", "what": "y"}
_SOURCE = {"publisher": "P", "title": "T", "url": "https://example.org/x"}
_NO_ADDRESS = "expected an address that begins with http:// or https://, found"
_NO_DATE = "is not a date of the form 2022, 2022-05, 2022-05-26 or A/B"

NOT_TEXT = (
    File("nothing", b"", 3, "the file is empty"),
    File("blanks", b" \n\t\r\n ", 3, "the file is empty"),
    File("a byte order mark alone", b"\xef\xbb\xbf", 3, "the file is empty"),
    File("UTF-8 with a byte order mark", b"\xef\xbb\xbf" + ONE.encode(), 0, ""),
    File("two byte order marks", b"\xef\xbb\xbf" * 2 + b"[]", 3, "line 1, column 1: not JSON: invalid character"),
    File("UTF-16", f"[{ONE}]".encode("utf-16"), 3, _UTF_16),
    File("UTF-16, big end first", ("\ufeff" + ONE).encode("utf-16-be"), 3, _UTF_16),
    File("UTF-16 without its mark", ONE.encode("utf-16-le"), 3, _UTF_16),
    File("UTF-32", ONE.encode("utf-32"), 3, "it is not UTF-8 (it looks like UTF-32); save the file as UTF-8"),
    File(
        "Latin-1",
        _title('"Müller"', "latin-1"),
        3,
        "line 1, column 46: byte 0xfc is not UTF-8; save the file as UTF-8",
    ),
    File(
        "Windows-1251",
        f"[\n{ONE},\n".encode() + _title('"Пётр"', "cp1251") + b"]",
        3,
        "line 3, column 46: byte 0xf2 is not UTF-8; save the file as UTF-8",
    ),
    File(
        "KOI8-R in the second line",
        f"{ONE}\n".encode() + _title('"Пётр"', "koi8-r"),
        3,
        "line 2, column 45: byte 0xf0 is not UTF-8; save the file as UTF-8",
    ),
    File(
        "a character cut in half",
        _title('"Something"').replace(b"Some", b"Some\xe0\xa4"),
        3,
        "line 1, column 49: byte 0xe0 is not UTF-8; save the file as UTF-8",
    ),
    File(
        "an overlong slash",
        _title('"Something"').replace(b"Some", b"\xc0\xaf"),
        3,
        "line 1, column 45: byte 0xc0 is not UTF-8; save the file as UTF-8",
    ),
    File("NUL bytes", b"\0" * 40, 3, _UTF_16),
    File("a NUL in a text", _title('"a\0b"'), 3, "line 1, column 46: not JSON: invalid character"),
    File(
        "NUL bytes at the end", f"[{ONE}]".encode() + b"\0" * 9, 3, "line 1, column 59: not JSON: trailing characters"
    ),
    File("gzip", gzip.compress(ONE.encode(), mtime=0), 3, "it is compressed (gzip); decompress it first"),
    File("ZIP", b"PK\x03\x04\x14\0", 3, "it is a ZIP archive; take the file out of it first"),
    File("PDF", b"%PDF-1.7\n", 3, "line 1, column 1: not JSON: invalid character"),
    File(
        "HTML",
        b"<!DOCTYPE html><p>404",
        3,
        "line 1, column 1: not JSON: it begins like a web page (HTML) or XML",
    ),
    File("CSV", b"id,date,title\na,2022,T\n", 3, "line 1, column 1: not JSON: invalid character"),
    File("YAML", b"id: a\ndate: 2022\n", 3, "line 1, column 1: not JSON: invalid character"),
)
"""Bytes that are no text in UTF-8, or no JSON from the first."""

NOT_JSON = (
    File(
        "cut short",
        f"[{ONE}]".encode()[:30],
        3,
        "line 1, column 31: it ends in the middle of a value; the file is cut short",
    ),
    File("a comma at the end", f"[{ONE},]".encode(), 3, "line 1, column 58: not JSON: trailing comma in array"),
    File(
        "a comma at the end of an event",
        f"[{ONE[:-1]},}}]".encode(),
        3,
        "line 1, column 57: not JSON: trailing comma in object",
    ),
    File("a comment", f"// mine\n[{ONE}]".encode(), 3, "line 1, column 1: not JSON: invalid character"),
    File("single quotes", b"{'id': 'a'}", 3, "line 1, column 2: not JSON: object keys must be strings"),
    File("keys without quotes", b"[{id: 1}]", 3, "line 1, column 3: not JSON: object keys must be strings"),
    File("a line feed in a text", _title('"a\nb"'), 3, "line 1, column 46: not JSON: invalid character"),
    File("NaN", _title("NaN"), 3, "line 1, column 44: not JSON: invalid character"),
    File("Infinity", _title("Infinity"), 3, "line 1, column 44: not JSON: invalid character"),
    File("minus Infinity", _unknown("-Infinity"), 3, "line 1, column 67: not JSON: invalid character"),
    File("a number with a zero before it", _unknown("012"), 3, "line 1, column 67: not JSON: invalid number"),
    File("True", _unknown("True"), 3, "line 1, column 66: not JSON: invalid character"),
    File("something after the end", f"[{ONE}]]".encode(), 3, "line 1, column 59: not JSON: trailing characters"),
    File(
        "a line that is no JSON", f"{ONE}\n{{]\n".encode(), 3, "line 2, column 2: not JSON: object keys must be strings"
    ),
    File(
        "an event on two lines",
        f"{ONE}\n".encode() + b'{"id": "b",\n"date": "2022", "title": "T"}',
        3,
        "line 2: every event must stand on one line, by itself",
    ),
    File("two events on one line", ONE.encode() * 2, 3, "line 1, column 57: not JSON: trailing characters"),
    File("100,000 lists in each other", b"[" * 100_000, 3, _DEEP),
    File("100,000 objects in each other", b'{"a":' * 100_000, 3, _DEEP),
    File("100,000 lists in a field", _unknown("[" * 100_000 + "]" * 100_000), 3, _DEEP),
    File(
        "half of a character in an escape",
        _title('"\\ud800"'),
        3,
        r"line 1, column 45: '\ud800' is half of a character; write both halves or the character",
    ),
    File(
        "a key twice",
        b'[{"id": "a", "date": "2022", "title": "T", "date": "2023"}]',
        3,
        "the key 'date' stands twice in one object (a)",
    ),
    File(
        "a key twice in a line",
        f'{ONE}\n{{"id": "b", "id": "c", "date": "2022", "title": "T"}}'.encode(),
        3,
        "line 2: the key 'id' stands twice in one object (c)",
    ),
    File(
        "a key twice in a field that rnk does not know",
        _unknown('{"x": 1, "x": 2}'),
        3,
        "the key 'x' stands twice in one object",
    ),
)
"""Texts that are no JSON, by one mistake."""

NOT_A_RECORD = (
    File("no events", b"[]", 0, ""),
    File("fields that rnk does not know", _with(mine={"deep": [1]}, start="x"), 0, ""),
    File("a number of 5,000 digits that rnk does not know", _unknown("9" * 5000), 0, ""),
    File(
        "a number of 5,000 digits as the title",
        f"[{ONE}, ".encode() + _title("9" * 5000).replace(b'"a"', b'"b"') + b"]",
        3,
        "event 2 (b): title: number out of range",
    ),
    File(
        "a number of 5,000 digits in a line",
        _title("9" * 5000),
        3,
        "line 1 (a): title: number out of range",
    ),
    File("a number", b"3", 3, "expected an object, found a number"),
    File("a text", b'"text"', 3, "expected an object, found text"),
    File("null", b"null", 3, "expected an object, found null"),
    File("a list of numbers", b"[3]", 3, "event 1: expected an object, found a number"),
    File("a list in a list", b"[[]]", 3, "event 1: expected an object, found a list"),
    File("events that are no list", b'{"events": 3}', 3, "events: expected a list, found a number"),
    File("an object of something else", b'{"a": 1}', 3, "line 1: the field 'id' is missing"),
    File("no id", b'[{"date": "2022", "title": "T"}]', 3, "event 1: the field 'id' is missing"),
    File("no date", b'[{"id": "a", "title": "T"}]', 3, "event 1 (a): the field 'date' is missing"),
    File("no title", b'[{"id": "a", "date": "2022"}]', 3, "event 1 (a): the field 'title' is missing"),
    File("an id that is a number", _with(id=3), 3, "event 1: id: expected text, found a number"),
    File("an id with a space", _with(id="a b"), 3, "event 1 (a b): id: expected no space in it, found 'a b'"),
    File("a title that is a number", _with(title=3), 3, "event 1 (a): title: expected text, found a number"),
    File("a title that is null", _with(title=None), 3, "event 1 (a): title: expected text, found null"),
    File("a summary that is a list", _with(summary=[]), 3, "event 1 (a): summary: expected text, found a list"),
    File("a date that is null", _with(date=None), 3, "event 1 (a): date: expected a date, found null"),
    File("a date that is a number", _with(date=2022), 3, "event 1 (a): date: expected a date, found a number"),
    File("a date that is none", _with(date="soon"), 3, f"event 1 (a): date: 'soon' {_NO_DATE}"),
    File("a date of two meanings", _with(date="03/04/2024"), 3, f"event 1 (a): date: '03/04/2024' {_NO_DATE}"),
    File("the year 0", _with(date="0000"), 3, "event 1 (a): date: '0000': there is no year 0"),
    File("a month 0", _with(date="2022-00"), 3, "event 1 (a): date: '2022-00': there is no month 0"),
    File("a day 0", _with(date="2022-05-00"), 3, "event 1 (a): date: '2022-05-00': there is no day 0"),
    File("the year 10000", _with(date="10000"), 3, f"event 1 (a): date: '10000' {_NO_DATE}"),
    File("30 February", _with(date="2022-02-30"), 3, "event 1 (a): date: '2022-02-30': February 2022 has 28 days"),
    File("a date of 10,000 characters", _with(date="1" * 10_000), 3, f"event 1 (a): date: '{'1' * 59}…' {_NO_DATE}"),
    File(
        "the last days of the calendar",
        json.dumps([EVENT | {"date": "0001-01-01"}, EVENT | {"id": "b", "date": "9999-12-31"}]).encode(),
        0,
        "",
    ),
    File("actors that are a text", _with(actors="Putin"), 3, "event 1 (a): actors: expected a list, found text"),
    File("an actor that is null", _with(actors=[None]), 3, "event 1 (a): actors[0]: expected text, found null"),
    File("places that are an object", _with(places={}), 3, "event 1 (a): places: expected a list, found an object"),
    File(
        "categories that are true",
        _with(categories=True),
        3,
        "event 1 (a): categories: expected a list, found true or false",
    ),
    File("a significance of 7", _with(significance=7), 3, "event 1 (a): significance: expected a number <= 3"),
    File(
        "a significance of one half",
        _with(significance=0.5),
        3,
        "event 1 (a): significance: expected a number, found a number with a fraction",
    ),
    File("known from May", _with(known_from="May"), 3, f"event 1 (a): known_from: 'May' {_NO_DATE}"),
    File("claims that are a text", _with(claims="x"), 3, "event 1 (a): claims: expected a list, found text"),
    File(
        "a claim without its maker",
        _with(claims=[{"on": "2022"}]),
        3,
        "event 1 (a): claims[0]: the field 'by' is missing",
    ),
    File(
        "a stance that is none",
        _with(claims=[_CLAIM | {"stance": "hopes"}]),
        3,
        "event 1 (a): claims[0].stance: invalid enum value 'hopes'",
    ),
    File("a vote that is a list", _with(vote=[]), 3, "event 1 (a): vote: expected an object or null, found a list"),
    File(
        "a vote of minus one",
        _with(vote={"body": "B", "against": -1}),
        3,
        "event 1 (a): vote.against: expected a number >= 0",
    ),
    File(
        "a correction without its fact",
        _with(corrections=[{"error": "x"}]),
        3,
        "event 1 (a): corrections[0]: the field 'fact' is missing",
    ),
    File(
        "a source without its publisher",
        _with(sources=[{"url": "https://example.org"}]),
        3,
        "event 1 (a): sources[0]: the field 'publisher' is missing",
    ),
    File(
        "an address that is a script",
        _with(sources=[_SOURCE | {"url": "javascript:alert(1)"}]),
        3,
        f"event 1 (a): sources[0].url: {_NO_ADDRESS} 'javascript:alert(1)'",
    ),
    File(
        "an address with a line feed in it",
        _with(sources=[_SOURCE | {"url": "https://a.example/\nx"}]),
        3,
        rf"event 1 (a): sources[0].url: {_NO_ADDRESS} 'https://a.example/\nx'",
    ),
    File("one id twice", json.dumps([EVENT, EVENT]).encode(), 3, "two events have the id 'a'; ids must differ"),
    File("one id twice, in lines", f"{ONE}\n{ONE}".encode(), 3, "two events have the id 'a'; ids must differ"),
    File(
        "an escape sequence in an id",
        _with(id="\x1b[2J\u202e", title=3),
        3,
        r"event 1 (\x1b[2J\u202e): title: expected text, found a number",
    ),
    File(
        "a wrong type in the second line",
        f'{ONE}\n{{"id": "b", "date": "2022", "title": 3}}'.encode(),
        3,
        "line 2 (b): title: expected text, found a number",
    ),
    File(
        "a registry that is wrong",
        json.dumps({"events": [EVENT], "actors": [{"name": 3}]}).encode(),
        3,
        "actors[0].name: expected text, found a number",
    ),
    File(
        "a format of later days",
        json.dumps({"format": 2, "events": [EVENT]}).encode(),
        3,
        "format: invalid enum value 2",
    ),
)
"""JSON that is no record, or one that only looks so."""

FILES = (*NOT_TEXT, *NOT_JSON, *NOT_A_RECORD)
