"""Keys that stand twice in one object: a decoder keeps the last of them in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_timeline.faults import UNREADABLE, bracketed, explain, is_json_lines
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable


def repeated_key(data: bytes) -> str:
    """Say which key stands twice in an object of `data`, nothing if none does: a decoder keeps the last in silence.

    `data` has been decoded before; what was skipped then, in fields that are not known, may still be a fault to tell.
    """
    found: list[str] = []

    def look(pairs: list[tuple[str, object]]) -> None:
        if len({key for key, _ in pairs}) < len(pairs) and not found:
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            found.append(f"the key {quoted(twice)} stands twice in one object{bracketed(dict(pairs))}")

    in_lines = is_json_lines(data)
    try:
        for number, text in enumerate(data.split(b"\n") if in_lines else [data], start=1):
            go_through(text, look)
            if found:
                where = f"line {number}: " if in_lines else ""
                return where + found[0]
    except UNREADABLE as error:
        return explain(data, error)
    except ValueError:  # the decoder of lines takes white space of any kind for the end of a line
        return f"line {number}: every event must stand on one line, by itself"
    return ""


def go_through(text: bytes, look: Callable[[list[tuple[str, object]]], object]) -> None:
    """Show `look` the keys and values of every object in `text`, a JSON document that has been decoded before."""
    import json

    if text.strip():
        # Numbers stay texts: Python refuses to make one of more than 4,300 digits.
        json.loads(text, object_pairs_hook=look, parse_int=str, parse_float=str, strict=False)
