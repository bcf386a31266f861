"""Command lines that make no sense: each refused in one sentence that says what to write, with the nearest word."""

from __future__ import annotations

import os

import click
import pytest

from rnk_timeline.cli import COMMANDS, cli
from rnk_timeline.text import visible
from tests.started import start


def commands() -> dict[str, click.Command]:
    """Return every command by the words that call it."""
    root = cli.make_context("rnk", [], resilient_parsing=True)
    found = {}
    for name in COMMANDS:
        command = cli.get_command(root, name)
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": each for inner, each in command.commands.items()}
        else:
            found[name] = command
    return found


ALL = commands()
OPTIONS = [
    (name, option) for name, command in ALL.items() for option in command.params if isinstance(option, click.Option)
]
VALUED = [(name, option) for name, option in OPTIONS if not option.is_flag]
LONG = sorted({(name, long) for name, option in OPTIONS for long in option.opts if long.startswith("--")})
NEEDED = {
    "check": ["x"],
    "cite": ["2022-veto"],
    "show": ["2022-veto"],
    "export": ["out.csv"],
    "data validate": ["none.json"],
}


def one_sentence(said: str) -> bool:
    """Tell whether this is one line of a length that a reader bears, harmless on a terminal; a path is told whole."""
    line = said.removesuffix("\n")
    longest = 4200 if line.startswith("rnk: error: cannot write ") else 1500
    return visible(line) == line and line.startswith("rnk: error: ") and len(line) < longest


DATED = sorted({(name, option.opts[0]) for name, option in VALUED if option.type.name == "date"})
NO_DATES = [
    *(
        "",
        " ",
        "10",
        "May",
        "26 May",
        "0",
        "0000",
        "0000-01-01",
        "10000",
        "99999",
        "-2022",
        "-1",
        "1e3",
        "2022.5",
        "NaN",
    ),
    *("2022-13", "2022-00", "2022-02-30", "2023-02-29", "2022-05-26T00:00", "2022-5-26-1", "2022-W07", "2022-W07-3"),
    *(
        "2022-146",
        "spring 2022",
        "summer",
        "03/04/2024",
        "4.5.2024x",
        "2022-05-26 junk",
        "now",
        "\u221e",
        "202X",
        "2022?",
    ),
    *(
        "\uff12\uff10\uff12\uff12",
        "\u0662\u0660\u0662\u0662",
        "\u516d\u6708",
        "2022..",
        "..",
        "/",
        "2022/2021",
        "2022/2023/2024",
    ),
    *("1" * 10_000, "May " * 5000, "\x1b[2J", "2022\u202e", "99999 years ago", "-3 years ago", "%s", "{0}", "$(date)"),
]


@pytest.mark.parametrize("text", NO_DATES, ids=lambda text: text[:12].encode("unicode_escape").decode())
def test_what_is_no_date_is_refused_by_every_option(rnk, five, text):
    for name, option in DATED:
        ran = rnk("--data", five, *name.split(), *NEEDED.get(name, []), f"{option}={text}")
        assert (ran.code, ran.out) == (2, "")
        assert one_sentence(ran.err)
        assert ran.err.startswith(f"rnk: error: {option}: ")


@pytest.mark.parametrize("text", ["0001", "9999", "9999-12-31", "0001-01-01", "0001..9999", "29 February 2024"])
def test_the_ends_of_the_calendar_are_dates(rnk, five, tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    for name, option in DATED:
        overwrite = ["--force"] if name == "export" else []
        ran = rnk("--data", five, *name.split(), *NEEDED.get(name, []), *overwrite, option, text)
        assert ran.code in (0, 1)


DAYS = [
    "13-01",
    "02-30",
    "00-00",
    "1",
    "x",
    "",
    "5/26",
    "26.05",
    "2022-02-30",
    "June",
    "06-31",
    "\uff10\uff15-\uff12\uff16",
    "9" * 5000,
]


@pytest.mark.parametrize("text", DAYS, ids=lambda text: text[:12])
def test_what_is_no_day_of_the_year_is_refused(rnk, text):
    ran = rnk("onthisday", text)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)


NONSENSE = [
    "",
    " ",
    ",",
    "-1",
    "99999999999999999999",
    "1.5",
    "x" * 10_000,
    "\x1b]0;t\x07",
    "\u202e",
    "\udcff",
    "%s%n",
    "--",
    "=",
    "'\"",
    "\0",
]


