"""What the pages show is what a shell prints: every command of README.md and docs/ is run, every answer compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PLAIN
from tools import picture

ROOT = Path(__file__).parents[1]
PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "data" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
)
SET_UP = re.compile(r"<!-- set-up: \w+ -->\n```sh\n.*?^```\n", re.MULTILINE | re.DOTALL)  # .ci/run runs these


def shown(page: Path) -> list[tuple[str, str]]:
    """Return each command of the console blocks of a page, with the answer below it."""
    blocks = re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(line, answer) for line, _, answer in (part.partition("\n") for part in parts)]


def shells(page: Path) -> list[str]:
    """Return the sh blocks of a page that ask rnk, but for its set-up."""
    text = SET_UP.sub("", page.read_text("utf-8"))
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [block for block in blocks if re.search(r"^rnk ", block, re.MULTILINE)]


@pytest.mark.parametrize("page", ["README.md", "docs/queries.md", "docs/formats.md", "docs/check.md"])
def test_a_page_names_no_option_that_rnk_lacks(page):
    manual = (ROOT / "docs" / "rnk.1").read_text("utf-8").replace("\\-", "-").replace("Fl -", "Fl --")
    codes = re.findall(r"`(-[^`]+)`", SET_UP.sub("", (ROOT / page).read_text("utf-8")))
    named = {option for code in codes for option in re.findall(r"(?<![\w-])--[a-z-]+", code)}
    assert named
    assert {option for option in named if not re.search(rf"{option}(?![\w-])", manual)} == set()


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """Run a line in a shell that finds rnk, in an empty directory; return what it printed, on both streams."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "bin").mkdir()
    program = folder / "bin" / "rnk"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rnk_timeline "$@"\n', "utf-8")
    program.chmod(0o755)
    work = folder / "work"
    work.mkdir()

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", line],
            cwd=work,
            env=PLAIN | {"PATH": f"{folder / 'bin'}{os.pathsep}{PLAIN['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


def pattern(answer: str) -> str:
    """Return what an answer may be: … alone on a line stands for any lines, elsewhere for anything in its line."""
    lines = (".*" if line == "…" else re.escape(line).replace("…", "[^\n]*") for line in answer.splitlines())
    return "\n".join(lines)


@pytest.mark.parametrize(("line", "answer"), [found for page in PAGES for found in shown(page)])
def test_an_answer_is_what_the_page_shows(shell, line, answer):
    ran = shell(line)
    assert re.fullmatch(pattern(answer), ran.stdout.rstrip("\n"), re.DOTALL), ran.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="the pages speak of a POSIX shell")
@pytest.mark.parametrize("block", [block for page in (ROOT / "README.md",) for block in shells(page)])
def test_a_block_of_commands_runs(shell, block):
    for line in block.splitlines():
        ran = shell(line)
        assert ran.returncode == 0, (line, ran.stdout)
        assert ran.stdout or "export" in line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.skipif(shutil.which("script") is None, reason="no program `script` to record a terminal with")
def test_the_picture_shows_what_a_terminal_does():
    texts = re.compile(r"<text[^>]*>([^<]*)</text>")
    kept = (ROOT / "docs" / "rnk.svg").read_text("utf-8")
    assert texts.findall(kept) == texts.findall(picture.draw())
    assert not re.search(r"(?:href|src|url)[=(]", kept.replace("url(#", ""))  # nothing from elsewhere
