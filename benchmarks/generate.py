"""Write a data file of made-up events in the record's own format, about 1 KB each, the same for the same seed.

python benchmarks/generate.py 100000 > big.jsonl
python benchmarks/generate.py 100000 --array > big.json
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from datetime import date, timedelta
from typing import IO

CATEGORIES = ("summit", "sanctions", "un-veto", "military", "diplomacy", "economy")
ACTORS = (
    "Russia",
    "North Korea",
    "China",
    "United States",
    "Vladimir Putin",
    "Kim Jong Un",
    "NATO",
    "Ukraine",
    "Japan",
)
PLACES = ("Moscow", "Pyongyang", "Vladivostok", "New York", "Rason", "Khasan")
WORDS = [
    "delegation",
    "talks",
    "treaty",
    "border",
    "bridge",
    "railway",
    "envoy",
    "statement",
    "council",
    "vote",
    "sanctions",
    "committee",
    "missile",
    "container",
    "shipment",
    "minister",
    "ambassador",
    "visit",
    "agreement",
    "protocol",
    "commission",
    "trade",
    "coal",
    "wheat",
    "oil",
    "workers",
    "troops",
    "region",
]


def event(number: int, rng: random.Random) -> dict[str, object]:
    """Return one event: a contested one in ten, a span one in ten."""
    day = date(1945, 8, 15) + timedelta(days=rng.randrange(29_000))
    last = f"/{day + timedelta(days=rng.randrange(1, 5))}" if number % 10 == 0 else ""
    url = f"https://example.org/{day:%Y/%m}/{number}"
    said = {"by": rng.choice(ACTORS), "on": day.isoformat(), "stance": "asserts", "what": _text(rng, 6), "source": url}
    return {
        "id": f"{day.year}-event-{number}",
        "date": f"{day}{last}",
        "title": _text(rng, 8),
        "summary": _text(rng, 45),
        "categories": rng.sample(CATEGORIES, 2),
        "actors": rng.sample(ACTORS, 3),
        "places": [rng.choice(PLACES)],
        "significance": rng.randrange(1, 4),
        "claims": [said] if number % 10 == 5 else [],
        "vote": None,
        "corrections": [],
        "known_from": None,
        "sources": [
            {"publisher": "Example", "title": _text(rng, 7), "url": url, "published": day.isoformat(), "kind": "press"},
            {"publisher": "Sample", "title": _text(rng, 7), "url": f"{url}/b", "published": None, "kind": "agency"},
        ],
    }


def _text(rng: random.Random, words: int) -> str:
    return " ".join(rng.choices(WORDS, k=words)).capitalize()


def write(file: IO[str], events: int, *, array: bool = False, seed: int = 1948) -> None:
    """Write so many events to `file`, as JSON Lines or as one JSON array."""
    rng = random.Random(seed)  # noqa: S311 (no secret)
    begin, between, end = ("[", ",", "]\n") if array else ("", "\n", "\n")
    file.write(begin)
    file.writelines((between if number else "") + json.dumps(event(number, rng)) for number in range(events))
    file.write(end)


def main() -> None:
    """Write the events to standard output."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("events", type=int)
    asked.add_argument("--array", action="store_true", help="one JSON array instead of JSON Lines")
    asked.add_argument("--seed", type=int, default=1948)
    options = asked.parse_args()
    write(sys.stdout, options.events, array=options.array, seed=options.seed)


if __name__ == "__main__":
    main()
