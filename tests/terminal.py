"""A real pseudo-terminal to run a program on."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence

from tests.conftest import PLAIN
from tests.started import COMMAND

ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


class Terminal:
    """A terminal of some size with a program running on it: what it shows can be waited for, and keys typed."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 80, lines: int = 24, cwd: object = None, **env: str
    ) -> None:
        self._keeper, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._running = subprocess.Popen(
            command,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            cwd=cwd,
            env=PLAIN | {"TERM": "xterm-256color"} | env,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C reaches it
        )
        os.close(terminal)
        self._shown = b""

    def until(self, text: str) -> str:
        """Wait until the terminal shows `text`; return all that it has shown."""
        while text.encode() not in self._shown:
            assert select.select([self._keeper], [], [], 30)[0], f"waited in vain for {text!r}: {self._shown!r}"
            self._read()
        return self._shown.decode()

    def type(self, keys: str) -> None:
        """Type `keys`; "\\x03" is Ctrl-C, "\\x04" Ctrl-D."""
        os.write(self._keeper, keys.encode())

    def end(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and all that the terminal has shown."""
        with contextlib.suppress(OSError):  # how Linux says that the other side is gone
            while self._read():
                pass
        os.close(self._keeper)
        return self._running.wait(60), self._shown.decode("utf-8").replace("\r\n", "\n")

    def _read(self) -> bytes:
        chunk = os.read(self._keeper, 65536)
        self._shown += chunk
        return chunk


def on_terminal(
    args: Sequence[str], *, columns: int = 80, lines: int = 24, start: Sequence[str] = (), **env: str
) -> tuple[int, str]:
    """Run rnk with all its streams on a terminal of this size; return its exit code and all that it wrote there.

    `start` is what Python is given to start it with, where that is not its usual way.
    """
    command = [sys.executable, *start] if start else COMMAND
    return Terminal([*command, *args], columns=columns, lines=lines, **env).end()


def plain(text: str) -> str:
    """Return `text` without colours and links."""
    return ESCAPES.sub("", text)
