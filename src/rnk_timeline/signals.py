"""What a signal leaves of a run: an exit code, and nothing else.

A handler that ends the process at once leaves no moment at which an interrupt could become a traceback: not while
modules load, not in a callback whose exceptions Python only prints, not at exit.
"""

from __future__ import annotations

import _signal as signal  # type: ignore[import-not-found]  # the public module takes 3 ms: it makes enumerations of it
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")  # not every system has the last
_unfinished: list[Callable[[], object]] = []


def end_quietly() -> None:
    """From now on let an interrupt, a termination or a lost terminal end the process with 128 + the signal.

    What was started to ignore one of them (by nohup, or as a shell's background job) goes on ignoring it.
    """
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _end)


@contextmanager
def undone(undo: Callable[[], object]) -> Iterator[None]:
    """Call `undo` if a signal ends the process within this context: for what must not be left behind."""
    _unfinished.append(undo)
    try:
        yield
    finally:
        _unfinished.remove(undo)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C within this context: it is meant for a program that runs in the foreground."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end(number: int, _: object) -> None:
    for undo in reversed(_unfinished):
        with suppress(OSError):
            undo()
    if number == signal.SIGINT and sys.stderr is not None:  # the prompt then stands on a line of its own, after the ^C
        with suppress(OSError, ValueError):
            os.write(sys.stderr.fileno(), b"\n")
    os._exit(128 + number)
