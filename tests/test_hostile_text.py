"""Text from strangers in every field: harmless on a terminal, columns straight; unchanged in the formats."""

from __future__ import annotations

import csv
import html.parser
import io
import json
import re
import unicodedata

import pytest
from naughty import TEXTS

from rnk_timeline.text import visible
from tests import readers
from tests.conftest import Ran
from tests.started import start
from tests.terminal import on_terminal

URL = "https://example.org/a"
NAUGHTY = [
    {
        "id": f"{number:02}-" + re.sub(r"\s", "", text)[:60],
        "date": f"20{number:02}",
        "title": text,
        "summary": text,
        "categories": [text],
        "actors": [text],
        "places": [text],
        "claims": [{"by": text, "on": "2022", "stance": "asserts", "what": text}],
        "vote": {"body": text, "symbol": text, "against": 1, "against_by": [text], "outcome": text},
        "corrections": [{"error": text, "fact": text}],
        "sources": [{"publisher": text, "title": text, "url": URL}],
    }
    for number, text in enumerate(TEXTS.values())
]
IDS = [event["id"] for event in NAUGHTY if "\0" not in event["id"]]  # what a command line can hold


@pytest.fixture(scope="module")
def naughty(tmp_path_factory) -> str:
    """The path of a record with all of them; its registries are naughty too."""
    path = tmp_path_factory.mktemp("naughty") / "naughty.json"
    registries = {
        "title": TEXTS["window title"] + TEXTS["line feeds"],
        "license": TEXTS["OSC 8 link"],
        "actors": [{"name": text, "kind": "person", "aliases": [text]} for text in TEXTS.values()],
        "categories": [{"name": text, "title": text} for text in TEXTS.values()],
        "places": [{"name": text, "country": text} for text in TEXTS.values()],
    }
    path.write_text(json.dumps({"events": NAUGHTY} | registries), "utf-8")
    return str(path)


DRAWN = [
    *(["list"], ["list", "-f", "timeline"], ["list", "--columns", "all"], ["show", *IDS], ["stats"]),
    *(["stats", "--by", "actor"], ["stats", "--by", "publisher"], ["actors"], ["sources"], ["cite", *IDS]),
    *(["data", "info"], ["list", "-f", "markdown"], ["list", "-f", "html"], ["list", "-f", "ics"]),
    *(["list", "-f", "csv"], ["list", "-f", "tsv"], ["list", "-f", "jsonl"], ["list", "-f", "timelinejs"]),
    *(["show", *IDS, "-f", "json"], ["cite", *IDS, "-f", "bibtex"], ["cite", *IDS, "-f", "csl"]),
]
LINK = re.compile(r"\x1b\]8;(?:id=\w+)?;([^\x1b\x07]*)\x1b\\")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("args", DRAWN, ids=lambda args: " ".join(args)[:24].encode("unicode_escape").decode())
def test_nothing_of_a_file_acts_on_a_terminal(naughty, args):
    code, screen = on_terminal(["--data", naughty, *args], columns=100, NO_COLOR="1")
    assert (code, "Traceback" in screen) == (0, False), screen[-500:]
    for line in screen.split("\n"):
        assert visible(line) == line


def test_what_is_said_of_a_file_or_a_claim_does_not_act_either(naughty):
    claims = [text[:1000] for text in TEXTS.values() if "\0" not in text]
    for args, expected in ((["data", "validate", naughty], 3), (["check", "--", *claims], 1)):
        code, screen = on_terminal(args, NO_COLOR="1")
        assert code == expected
        assert len(screen) > 5000
        assert [line for line in screen.split("\n") if visible(line) != line] == []


def test_all_of_a_text_can_be_seen(naughty):
    _, screen = on_terminal(["--data", naughty, "list", "--columns", "title"], NO_COLOR="1")
    seen = re.sub(r"\s", "", screen)
    assert [text for text in TEXTS.values() if re.sub(r"\s", "", visible(text)) not in seen] == []


@pytest.mark.parametrize("args", DRAWN[:4], ids=lambda args: " ".join(args)[:24].encode("unicode_escape").decode())
def test_colours_and_links_are_of_rnks_own_making(naughty, args):
    _, screen = on_terminal(["--data", naughty, *args], columns=100)
    assert set(LINK.findall(screen)) <= {"", URL}
    bare = COLOUR.sub("", LINK.sub("", screen))
    assert all(visible(line) == line for line in bare.split("\n"))
    assert "\x1b[31mred" not in screen


