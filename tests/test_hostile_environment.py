"""Terminals of any size, variables of any value, locales without letters: the same answer, or a fitting one."""

from __future__ import annotations

import json
import os
import re
import subprocess

import pytest

from tests.conftest import KEPT
from tests.started import COMMAND, as_anybody, in_bash, start
from tests.terminal import Terminal, on_terminal, plain

SHEETS = [
    *(["list", "--since", "2023"], ["list", "--since", "2023", "-f", "timeline"], ["show", "2024-06-19", "2022-05-26"]),
    *(["check", "Putin visited North Korea in 2019"], ["stats"], ["stats", "--by", "actor"], ["actors"], ["sources"]),
    ["onthisday", "06-19"],
]


@pytest.mark.parametrize("columns", [1, 20, 40, 200])
@pytest.mark.parametrize("args", SHEETS, ids=" ".join)
def test_every_answer_is_drawn_at_every_width(args, columns):
    code, screen = on_terminal(args, columns=columns)
    assert code == (1 if args[0] == "check" else 0)
    lines = [line for line in plain(screen).splitlines() if "http" not in line]  # an address is never broken
    assert len(lines) > 5
    if columns >= 40:
        assert max(map(len, lines)) <= columns


@pytest.mark.parametrize("columns", [1, 40])
@pytest.mark.parametrize(
    "args", [["--help"], ["list", "--help"], ["help", "data"], ["--version"], ["cite", "2022-05-26"]]
)
def test_what_is_for_copying_is_written_at_every_width(args, columns):
    code, screen = on_terminal(args, columns=columns)
    assert (code, "error" in screen) == (0, False)


@pytest.mark.parametrize("columns", [1, 20])
def test_dates_and_ids_are_whole_on_the_narrowest_terminal(columns, record):
    screen = "".join(plain(on_terminal(["list", "--since", "2025"], columns=columns)[1]).split())
    for event in record.events:
        if event.date.start.year >= 2025:
            assert event.id in screen
            assert all(part in screen for part in event.date.text.split("/"))


@pytest.mark.parametrize("value", ["0", "abc", "-5", "1e3", "", " 40", "0x50", "\u0664\u0660", "4.5"])
def test_columns_that_are_no_number_are_not_listened_to(value):
    shown = on_terminal(["list", "-n", "3"], columns=70)
    assert on_terminal(["list", "-n", "3"], columns=70, COLUMNS=value) == shown


@pytest.mark.parametrize("value", ["1", "20", "999999", "9" * 5000])
def test_columns_that_are_a_number_are_taken_at_their_word(value):
    ran = start("list", "-n", "3", "-f", "table", env=KEPT | {"COLUMNS": value})
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.lines) > 3


COLOURED = [
    ({}, [], True),
    ({"NO_COLOR": ""}, [], True),
    ({"NO_COLOR": "1"}, [], False),
    ({"NO_COLOR": "0"}, [], False),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], False),
    ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ({"TERM": "dumb"}, [], False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True),
    ({"TERM": ""}, [], True),
    ({"CLICOLOR": "0"}, [], False),
    ({"CLICOLOR": "1"}, [], True),
    ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, [], True),
    ({"FORCE_COLOR": "0"}, [], True),
    ({"FORCE_COLOR": "3"}, ["--color", "never"], False),
]


@pytest.mark.parametrize(("env", "options", "coloured"), COLOURED)
def test_colour_on_a_terminal(env, options, coloured):
    code, screen = on_terminal([*options, "show", "2022-05-26"], **env)
    assert code == 0
    assert ("\x1b[" in screen) == ("\x1b]8;" in screen) == coloured


IN_A_PIPE = [
    ({}, [], False),
    ({"TERM": "xterm-256color", "CLICOLOR": "1"}, [], False),
    ({"FORCE_COLOR": "0"}, [], False),
    ({"FORCE_COLOR": ""}, [], False),
    ({"FORCE_COLOR": "1"}, [], True),
    ({"CLICOLOR_FORCE": "1"}, [], True),
    ({"CLICOLOR_FORCE": "0"}, [], False),
    ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
]


@pytest.mark.parametrize(("env", "options", "coloured"), IN_A_PIPE)
def test_colour_in_a_pipe(env, options, coloured):
    drawn = start(*options, "list", "-n", "3", "-f", "table", env=KEPT | env)
    assert ("\x1b[" in drawn.out) == coloured
    lines = start(*options, "list", "-n", "3", env=KEPT | env).out  # colour brings no table with it
    assert (lines.count("\n"), lines.count("\t"), lines.count("\x1b")) == (3, 18, 0)


