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
    excel: bool

    def write(self, text: str) -> object:
        """Write `text`; raises `OutputError` if it cannot be written in full."""

    def write_utf8(self, text: bytes) -> object:
        """Write text that is encoded in UTF-8 already, as `write` does."""

    def remark(self, text: str) -> None:
        """Keep something to tell the reader beside the answer: what a format could not hold."""


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
    "markdown": "markdown",
    "html": "html_",
    "ics": "ics",
    "timelinejs": "timelinejs",
}
FORMATS = tuple(_FORMATS)
OF_EVENTS = frozenset({"timeline", "html", "ics", "timelinejs"})
"""The formats that draw events and nothing else: counts, actors and sources have the others."""
TABULAR = tuple(name for name in FORMATS if name not in OF_EVENTS)
ENDINGS = {"md": "markdown", **{name: name for name in FORMATS if name not in ("table", "timeline", "timelinejs")}}
"""Which format the ending of a file's name asks for."""
DRAWN = frozenset({"table", "timeline"})
"""The formats drawn for people, which make the text of a file harmless themselves."""


def renderer(name: str) -> Renderer:
    """Return the function that draws the format called `name`."""
    module = import_module(f"rnk_timeline.render.{_FORMATS[name]}")
    draw: Renderer = getattr(module, f"render_{name}")
    return draw
