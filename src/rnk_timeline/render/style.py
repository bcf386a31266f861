"""Colours. Each goes with a word that says the same, so that nothing depends on them.

They are of the fixed part of the 256 colours, and about as far from white as from black: a theme's own yellow or cyan
cannot be read on a light background, nor its blue on a dark one.
"""

from __future__ import annotations

GREEN = "color(28)"
RED = "color(160)"
VALUES = {
    "summit": "bold color(163)",
    "sanctions": "color(130)",
    "un-veto": f"bold {RED}",
    "military": GREEN,
    "diplomacy": "color(63)",
    "economy": "color(30)",
    "disputed": f"bold {RED}",
    "alleged": RED,
    "confirmed": "dim",
}
SIGNS = {"summit": "S", "sanctions": "X", "un-veto": "V", "military": "M", "diplomacy": "D", "economy": "E"}
COLUMNS = {"date": "bold", "id": "dim", "actors": "dim", "places": "dim"}


def sign_of(category: str) -> str:
    """Return the letter that stands for a category where there is no room for its name."""
    return SIGNS.get(category) or category[:1].upper() or "?"


def style_of(column: str, cell: str) -> str:
    """Return the style of a cell: by its first value, else by its column, else none."""
    return VALUES.get(cell.partition(";")[0]) or COLUMNS.get(column, "")