def test_a_terminal_without_a_name_gets_no_colour():
    screen = Terminal(["env", "-u", "TERM", *COMMAND, "list", "-n", "3"])
    code, shown = screen.end()
    assert (code, "\x1b" in shown, "1945-08-24" in shown) == (0, False, True)


@pytest.mark.parametrize("columns", [20, 50, 200])
def test_the_terminal_around_a_pipe_does_not_change_what_goes_through_it(columns):
    code, shown = Terminal(["bash", "-c", '"$@" | cat', "bash", *COMMAND, "list", "-n", "9"], columns=columns).end()
    assert (code, shown) == (0, start("list", "-n", "9").out)


ODD = [
    {"HOME": ""},
    {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/dev/null", "XDG_CACHE_HOME": "/proc", "TMPDIR": "/nonexistent"},
    {"LANG": "xx_XX.nonsense", "LC_ALL": "\u00e9", "LANGUAGE": "ko", "TZ": "Nowhere/Nowhere"},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"},
    {"PYTHONUNBUFFERED": "1", "PYTHONDEVMODE": "1", "PYTHONHASHSEED": "0"},
    {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"},
    {"RNK_PAGER": "1", "PAGER": "false", "FORCE_COLOR": "1", "COLUMNS": "20"},
    {"TERM": "", "CI": "true", "PYTHONINSPECT": ""},
]


@pytest.mark.parametrize("env", ODD, ids=" ".join)
def test_the_answer_is_the_same_in_every_environment(env):
    question = ["list", "--since", "2024", "-n", "20"]
    assert start(*question, env=KEPT | env) == start(*question, env=KEPT)


def test_the_answer_is_the_same_without_any_environment():
    assert start("list", "-n", "5", env={}) == start("list", "-n", "5")


ENCODINGS = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1251"},
    {"PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("env", ENCODINGS, ids=lambda env: "-".join(env.values()))
def test_what_an_encoding_cannot_hold_comes_as_escapes(env):
    def text(*args: str) -> str:
        ran = subprocess.run([*COMMAND, *args], capture_output=True, env=KEPT | env, check=True)
        return ran.stdout.decode(env.get("PYTHONIOENCODING", "ascii"))

    assert json.loads(text("actors", "-f", "json")) == json.loads(start("actors", "-f", "json").out)
    assert set(re.findall(r"\\u....", text("list", "-f", "table", "--since", "2022"))) <= {r"\u00e9"}
    for args in (["show", "2024-06-19"], ["stats"], ["list", "-f", "timeline"]):
        assert len(text(*args)) > 1000


@pytest.mark.parametrize("env", ENCODINGS, ids=lambda env: "-".join(env.values()))
def test_an_error_that_an_encoding_cannot_hold_comes_as_escapes(env):
    ran = start("list", "-a", "\uae40\uae40\uae40", env=KEPT | env)
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"rnk: error: no actor '(\\u\w{4})+' on record", ran.err)


def test_a_claim_in_cyrillic_is_understood_where_the_locale_has_no_letters():
    without = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    claim = "\u041f\u0443\u0442\u0438\u043d met Kim Jong Il in 2000"
    ran = start("check", claim, "-f", "json", env=KEPT | without)
    assert json.loads(ran.out) == json.loads(start("check", claim, "-f", "json").out)


def test_a_working_directory_that_is_gone():
    gone = 'mkdir gone && cd gone && rmdir ../gone && rnk "$@"'
    ran = in_bash(f"cd $(mktemp -d) && {gone}", "list", "-n", "3")
    assert ran == start("list", "-n", "3")
    ran = in_bash(f"cd $(mktemp -d) && {gone}", "export", "out.csv")
    assert ran == (4, "", "rnk: error: cannot write 'out.csv': No such file or directory\n")


def test_nothing_is_written_but_what_was_asked_for(tmp_path):
    (tmp_path / "home").mkdir(mode=0o555)
    ran = start(
        "list", "-n", "1", cwd=tmp_path / "home", env=KEPT | {"HOME": str(tmp_path / "home")}, preexec_fn=as_anybody
    )
    assert (ran.code, os.listdir(tmp_path / "home")) == (0, [])
