"""Real shells on a real terminal, with rnk's completion installed as its help says."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rnk_timeline.cli.completion import completion_command
from tests.readers import program

_CONTROL = re.compile(rb"\x1b\[[0-9;?>=]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\r")
_PATIENCE = 60
TAB, TO_START, TO_END, CLEAR = "\t", "\x01", "\x05", "\x15"


def install_line(shell: str) -> str:
    """Return the line that the help of `rnk completion` shows for setting up a shell."""
    return next(line for question, line in completion_command.examples if question == f"{shell}, from now on")


class Shell:
    """An interactive shell of a user who has nothing but what the install line made."""

    def __init__(self, name: str, home: Path) -> None:
        self.name = name
        path = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"
        env = {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm", "SHELL": program(name)}
        subprocess.run(["sh", "-c", install_line(name)], env=env, check=True, timeout=_PATIENCE)
        self._keeper, terminal = pty.openpty()
        self._running = subprocess.Popen(
            [program("setsid"), "--ctty", program(name), "-i"],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=env,
            cwd=home,
        )
        os.close(terminal)
        self._seen = b""
        self.type('echo rea""dy\r')
        self.wait_for("\nready")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._keeper, keys.encode())

    def wait_for(self, *texts: str) -> str:
        """Return what the shell has shown once all of `texts` are among it, and forget it."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            shown = _CONTROL.sub(b"", self._seen).decode(errors="replace")
            if all(text in shown for text in texts):
                self._seen = b""
                return shown
            if select.select([self._keeper], [], [], 1)[0]:
                self._seen += os.read(self._keeper, 65536)
        return pytest.fail(f"{self.name} never showed {texts} but {shown!r}")

    def completed(self, typed: str) -> list[str]:
        """Return the words of the line that stands there when Tab was pressed after `typed`."""
        self.type(f"{typed}{TAB}{TO_START}printf '[%s]\\n' {TO_END} end\r")
        shown = self.wait_for("\n[end]")
        return re.findall(r"^\[(.*)\]$", shown, re.MULTILINE)[:-1]

    def close(self) -> None:
        """Hang up."""
        os.close(self._keeper)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._running.wait(5)
        self._running.kill()
        self._running.wait(5)
