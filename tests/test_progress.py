"""What a reader at a terminal is told while a large file, or one that does not end, is read."""

from __future__ import annotations

import io
import json
import re
import sys
import time

import pytest

from rnk_timeline import dataset
from rnk_timeline.cli import asking
from rnk_timeline.cli.output import say
from tests.conftest import FIVE
from tests.terminal import on_terminal

LINES = "".join(json.dumps(event | {"id": f"{number}"}) + "\n" for number, event in enumerate(FIVE * 400))


@pytest.fixture
def impatient(monkeypatch):
    """Let every file be large, every reader at a terminal, and tell at once."""
    monkeypatch.setattr(dataset, "LARGE", 5000)
    monkeypatch.setattr(asking, "is_terminal", lambda stream: stream is sys.stderr)
    monkeypatch.setattr(asking, "_PATIENCE", 0.0)


def test_a_bar_shows_how_far_the_reading_is_and_goes_away(rnk, tmp_path, impatient, monkeypatch):
    path = tmp_path / "large.jsonl"
    path.write_text(LINES, "utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = rnk("--data", str(path), "list", "--on", "1950", "--columns", "id")
    assert ran.code == 0
    assert len(ran.lines) == 400
    assert "reading" in ran.err
    assert ran.err.endswith("\x1b[2K")  # the line erased
    assert f"/{path.stat().st_size / 1000:.1f}" in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", ran.err)


IMPATIENT = """
from rnk_timeline import dataset
from rnk_timeline.cli import asking
dataset.LARGE, asking._PATIENCE = 5000, 0.0
from rnk_timeline.__main__ import main
main()
"""


def test_the_bar_on_a_terminal_makes_room_for_the_answer(tmp_path):
    path = tmp_path / "large.jsonl"
    path.write_text(LINES, "utf-8")
    args = ["--data", str(path), "list", "--on", "1950", "--columns", "id", "-f", "tsv", "--no-header"]
    code, wrote = on_terminal(args, start=("-c", IMPATIENT))
    bar, _, answer = wrote.rpartition("\x1b[2K")
    assert code == 0
    assert "reading" in bar
    assert answer.splitlines() == sorted(f"{number}" for number in range(0, 2000, 5))
    assert wrote.count("\x1b[?25l") == wrote.count("\x1b[?25h") == 1  # the cursor, hidden and shown


def test_standard_input_that_does_not_end_is_told_of(rnk, impatient, monkeypatch):
    told = []
    monkeypatch.setattr(asking, "say", told.append)

    read_end = dataset.read_end

    def slowly(*args: object) -> bytes:
        for _ in range(500):
            if told:
                break
            time.sleep(0.01)
        return read_end(*args)

    monkeypatch.setattr(dataset, "read_end", slowly)
    assert len(rnk("--data", "-", "list", "--on", "1950", stdin=LINES).lines) == 400
    assert told == ["rnk: still reading standard input"]


def test_who_is_not_at_a_terminal_is_told_nothing(rnk, tmp_path, impatient, monkeypatch):
    monkeypatch.setattr(asking, "is_terminal", lambda _: False)
    path = tmp_path / "large.jsonl"
    path.write_text(LINES, "utf-8")
    assert rnk("--data", str(path), "list", "--on", "1950").err == ""


def test_what_nobody_can_hear_goes_unsaid(monkeypatch):
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    for stream in (None, closed):
        monkeypatch.setattr(sys, "stderr", stream)
        say("unheard")
