"""What happens seldom, and must be right all the same."""

from __future__ import annotations

import io
import json

import pytest

from rnk_timeline import dataset
from rnk_timeline.cli.output import is_terminal
from rnk_timeline.errors import DataError
from rnk_timeline.model import Actor, Record
from rnk_timeline.names import Names
from rnk_timeline.period import parse
from rnk_timeline.query import Query
from rnk_timeline.sieve import ask
from rnk_timeline.vocabulary import TRAITS
from tests.conftest import FIVE

EVENT = {"id": "a", "date": "2022", "title": "T"}


@pytest.fixture
def given(tmp_path):
    """Return the path of a file with this in it."""

    def write(content: object) -> str:
        path = tmp_path / "given.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return str(path)

    return write


def test_actors_that_belong_to_each_other_belong_to_each_other():
    two = (Actor("A", "organisation", of="B"), Actor("B", "organisation", of="A"))
    assert Names(Record(events=(), actors=two)).actor("A").names == {"A", "B"}


def test_a_period_stays_as_it_was_made():
    period = parse("2022")
    with pytest.raises(AttributeError, match="cannot be changed: start"):
        period.start = period.end
    assert (period, repr(period)) == (parse("2022"), "Period('2022')")


def test_a_file_with_registries_of_its_own_has_no_others(given, rnk):
    whole = {
        "actors": [{"name": "Somebody", "kind": "person"}],
        "places": [{"name": "Somewhere"}],
        "categories": [{"name": "thing", "title": "Thing"}],
        "events": [EVENT | {"actors": ["Somebody"], "categories": ["thing"]}],
    }
    path = given(whole)
    assert rnk("--data", path, "actors", "--columns", "name").code == 2
    assert [line.split("\t")[0] for line in rnk("--data", path, "actors").lines] == ["Somebody"]
    assert "the categories are thing" in rnk("--data", path, "list", "-c", "military").err
    assert len(rnk("--data", path, "list", "-c", "Thing").lines) == 1


def test_a_file_that_breaks_while_it_is_read_is_told_of():
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(DataError, match=r"^cannot read 'x': Input/output error$"):
        dataset.read_end(io.BufferedReader(Broken()), -1, "'x'")


def test_a_closed_stream_is_no_terminal():
    stream = io.StringIO()
    stream.close()
    assert not is_terminal(stream)
    assert not is_terminal(None)


def test_lines_longer_than_a_block_are_read_whole(given, monkeypatch):
    monkeypatch.setattr(dataset, "LARGE", 150_000)  # more than one line
    events = [EVENT | {"id": f"{number}", "summary": "word " * 20_000} for number in range(4)]
    path = given("\n".join(map(json.dumps, events)))
    answer = ask(path, Query(on=parse("2022")))
    assert [len(event.summary) for event in answer.selection.events] == [100_000] * 4


def test_a_large_document_that_is_cut_short_is_refused(given, monkeypatch):
    monkeypatch.setattr(dataset, "LARGE", 1000)
    path = given(json.dumps({"events": [EVENT | {"summary": "word " * 1000}]})[:-20])
    with pytest.raises(DataError, match="cut short"):
        ask(path, Query())


REFUSED = [
    (["export", "record"], 2, "does not say which format: end the name in .md, .tsv, "),
    (["export", "record.docx"], 2, "does not say which format"),
    (["export", "record.json", "--excel"], 2, "--excel is for CSV: leave it out, or end the name in .csv"),
    (["export", "none/record.csv"], 4, "cannot write 'none/record.csv': "),
    (["list", "--sort", "relevance"], 2, "--sort relevance needs --search"),
    (["list", "-f", "ics"], 2, "ends on the last day that a calendar knows"),
]


