"""Full disks, closed streams, readers who leave, signals: an exit code, a sentence or silence, and no half a file."""

from __future__ import annotations

import json
import os
import resource
import shlex
import signal
import subprocess
import sys

import pytest

from tests.conftest import PLAIN
from tests.hostile import EVENT
from tests.started import COMMAND, as_anybody, in_bash, start

ANSWERS = [
    *("--help", "--version", "list --help", "help list", "list", "list -f table", "list -f timeline", "list -f csv"),
    *("list -f json", "list -f jsonl", "list -f markdown", "list -f html", "list -f ics", "list -f timelinejs"),
    *("show 2022-05-26", "check 'Putin visited North Korea in 2019'", "stats", "stats -f table", "onthisday 05-26"),
    *("actors", "actors -f table", "sources", "cite 2022-05-26", "data info", "data schema", "data path"),
    *("data validate $1", "completion bash", "list -o /dev/stdout"),
]
# Every answer leaves by one way, drawn by rich or not; under PYTHONUNBUFFERED=1, Python drops a short write in silence.
WAYS = [*((answer, "") for answer in ANSWERS), *((answer, "1") for answer in [*ANSWERS[:8], "data validate $1"])]
FULL = "rnk: error: cannot write the answer: No space left on device\n"
CUT = "rnk: error: cannot write the answer: File too large\n"
CLOSED = "rnk: error: cannot write the answer: standard output is closed\n"


@pytest.fixture(scope="session")
def bad(tmp_path_factory):
    """A file of which validate has much to say."""
    path = tmp_path_factory.mktemp("bad") / "bad.json"
    path.write_text(json.dumps([EVENT | {"title": 3}] * 3000))
    return str(path)


@pytest.mark.parametrize(("answer", "unbuffered"), WAYS)
def test_what_cannot_be_written_is_an_error_whatever_the_answer(bad, answer, unbuffered):
    ran = in_bash(f"rnk {answer} > /dev/full; echo $?; rnk {answer} >&-; echo $?", bad, PYTHONUNBUFFERED=unbuffered)
    where = "'/dev/stdout'" if "/dev/stdout" in answer else "the answer"
    full = FULL.replace("the answer", where)
    closed = CLOSED if where == "the answer" else ran.err.removeprefix(full)  # it is a file then, by that name or none
    assert (ran.out, ran.err) == ("4\n4\n", full + closed)
    assert ran.err.count("\n") == 2


@pytest.mark.parametrize("answer", [answer for answer in ANSWERS if "/dev/stdout" not in answer])
def test_a_reader_who_leaves_ends_the_run_quietly(bad, answer):
    nobody_reads, pipe = os.pipe()
    os.close(nobody_reads)
    assert start(*shlex.split(answer.replace("$1", bad)), stdout=pipe) == (141, "", "")
    os.close(pipe)


LONG = ["list", "list -f table", "list -f timeline", "list -f json", "list -f html", "data validate $1"]


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("answer", LONG)
def test_a_reader_of_one_line_has_it_and_no_more_is_said(bad, answer, unbuffered):
    ran = in_bash(f"rnk {answer} | head -n 1; exit ${{PIPESTATUS[0]}}", bad, PYTHONUNBUFFERED=unbuffered)
    assert (ran.code, len(ran.lines), ran.err) == (141, 1, "")


def test_a_reader_who_leaves_does_so_at_once_however_large_the_input(tmp_path):
    with open(tmp_path / "large.jsonl", "w") as file:
        file.writelines(
            json.dumps(EVENT | {"id": f"{number}", "summary": "x" * 1000}) + "\n" for number in range(20_000)
        )
    ran = in_bash("rnk --data large.jsonl list -f json | head -n 1; exit ${PIPESTATUS[0]}", cwd=tmp_path)
    assert ran == (141, "[\n", "")


LIMITED = [(answer, 32, "") for answer in (*LONG, "export out.csv")]
LIMITED += [(answer, 32, "1") for answer in LONG[:3]]
LIMITED += [(answer, 1, "") for answer in ("--help", "show 2024-06-19", "data schema", "list -o out", "stats -f table")]
LIMITED += [(answer, 1, "1") for answer in ("--help", "list -f json", "data validate $1")]


@pytest.mark.parametrize(("answer", "blocks", "unbuffered"), LIMITED)
def test_a_limit_in_the_middle_of_an_answer_is_an_error(tmp_path, bad, answer, blocks, unbuffered):
    line = f"ulimit -f {blocks}; rnk {answer} > said"
    ran = in_bash(line, bad, cwd=tmp_path, PYTHONUNBUFFERED=unbuffered)
    sentence = CUT
    for name in ("out.csv", "out"):
        if name in answer.split():
            sentence = CUT.replace("the answer", f"'{name}'")
    assert ran == (4, "", sentence)
    assert os.listdir(tmp_path) == ["said"]  # no file under the asked-for name, nor a part of one


