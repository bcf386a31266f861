"""Files from strangers: each is read, or refused in one sentence that says where and why. Each by a real process."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
from itertools import repeat

import pytest

from rnk_timeline import dataset
from rnk_timeline.query import Query
from rnk_timeline.sieve import ask
from tests.hostile import EVENT, FILES, ONE
from tests.started import COMMAND, as_anybody, start
from tests.terminal import Terminal

LINES = [json.dumps(EVENT | {"id": f"{number:04}"}) + "\n" for number in range(2000)]


@pytest.mark.parametrize("given", FILES, ids=[file.name for file in FILES])
def test_a_file_is_read_or_refused_in_one_sentence(tmp_path, given):
    (tmp_path / "given.json").write_bytes(given.data)
    ran = start("--data", "given.json", "list", "--columns", "id", cwd=tmp_path)
    sentence = f"rnk: error: 'given.json': {given.sentence}\n" if given.code else ""
    assert (ran.code, ran.err.replace("rnk: no event on record\n", "")) == (given.code, sentence)
    assert bool(ran.out) == (not given.code and given.data != b"[]")


NO_FILES = [
    ("none.json", "cannot read 'none.json': No such file or directory"),
    (".", "cannot read '.': Is a directory"),
    ("forbidden", "cannot read 'forbidden': Permission denied"),
    ("/dev/null", "'/dev/null': the file is empty"),
    ("/dev/zero", "'/dev/zero': it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"),
    ("/proc/self/mem", "cannot read '/proc/self/mem': Input/output error"),
    ("dangling", "cannot read 'dangling': No such file or directory"),
    ("loop", "cannot read 'loop': Too many levels of symbolic links"),
    ("socket", "cannot read 'socket': No such device or address"),
    ("x" * 300, f"cannot read '{'x' * 300}': File name too long"),
    ("", "cannot read '': No such file or directory"),
    ("~", "cannot read '~': No such file or directory"),
    ("https://example.org/x.json", "cannot read 'https://example.org/x.json': No such file or directory"),
    ("\x1b[2J\u202e\n", r"cannot read '\x1b[2J\u202e\n': No such file or directory"),
    (b"\xff.json", r"cannot read '\udcff.json': No such file or directory"),
]


@pytest.mark.parametrize(("path", "sentence"), NO_FILES, ids=[sentence[:30] for _, sentence in NO_FILES])
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path, monkeypatch, path, sentence):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "forbidden").touch(mode=0)
    os.symlink("nowhere", "dangling")
    os.symlink("loop", "loop")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")  # by a short name: the path of a socket has room for 108 bytes
        ran = start("--data", path, "list", cwd=tmp_path, preexec_fn=as_anybody)
    assert ran == (3, "", f"rnk: error: {sentence}\n")


READERS = [
    *(["list"], ["list", "-f", "json"], ["list", "-o", "out"], ["show", "a"], ["check", "Putin met Kim"], ["stats"]),
    *(["onthisday"], ["actors"], ["sources"], ["export", "out.csv"], ["cite", "a"], ["data", "info"]),
]


@pytest.mark.parametrize("args", READERS, ids=" ".join)
def test_every_command_refuses_a_file_that_says_two_things(tmp_path, args):
    (tmp_path / "twice.json").write_bytes(b'[{"id": "a", "date": "2022", "date": "2023", "title": "T"}]')
    ran = start("--data", "twice.json", *args, cwd=tmp_path)
    assert ran == (3, "", "rnk: error: 'twice.json': the key 'date' stands twice in one object (a)\n")
    assert os.listdir(tmp_path) == ["twice.json"]


def test_validate_finds_a_key_that_stands_twice_in_a_file_of_any_size(tmp_path):
    last = json.dumps(EVENT | {"summary": "word " * (dataset.LARGE // 5)})[:-1]
    (tmp_path / "large.json").write_text(f'[{last}, "title": "Other"}}]')
    ran = start("data", "validate", "large.json", cwd=tmp_path)
    assert (ran.code, ran.out) == (3, "file: a: the key 'title' stands 2 times there\n")


def test_a_pipe_that_never_closes_is_waited_for_and_the_reader_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    screen = Terminal([*COMMAND, "--data", "pipe", "list"], cwd=tmp_path)
    writer = os.open(tmp_path / "pipe", os.O_WRONLY)  # waits until rnk reads
    screen.until("rnk: still reading 'pipe'\r\n")
    os.write(writer, ONE.encode())
    os.close(writer)
    code, shown = screen.end()
    assert code == 0
    assert "Something" in shown


def test_who_gives_up_waiting_for_a_pipe_is_let_go(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    screen = Terminal([*COMMAND, "--data", "pipe", "list"], cwd=tmp_path)
    writer = os.open(tmp_path / "pipe", os.O_WRONLY)
    screen.until("rnk: still reading 'pipe'\r\n")
    screen.type("\x03")
    assert screen.end() == (130, "rnk: still reading 'pipe'\n^C\n")
    os.close(writer)


def test_who_types_a_record_is_told_how_to_end_it():
    screen = Terminal([*COMMAND, "--data", "-", "list", "-f", "tsv", "--columns", "id"])
    screen.until("rnk: reading what you type; Ctrl-D ends it\r\n")
    screen.type(f"{ONE}\n\x04")
    code, shown = screen.end()
    assert (code, shown.splitlines()[-1]) == (0, "a")


CHANGES = {
    "grows": (lambda path: path.write_text(path.read_text() + LINES[0].replace("0000", "new")), 2001, ""),
    "is cut short": (lambda path: os.truncate(path, 99_999), 0, "it ends in the middle of a value"),
    "is replaced": (lambda path: os.replace(path.with_name("other"), path), 2000, ""),
    "is removed": (lambda path: path.unlink(), 2000, ""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch, name):
    change, count, sentence = CHANGES[name]
    path = tmp_path / "file.jsonl"
    path.write_text("".join(LINES))
    (tmp_path / "other").write_text("[]")
    read_end, pending = dataset.read_end, [change]

    def meanwhile(*args: object) -> bytes:
        data = read_end(*args)
        if pending:
            pending.pop()(path)
        return data

    monkeypatch.setattr(dataset, "LARGE", 5000)
    monkeypatch.setattr(dataset, "read_end", meanwhile)
    if sentence:
        with pytest.raises(dataset.DataError, match=sentence):
            ask(str(path), Query())
    else:
        assert ask(str(path), Query()).selection.total == count


HUGE = 200_000_000  # bytes


def reading(*args: str) -> subprocess.Popen[bytes]:
    """Start rnk on what will be written to it, with as much memory as a laptop can always spare."""
    return subprocess.Popen(
        [*COMMAND, "--data", "-", *args],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000)),
    )


def test_200_mb_of_events_pass_through_a_pipe_in_little_memory():
    summary = "word " * 2000
    with reading("list", "--on", "2022-05-26", "--columns", "id") as running:
        for number in range(HUGE // len(summary)):
            day = "2022-05-26" if number == 777 else "2021"
            line = f'{{"id": "{number}", "date": "{day}", "title": "T", "summary": "{summary}"}}\n'
            running.stdin.write(line.encode())
        assert running.communicate(timeout=60) == (b"777\n", b"")
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("byte", "sentence"),
    [
        (b"\0", "it is not UTF-8 (it looks like UTF-16); save the file as UTF-8"),
        (b"[", "it is nested too deeply to be a list of events"),
        (b" ", f"it begins with {dataset.LARGE + 1} bytes of blanks"),
        (b"1", "it begins neither with [ nor with {"),
        (b"x", "line 1, column 1: not JSON: invalid character"),
    ],
)
def test_a_stream_without_end_that_is_no_record_is_refused_by_its_beginning(byte, sentence):
    with reading("list") as running:
        with pytest.raises(BrokenPipeError):
            running.stdin.writelines(repeat(byte * 100_000, HUGE // 100_000))
        assert running.stdout.read() == b""
        assert running.stderr.read().decode() == f"rnk: error: standard input: {sentence}\n"
    assert running.returncode == 3
