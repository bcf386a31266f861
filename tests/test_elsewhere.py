"""Systems unlike this one: rnk as a process that has none of what only POSIX has, on paths and encodings of others."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys

import pytest

from rnk_timeline.cli import pager
from tests.conftest import FIVE, PLAIN

# Takes away what Python lacks on Windows, by its own documentation, and is rnk then.
BARE = """
import os, select, signal, sys, time
GONE = {
    os: '''
        O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK O_SYNC WNOHANG chown chroot confstr ctermid fchmod fchown fdatasync
        fork forkpty get_blocking getegid geteuid getgid getgroups getloadavg getpgid getpriority getresuid getsid
        getuid initgroups killpg lchown lockf mkfifo mknod nice openpty pathconf pipe2 posix_fadvise posix_fallocate
        posix_spawn pread pwrite readv register_at_fork sched_getaffinity sched_yield sendfile set_blocking setegid
        seteuid setgid setpriority setsid setuid statvfs sync sysconf tcgetpgrp tcsetpgrp ttyname uname wait wait3
        wait4 waitid writev
    ''',
    signal: '''
        SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGIO SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSTOP SIGTSTP SIGTTIN SIGTTOU
        SIGUSR1 SIGUSR2 SIGWINCH alarm getitimer pause pthread_kill pthread_sigmask setitimer siginterrupt sigpending
        sigwait
    ''',
    time: "tzset clock_settime pthread_getcpuclockid",
    select: "poll epoll kqueue",
}
for module in "crypt curses fcntl grp nis pty pwd readline resource spwd syslog termios tty".split():
    sys.modules[module] = None
for module, names in GONE.items():
    for name in names.split():
        vars(module).pop(name, None)
from rnk_timeline.__main__ import main
sys.argv[0] = "rnk"
main()
"""


def bare(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run rnk in a Python from which everything is gone that Windows has not."""
    return subprocess.run(
        [sys.executable, "-c", BARE, *args], input=stdin, capture_output=True, env=PLAIN | env, timeout=60, check=False
    )


ASKED = [
    ["list", "--since", "2022"],
    ["list", "-f", "table", "--color", "always"],
    ["list", "-f", "timeline"],
    ["show", "2019-vladivostok-summit"],
    ["stats", "--by", "year", "-f", "table"],
    ["check", "Putin met Kim Jong Un in Vladivostok"],
    ["cite", "2019-vladivostok-summit", "-f", "bibtex"],
    ["onthisday", "04-25"],
    ["actors"],
    ["sources"],
    ["data", "path"],
    ["data", "info"],
    ["completion", "bash"],
    ["list", "--help"],
    ["--version"],
]


@pytest.mark.parametrize("args", ASKED, ids=" ".join)
def test_nothing_is_called_that_only_posix_has(process, args):
    there = bare(*args)
    here = process(*args)
    assert (there.returncode, there.stderr) == (here.code, here.err.encode())
    assert there.stdout.decode() == here.out


@pytest.mark.parametrize("ending", ["csv", "html", "ics", "json"])
def test_a_file_is_written_without_what_only_posix_has(tmp_path, ending):
    out = tmp_path / f"мой файл.{ending}"
    for how in ((), ("--force",)):  # anew, and over itself
        done = bare("export", str(out), "--since", "2024", *how)
        assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert out.stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_file_that_a_windows_editor_saved_is_read():
    lines = "\ufeff" + "\r\n".join(json.dumps(event, ensure_ascii=False) for event in FIVE) + "\r\n"
    done = bare("--data", "-", "list", "--columns", "id", stdin=lines.encode("utf-8"))
    assert done.stdout.decode().split() == ["1950-early", "2000-month", "2000-visit", "2022-veto", "2024-troops"]
    done = bare("check", "-", stdin="\ufeffPutin met Kim Jong Un in Vladivostok\r\n".encode())
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "cp866", "cp949", "ascii"])
def test_a_code_page_that_lacks_a_letter_gets_its_escape(encoding):
    done = bare("actors", "-f", "json", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    actors = json.loads(done.stdout.decode(encoding))
    assert "Путин" in next(actor for actor in actors if actor["name"] == "Vladimir Putin")["aliases"]


def test_the_pager_of_a_windows_path_is_that_path(monkeypatch):
    monkeypatch.setattr(pager.os, "sep", "\\")
    monkeypatch.setenv("RNK_PAGER", r'"C:\Program Files\Git\usr\bin\less.exe" -R')
    assert pager._command() == [r"C:\Program Files\Git\usr\bin\less.exe", "-R"]
    monkeypatch.setenv("RNK_PAGER", r"C:\bin\less.exe -R")
    assert pager._command() == [r"C:\bin\less.exe", "-R"]


def test_the_pager_of_a_system_without_one_is_more(monkeypatch):
    monkeypatch.delenv("RNK_PAGER", raising=False)
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.setattr(pager.shutil, "which", {"more": r"C:\Windows\System32\more.com"}.get)
    assert pager._command() == [r"C:\Windows\System32\more.com"]
    monkeypatch.setattr(pager.shutil, "which", {}.get)
    assert pager._command() == ["more"]


def test_the_pager_of_another_system_is_read_as_its_shell_does(monkeypatch):
    monkeypatch.setenv("RNK_PAGER", shlex.join(["/opt/my pager", "it's"]))
    assert pager._command() == ["/opt/my pager", "it's"]
