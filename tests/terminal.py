"""A real pseudo-terminal to run a program on."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence

from tests.conftest import PLAIN

ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def on_terminal(
    args: Sequence[str],
    *,
    columns: int = 80,
    lines: int = 24,
    start: Sequence[str] = ("-m", "rnk_timeline"),
    **env: str,
) -> tuple[int, str]:
    """Run rnk with all its streams on a terminal of this size; return its exit code and all that it wrote there."""
    keeper, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    given = PLAIN | {"TERM": "xterm-256color"} | env
    running = subprocess.Popen(
        [sys.executable, *start, *args], stdin=terminal, stdout=terminal, stderr=terminal, env=given
    )
    os.close(terminal)
    chunks = []
    with contextlib.suppress(OSError):  # how Linux says that the other side is gone
        while chunk := os.read(keeper, 65536):
            chunks.append(chunk)
    os.close(keeper)
    return running.wait(60), b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


def plain(text: str) -> str:
    """Return `text` without colours and links."""
    return ESCAPES.sub("", text)
