"""Help and the manual page: the same on every command, true at any width, with examples that run."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from rnk_timeline.cli import cli
from rnk_timeline.cli.helping import SECTIONS, Context, Page
from rnk_timeline.columns import EVENT_COLUMNS
from rnk_timeline.vocabulary import COLUMNS
from tests.conftest import FIVE, PLAIN
from tests.readers import program
from tests.terminal import on_terminal
from tools import manual

ROOT = Context(cli, info_name="rnk", **cli.context_settings)
PAGES = {ctx.command_path: ctx.command for ctx in (ROOT, *manual.below(ROOT))}
EXAMPLES = [line for page in PAGES.values() for _, line in page.examples]
ASKED = [path.split()[1:] for path in PAGES]


def test_every_command_is_a_page_with_examples_that_speak_of_it():
    assert len(PAGES) > 15
    for path, page in PAGES.items():
        assert isinstance(page, Page)
        assert page.examples, path
        assert all(path in line for _, line in page.examples)
        assert page.help


@pytest.mark.parametrize("path", ASKED, ids=" ".join)
def test_help_is_the_same_however_it_is_asked_for(rnk, path):
    asked = rnk(*path, "--help")
    assert asked.code == 0
    assert rnk(*path, "-h") == asked
    assert rnk("help", *path) == asked


@pytest.mark.parametrize("path", ASKED, ids=" ".join)
def test_help_has_its_sections_in_one_order_and_ends_in_examples(rnk, path):
    titles = re.findall(r"^([A-Z][A-Za-z ]+):$", rnk(*path, "--help").out, re.MULTILINE)
    known = ("Commands", *SECTIONS, "Examples", "Exit codes", "Environment")
    assert titles == [title for title in known if title in titles]
    assert titles[-1] == ("Examples" if path else "Environment")


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("path", ASKED, ids=" ".join)
def test_help_fits_its_terminal_but_for_what_is_to_be_copied(rnk, path, columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = rnk(*path, "--help").lines
    assert {line.strip() for line in lines if len(line) > columns} <= set(EXAMPLES)


@pytest.mark.parametrize("line", dict.fromkeys(EXAMPLES))
def test_an_example_runs_from_any_directory(line, tmp_path):
    (tmp_path / "mine.json").write_text(json.dumps(FIVE[1:2]))
    (tmp_path / "claims.txt").write_text("Russia vetoed sanctions on 26 May 2022\n")
    home = {"HOME": str(tmp_path), "PATH": f"{Path(sys.executable).parent}:{PLAIN['PATH']}"}
    command = [program("bash"), "-c", line]
    ran = subprocess.run(command, cwd=tmp_path, env=PLAIN | home, capture_output=True, text=True, check=False)
    assert ran.returncode in ((0, 1) if "check" in line else (0,))
    assert "error" not in ran.stderr
    assert ran.stdout or re.search(r">|export|eval|validate", line)


def test_the_columns_that_help_names_are_those_that_there_are():
    assert list(COLUMNS) == list(EVENT_COLUMNS)


def test_a_bare_rnk_shows_the_way_in(rnk):
    ran = rnk()
    assert (ran.code, ran.out) == (2, "")
    shown = re.findall(r"^  (rnk .*?)   ", ran.err, re.MULTILINE)
    assert len(shown) == 3
    for line in shown:
        assert rnk(*shlex.split(line)[1:]).out


def test_help_on_a_terminal_is_as_wide_as_the_terminal():
    code, shown = on_terminal(["list", "--help"], columns=40)
    assert code == 0
    assert max(len(line) for line in shown.splitlines() if line.strip() not in EXAMPLES) <= 40


def test_the_manual_page_is_up_to_date():
    assert manual.undated(manual.PAGE.read_text("utf-8")) == manual.undated(manual.manual("")), (
        "make it again: python tools/manual.py"
    )


def test_the_manual_page_tells_every_command_option_and_example():
    text = manual.PAGE.read_text("utf-8").replace("\\-", "-").replace("\\e", "\\")
    for path, page in PAGES.items():
        assert f".Ss {path}\n" in text or path == "rnk"
        for param in page.params:
            assert all(f"Fl {name[1:]}" in text for name in param.opts if name.startswith("-")), param
    assert all(f"\n{line}\n" in text for line in EXAMPLES)


def test_the_manual_page_is_sound():
    ran = subprocess.run([program("mandoc"), "-T", "lint", manual.PAGE], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
