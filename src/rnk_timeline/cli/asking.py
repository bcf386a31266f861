"""A question put to the data file of the run, with what the reader is told while it is read."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from rnk_timeline.cli.output import is_terminal, say
from rnk_timeline.signals import undone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rnk_timeline.cli import Settings
    from rnk_timeline.model import Record
    from rnk_timeline.query import Query
    from rnk_timeline.sieve import Asked

_PATIENCE = 1.0
"""Seconds after which a reader is told that something is going on."""


def asked(settings: Settings, query: Query, *, ranked: bool = False) -> Asked:
    """Put `query` to the data file; on a terminal, show how far the reading of a large one has come.

    `ranked` is a search whose order of relevance counts.
    """
    from rnk_timeline.sieve import ask

    if settings.data is None:
        return ask(None, query)
    with waiting_for(settings.data), ExitStack() as stack:
        watch = _progress(settings.data, stack) if is_terminal(sys.stderr) else None
        watched = {"watch": watch} if watch else {}
        answer = ask(settings.data, query, ranked=ranked, skip_bad=settings.skip_bad, **watched)
    if answer.skipped:
        say(f"rnk: skipped {answer.skipped} that could not be read as events")
    return answer


def held(settings: Settings) -> Record:
    """Return the whole record of the run's data file."""
    from rnk_timeline.dataset import load

    if settings.data is None:
        return load()
    with waiting_for(settings.data):
        return load(settings.data)


@contextmanager
def waiting_for(path: str) -> Iterator[None]:
    """Say on a terminal that the reading of a pipe, or of what somebody types, has not come to its end."""
    from rnk_timeline.dataset import STDIN, label_of

    if not is_terminal(sys.stderr) or (path != STDIN and os.path.isfile(path)):
        yield
        return
    from threading import Timer

    typed = path == STDIN and is_terminal(sys.stdin)
    sentence = "rnk: reading what you type; Ctrl-D ends it" if typed else f"rnk: still reading {label_of(path)}"
    timer = Timer(0 if typed else _PATIENCE, say, [sentence])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _progress(path: str, stack: ExitStack) -> Callable[[int], None]:
    """Return what shows how many bytes have been read; it draws nothing before a second has passed."""
    began = time.monotonic()
    bars: list[Callable[[int], None]] = []

    def watch(read: int) -> None:
        if not bars and time.monotonic() - began > _PATIENCE:
            bars.append(_bar(path, stack))
        for show in bars:
            show(read)

    return watch


def _bar(path: str, stack: ExitStack) -> Callable[[int], None]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    from rnk_timeline.dataset import STDIN

    size = os.stat(path).st_size if path != STDIN else None
    columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    stack.enter_context(undone(_show_the_cursor))
    progress = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = progress.add_task("reading", total=size)
    return lambda read: progress.update(task, completed=read)


def _show_the_cursor() -> None:
    """Take the bar away and show the cursor that it hid."""
    os.write(sys.stderr.fileno(), b"\r\x1b[2K\x1b[?25h")
