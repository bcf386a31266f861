"""A question put to the data file of the run, with what the reader is told while it is read."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from rnk_timeline.cli.output import is_terminal, say
from rnk_timeline.dataset import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from rnk_timeline.cli import Settings
    from rnk_timeline.query import Query
    from rnk_timeline.sieve import Asked

_PATIENCE = 1.0
"""Seconds after which a reader is told that something is going on."""


def asked(settings: Settings, query: Query) -> Asked:
    """Put `query` to the data file; on a terminal, show how far the reading of a large one has come."""
    from rnk_timeline.sieve import ask

    if settings.data is None:
        return ask(None, query)
    with ExitStack() as stack:
        watch = _progress(settings.data, stack) if is_terminal(sys.stderr) else None
        answer = ask(settings.data, query, skip_bad=settings.skip_bad, **({"watch": watch} if watch else {}))
    if answer.skipped:
        say(f"rnk: skipped {answer.skipped} that could not be read as events")
    return answer


def _progress(path: str, stack: ExitStack) -> Callable[[int], None]:
    """Return what shows how many bytes have been read; it draws nothing before a second has passed."""
    began = time.monotonic()
    if path == STDIN:
        _say_that_it_waits(stack)
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

    size = os.stat(path).st_size if path != STDIN else None
    columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    progress = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = progress.add_task("reading", total=size)
    return lambda read: progress.update(task, completed=read)


def _say_that_it_waits(stack: ExitStack) -> None:
    from threading import Timer

    timer = Timer(_PATIENCE, say, ["rnk: reading standard input; it has not ended yet"])
    timer.daemon = True
    timer.start()
    stack.callback(timer.cancel)
