"""The promises of SECURITY.md: no network, no shell, no code from data, no file unasked, the umask kept."""

from __future__ import annotations

import ast
import glob
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import PLAIN, UNMEASURED
from tests.started import COMMAND, in_bash, start
from tests.terminal import on_terminal

ROOT = os.path.dirname(os.path.dirname(__file__))
NEVER_IMPORTED = """
asyncio code codeop ctypes dill ftplib http imaplib jsonpickle marshal multiprocessing pickle poplib pty requests runpy
shelve smtplib socket socketserver ssl telnetlib urllib webbrowser xmlrpc yaml
"""
NEVER_CALLED = """
eval exec compile __import__ os.system os.popen os.fork subprocess.run subprocess.call subprocess.check_call
subprocess.check_output subprocess.getoutput subprocess.getstatusoutput
"""
TEMPLATES = ["src/rnk_timeline/render/html_.py"]  # whose one template is page.html, of the package


def trees() -> dict[str, ast.Module]:
    """Return every module of the package, parsed, by its path."""
    found = {}
    for path in glob.glob(f"{ROOT}/src/**/*.py", recursive=True):
        with open(path, encoding="utf-8") as file:
            found[os.path.relpath(path, ROOT)] = ast.parse(file.read())
    return found


TREES = trees()