def test_a_file_that_is_there_stays_as_it_was_if_the_new_one_cannot_be_written(tmp_path):
    (tmp_path / "out.csv").write_text("mine")
    ran = in_bash("ulimit -f 1; rnk export out.csv --force", cwd=tmp_path)
    assert ran == (4, "", CUT.replace("the answer", "'out.csv'"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.csv", "mine")]


def test_a_directory_in_which_nobody_may_write(tmp_path):
    (tmp_path / "shut").mkdir(mode=0o555)
    ran = start("export", "shut/out.csv", cwd=tmp_path, preexec_fn=as_anybody)
    assert ran == (4, "", "rnk: error: cannot write 'shut/out.csv': Permission denied\n")


STREAMS = [
    ("list -n 1 2>&-", 0, "1945"),
    ("list -n 1 2>/dev/full", 0, "1945"),
    ("list -n 1 <&-", 0, "1945"),
    ("list -n 1 <&- 2>&-", 0, "1945"),
    ("list --since 2031 2>&-", 0, ""),
    ("list --since May 2>&-", 2, ""),
    ("list --since May 2>/dev/full", 2, ""),
    ("list --since May <&- >&- 2>&-", 2, ""),
    ("list <&- >&- 2>&-", 4, ""),
    ("--help <&- >&- 2>&-", 4, ""),
    ("--data none.json list 2>&-", 3, ""),
    ("--data - list <&- 2>&-", 3, ""),
    ("2>&-", 2, ""),
    ("export out.csv >&- <&- 2>&-", 0, ""),
]


@pytest.mark.parametrize(("line", "code", "begin"), STREAMS)
def test_streams_that_are_closed_or_full_change_no_exit_code(tmp_path, line, code, begin):
    ran = in_bash(f"rnk {line}", cwd=tmp_path)
    assert (ran.code, ran.err) == (code, "")
    assert ran.out.startswith(begin)
    assert bool(ran.out) == bool(begin)


def test_standard_input_that_is_closed_is_told():
    assert in_bash("rnk --data - list <&-") == (3, "", "rnk: error: standard input is closed\n")


ON_IMPORT = """
import os, signal, sys
class Interrupting:
    left = int(sys.argv.pop())
    def find_spec(self, *_):
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGINT)
        self.left -= 1
sys.meta_path.insert(0, Interrupting())
from rnk_timeline.__main__ import main
main()
"""


@pytest.mark.parametrize("moment", [*range(4, 12), *range(12, 93, 9)])
def test_ctrl_c_while_modules_load_is_quiet(moment):
    args = [sys.executable, "-c", ON_IMPORT, "list", "-f", "table", f"{moment}"]
    done = subprocess.run(args, capture_output=True, env=PLAIN, timeout=60, check=False)
    assert done.returncode in (130, -signal.SIGINT)  # of which a shell makes 130 too
    assert done.stderr in (b"", b"\n")
    assert done.stdout == b""


SIGNALS = [(signal.SIGINT, 130, b"\n"), (signal.SIGTERM, 143, b""), (signal.SIGHUP, 129, b"")]


@pytest.mark.parametrize(("number", "code", "said"), SIGNALS)
def test_a_signal_while_rnk_waits_for_its_input(number, code, said):
    with subprocess.Popen(
        [*COMMAND, "--data", "-", "list"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # under nohup it would be ignored, as it should
    ) as running:
        running.stdin.write(b"[" + b" " * 1_000_000)  # more than a pipe holds: when it is gone, rnk is reading
        running.stdin.flush()
        running.send_signal(number)
        assert running.communicate(timeout=60) == (b"", said)
    assert running.returncode == code


@pytest.mark.parametrize("command", [["list"], ["show", "a"]])
def test_an_interrupt_between_two_pieces_of_a_pipe_is_not_lost(command):
    for _ in range(3):
        with subprocess.Popen(
            [*COMMAND, "--data", "-", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            running.stdin.write(b"[" + b" " * 200_000)
            running.stdin.flush()  # goes on as soon as rnk has taken a piece, and before it waits for the next
            running.send_signal(signal.SIGINT)
            assert running.wait(60) == 130


@pytest.fixture(scope="session")
def whole_export():
    """What a whole file of all events is."""
    return start("list", "-f", "csv", "--columns", "all").out


@pytest.mark.parametrize("moment", range(0, 60, 6))
def test_an_export_is_there_whole_or_not_at_all_whenever_it_is_interrupted(tmp_path, whole_export, moment):
    line = f"rnk export out.csv & sleep 0.0{moment:02}; kill -TERM $!; wait $!"
    ran = in_bash(line, cwd=tmp_path)
    assert ran.code in (0, 143)
    left = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert left in ({}, {"out.csv": whole_export})


def test_an_export_that_is_interrupted_while_its_file_is_written_leaves_nothing(tmp_path):
    script = "import os, signal; os.fsync = lambda _: os.kill(os.getpid(), signal.SIGTERM)\n" + ON_IMPORT
    args = [sys.executable, "-c", script, "export", "out.csv", "1000000"]
    done = subprocess.run(args, capture_output=True, cwd=tmp_path, env=PLAIN, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (143, b"", b"")
    assert list(tmp_path.iterdir()) == []


def test_who_ignores_interrupts_is_not_interrupted():
    with subprocess.Popen(
        [*COMMAND, "--data", "-", "list", "--columns", "id"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    ) as running:
        running.stdin.write(b"[" + b" " * 1_000_000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        assert running.communicate(json.dumps(EVENT).encode() + b"]", timeout=60)[0] == b"a\n"
    assert running.returncode == 0


def test_a_process_that_may_hold_few_files_and_little_memory_still_answers():
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))
        resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))

    assert start("list", "-n", "1", preexec_fn=limit).code == 0