@pytest.mark.parametrize("value", NONSENSE, ids=lambda value: value[:12].encode("unicode_escape").decode())
def test_every_option_takes_nonsense_or_refuses_it_in_one_sentence(rnk, five, tmp_path, monkeypatch, value):
    monkeypatch.chdir(tmp_path)
    for name, option in VALUED:
        ran = rnk("--data", five, *name.split(), *NEEDED.get(name, []), f"--{option.opts[-1].lstrip('-')}={value}")
        assert ran.code in (0, 1, 2, 3, 4)
        if ran.code > 1:
            assert ran.out == ""
            assert one_sentence(ran.err), (name, option.opts)
        assert visible(ran.err.replace("\n", "")) == ran.err.replace("\n", "")


@pytest.mark.parametrize(("name", "option"), LONG)
def test_an_option_that_is_misspelt_gets_the_nearest(rnk, five, name, option):
    for typo in (option[:-1], f"{option[:3]}{option[3:4] * 2}{option[4:]}", f"{option}x"):
        if (name, typo) in LONG or (name, f"{typo}s") in LONG or len(typo) < 5:  # as near to another
            continue
        ran = rnk("--data", five, *name.split(), typo)
        assert (ran.code, ran.out) == (2, ""), typo
        assert one_sentence(ran.err)
        assert option in ran.err, (typo, ran.err)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_misspelt_gets_the_nearest(rnk, name):
    for typo in (name[:-1], f"{name}x", name.upper(), f"{name[0]}{name}"):
        ran = rnk(typo)
        assert (ran.code, ran.out) == (2, "")
        assert f"did you mean {name}?" in ran.err, typo


REFUSED = [
    (["list", "--since"], "'--since' requires an argument"),
    (["list", "-n"], "'-n' requires an argument"),
    (["list", "--certain=yes"], "'--certain' does not take a value"),
    (["list", "--", "--since", "2022"], "unexpected extra arguments (--since 2022)"),
    (["--color", "sometimes", "list"], "'sometimes' is not one of"),
    (["--data"], "'--data' requires an argument"),
    (["list", "-f", "xlsx"], "'xlsx' is not one of"),
    (["list", "-f", "ics", "--excel"], "--excel is for CSV"),
    (["show"], "missing argument"),
    (["check"], "missing argument 'CLAIM...'"),
    (["check", ""], "no claim"),
    (["check", "Kim met Putin. " * 1000], "a claim has 1,000 characters at most; 'Kim met Putin. Kim"),
    (["list", "-s", "a OR " * 10_000], "--search takes at most 100 words"),
    (["list", "-s", '"a b" ' * 10_000], "--search takes at most 100 words"),
    (["cite"], "missing argument"),
    (["export"], "missing argument"),
    (["data", "validat"], "did you mean"),
    (["completion", "cmd"], "'cmd' is not one of"),
    (["help", "lst"], "did you mean list?"),
    (["\x1b[2J"], r"no command '\x1b[2J'"),
    (["x" * 10_000], "no command 'xxx"),
    ([""], "no command ''"),
]


@pytest.mark.parametrize(
    ("args", "sentence"), REFUSED, ids=lambda value: " ".join(value)[:20] if isinstance(value, list) else ""
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(rnk, args, sentence):
    ran = rnk(*args)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)
    assert sentence in ran.err


BYTES = [
    ([b"list", b"-a", b"\xff"], 2, r"no actor '\udcff' on record; rnk actors lists all"),
    ([b"list", b"--since", b"\xff\xfe"], 2, r"--since: '\udcff\udcfe' is not a date that can be read"),
    ([b"\xff"], 2, r"no command '\udcff'"),
    ([b"list", b"--\xff"], 2, r"no such option '--\udcff'"),
    ([b"list", b"-o", b"no/\xff.csv"], 4, r"cannot write 'no/\udcff.csv': No such file or directory"),
    ([b"show", b"\xff"], 1, r"'\udcff'"),
]


@pytest.mark.parametrize(("args", "code", "sentence"), BYTES, ids=range(len(BYTES)))
def test_bytes_that_are_no_text_are_told_as_escapes(tmp_path, args, code, sentence):
    ran = start(*args, cwd=tmp_path)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert "\\x" not in ran.err.replace(r"\udc", "")


def test_bytes_that_are_no_text_may_name_a_file(tmp_path):
    assert start(b"list", b"-n", b"1", b"-o", b"\xff.csv", cwd=tmp_path).code == 0
    assert os.listdir(os.fsencode(tmp_path)) == [b"\xff.csv"]
