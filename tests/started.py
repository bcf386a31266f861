"""rnk as a process of its own, started under conditions that a test chooses."""

from __future__ import annotations

import ctypes
import shlex
import subprocess
import sys

from tests.conftest import PLAIN, Ran

COMMAND = (sys.executable, "-m", "rnk_timeline")
_DROP_FROM_BOUNDS = 24  # prctl's PR_CAPBSET_DROP
_OVERRIDES = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: what lets root read and write everything


def start(*args: str | bytes, stdin: bytes | None = None, **settings: object) -> Ran:
    """Run rnk to its end, its streams where `settings` of Popen say, else in pipes; bytes that are no text are told."""
    settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": PLAIN} | settings
    if stdin is not None:
        settings["input"] = stdin
    done = subprocess.run([*COMMAND, *args], timeout=60, check=False, **settings)
    out, err = ((part or b"").decode("utf-8", "backslashreplace") for part in (done.stdout, done.stderr))
    return Ran(done.returncode, out, err)


def in_bash(line: str, *args: str, cwd: object = None, stdin: bytes = b"", **env: str) -> Ran:
    """Run a line of bash in which rnk is a command, and `args` are its $1, $2 and so on."""
    script = f'rnk() {{ {shlex.join(COMMAND)} "$@"; }}\n{line}'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *args],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=PLAIN | env,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def as_anybody() -> None:
    """Give up root's right to read and write everything: for `preexec_fn`; nothing happens to who is not root."""
    for override in _OVERRIDES:
        _SYSTEM.prctl(_DROP_FROM_BOUNDS, override, 0, 0, 0)


_SYSTEM = ctypes.CDLL(None)
