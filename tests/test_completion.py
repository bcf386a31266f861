"""Completion: what is suggested, in the real shells and to what they ask; and that no file can do harm by it."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from rnk_timeline import outline
from tests.conftest import FIVE, UNMEASURED, Ran
from tests.readers import program
from tests.shells import CLEAR, TAB, Shell

OWN = [
    {"id": "2001-first-day", "date": "2001-01-01", "title": "One", "actors": ["Ann Lee", "Zoe Fooba One"]},
    {"id": "2001-next", "date": "2001-01-02", "title": "Two", "actors": ["Zed Fooba Two"], "places": ["Här: dort"]},
]


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request, tmp_path_factory):
    program(request.param)
    home = tmp_path_factory.mktemp(request.param)
    (home / "own.json").write_text(json.dumps(OWN), encoding="utf-8")
    shell = Shell(request.param, home)
    yield shell
    shell.close()


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("rnk li", "list"),
        ("rnk data val", "validate"),
        ("rnk help data val", "validate"),
        ("rnk list --act", "--actor"),
        ("rnk list --actor Puti", "Putin"),
        ("rnk list -a Пути", "Путин"),
        ("rnk list -a Vladimir\\ Pu", "Vladimir Putin"),
        ("rnk list -a 'Kim Jong U", "Kim Jong Un"),
        ('rnk list -a "Kim Jong U', "Kim Jong Un"),
        ("rnk list --actor=Vladimir\\ Pu", "--actor=Vladimir Putin"),
        ("rnk list --since 2022 -a Putin,Kim\\ Jong\\ U", "Putin,Kim Jong Un"),
        ("rnk list -a Workers", "Workers' Party of Korea"),
        ("rnk actors Vladimir\\ Pu", "Vladimir Putin"),
        ("rnk list --place Pyongy", "Pyongyang"),
        ("rnk list -c un-", "un-veto"),
        ("rnk list --status disp", "disputed"),
        ("rnk list --columns date,ti", "date,title"),
        ("rnk list -f jsonl --sort relev", "relevance"),
        ("rnk stats --by mon", "month"),
        ("rnk show 2019-vlad", "2019-vladivostok-summit"),
        ("rnk cite 2019-vlad", "2019-vladivostok-summit"),
        ("rnk --data own.json show 2001-fi", "2001-first-day"),
        ("rnk --data=own.json list -a Ann", "Ann Lee"),
        ("rnk --data own.json list --place Här", "Här: dort"),
        ("rnk --data ow", "own.json"),
        ("rnk --data own.json list -a Fooba", "Fooba"),
        ("rnk --data nowhere.json show 2019-vlad", "2019-vlad"),
    ],
)
def test_what_tab_makes_of_a_line(shell, typed, last):
    words = shell.completed(typed)
    assert words[0] == "rnk"
    assert words[-1] == last


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("rnk ", ["list", "show", "check", "completion"]),
        ("rnk list -c ", ["summit", "sanctions", "un-veto", "military", "diplomacy", "economy"]),
        ("rnk list --columns ", ["date", "title", "known_from", "publishers"]),
        ("rnk stats --by ", ["year", "month", "category", "actor", "place", "status", "publisher"]),
        ("rnk --data own.json list -a Fooba", ["Zoe", "Zed"]),
    ],
)
def test_what_tab_shows(shell, typed, shown):
    shell.type(f"{typed}{TAB}{TAB}")
    shell.wait_for(*shown)
    shell.type(f"{CLEAR}\r")


@pytest.fixture
def completed(rnk, monkeypatch, tmp_path):
    """Ask rnk, within this process, as a shell does that stands in `tmp_path`."""
    monkeypatch.chdir(tmp_path)

    def ask(shell: str, line: str, **env: str) -> Ran:
        with monkeypatch.context() as asking:
            for name, value in (env | {"_RNK_COMPLETE": f"{shell}_complete", "COMP_WORDS": line}).items():
                asking.setenv(name, value)
            return rnk()

    return ask


@pytest.fixture
def suggested(completed):
    """Ask rnk as fish does: the suggestions, without what is said about them."""

    def ask(line: str, **env: str) -> list[str]:
        ran = completed("fish", line, **env)
        assert (ran.code, ran.err) == (0, "")
        return [line.partition(",")[2].partition("\t")[0] for line in ran.lines if line]

    return ask


def test_what_was_typed_is_extended_where_it_can_be(suggested):
    assert suggested("rnk actors DPRK") == ["DPRK"]
    assert suggested("rnk actors Vladimir\\ Put") == ["Vladimir Putin"]
    assert suggested("rnk actors Matvi") == ["Matviyenko"]
    assert suggested("rnk actors Gates") == []
    assert suggested("rnk actors kim-jong-u") == ["Kim Jong Un"]
    assert suggested("rnk show 2019-VLAD") == ["2019-vladivostok-summit"]
    assert "2019-vladivostok-summit" in suggested("rnk show vladivostok")


def test_a_list_of_values_offers_only_what_is_not_there_yet(suggested):
    found = suggested("rnk list --columns date,title,")
    assert "date,title,id" in found
    assert "date,title,date" not in found
    assert suggested("rnk list -c 'summit, mili") == ["summit, military"]


def test_an_unknown_command_or_shell_is_met_with_silence(suggested, process):
    assert suggested("rnk lits --actor Pu") == []
    assert suggested("rnk list --nonsense Pu") == []
    ran = process(_RNK_COMPLETE="csh_complete", COMP_WORDS="rnk ")
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_a_file_of_ones_own_by_option_and_by_environment(suggested, five):
    ids = [event["id"] for event in FIVE]
    assert suggested(f"rnk --data {five} show ") == ids
    assert suggested("rnk show ", RNK_DATA=five) == ids
    assert "Vladimir Putin" in suggested(f"rnk --data {five} list -a Vladimir")


HOSTILE = ["a\nplain,b", "a\x1b[31m", "a\tb", "a\u202eb", "-rf", "", "a" * 300, "a$(touch owned)`touch owned`;&'\"\\ b"]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_can_do_harm(completed, tmp_path, name):
    own = tmp_path / "own.jsonl"
    own.write_text(json.dumps({"id": "x", "date": "2001", "title": "t\n\tx", "actors": [name]}), encoding="utf-8")
    for line, shown in (("rnk --data own.jsonl list -a a", name == HOSTILE[-1]), ("rnk --data own.jsonl show ", True)):
        for dialect, lines in (("bash", 1), ("zsh", 3), ("fish", 1)):
            ran = completed(dialect, line)
            assert len(list(filter(None, ran.lines))) == (lines if shown else 0), ran.out
            assert ran.out.replace("\n", "").replace("\t", "").isprintable()  # fish: a tab before what it is


def test_bash_gets_a_hostile_name_as_one_word(tmp_path, process):
    bash = program("bash")
    (tmp_path / "own.jsonl").write_text(
        json.dumps({"id": "x", "date": "2001", "title": "t", "actors": [HOSTILE[-1]]}), encoding="utf-8"
    )
    for quote in ("", "'", '"'):
        ran = process(_RNK_COMPLETE="bash_complete", COMP_WORDS=f"rnk --data own.jsonl list -a {quote}a")
        word = ran.out.rstrip("\n").removeprefix("plain,")
        echo = subprocess.run(
            [bash, "-c", f"printf %s {quote}{word}{quote}"], capture_output=True, text=True, cwd=tmp_path, check=True
        )
        assert echo.stdout == HOSTILE[-1]
    assert not (tmp_path / "owned").exists()


def test_what_is_of_no_use_is_met_with_silence(suggested, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, content in (("torn", b'[{"id": "a"'), ("other", b"\xff\xfe\x00"), ("empty", b""), ("deep", b"[" * 9999)):
        (tmp_path / name).write_bytes(content)
    for name in ("pipe", "folder", "torn", "other", "empty", "deep", "missing", "-", "''"):
        found = suggested(f"rnk --data {name} show ")
        assert found == [] or (name == "''" and "2019-vladivostok-summit" in found)


def test_of_a_large_file_only_the_beginning_is_looked_at(suggested, tmp_path):
    line = json.dumps({"id": "{}", "date": "2001", "title": "x" * 1000}) + "\n"
    lines = [line.replace("{}", f"id-{number}") for number in range(5000)]
    (tmp_path / "large.jsonl").write_text("".join(lines))
    found = suggested("rnk --data large.jsonl show id-")
    assert found == [f"id-{number}" for number in range(len(found))]
    assert outline.MOST // len(line) - 100 < len(found) < outline.MOST // len(line) + 100
    (tmp_path / "large.json").write_text(f"[{','.join(lines)}]")
    assert suggested("rnk --data large.json show id-") == []


def test_the_bundled_registries_are_all_there(record):
    assert [entry.name for entry in outline.actors()] == [actor.name for actor in record.actors]
    assert [entry.name for entry in outline.categories()] == [category.name for category in record.categories]
    assert [entry.name for entry in outline.places()][: len(record.places)] == [place.name for place in record.places]
    assert [entry.name for entry in outline.ids()] == [event.id for event in record.events]


@pytest.mark.parametrize("line", ["rnk li", "rnk list --", "rnk list -a Puti", "rnk show 2019-", "rnk --data x show 2"])
def test_completion_stays_light(process, line):
    ran = process(_RNK_COMPLETE="bash_complete", COMP_WORDS=line, PYTHONPROFILEIMPORTTIME="1", **UNMEASURED)
    loaded = {told.rpartition("|")[2].strip() for told in ran.err.splitlines()}
    assert "rnk_timeline.cli.shells" in loaded
    assert not loaded & {"rich", "dateutil", "sqlite3", "subprocess", "importlib.metadata", "rnk_timeline.model"}
    assert ("msgspec" in loaded) == (line not in ("rnk li", "rnk list --"))
