"""What the benchmarks are made of: the same files for the same seed, one answer from all, a table; never a time."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rnk_timeline import dataset

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from benchmarks import peers, speed  # noqa: E402
from benchmarks.cases import QUESTION, Case, Limits  # noqa: E402
from benchmarks.generate import write  # noqa: E402
from benchmarks.timing import Pairs, Run  # noqa: E402
from tests.conftest import PLAIN  # noqa: E402
from tests.readers import program  # noqa: E402

SIZE = 2000


def made(**how) -> str:
    file = io.StringIO()
    write(file, SIZE, **how)
    return file.getvalue()


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[str]:
    """The paths of the same events as lines and as an array."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "made.jsonl").write_text(made(), "utf-8")
    (folder / "made.json").write_text(made(array=True), "utf-8")
    return [str(folder / "made.jsonl"), str(folder / "made.json")]


def test_the_same_seed_makes_the_same_file_and_another_another():
    assert made() == made()
    assert made() != made(seed=2)


def test_what_is_made_is_a_valid_record(files):
    lines, array = (dataset.load(path).events for path in files)
    assert lines == array
    assert len({event.id for event in lines}) == SIZE


def rows(text: str) -> list[list[str]]:
    """Return what all write: date, categories, title, actors, places and id; JSON lists as rnk joins them."""
    found = [row for row in csv.reader(text.splitlines()) if row[0] != "date"]
    plain = [[re.sub(r"[\[\]'\"]", "", cell).replace(", ", "; ") for cell in row] for row in found]
    return sorted(plain, key=lambda row: row[-1])


def expected(rnk, path: str) -> list[list[str]]:
    ran = rnk("--data", path, *QUESTION)
    found = rows(ran.out)
    assert len(found) > 3
    return [[*row[:5], row[6]] for row in found]  # all but the status


@pytest.mark.parametrize("decoder", ["msgspec", "json"])
@pytest.mark.parametrize("which", [0, 1])
def test_the_lean_reading_gives_the_answer_of_rnk(rnk, files, decoder, which):
    args = [sys.executable, "-m", "benchmarks.lean", decoder, files[which]]
    done = subprocess.run(args, capture_output=True, text=True, cwd=ROOT, env=PLAIN, check=True)
    assert rows(done.stdout) == expected(rnk, files[which])


@pytest.mark.parametrize("peer", peers.PROGRAMS)
@pytest.mark.parametrize("which", [0, 1])
def test_every_peer_gives_the_answer_of_rnk(rnk, files, peer, which):
    program(peers.PROGRAMS[peer])
    command = peers.command(peer, peers.installed()[peer], files[which])
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert rows(done.stdout) == expected(rnk, files[which])


FOUND = Pairs(1.5, 1.4, Run(0.2, 0.2, 0.1, 40.0), Run(0.1, 0.1, 0.0, 20.0))
BUDGETS = [
    (Limits(), []),
    (Limits(1.5, 40, 0.2, 0.1), []),
    (Limits(ratio=1.4), ["OVER ratio 1.4"]),
    (Limits(peak=39, first=0.05), ["OVER peak 39", "OVER first 0.05"]),
    (Limits(seconds=0.1), ["OVER seconds 0.1"]),
]


@pytest.mark.parametrize(("limits", "told"), BUDGETS)
def test_a_broken_budget_is_told(limits, told):
    assert speed._over(Case("name", (), ("other", ()), limits), FOUND) == told


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", *args],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=PLAIN,
        check=False,
    )


def test_the_benchmark_prints_a_row_for_each_case(tmp_path):
    done = run("--only", "ion", "--pairs", "1", "--folder", str(tmp_path))
    cells = [[cell.strip() for cell in line.split("|")] for line in done.stdout.splitlines() if line.startswith("| ")]
    assert [row[1] for row in cells] == ["job", "---", "--version", "completion of an actor"]
    assert all(float(number) > 0 for row in cells[2:] for number in (row[3], row[5], *row[6:10]))
    assert done.stdout.splitlines()[-1].endswith("over budget")
    assert (done.returncode == 0) == done.stdout.endswith("\nno cases over budget\n")
    assert all(name in done.stdout.splitlines()[1] for name in peers.PROGRAMS)  # found or missing


def test_a_program_that_fails_is_no_fast_program(monkeypatch, capsys):
    assert speed._measured(Case("broken", (sys.executable, "-c", "raise SystemExit(2)"), ("nothing", ())), 1)
    assert "FAILED" in capsys.readouterr().out
