"""docs/formats.md tells the truth: its tables, its examples, its pipes."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rnk_timeline.columns import DEFAULT, EVENT_COLUMNS
from rnk_timeline.render import ENDINGS, FORMATS
from tests import readers
from tests.conftest import PLAIN

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")


def blocks(language: str) -> str:
    return "".join(re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table whose first heading is this."""
    table = re.search(rf"^\| {heading} \|.*\n\|[ -|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table[1].splitlines()]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_it_names_every_format_with_its_ending():
    table = {names(first)[0]: names(second) for first, second, *_ in rows("`-f`")}
    assert tuple(table) == FORMATS
    for form, endings in table.items():
        assert all(ENDINGS[ending[1:]] == form for ending in endings)
        assert bool(endings) is (form in ENDINGS.values())


def test_it_names_every_column_in_order():
    cells = [first for first, _ in rows("column")]
    assert [name for cell in cells for name in names(cell)] == list(EVENT_COLUMNS)
    assert tuple(re.findall(r"`(\w+)` \*", " ".join(cells))) == DEFAULT


@pytest.mark.parametrize("example", re.findall(r"^\$ (.*)\n((?:[^$].*\n)*)", blocks("console"), re.MULTILINE))
def test_an_example_says_what_it_shows(rnk, example):
    line, shown = example
    assert rnk(*shlex.split(line)[1:]).out == shown


@pytest.mark.parametrize("line", blocks("sh").splitlines())
def test_a_pipe_runs(tmp_path, line):
    other = readers.program(re.findall(r"\| (\S+)", line)[0])
    shell = f'set -o pipefail; rnk() {{ "{sys.executable}" -m rnk_timeline "$@"; }}; {line}'
    env = PLAIN | {"PATH": f"{Path(other).parent}:{PLAIN['PATH']}"}
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or (tmp_path / "record.db").stat().st_size > 100_000
