"""What breaks programs: the rows of docs/reliability.md, each a line of bash in which `tool` lists a file."""

from __future__ import annotations

import json
from typing import NamedTuple

from benchmarks.naughty import TEXTS
from tests.hostile import EVENT, FILES, ONE

_ONE = f"[{ONE}]".encode()


class Case(NamedTuple):
    """One row: what is given, and the line that runs it.

    In the line, `tool FILE` lists a file and `tool` standard input, and `aid` is the help of the program. `look` says
    that it runs on a terminal, and what to look at there: "text", "colour" or "width 40".
    """

    section: str
    name: str
    line: str = "tool given.json"
    data: bytes | None = _ONE
    look: str = ""
    text: str = ""


_FILES = (
    *("nothing", "UTF-8 with a byte order mark", "UTF-16", "Windows-1251", "a NUL in a text", "gzip", "HTML"),
    *("cut short", "a comma at the end", "a comment", "single quotes", "NaN", "100,000 lists in each other"),
    *("half of a character in an escape", "a key twice", "no events", "fields that rnk does not know"),
    *("a number of 5,000 digits as the title", "a text", "a list of numbers", "no date", "a title that is a number"),
    *("30 February", "a date of two meanings", "an address that is a script", "one id twice"),
)
_TEXTS = (
    *("clear the screen", "C1 control", "window title", "OSC 8 link", "OSC 52 clipboard", "bell and backspace"),
    *("carriage return", "line feeds", "tabs", "right-to-left override", "zero width", "Hangul", "rich markup"),
    *("emoji codes", "long word"),
)
_MANY = json.dumps([EVENT | {"id": f"{number:05}"} for number in range(20_000)]).encode()
_HANGUL = json.dumps([EVENT | {"title": TEXTS["Hangul"]}]).encode()
_GIVEN = {file.name: file.data for file in FILES}
# An array, as the neighbours know it; rnk takes a single event too.
_GIVEN |= {name: b"[%b]" % data for name, data in _GIVEN.items() if data.startswith(b'{"id"') and b"\n" not in data}
_GIVEN["UTF-8 with a byte order mark"] = b"\xef\xbb\xbf" + _ONE
# Started with a pipe as its input; once it has taken more than a pipe holds, it soon waits for the rest.
_READING = "set -m; mkfifo pipe; tool < pipe & exec 3> pipe; printf '[%200000s' '' >&3; sleep 0.2; "
_ENDED = " $!; { wait $!; } 2> told"

CASES = (
    Case("Files", "a file that is not there", data=None),
    Case("Files", "a directory", "tool .", None),
    Case("Files", "`/dev/null`", "tool /dev/null", None),
    *(Case("Files", name, data=_GIVEN[name]) for name in _FILES),
    *(
        Case(
            "Text on a terminal",
            name,
            data=json.dumps([EVENT | {"title": TEXTS[name]}]).encode(),
            look="text",
            text=TEXTS[name],
        )
        for name in _TEXTS
    ),
    Case("Terminals and environments", "a terminal 20 columns wide", look="width 20"),
    Case("Terminals and environments", "a terminal 40 columns wide", look="width 40"),
    Case("Terminals and environments", "`COLUMNS=0`", "COLUMNS=0 tool given.json"),
    Case("Terminals and environments", "`COLUMNS=abc`", "COLUMNS=abc tool given.json"),
    Case("Terminals and environments", "`TERM=dumb` on a terminal", "TERM=dumb tool given.json", look="colour"),
    Case("Terminals and environments", "`NO_COLOR=1` on a terminal", "NO_COLOR=1 tool given.json", look="colour"),
    Case("Terminals and environments", "`CLICOLOR=0` on a terminal", "CLICOLOR=0 tool given.json", look="colour"),
    Case("Terminals and environments", "`FORCE_COLOR=0` in a pipe", "FORCE_COLOR=0 tool given.json"),
    Case(
        "Terminals and environments",
        "Hangul, `PYTHONIOENCODING=ascii`",
        "PYTHONIOENCODING=ascii tool given.json",
        _HANGUL,
    ),
    Case("Terminals and environments", "Hangul, `LC_ALL=C`", "LC_ALL=C tool given.json", _HANGUL),
    Case("Terminals and environments", "no `HOME`", "unset HOME; tool given.json"),
    Case(
        "Terminals and environments",
        "a working directory that is gone",
        "given=$PWD/given.json; mkdir gone && cd gone && rmdir ../gone; tool $given 2> >(grep -v getcwd >&2)",
    ),
    Case("Pipes, disks and signals", "a full disk, `> /dev/full`", "tool given.json > /dev/full"),
    Case("Pipes, disks and signals", "a full disk, unbuffered", "PYTHONUNBUFFERED=1 tool given.json > /dev/full"),
    Case("Pipes, disks and signals", "the help on a full disk", "aid > /dev/full"),
    Case("Pipes, disks and signals", "standard output closed, `>&-`", "tool given.json >&-"),
    Case("Pipes, disks and signals", "standard error closed", "tool given.json 2>&-"),
    Case("Pipes, disks and signals", "standard input closed, and to be read", "tool <&-"),
    Case("Pipes, disks and signals", "a limit of 32 KB, 20,000 events", "ulimit -f 32; tool given.json > said", _MANY),
    Case(
        "Pipes, disks and signals",
        "the same, unbuffered",
        "export PYTHONUNBUFFERED=1; ulimit -f 32; tool given.json > said",
        _MANY,
    ),
    Case(
        "Pipes, disks and signals",
        "a reader who leaves, `| head -n 1`",
        "tool given.json | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}",
        _MANY,
    ),
    Case(
        "Pipes, disks and signals",
        "Ctrl-C while input is awaited",
        f"{_READING}kill -INT{_ENDED}",
    ),
    Case(
        "Pipes, disks and signals",
        "the same, and SIGTERM",
        f"{_READING}kill -TERM{_ENDED}",
    ),
)
"""Every row of the page, in its order."""