@pytest.mark.parametrize(("args", "code", "sentence"), REFUSED)
def test_what_cannot_be_written_is_refused_in_a_sentence(rnk, given, args, code, sentence):
    ran = rnk("--data", given([EVENT | {"date": "9999-12-31"}]), *args)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_a_failed_export_leaves_nothing_behind(rnk, tmp_path):
    (tmp_path / "taken").mkdir()
    ran = rnk("list", "-o", str(tmp_path / "taken"))
    assert ran.code == 4
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_an_export_of_no_event_says_why(rnk, five, tmp_path):
    ran = rnk("--data", five, "export", str(tmp_path / "out.csv"), "--on", "1960")
    assert ran.code == 0
    assert ran.err.endswith("rnk: no event on record in 1960\n")


@pytest.mark.parametrize(("form", "library"), [("html", "jinja2"), ("ics", "icalendar")])
def test_a_format_whose_library_is_missing_says_what_to_install(rnk, monkeypatch, form, library):
    monkeypatch.setattr("rnk_timeline.render.extra.find_spec", lambda _: None)
    ran = rnk("list", "-f", form)
    assert ran.code == 2
    assert f"the format {form} needs {library}: pip install 'rnk-timeline[export]'" in ran.err


def test_markdown_without_a_head(rnk, five):
    ran = rnk("--data", five, "list", "-f", "markdown", "--no-header", "--columns", "date,title", "-n", "1")
    assert ran.out == "| 1950 | Something happened some time in 1950 |\n"


@pytest.mark.parametrize("trait", TRAITS)
def test_bars_of_nothing_are_nothing(rnk, five, trait):
    assert rnk("--data", five, "stats", "--by", trait, "--on", "1960", "-f", "table").out == ""


def test_an_event_of_no_category_is_drawn_and_grouped_under_none(rnk, given):
    path = given([EVENT])
    slide = json.loads(rnk("--data", path, "list", "-f", "timelinejs").out)["events"][0]
    assert "group" not in slide
    assert "T" in rnk("--data", path, "list", "-f", "timeline").out


def test_a_vote_is_shown_with_who_abstained(rnk, given):
    vote = {"body": "UN Security Council", "in_favour": 13, "against": None, "abstained_by": ["China"]}
    out = rnk("--data", given([EVENT | {"vote": vote}]), "show", "a").out
    assert "13 in favour, ? against, ? abstained" in out
    assert "abstained: China" in out


def test_a_list_of_one_block_of_rows_has_no_empty_one_after_it(rnk, given):
    from rnk_timeline.render.table import _BLOCK

    rows = (_BLOCK - 2) // 2  # two lines of head; two lines a row at this width
    events = [EVENT | {"id": f"{number:04}"} for number in range(rows * 2)]
    out = rnk("--data", given(events), "list", "-f", "table", "--columns", "id").out
    assert out.count("\n") == rows * 2 + 3
    assert "\n\n" not in out


VALIDATED = [
    ({"coverage": 3}, "coverage: "),
    ({"coverage": {"from": "May", "through": "2023"}}, "coverage.from: 'May' is not a date"),
    ({"title": 3}, "title: expected text, found a number"),
    ({"unheard": True, "events": [EVENT | {"vote": {"body": 3}}]}, "events[0].vote.body: a: expected text"),
    (
        {"events": [EVENT | {"vote": {"body": "B", "abstained_by": ["x", "x"]}}]},
        "events[0]: a: vote.abstained_by names somebody twice",
    ),
]


@pytest.mark.parametrize(("changed", "sentence"), VALIDATED)
def test_validate_finds_what_is_wrong_around_the_events(rnk, given, changed, sentence):
    ran = rnk("data", "validate", given({"events": [EVENT]} | changed))
    assert ran.code == 3
    assert [line for line in ran.lines if line.startswith(sentence)], ran.out


def test_validate_passes_over_empty_lines(rnk, given):
    ran = rnk("data", "validate", given("\n\n".join(map(json.dumps, FIVE[:1])) + "\n\n"))
    assert (ran.code, ran.out) == (0, "")
