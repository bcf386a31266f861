"""Text cut to the cells of a terminal: widths as the terminal counts them, lines broken between words."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells


def width_of(text: str) -> int:
    """Return how many cells `text` takes up."""
    return len(text) if text.isascii() else cell_len(text)


def padded(text: str, width: int) -> str:
    """Return `text` with spaces up to `width` cells."""
    return text + " " * (width - width_of(text))


def wrap(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` cells, between words, or within one that is longer than a line."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = pieces(word, width)
        lines.extend(full)
    return [*lines, line]


def pieces(word: str, width: int) -> list[str]:
    """Cut one word into pieces of at most `width` cells; nothing of it is lost."""
    if width_of(word) <= width:
        return [word]
    return chop_cells(word, max(width, 2))


def fold(text: str, after: str | None) -> list[str]:
    """Break `text` after each `after`, and nowhere if that is None.

    >>> fold("2000-07-19/2000-07-20", "/")
    ['2000-07-19/', '2000-07-20']
    """
    if after is None or after not in text:
        return [text]
    return [part for part in re.split(f"(?<={re.escape(after)}) ?", text) if part]
