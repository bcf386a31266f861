"""The formats: one function each, and the one registry that knows which exist."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rnk_timeline.columns import Answer


class Sink(Protocol):
    """Where a format writes, and what it may know of it."""

    width: int
    color: bool
    links: bool
    header: bool | None

    def write(self, text: str) -> object:
        """Write `text`; raises `OutputError` if it cannot be written in full."""


class Renderer(Protocol):
    """A format: draws an answer into a sink."""

    def __call__(self, answer: Answer, sink: Sink) -> None:
        """Write the whole of `answer` to `sink`."""


# Modules are loaded when their format is asked for: drawing a table costs as much as everything else together.
_FORMATS = {
    "table": "table",
    "timeline": "timeline",
    "tsv": "tsv",
    "csv": "csv_",
    "json": "json_",
    "jsonl": "json_",
}
FORMATS = tuple(_FORMATS)
DRAWN = frozenset({"table", "timeline"})
"""The formats drawn for people, which make the text of a file harmless themselves."""


def renderer(name: str) -> Renderer:
    """Return the function that draws the format called `name`."""
    module = import_module(f"rnk_timeline.render.{_FORMATS[name]}")
    draw: Renderer = getattr(module, f"render_{name}")
    return draw
