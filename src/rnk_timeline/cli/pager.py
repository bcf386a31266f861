"""A pager for a long answer, started without a shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from rnk_timeline.cli.output import reason_of
from rnk_timeline.errors import OutputError
from rnk_timeline.signals import interrupts_ignored
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


def _command() -> list[str]:
    """Return the pager to run: RNK_PAGER's, else PAGER's, else less or more."""
    for name in ("RNK_PAGER", "PAGER"):
        words = _words(name, os.environ.get(name, ""))
        # RNK_PAGER may be just a switch; then it is not the name of a program.
        if words and words[0] not in ("0", "1", "true", "yes", "on"):
            return words
    return [shutil.which("less") or shutil.which("more") or "more"]


def _words(name: str, line: str) -> list[str]:
    try:
        # A backslash is a part of a path on Windows, not a mark of quotation.
        return shlex.split(line.replace("\\", "\\\\") if os.sep == "\\" else line)
    except ValueError as error:
        raise OutputError(f"cannot start the pager that {name} names, {quoted(line)}: {error}") from None


@contextmanager
def paged() -> Iterator[IO[bytes]]:
    """Yield the input of a running pager, and wait until its reader is done.

    A reader who leaves early has seen enough: that is no error. Raises `OutputError` if the pager cannot start.
    """
    # less: quit if it all fits one screen, show colours, leave the text on the screen.
    command = _command()
    environment = {"LESS": "-FRX", **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 (the user's own command)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise OutputError(f"cannot start the pager {quoted(command[0])}: {reason_of(error)}") from None
    # Ctrl-C is for the pager, as every other key is.
    with interrupts_ignored(), suppress(BrokenPipeError), pager:
        if pager.stdin is not None:
            yield pager.stdin
            pager.stdin.close()
