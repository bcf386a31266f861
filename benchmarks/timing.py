"""Programs run as processes of their own, their time and memory taken, and two of them compared pair by pair."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from statistics import median
from typing import NamedTuple

# A checkout that writes no bytecode compiles itself at every start, and one write a line is not what a pipe sees.
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED") and not name.startswith(("RNK_", "COVERAGE_"))
}
FAILED = 2  # rnk and its peers exit with 0, or with 1 where nothing was found


class Run(NamedTuple):
    """One run of a program: seconds, those of a processor, those until it wrote, megabytes (2**20) at its peak."""

    seconds: float
    cpu: float
    first: float
    peak: float


class Pairs(NamedTuple):
    """A program and another beside it, run in turn: the ratio of their times, and of what processors did for them."""

    ratio: float
    cpu: float
    ran: Run
    beside: Run


class ProgramError(Exception):
    """A program that could not be measured because it failed."""


def compare(command: list[str], beside: list[str], pairs: int, *, terminal: bool = False, stdin: str = "") -> Pairs:
    """Run both in turn `pairs` times after one run to warm up; the ratio is the median of those of the pairs."""
    run(command, terminal=terminal, stdin=stdin)
    both = [(run(beside), run(command, terminal=terminal, stdin=stdin)) for _ in range(pairs)]
    ratio = median(ran.seconds / other.seconds for other, ran in both)
    cpu = median(ran.cpu / other.cpu for other, ran in both)
    return Pairs(ratio, cpu, _middle([ran for _, ran in both]), _middle([other for other, _ in both]))


def _middle(runs: list[Run]) -> Run:
    return Run(*map(median, zip(*runs, strict=True)))


def run(command: list[str], *, terminal: bool = False, stdin: str = "") -> Run:
    """Run a program to its end, its output into nothing or, if `terminal`, onto a terminal of 120 columns."""
    with open(stdin or os.devnull, "rb") as given:
        if terminal:
            return _on_terminal(command, given.fileno())
        began = time.perf_counter()
        running = subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        return _ended(command, running, began, 0.0)


def _on_terminal(command: list[str], stdin: int) -> Run:
    keeper, screen = pty.openpty()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    given = ENVIRONMENT | {"TERM": "xterm-256color"}
    began = time.perf_counter()
    running = subprocess.Popen(command, stdin=stdin, stdout=screen, env=given)
    os.close(screen)
    first = 0.0
    try:
        while os.read(keeper, 65536):
            first = first or time.perf_counter() - began
    except OSError:  # how Linux says that the other side is gone
        pass
    os.close(keeper)
    return _ended(command, running, began, first)


def _ended(command: list[str], running: subprocess.Popen[bytes], began: float, first: float) -> Run:
    _, status, used = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - began
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode < 0 or running.returncode >= FAILED:
        raise ProgramError(f"{' '.join(command)[:200]}: exit {running.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, first, used.ru_maxrss / 1024)


def lines(command: list[str]) -> int:
    """Return how many lines a program writes."""
    return subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False).stdout.count(b"\n")
