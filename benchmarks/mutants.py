"""Files that were valid until something happened to them, by the byte and by the value; the same for the same seed."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from naughty import BROKEN_FILES, BROKEN_VALUES, DATES, TEXTS, WHOLE_VALUES

if TYPE_CHECKING:
    import random

EVENTS: list[dict[str, Any]] = [
    {"id": "1950-early", "date": "1950", "title": "Some time in 1950", "actors": ["Soviet Union"]},
    {"id": "2000-month", "date": "2000-07~", "title": "Talk in July", "categories": ["sanctions", "diplomacy"]},
    {
        "id": "2000-visit",
        "date": "2000-07-19/2000-07-20",
        "title": "A president came",
        "summary": "He stayed two days.\nThen he left.",
        "categories": ["summit"],
        "actors": ["Vladimir Putin", "Kim Jong Il"],
        "places": ["Pyongyang"],
        "significance": 3,
        "corrections": [{"error": "he stayed a week", "fact": "he stayed two days"}],
        "sources": [{"publisher": "An Agency", "title": "He came", "url": "https://example.org/came"}],
    },
    {
        "id": "2022-veto",
        "date": "2022-05-26",
        "title": "Two vetoes",
        "categories": ["un-veto", "sanctions"],
        "actors": ["Russia", "China"],
        "vote": {"body": "UN Security Council", "in_favour": 13, "against": 2, "against_by": ["China", "Russia"]},
    },
    {
        "id": "2024-troops",
        "date": "2024-10-18",
        "title": "\uae40 said to be in Russia",
        "categories": ["military"],
        "actors": ["North Korea", "Russia"],
        "known_from": "2024-10-19",
        "claims": [
            {"by": "South Korea", "on": "2024-10-18", "stance": "asserts", "what": "troops are there"},
            {"by": "Russia", "on": "2025-04-26", "stance": "confirms", "what": "they fought"},
        ],
    },
]
DOCUMENT = {
    "format": 1,
    "title": "A record",
    "revised": "2026-01-01",
    "coverage": {"from": "1945-08", "through": "2026-03-17"},
    "categories": [
        {"name": name, "title": name} for name in ("summit", "sanctions", "un-veto", "military", "diplomacy")
    ],
    "actors": [
        {"name": "Russia", "kind": "state"},
        {"name": "North Korea", "kind": "state", "aliases": ["DPRK"]},
        {"name": "Vladimir Putin", "kind": "person", "of": "Russia", "roles": [{"role": "President", "from": "2000"}]},
        {"name": "Kim Jong Il", "kind": "person", "of": "North Korea"},
    ],
    "places": [{"name": "Pyongyang", "country": "North Korea"}],
    "events": EVENTS,
}
SEEDS = (
    json.dumps(DOCUMENT).encode(),
    json.dumps(DOCUMENT, indent=1, ensure_ascii=False).encode(),
    json.dumps(EVENTS).encode(),
    "\n".join(map(json.dumps, EVENTS)).encode(),
    json.dumps(EVENTS[1]).encode(),
)
BITS = [
    *(text.encode() for text in BROKEN_VALUES + WHOLE_VALUES[:-3]),
    *(json.dumps(text)[:200].encode() for text in TEXTS.values()),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b",",
        b":",
        b"\\",
        b"\n",
        b"\0",
        b"\xff",
        b"\x80",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
    ),
    *(b"\\ud800", b"\\u0000", b"9" * 5000, b"[" * 2000, b'{"a":' * 2000, b'"events"', b'"id"', b'"date"', b"null"),
]
VALUES = [None, True, 0, -1, 4, 10**30, 1.5, "", "x", [], {}, [[]], [None], {"": None}, *TEXTS.values()]


def mutated(rng: random.Random) -> bytes:
    """Return a file that was valid until something happened to it, or never was."""
    chance = rng.random()
    if chance < 0.02:
        return rng.choice(list(BROKEN_FILES.values()))
    if chance < 0.5:
        data = rng.choice(SEEDS)
        for _ in range(rng.choice((1, 1, 2, 3, 8))):
            data = _damaged(data, rng)
        return data
    data = _shaped(_changed(rng), rng)
    return _damaged(data, rng) if rng.random() < 0.2 else data


def _damaged(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    end = min(at + rng.choice((1, 1, 2, 5, 40, 400)), len(data))
    other = rng.choice(SEEDS)
    ways = (
        lambda: data[:at],
        lambda: data[:at] + data[end:],
        lambda: data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :],
        lambda: data[:end] + data[at:end] * rng.choice((1, 1, 50)) + data[end:],
        lambda: data[:at] + rng.choice(BITS) + data[end:],
        lambda: data[:at] + rng.choice(BITS) + data[at:],
        lambda: data[:at] + other[rng.randrange(len(other)) :],
    )
    return rng.choice(ways)()


def _changed(rng: random.Random) -> Any:
    """Return the document or its events with values put where they do not belong."""
    whole: Any = json.loads(json.dumps(DOCUMENT if rng.random() < 0.5 else EVENTS))
    for _ in range(rng.choice((1, 1, 2, 4))):
        holder, key = _somewhere(whole, rng)
        kind = rng.randrange(5)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, dict):
            holder[rng.choice((*TEXTS.values(), "unknown", "date", "events", "id"))] = deepcopy(rng.choice(VALUES))
        elif kind == 2 and isinstance(holder, list):
            holder.insert(key, deepcopy(holder[key]))
        elif kind == 3:
            holder[key] = rng.choice(DATES)
        else:
            holder[key] = deepcopy(rng.choice(VALUES))
        if not whole:
            break
    return whole


def _somewhere(whole: Any, rng: random.Random) -> tuple[Any, Any]:
    """Return a list or an object within `whole`, and a key of it."""
    holder = whole
    while True:
        key = rng.choice(list(holder)) if isinstance(holder, dict) else rng.randrange(len(holder))
        inner = holder[key]
        if not isinstance(inner, dict | list) or not inner or rng.random() < 0.1:
            return holder, key
        holder = inner


def _shaped(whole: Any, rng: random.Random) -> bytes:
    if isinstance(whole, list) and rng.random() < 0.5:
        text = "\n".join(json.dumps(event) for event in whole)
    else:
        text = json.dumps(whole, indent=rng.choice((None, 1)), ensure_ascii=rng.random() < 0.5)
    if rng.random() < 0.1:  # an object may be given a key twice only by hand
        text = re.sub(r'"title":', '"date": "2022", "title":', text, count=1)
    return text.encode("utf-8", "surrogatepass")