def width_of(text: str) -> int:
    """Return the cells that a terminal gives to `text`."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text if not _takes_none(char))


def _takes_none(char: str) -> bool:
    return unicodedata.combining(char) > 0 or "\u1160" <= char <= "\u11ff"  # the later parts of a Hangul syllable


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_a_table_keeps_its_columns_straight(tmp_path, columns):
    awkward = [text for name, text in TEXTS.items() if name not in ("joined emoji", "emoji", "private use")]
    events = [{"id": f"{number}", "date": "2022", "title": text} for number, text in enumerate(awkward)]
    (tmp_path / "given.json").write_text(json.dumps(events), "utf-8")
    question = ["--data", "given.json", "list", "--columns", "date,title,id", "-f", "table"]
    ran = start(*question, cwd=tmp_path, env={"COLUMNS": str(columns), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    rows = ran.lines
    assert max(map(width_of, rows)) <= columns
    ends = {width_of(row) - len(row.split()[-1]) for row in rows if re.search(r" \d+$", row) and row.startswith("2022")}
    assert len(ends) == 1, ends


def asked(naughty: str, form: str, columns: str = "id,title,actors") -> Ran:
    ran = start("--data", naughty, "list", "-f", form, "--columns", columns)
    assert ran.code == 0
    return ran


def test_json_gives_every_text_back(naughty):
    events = json.loads(start("--data", naughty, "list", "-f", "json").out)
    lines = start("--data", naughty, "list", "-f", "jsonl").out.split("\n")[:-1]
    for given, event, line in zip(NAUGHTY, events, lines, strict=True):
        for field, value in given.items():
            kept = (
                [{key: each[key] for key in value[0]} for each in event[field]]
                if field in ("claims", "sources")
                else event[field]
            )
            if field == "vote":
                kept = {key: kept[key] for key in value}
            assert kept == value
        assert json.loads(line) == event


def test_csv_gives_every_text_back(naughty):
    rows = list(csv.DictReader(io.StringIO(asked(naughty, "csv").out, newline="")))
    assert [(row["id"], row["title"], row["actors"]) for row in rows] == [
        (e["id"], e["title"], e["actors"][0]) for e in NAUGHTY
    ]


UNESCAPED = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}


def unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else UNESCAPED[escape[0]]


def test_tsv_gives_every_text_back_by_the_escapes_that_are_documented(naughty):
    lines = asked(naughty, "tsv").out.split("\n")[:-1]
    texts = [re.sub(r"\\(?:x(..)|.)", unescaped, line.split("\t")[1]) for line in lines]
    assert texts == [event["title"] for event in NAUGHTY]


def test_csv_for_spreadsheets_runs_nothing(naughty):
    text = start("--data", naughty, "list", "--excel", "--columns", "title,actors,id").out
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))


class Page(html.parser.HTMLParser):
    """The texts of a page, and what could do something in it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {value for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data) -> None:
        self.texts.append(data)


def test_a_page_holds_every_text_as_text(naughty):
    page = Page()
    page.feed(start("--data", naughty, "list", "-f", "html").out)
    assert not {"img", "iframe"} & page.tags
    assert not [name for name in page.attributes if name.startswith("on")]
    assert {target for target in page.targets if not target.startswith("#")} == {URL}
    shown = "".join(page.texts)
    assert [text for text in TEXTS.values() if text not in shown] == []


def test_a_markdown_renderer_shows_every_text_as_text(naughty):
    markdown_it = readers.module("markdown_it")
    text = asked(naughty, "markdown", "title,id").out
    assert len(text.splitlines()) == len(NAUGHTY) + 2
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(text)
    inner = {(child.type, child.content) for token in tokens for child in token.children or []}
    assert {kind for kind, _ in inner} <= {"text", "text_special", "html_inline"}
    assert {content for kind, content in inner if kind == "html_inline"} == {"<br>"}


def test_a_calendar_program_reads_every_text(naughty):
    icalendar = readers.module("icalendar")
    text = start("--data", naughty, "list", "-f", "ics").out
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75  # and each is whole in UTF-8: no letter is cut
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    said = dict(zip(TEXTS, (str(event["SUMMARY"]) for event in events), strict=True))
    for name in ("Hangul", "long wide word", "separators", "HTML", "quotes", "emoji", "Arabic and Hebrew"):
        assert TEXTS[name] in said[name]


SAID = [text for text in TEXTS.values() if "\0" not in text]


@pytest.mark.parametrize("option", ["--actor", "--category", "--place", "--since", "--columns", "--sort", "--format"])
def test_an_error_that_quotes_an_option_is_harmless(option):
    text = "".join(SAID)
    code, screen = on_terminal(["list", f"{option}={text[:100]}{text[-300:]}"], NO_COLOR="1")
    assert code == 2
    assert all(visible(line) == line for line in screen.split("\n"))
    assert len(screen) < 2000


def test_a_file_name_is_harmless_wherever_it_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "\x1b]0;owned\x07\u202e\n:smile:[bold]\x9b2J"
    (tmp_path / name).write_text("[3]", "utf-8")
    for args in (["--data", name, "list"], ["data", "validate", name], ["export", f"{name}.csv"], ["list", "-o", name]):
        code, screen = on_terminal(args, NO_COLOR="1")
        assert code in (0, 3)
        assert r"\x1b]0;owned\x07\u202e\n:smile:[bold]\x9b2J" in screen
        assert all(visible(line) == line for line in screen.split("\n"))
