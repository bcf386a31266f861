"""Colours. Each goes with a word that says the same, so that nothing depends on them."""

from __future__ import annotations

VALUES = {
    "summit": "bold magenta",
    "sanctions": "yellow",
    "un-veto": "bold red",
    "military": "green",
    "diplomacy": "blue",
    "economy": "cyan",
    "disputed": "bold red",
    "alleged": "red",
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
