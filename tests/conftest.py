"""What the tests share: rnk as a function, as a process and on a terminal, and a record of five events."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import hypothesis
import pytest
from click.testing import CliRunner

from rnk_timeline import dataset
from rnk_timeline.cli import cli

# No example fails for being slow: the machine may be busy with something else.
hypothesis.settings.register_profile("rnk", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("rnk")

# A shell has what it runs in the background ignore Ctrl-C, and so would all that the tests start and then interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Windows has no pseudo-terminal, no bash and no devices in /dev: tests that ask one of them are left out there.
_OF_POSIX = re.compile(r'from tests\.(terminal|shells|started|hostile) |"/dev/|"bash"|import (pty|fcntl|resource)')
_FILES = Path(__file__).parent.glob("*.py") if os.name != "posix" else ()
collect_ignore = [path.name for path in _FILES if _OF_POSIX.search(path.read_text("utf-8"))]


class Ran(NamedTuple):
    """What a run of rnk left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def dates(self) -> list[str]:
        return [line.split("\t")[0] for line in self.lines]


# What a process of its own starts with, Windows' own need among it, and what measures the coverage of it.
KEPT = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT") or name[:9] == "COVERAGE_"}
PLAIN = KEPT | {"LANG": "C.UTF-8", "PYTHONWARNINGS": "error"}
# For a process whose loaded modules are looked at: what measures loads its own.
UNMEASURED = {"COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}


@pytest.fixture
def rnk(monkeypatch):
    """Run rnk within this process, off a terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "RNK_DATA", "RNK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str, stdin: str | bytes | None = None, today: date | None = None) -> Ran:
        if today is not None:
            monkeypatch.setattr("rnk_timeline.cli.today", lambda: today)
        result = CliRunner().invoke(cli, args, input=stdin, prog_name="rnk")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout_bytes.decode("utf-8"), result.stderr)

    return run


@pytest.fixture
def process(tmp_path):
    """Run rnk as a process of its own, its output in pipes."""

    def run(*args: str, stdin: str = "", **env: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "rnk_timeline", *args],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=PLAIN | env,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def record():
    """The bundled record."""
    return dataset.load()


FIVE = [
    {
        "id": "1950-early",
        "date": "1950",
        "title": "Something happened some time in 1950",
        "categories": ["diplomacy"],
        "actors": ["Soviet Union"],
    },
    {
        "id": "2000-visit",
        "date": "2000-07-19/2000-07-20",
        "title": "A president came",
        "summary": "He stayed two days, and signed a declaration.",
        "categories": ["summit"],
        "actors": ["Vladimir Putin", "Kim Jong Il"],
        "places": ["Pyongyang"],
        "significance": 3,
        "sources": [
            {
                "publisher": "An Agency",
                "title": "He came",
                "url": "https://example.org/came",
                "published": "2000-07-19",
                "kind": "agency",
            }
        ],
    },
    {
        "id": "2000-month",
        "date": "2000-07",
        "title": "Sanctions talk in July",
        "categories": ["sanctions", "diplomacy"],
        "actors": ["Russia"],
    },
    {
        "id": "2022-veto",
        "date": "2022-05-26",
        "title": "Two vetoes",
        "categories": ["un-veto", "sanctions"],
        "actors": ["Russia", "China"],
        "vote": {
            "body": "UN Security Council",
            "symbol": None,
            "in_favour": 13,
            "against": 2,
            "abstained": 0,
            "against_by": ["China", "Russia"],
            "outcome": "vetoed",
        },
    },
    {
        "id": "2024-troops",
        "date": "2024-10-18",
        "title": "Troops said to be in Russia",
        "categories": ["military"],
        "actors": ["North Korea", "Russia"],
        "known_from": "2024-10-19",
        "claims": [
            {"by": "South Korea", "on": "2024-10-18", "stance": "asserts", "what": "troops are there"},
            {"by": "North Korea", "on": "2024-10-21", "stance": "denies", "what": "no troops"},
            {"by": "Russia", "on": "2025-04-26", "stance": "confirms", "what": "they fought"},
        ],
        "corrections": [{"error": "they were 100,000", "fact": "nobody said so"}],
    },
]


@pytest.fixture
def five(tmp_path) -> str:
    """The path of a user's own file: a bare array of five events."""
    path = tmp_path / "five.json"
    path.write_text(json.dumps(FIVE), encoding="utf-8")
    return str(path)
