"""What a run has loaded by its end: that is what a short start rests on, and unlike the time it has no noise."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import pytest

from tests.conftest import FIVE, PLAIN, UNMEASURED

START = "from rnk_timeline.__main__ import main; main()"
# What costs more than all that rnk does with it, or belongs to a format or a question of its own.
HEAVY = {
    "_pydecimal", "argparse", "asyncio", "concurrent.futures", "csv", "dataclasses", "dateutil", "email", "hashlib",
    "html", "http", "icalendar", "importlib.metadata", "importlib.resources", "jinja2", "json", "logging",
    "markdown_it", "multiprocessing", "pathlib", "pkgutil", "pydantic", "pygments", "random", "rich", "shutil",
    "socket", "sqlite3", "subprocess", "tempfile", "traceback", "urllib", "zoneinfo",
}  # fmt: skip
READING = {"msgspec", "rnk_timeline.model", "rnk_timeline.dataset", "rnk_timeline.names", "rnk_timeline.query"}
LARGE_FILES = {"rnk_timeline.stream"}
CHECKING = {"rnk_timeline.check"}


def loaded(*args: str, code: str = START, **env: str) -> set[str]:
    """Return the modules that a process of rnk loads, without those of a bare Python."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code, *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=PLAIN | UNMEASURED | env,
        timeout=60,
        check=False,
    )
    told = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert done.returncode == 0, done.stderr
    return set(told) - (bare() if code else set())


@cache
def bare() -> set[str]:
    return loaded(code="")


@cache
def brought() -> set[str]:
    """Return what msgspec brings with it: json, in its older versions."""
    return {name for name in loaded(code="import msgspec") if not name.startswith("msgspec")}


def heavy(modules: set[str], unwanted: set[str]) -> set[str]:
    """Return which of the unwanted ones, or of their parts, are among the modules, but for what msgspec brings."""
    found = {name for name in modules if any(name == other or name.startswith(f"{other}.") for other in unwanted)}
    return found - brought()


COMPLETION = {"_RNK_COMPLETE": "bash_complete", "COMP_CWORD": "3"}
RUNS = [
    (["--version"], {}, HEAVY | READING | CHECKING),
    (["--help"], {}, HEAVY | READING | CHECKING),
    (["list", "--help"], {}, HEAVY | READING | CHECKING),
    (["list", "--since", "2022"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["list", "--since", "2022", "-f", "csv"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["list", "-c", "military", "-a", "Putin", "-f", "json"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["list", "--since", "May 2022", "-f", "jsonl"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["show", "2019-vladivostok-summit"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["stats", "--by", "category"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["actors"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["sources"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["cite", "2019-vladivostok-summit"], {}, HEAVY | LARGE_FILES | CHECKING),
    (["list", "-s", "troops"], {}, HEAVY - {"sqlite3"} | LARGE_FILES | CHECKING),
    (["check", "Putin visited North Korea in 2024"], {}, HEAVY - {"sqlite3"} | LARGE_FILES),
    ([], COMPLETION | {"COMP_WORDS": "rnk list --since", "COMP_CWORD": "2"}, HEAVY | READING | CHECKING),
    ([], COMPLETION | {"COMP_WORDS": "rnk list -a Kim"}, HEAVY | CHECKING | {"rnk_timeline.query"}),
]


@pytest.mark.parametrize(("args", "env", "unwanted"), RUNS, ids=lambda value: " ".join(value)[:40] or None)
def test_a_run_loads_only_what_it_uses(args, env, unwanted):
    assert heavy(loaded(*args, **env), unwanted) == set()


def test_the_gate_sees_what_is_loaded():
    assert {"csv", "_csv"} <= loaded(code="import csv")
    assert "csv" in heavy(loaded(code="import csv"), HEAVY)
    assert "rnk_timeline.query" in heavy(loaded("list", "--since", "2022"), READING)


def test_a_file_in_blocks_loads_nothing_more_than_its_reader(tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(event) + "\n" for event in FIVE), "utf-8")
    args = ["--data", str(path), "--skip-bad", "list", "--since", "2022", "-f", "csv"]
    assert heavy(loaded(*args), HEAVY | LARGE_FILES | CHECKING) == LARGE_FILES


def test_importing_the_package_loads_no_command_line():
    assert heavy(loaded(code="import rnk_timeline"), HEAVY | READING | {"click", "rnk_timeline.cli"}) == set()
