"""The filter job and nothing else, by two decoders: the least that Python does for it, checking nothing.

python -m benchmarks.lean msgspec big.jsonl    only the fields that the job needs, blocks of 32 KiB
python -m benchmarks.lean json big.jsonl       the standard library, a line at a time
python -m benchmarks.lean json big.json        the standard library, the whole array at once
python -m benchmarks.lean msgspec data/events.json
"""

from __future__ import annotations

import csv
import gc
import sys
from typing import IO, TYPE_CHECKING, Any

import click  # noqa: F401 (rnk cannot do without it: what is compared is the reading)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLOCK = 32 * 1024
FIELDS = ("date", "categories", "title", "actors", "places", "id")


def by_json(file: IO[bytes]) -> Iterator[tuple[Any, ...]]:
    """Yield the fields of every event as the standard library reads them."""
    import json

    one_value = not file.name.endswith("l")
    events: Iterable[Any] = [json.load(file)] if one_value else map(json.loads, file)
    for found in events:
        listed = found if isinstance(found, list) else found.get("events", [found])
        for event in listed:
            yield tuple(event.get(field, ()) for field in FIELDS)


def by_msgspec(file: IO[bytes]) -> Iterator[tuple[Any, ...]]:
    """Yield the fields of every event as msgspec reads them into a small structure."""
    import msgspec

    lists = {"categories", "actors", "places"}
    lean = msgspec.defstruct("Lean", [(name, list[str], []) if name in lists else (name, str, "") for name in FIELDS])
    document = msgspec.defstruct("Document", [("events", list[lean])])  # type: ignore[valid-type]
    if file.name.endswith("l"):
        decoder = msgspec.json.Decoder(lean)
        events = (event for block in _blocks(file) for event in decoder.decode_lines(block))
    else:
        found = msgspec.json.decode(file.read(), type=list[lean] | document)  # type: ignore[operator,valid-type]
        events = iter(found if isinstance(found, list) else found.events)  # type: ignore[attr-defined]
    return map(msgspec.structs.astuple, events)


def _blocks(file: IO[bytes]) -> Iterator[bytes]:
    kept = b""
    while block := file.read(BLOCK):
        cut = block.rfind(b"\n") + 1
        yield kept + block[:cut]
        kept = block[cut:]
    yield kept


def main() -> None:
    """Write what matches as CSV."""
    decoder, path = sys.argv[1:]
    gc.disable()  # as rnk does
    with open(path, "rb") as file:
        rows = by_json(file) if decoder == "json" else by_msgspec(file)
        matching = [row for row in rows if _matches(*row)]
    csv.writer(sys.stdout).writerows(sorted(matching, key=lambda row: row[0]))


def _matches(date: str, categories: list[str], _title: str, actors: list[str], _places: list[str], _id: str) -> bool:
    return date.rpartition("/")[2] >= "2022" and "military" in categories and "NATO" in actors


if __name__ == "__main__":
    main()
