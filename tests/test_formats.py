"""What leaves rnk, read back by the programs that people use."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from operator import itemgetter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_timeline import columns
from rnk_timeline.cli.output import Output
from rnk_timeline.columns import DEFAULT, EVENT_COLUMNS, Answer, Column
from rnk_timeline.period import parse
from rnk_timeline.render import ENDINGS, FORMATS, OF_EVENTS, renderer
from tests import readers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rnk_timeline.columns import Value

QUESTION = ["list", "--since", "2024", "-c", "military"]


@pytest.fixture
def answers(rnk) -> list[dict[str, object]]:
    """The events that every format must give alike, as JSON has them."""
    return json.loads(rnk(*QUESTION, "-f", "json").out)


def rows_of(events: list[dict[str, object]]) -> list[list[str]]:
    def cell(value: object) -> str:
        return "; ".join(value) if isinstance(value, list) else str(value)

    return [[cell(event[name]) for name in DEFAULT] for event in events]


def test_csv_by_python(rnk, answers):
    header, *rows = csv.reader(io.StringIO(rnk(*QUESTION, "-f", "csv").out, newline=""))
    assert header == list(DEFAULT)
    assert rows == rows_of(answers)


def test_csv_by_pandas(rnk, answers):
    pandas = readers.module("pandas")
    frame = pandas.read_csv(io.StringIO(rnk(*QUESTION, "-f", "csv").out), dtype=str, keep_default_na=False)
    assert frame.values.tolist() == rows_of(answers)


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_by_duckdb(rnk, answers, tmp_path, form):
    duckdb = readers.module("duckdb")
    path = tmp_path / f"out.{form}"
    path.write_text(rnk(*QUESTION, "-f", form).out, encoding="utf-8")
    read = duckdb.read_csv(str(path), all_varchar=True) if form == "csv" else duckdb.read_json(str(path))
    found = read.select("id", "title", "status").fetchall()
    assert found == [(event["id"], event["title"], event["status"]) for event in answers]


@pytest.mark.parametrize(("form", "flag"), [("csv", "--icsv"), ("jsonl", "--ijsonl"), ("tsv", "--itsv")])
def test_by_miller(rnk, answers, form, flag):
    mlr = readers.program("mlr")
    text = rnk(*QUESTION, "-f", form, "--header").out
    command = [mlr, flag, "--ojson", "cut", "-o", "-f", "id,title,status"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    expected = [{name: event[name] for name in ("id", "title", "status")} for event in answers]
    assert json.loads(done.stdout) == expected


@pytest.mark.parametrize(("form", "program"), [("json", ".[].id"), ("jsonl", ".id")])
def test_by_jq(rnk, answers, form, program):
    jq = readers.program("jq")
    text = rnk(*QUESTION, "-f", form).out
    done = subprocess.run([jq, "-r", program], input=text, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [event["id"] for event in answers]


def test_by_sqlite_utils(rnk, answers, tmp_path):
    tool = readers.module("sqlite_utils")
    database = tool.Database(memory=True)
    database["events"].insert_all(json.loads(rnk(*QUESTION, "-f", "json").out), pk="id")
    assert database["events"].count == len(answers)
    assert {row["id"] for row in database.query("select id from events where status = 'disputed'")} == {
        event["id"] for event in answers if event["status"] == "disputed"
    }


def test_markdown_by_a_renderer(rnk, answers):
    markdown_it = readers.module("markdown_it")
    text = rnk(*QUESTION, "-f", "markdown", "--columns", "date,title,sources").out
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(text)
    rows = [token for token in tokens if token.type == "tr_open"]
    assert len(rows) == len(answers) + 1
    cells = [_text(token) for token in tokens if token.type == "inline"][3:]
    assert cells[1::3] == [event["title"] for event in answers]
    links = [child.attrGet("href") for token in tokens for child in token.children or [] if child.type == "link_open"]
    assert len(links) == sum(len(event["sources"]) for event in answers)


def _text(token) -> str:
    return "".join(child.content for child in token.children if child.type in ("text", "text_special", "code_inline"))


def test_a_calendar_by_icalendar(rnk, five):
    icalendar = readers.module("icalendar")
    ran = rnk("--data", five, "list", "-f", "ics")
    events = icalendar.Calendar.from_ical(ran.out).walk("VEVENT")
    found = {str(event["uid"]): (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) for event in events}
    assert found["2000-visit@rnk-timeline"] == ("2000-07-19", "2000-07-21")
    assert found["2022-veto@rnk-timeline"] == ("2022-05-26", "2022-05-27")
    assert found["2000-month@rnk-timeline"] == ("2000-07-01", "2000-08-01")
    assert ran.err == "rnk: 2 dates known only by month or year stand in the calendar as all of its days\n"
    visit = next(event for event in events if "visit" in event["uid"])
    assert visit["url"] == "https://example.org/came"
    assert [str(name) for name in visit["categories"].cats] == ["summit"]


def test_a_calendar_by_khal(rnk, tmp_path):
    khal = readers.program("khal")
    calendar = tmp_path / "all.ics"
    calendar.write_bytes(rnk("list", "-f", "ics", "--since", "2024").out.encode())
    config = tmp_path / "khal.conf"
    config.write_text(f"[calendars]\n[[mine]]\npath = {tmp_path / 'mine'}\n[sqlite]\npath = {tmp_path / 'khal.db'}\n")
    (tmp_path / "mine").mkdir()
    done = subprocess.run(
        [khal, "-c", str(config), "printics", str(calendar), "-f", "{title}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Putin visits Pyongyang" in done.stdout


def test_timelinejs_has_the_documented_form(rnk, record):
    whole = json.loads(rnk("list", "-f", "timelinejs").out)
    assert whole["title"]["text"]["headline"]
    assert len(whole["events"]) == len(record.events)
    for slide, event in zip(whole["events"], record.events, strict=True):
        assert set(slide) <= {"unique_id", "start_date", "end_date", "display_date", "text", "group"}
        assert set(slide["start_date"]) <= {"year", "month", "day"}
        assert slide["start_date"]["year"] == event.date.start.year
        assert ("day" in slide["start_date"]) is (event.date.precision in ("day", "span"))
        assert "<script" not in slide["text"]["text"]


def test_bibtex_by_a_parser(rnk, five):
    bibtexparser = readers.module("bibtexparser")
    library = bibtexparser.parse_string(rnk("--data", five, "cite", "2000-visit", "-f", "bibtex").out)
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["2000-visit", "2000-visit.1"]
    assert library.entries[1]["url"] == "https://example.org/came"
    assert (library.entries[1]["year"], library.entries[1]["month"], library.entries[1]["day"]) == ("2000", "7", "19")


def test_the_whole_record_as_bibtex(rnk, record):
    bibtexparser = readers.module("bibtexparser")
    ran = rnk("cite", *(event.id for event in record.events), "-f", "bibtex")
    library = bibtexparser.parse_string(ran.out)
    assert library.failed_blocks == []
    assert len(library.entries) == sum(1 + len(event.sources) for event in record.events)


def test_csl_by_a_processor(rnk, record):
    source = readers.module("citeproc.source.json")
    items = json.loads(rnk("cite", *(event.id for event in record.events[-40:]), "-f", "csl").out)
    read = source.CiteProcJSON(items)
    assert len(read) == len(items)
    first = items[0]
    assert "".join(read[first["id"].lower()]["title"]) == first["title"]


def test_a_citation_names_the_edition(rnk, five):
    out = rnk("cite", "2022-05-26").out
    assert "version 0." in out
    assert "record of" in out


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"table", "timeline"}))
def test_no_event_is_valid_in_every_format(rnk, five, form):
    ran = rnk("--data", five, "list", "--on", "1960", "-f", form)
    assert ran.code == 0
    if form in ("json", "timelinejs"):
        json.loads(ran.out)
    if form == "ics":
        assert "BEGIN:VCALENDAR" in ran.out
    if form == "html":
        assert "<main" in ran.out


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_export_writes_complete_records(rnk, five, tmp_path, ending):
    target = tmp_path / f"out.{ending}"
    ran = rnk("--data", five, "export", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert f"wrote 5 records, {target.stat().st_size} bytes, to {target}\n" in ran.err
    text = target.read_text(encoding="utf-8")
    if ENDINGS[ending] in ("csv", "markdown"):
        assert all(name.replace("_", " ") in text or name in text for name in EVENT_COLUMNS)
    assert "Two vetoes" in text
    again = rnk("--data", five, "export", str(target))
    assert again.code == 4
    assert "--force overwrites it" in again.err
    assert rnk("--data", five, "export", str(target), "--force").code == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".rnk")] == []


@pytest.mark.parametrize("name", ["out", "out.xyz", ".csv", "csv"])
def test_export_needs_a_format_in_the_name(rnk, five, tmp_path, name):
    ran = rnk("--data", five, "export", str(tmp_path / name))
    assert ran.code == 2 or name == ".csv"


def test_excel_is_one_switch(rnk, tmp_path):
    path = tmp_path / "formula.json"
    path.write_text(json.dumps([{"id": "x", "date": "2022", "title": '=cmd|"/c calc"!A1'}]))
    lossless = rnk("--data", str(path), "list", "-f", "csv", "--columns", "title").out
    assert list(csv.reader(io.StringIO(lossless))) == [["title"], ['=cmd|"/c calc"!A1']]
    ran = rnk("--data", str(path), "list", "--excel", "--columns", "title")
    assert ran.out == '\ufefftitle\r\n"\'=cmd|""/c calc""!A1"\r\n'
    assert rnk("--data", str(path), "list", "--excel", "-f", "json").code == 2
    path.write_text(json.dumps([{"id": "x", "date": "2022", "title": "T", "categories": ["=1+1"]}]))
    assert "\r\n'=1+1,1" in rnk("--data", str(path), "stats", "--by", "category", "--excel").out


def test_formats_of_events_are_not_offered_for_counts(rnk):
    for form in OF_EVENTS:
        assert rnk("stats", "-f", form).code == 2


hostile = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(
    [
        "",
        '"',
        "a\tb",
        "a\nb",
        "a\rb",
        "a\r\nb",
        "\\t",
        "\\",
        "=1+1",
        "  pad ",
        "\u202e",
        "\x1b[2J",
        "한국",
        "\U0001f600",
        ",",
    ]
)


def drawn(form: str, *rows: Sequence[Value]) -> str:
    written = io.BytesIO()
    columns = tuple(Column(f"c{number}", itemgetter(number)) for number in range(len(rows[0])))
    renderer(form)(Answer(columns, rows), Output(written))
    return written.getvalue().decode("utf-8")


@given(st.lists(hostile, min_size=1, max_size=4))
def test_any_text_comes_back_from_csv(cells):
    _header, *rows = csv.reader(io.StringIO(drawn("csv", cells), newline=""))
    assert rows == [cells]


values = st.none() | hostile | st.integers(0, 9) | st.lists(hostile, max_size=2).map(tuple) | st.just(parse("2022-05"))


@given(st.lists(st.tuples(hostile, values, st.none(), hostile), max_size=9), st.integers(1, 9))
def test_rows_are_written_as_each_by_itself(rows, block):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_BLOCK", block)
        for form in ("csv", "tsv"):
            head = drawn(form, ("a",) * 4).splitlines(keepends=True)[:-1]
            alone = [drawn(form, row).removeprefix("".join(head)) for row in rows]
            assert drawn(form, ("a",) * 4, *rows) == drawn(form, ("a",) * 4) + "".join(alone)


@given(st.lists(hostile, min_size=1, max_size=4))
def test_any_text_comes_back_from_json(cells):
    expected = {f"c{number}": cell for number, cell in enumerate(cells)}
    assert json.loads(drawn("json", cells)) == [expected]
    assert json.loads(drawn("jsonl", cells)) == expected


@given(st.lists(hostile, min_size=1, max_size=4))
def test_any_text_comes_back_from_tsv(cells):
    text = drawn("tsv", cells)
    assert text.count("\n") == 1
    escapes = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"} | {
        f"\\x{code:02x}": chr(code) for code in range(160)
    }
    found = []
    for field in text[:-1].split("\t"):
        value, rest = "", field
        while rest:
            taken = rest[:4] if rest[:2] == "\\x" else rest[:2] if rest[0] == "\\" else rest[:1]
            value += escapes.get(taken, taken)
            rest = rest[len(taken) :]
        found.append(value)
    assert found == cells


@given(st.lists(hostile, min_size=1, max_size=4))
def test_no_text_breaks_a_markdown_row(cells):
    text = drawn("markdown", cells)
    assert text.count("\n") == 3
