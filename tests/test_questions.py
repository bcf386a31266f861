"""Questions as they come to mind: each one command, with the right answer."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from rnk_timeline.dates import read
from rnk_timeline.errors import DateError
from rnk_timeline.period import check_order

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TODAY = date(2026, 11, 24)


def ids(ran) -> list[str]:
    assert ran.code == 0, ran.err
    return ran.lines


def test_all_meetings_of_putin_with_any_kim(rnk):
    assert ids(
        rnk("list", "-a", "Putin", "--with", "Kim Jong Un,Kim Jong Il", "-c", "summit", "--columns", "date")
    ) == [
        "2000-07-19/2000-07-20",
        "2001-08-04",
        "2002-08-20/2002-08-24",
        "2019-04-25",
        "2023-09-13",
        "2024-06-19",
        "2025-09-03",
    ]


def test_kim_jong_uns_visits_to_russia(rnk):
    dates = ids(rnk("list", "-a", "Kim Jong Un", "--place", "Russia", "--columns", "date"))
    assert {day[:7] for day in dates} == {"2019-04", "2023-09"}
    assert {"2019-04-25", "2023-09-13", "2023-09-15", "2023-09-17"} <= set(dates)


def test_sanctions_resolutions_of_the_security_council_2006_to_2017(rnk):
    question = ["-a", "Security Council", "-c", "sanctions", "-s", "resolution", "--on", "2006..2017"]
    titles = "\n".join(ids(rnk("list", *question, "--columns", "date,title")))
    numbers = re.findall(r"resolution (\d{4})", titles)
    assert numbers == ["1695", "1718", "1874", "2087", "2094", "2270", "2321", "2356", "2371", "2375", "2397"]


def test_lavrov_with_kim_jong_un(rnk):
    dates = ids(rnk("list", "-a", "Lavrov", "--with", "Kim Jong Un", "--place", "North Korea", "--columns", "date"))
    assert {"2018-05-31", "2023-10-18/2023-10-19", "2024-06-19", "2025-07-11/2025-07-13"} == set(dates)


def test_shoigu_in_pyongyang_in_either_office(rnk):
    dates = ids(rnk("list", "-a", "Shoigu", "--place", "Pyongyang", "--columns", "date"))
    assert "2023-07-25/2023-07-27" in dates
    assert {"2024-09-13", "2025-03-21", "2025-06-04", "2025-06-17"} <= set(dates)
    assert "secretary of the Security Council" in rnk("show", "2024-09-13").out
    minister = rnk("show", "2023-shoigu-pyongyang").out
    assert "Defence Minister" in minister
    assert "secretary of the Security Council" not in minister


def test_the_steps_of_the_treatys_ratification(rnk):
    question = ["-s", 'treaty ratify OR ratification OR "enters into force"', "--on", "2024-10..2024-12"]
    assert ids(rnk("list", *question, "--columns", "date")) == [
        "2024-10-24",
        "2024-11-06",
        "2024-11-09",
        "2024-11-11",
        "2024-12-04",
    ]


def test_what_was_known_of_the_troops_on_20_october_2024(rnk):
    known = ids(
        rnk("list", "--as-of", "2024-10-20", "-s", "troops", "--since", "2024-10-13", "--columns", "date,status")
    )
    assert known == ["2024-10-13/2024-10-17\tdisputed", "2024-10-18\talleged"]


def test_the_busiest_year_and_who_is_on_record_most(rnk):
    assert rnk("stats", "--by", "year", "--sort", "events", "-n", "1").lines[0].startswith("2024\t")
    assert [line.split("\t")[0] for line in rnk("stats", "--by", "actor", "-n", "2").lines] == ["North Korea", "Russia"]


def test_misplaced_and_misspelt_commands_are_told_how(rnk):
    assert "did you mean list?" in rnk("lst").err
    assert "rnk --data … list" in rnk("list", "--data", "x.json").err
    assert "rnk list --since …" in rnk("--since", "2022").err
    assert rnk("frobnicate").code == 2


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("search troops", "no command 'search'; did you mean rnk list -s?; see rnk --help"),
        ("version", "no command 'version'; did you mean rnk --version?; see rnk --help"),
        ("list --from 2022", "no such option '--from'; did you mean --since?; see rnk list --help"),
        ("list --year 2022", "no such option '--year'; did you mean --on?; see rnk list --help"),
        ("list --actors Putin", "no such option '--actors'; did you mean --actor?; see rnk list --help"),
        ("list --json", "no such option '--json'; did you mean -f json?; see rnk list --help"),
        ("list --nonsense", "no such option '--nonsense'; see rnk list --help"),
        ("actors --from 2022", "no such option '--from'; see rnk actors --help"),
        (
            "list -a Putin Kim",
            "got unexpected extra argument (Kim); words to search for go after -s, a value of several words in "
            "quotation marks; see rnk list --help",
        ),
        (
            "data validate a b",
            "got unexpected extra argument (b); a value of several words in quotation marks; "
            "see rnk data validate --help",
        ),
        ("list -o x.xlsx", "'x.xlsx' is of no format of rnk: for a spreadsheet, end it in .csv"),
    ],
)
def test_words_of_other_programs_are_told_what_they_are_here(rnk, line, hint):
    ran = rnk(*shlex.split(line))
    assert (ran.code, ran.out, ran.err) == (2, "", f"rnk: error: {hint}\n")


def commands(page: Path) -> list[str]:
    """Return the command lines of a page's sh blocks that ask rnk and read no file and write none."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("rnk ") and not re.search(r"[|<>]|--data|export| -o ", line)]


@pytest.mark.parametrize("line", [line for page in PAGES for line in commands(page)])
def test_every_command_of_the_pages_runs(rnk, line):
    ran = rnk(*shlex.split(line)[1:])
    assert (ran.code, ran.err) == (0, "") or "check" in line, ran.err


def rows(heading: str) -> list[tuple[str, str]]:
    """Return the rows of the table in docs/queries.md that has this word in its second heading."""
    page = (ROOT / "docs" / "queries.md").read_text("utf-8")
    table = re.search(rf"\| you type \| [^|]*{heading}[^|]*\|\n\|[ -|]+\n((?:\|.*\n)+)", page)
    assert table
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in table[1].splitlines()]


@pytest.mark.parametrize(("typed", "means"), rows("read as"))
def test_the_page_tells_truly_how_dates_are_read(typed, means):
    assert read(typed.strip("`"), TODAY).text == means.strip("`")


@pytest.mark.parametrize(("typed", "sentence"), rows("answers"))
def test_the_page_tells_truly_which_dates_are_refused(typed, sentence):
    with pytest.raises(DateError) as refused:
        check_order(read(typed.strip("`"), TODAY), None)
    assert sentence in str(refused.value)