def imported(tree: ast.AST) -> set[str]:
    """Return the first names of the modules that are imported anywhere in `tree`."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in plain | named}


def calls(tree: ast.AST) -> list[tuple[str, ast.Call]]:
    return [(ast.unparse(node.func), node) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_no_module_can_reach_the_network_or_run_data():
    assert len(TREES) > 50
    assert {path: found for path, tree in TREES.items() if (found := imported(tree) & {*NEVER_IMPORTED.split()})} == {}


def test_no_module_runs_text_as_code_or_by_a_shell():
    found = [
        (path, name)
        for path, tree in TREES.items()
        for name, call in calls(tree)
        if name in NEVER_CALLED.split()
        or (name.endswith(".from_string") and path not in TEMPLATES)
        or name.startswith(("os.exec", "os.spawn", "os.posix_spawn"))
        or any(keyword.arg == "shell" for keyword in call.keywords)
    ]
    assert found == []


def test_only_the_pager_starts_a_program():
    assert [path for path, tree in TREES.items() if "subprocess" in imported(tree)] == ["src/rnk_timeline/cli/pager.py"]


def test_modules_are_loaded_by_name_only_from_the_package_itself():
    names = [
        ast.unparse(call.args[0])
        for tree in TREES.values()
        for name, call in calls(tree)
        if name.split(".")[-1] == "import_module"
    ]
    assert names
    assert [name for name in names if not name.startswith(("f'rnk_timeline.", "f'{__name__}."))] == []


FORBIDDING = """
import os, sys
def refuse(event, args):
    if event.split(".")[0] in ("socket", "subprocess", "pty", "ftplib", "urllib", "pickle", "webbrowser"):
        os.write(2, f"DONE: {event} {args}\\n".encode())
    if event in ("os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "os.mkdir", "os.remove", "os.rmdir"):
        os.write(2, f"DONE: {event} {args}\\n".encode())
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        os.write(2, f"DONE: {event} {args}\\n".encode())
sys.addaudithook(refuse)
"""
RUNS = """list / list -f table / list -f html / list -f ics / list -f timelinejs / list --since yesterday / stats
show 2019-vladivostok-summit / check Putin and Kim met in Vladivostok in April 2019 / actors / sources / onthisday
cite 2019-vladivostok-summit -f bibtex / data info / data schema / completion bash / help list / --version / --help"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory) -> dict[str, str]:
    """The environment of a Python that tells of every connection, program and written file."""
    place = tmp_path_factory.mktemp("watched")
    (place / "sitecustomize.py").write_text(FORBIDDING, "utf-8")
    return PLAIN | UNMEASURED | {"PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(place)}


@pytest.mark.parametrize("line", re.split(r" / |\n", RUNS))
def test_a_run_opens_no_connection_starts_no_program_and_writes_no_file(watched, tmp_path, line):
    command, *args = line.split()
    ran = start(command, *([" ".join(args)] if command == "check" else args), env=watched, cwd=tmp_path)
    assert (ran.code in (0, 1), "DONE" in ran.err) == (True, False), ran.err
    assert os.listdir(tmp_path) == []


def test_an_export_writes_the_file_asked_for_and_no_other(watched, tmp_path):
    ran = start("export", "out.csv", env=watched, cwd=tmp_path)
    assert ran.code == 0
    assert [
        line.split("'")[1].rpartition("/.rnk-")[0] for line in ran.lines + ran.err.splitlines() if "DONE" in line
    ] == [str(tmp_path)]
    assert os.listdir(tmp_path) == ["out.csv"]


def test_what_watches_does_see(watched, tmp_path):
    script = "import os, socket; socket.socket().close(); os.system('true'); open('x', 'w').close()"
    done = subprocess.run([sys.executable, "-c", script], env=watched, cwd=tmp_path, capture_output=True, check=True)
    assert [line.split()[1] for line in done.stderr.decode().splitlines()] == ["socket.__new__", "os.system", "open"]


def test_rnk_runs_where_there_is_no_network():
    unshare = shutil.which("unshare")
    alone = [unshare or "", "--map-root-user", "--net"]
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network of its own can be had here")
    for args in (["list", "-f", "html"], ["check", "Putin visited North Korea in 2019"]):
        done = subprocess.run([*alone, *COMMAND, *args], capture_output=True, env=PLAIN, timeout=60, check=False)
        assert (done.returncode in (0, 1), done.stderr) == (True, b"")
        assert done.stdout == start(*args).out.encode()


UMASKS = [("022", 0o644), ("077", 0o600), ("002", 0o664)]


@pytest.mark.parametrize("line", ["rnk export out.csv", "rnk list -o out.csv"])
@pytest.mark.parametrize(("umask", "mode"), UMASKS)
def test_a_new_file_has_the_mode_of_the_umask(tmp_path, line, umask, mode):
    assert in_bash(f"umask {umask}; {line}", cwd=tmp_path).code == 0
    assert stat.S_IMODE(os.stat(tmp_path / "out.csv").st_mode) == mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_that_is_overwritten_keeps_its_mode(tmp_path, mode):
    (tmp_path / "out.csv").touch()
    os.chmod(tmp_path / "out.csv", mode)
    assert in_bash("umask 000; rnk export --force out.csv", cwd=tmp_path).code == 0
    assert stat.S_IMODE(os.stat(tmp_path / "out.csv").st_mode) == mode


PAGERS = [  # a pager, and what is said of it
    ("cat; touch harmed", "cannot start the pager 'cat;'"),
    ("$(touch harmed)", "cannot start the pager '$(touch'"),
    ("`touch harmed`", "cannot start the pager '`touch'"),
    ("PAGER=x touch harmed", "cannot start the pager 'PAGER=x'"),
    ("~/pager", "cannot start the pager '~/pager'"),
    ("cat 'unfinished", "No closing quotation"),
    ("\x1b[2J", r"cannot start the pager '\x1b[2J'"),
    ("cat $(touch harmed)", "$(touch"),  # cat's own complaint
    ("cat > harmed", ">"),
    ("cat && touch harmed", "&&"),
]


@pytest.mark.parametrize(("pager", "said"), PAGERS)
def test_no_shell_reads_the_name_of_a_pager(tmp_path, five, monkeypatch, pager, said):
    monkeypatch.chdir(tmp_path)
    _, screen = on_terminal(["--data", five, "list", "--pager"], PAGER=pager, LANGUAGE="C", LC_ALL="C.UTF-8")
    assert said in screen
    assert "Traceback" not in screen
    assert [path.name for path in tmp_path.iterdir()] == ["five.json"]


def test_the_words_of_a_pager_are_split_as_a_shell_splits_them(tmp_path, five):
    pager = tmp_path / "my pager"
    pager.write_text('#!/bin/sh\ncat > /dev/null\nprintf "<%s>" "$@"\n')
    pager.chmod(0o755)
    _, screen = on_terminal(["--data", five, "list"], RNK_PAGER=f"'{pager}' -x 'two words' $HOME \"\" a\\ b *")
    assert screen == "<-x><two words><$HOME><><a b><*>"


def test_no_dependency_is_held_back_without_a_reason_written_down():
    with open(f"{ROOT}/pyproject.toml", encoding="utf-8") as file:
        text = file.read()
    project = tomllib.loads(text)["project"]
    groups = project["optional-dependencies"]
    needs = [*project["dependencies"], *(need for group in groups.values() for need in group)]
    assert len(project["dependencies"]) == 4
    bounded = [need for need in needs if any(sign in need for sign in ("<", "==", "~=", "!="))]
    unexplained = [need for need in bounded if "#" not in text.partition(f'"{need}"')[2].partition("\n")[0]]
    assert unexplained == []


EVIL = "e\x1b]0;owned\x07\x9b2J\x00\x7f\x85\u2028\rEND:VEVENT\r\n<img src=x onerror=alert(1)>"
EVIL_EVENT = {
    "id": "a",
    "date": "2022",
    "title": EVIL,
    "summary": EVIL,
    "categories": [EVIL],
    "actors": [EVIL],
    "sources": [{"publisher": EVIL, "title": EVIL, "url": "https://example.org/x"}],
}
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.fixture
def evil(tmp_path) -> str:
    """The path of a record that would take over a terminal, a calendar and a page."""
    (tmp_path / "evil.json").write_text(json.dumps([EVIL_EVENT]), "utf-8")
    return str(tmp_path / "evil.json")


PIPED = """
list / list --columns all / list -f markdown / list -f table / list -f timeline / show a / cite a / check evil
check -f tsv owned / stats --by actor / sources / sources --pages / actors / data info
"""


@pytest.mark.parametrize("line", re.split(r" / |\n", PIPED.strip()))
def test_what_is_read_by_people_acts_on_no_terminal_though_it_came_through_a_pipe(evil, line):
    ran = start("--data", evil, *line.split())
    assert ran.out
    assert CONTROLS.findall(ran.out.replace("\t", "")) == []


def test_a_calendar_holds_no_control_character_and_no_line_of_a_stranger(evil):
    text = start("--data", evil, "list", "-f", "ics").out
    assert CONTROLS.findall(text.replace("\r\n", "\n")) == []
    assert [line for line in text.splitlines() if line == "END:VEVENT"] == ["END:VEVENT"]


def test_timelinejs_gets_no_markup_of_a_stranger_where_it_sets_html(evil):
    (slide,) = json.loads(start("--data", evil, "list", "-f", "timelinejs").out)["events"]
    assert not [value for value in (slide["group"], *slide["text"].values()) if "<img" in value]


@pytest.mark.parametrize("begin", [*"=+-@\t\r\n", "＝", "＋", "－", "＠"])
def test_a_spreadsheet_reads_no_text_as_a_formula(tmp_path, begin):
    (tmp_path / "given.json").write_text(json.dumps([EVIL_EVENT | {"title": f"{begin}1+1"}]), "utf-8")
    ran = start("--data", "given.json", "list", "--excel", "--no-header", "--columns", "title", cwd=tmp_path)
    assert ran.out.lstrip('\ufeff"').startswith(f"'{begin}".replace("\n", "\r\n"))
