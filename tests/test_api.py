"""The Python API: what it gives, what it refuses, and that it costs nothing until it is used."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

import rnk_timeline as rnk
from tests import typed

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def timeline() -> rnk.Timeline:
    return rnk.load()


def loaded_after(code: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after `code`."""
    code = f"import sys; before = set(sys.modules)\n{code}\nprint(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_package_by_itself_loads_nothing():
    assert loaded_after("import rnk_timeline") <= {"rnk_timeline", "__future__", "typing"} | loaded_after(
        "import typing"
    )


def test_a_question_loads_no_command_line():
    loaded = loaded_after('import rnk_timeline as rnk; rnk.load().select(since="2022", category="summit")[0]')
    assert not {name.partition(".")[0] for name in loaded} & {"click", "rich", "dateutil", "sqlite3", "jinja2"}
    assert not [name for name in loaded if name.startswith(("rnk_timeline.cli", "rnk_timeline.render"))]


def test_all_that_is_promised_is_there_and_nothing_is_made_up():
    assert set(rnk.__all__) <= set(dir(rnk))
    for name in rnk.__all__:
        assert getattr(rnk, name) is not None
    with pytest.raises(AttributeError, match="'rnk_timeline' has no attribute 'lod'"):
        rnk.lod  # noqa: B018 (the look is the test)


def signatures(value: object) -> list[tuple[str, dict[str, object]]]:
    """Return what a public function, or each public member of a class, says of its types."""
    if not isinstance(value, type):
        return [(value.__name__, inspect.get_annotations(value))]
    members = [(name, member) for name, member in vars(value).items() if not name.startswith("_")]
    functions = [(name, getattr(member, "fget", None) or getattr(member, "func", member)) for name, member in members]
    written = [(name, inspect.get_annotations(function)) for name, function in functions if inspect.isroutine(function)]
    return [(value.__name__, inspect.get_annotations(value)), *written]


@pytest.mark.parametrize("name", [name for name in rnk.__all__ if callable(getattr(rnk, name))])
def test_no_public_signature_says_any(name):
    for member, types in signatures(getattr(rnk, name)):
        assert not [said for said in types.values() if re.search(r"\bAny\b", str(said))], f"{name}.{member}"


FILTERS = [
    ({"since": "2022", "category": "summit"}, ["--since", "2022", "-c", "summit"]),
    ({"until": date(1950, 1, 1)}, ["--until", "1950-01-01"]),
    ({"until": datetime(1950, 1, 1, 12, 30, tzinfo=UTC)}, ["--until", "1950-01-01"]),
    ({"on": "June 2024", "certain": True}, ["--on", "2024-06", "--certain"]),
    ({"on": "last year", "key": True}, ["--on", "2025", "--key"]),
    ({"actor": ("Putin", "Lavrov"), "involving": "Kim Jong Un"}, ["-a", "Putin,Lavrov", "--with", "Kim Jong Un"]),
    ({"place": ["Russia"], "search": "bridge OR railway"}, ["--place", "Russia", "-s", "bridge OR railway"]),
    ({"status": "disputed"}, ["--status", "disputed"]),
    ({"status": {"alleged", "disputed"}}, ["--status", "disputed", "--status", "alleged"]),
    ({"as_of": "2024-12-01", "status": "disputed"}, ["--as-of", "2024-12-01", "--status", "disputed"]),
    ({}, []),
]


@pytest.mark.parametrize(("filters", "options"), FILTERS)
def test_the_same_answer_as_on_the_command_line(rnk, timeline, filters, options):
    printed = json.loads(rnk("list", "-f", "json", *options, today=TODAY).out)
    assert printed
    assert json.loads(json.dumps(timeline.select(**filters, today=TODAY).to_dicts())) == printed


def test_narrowing_twice_is_narrowing_by_both(timeline):
    twice = timeline.select(actor="Russia").select(category="un-veto", since="2022")
    assert twice.events == timeline.select(actor="Russia", category="un-veto", since="2022").events
    assert len(twice) == 2
    assert list(twice) == list(twice.events)
    assert "2 of" in repr(twice)


def test_a_query_made_before_is_the_same_question(timeline):
    from rnk_timeline.period import parse

    query = rnk.Query(since=parse("2022"), category=("summit",))
    assert timeline.answer(query).events == timeline.select(since="2022", category="summit").events
    assert timeline.select(since=parse("2022")).events == timeline.select(since="2022").events


def test_a_name_that_narrowing_left_no_event_of_is_still_known(tmp_path):
    path = tmp_path / "mine.jsonl"
    events = [
        {"id": "a", "date": "2001", "title": "A", "actors": ["Nobody Known"]},
        {"id": "b", "date": "2002", "title": "B", "actors": ["Somebody Else"]},
    ]
    path.write_text("\n".join(map(json.dumps, events)), "utf-8")
    later = rnk.load(path).select(since="2002")
    assert len(later.select(actor="Nobody Known")) == 0
    with pytest.raises(rnk.UnknownNameError):
        later.select(actor="Nobody At All")


def test_events_are_looked_up_by_id_by_place_and_by_date(timeline):
    event = timeline["2019-vladivostok-summit"]
    assert event in timeline
    assert event.id in timeline
    assert "2019-no-summit" not in timeline
    assert timeline[0].date.start.year == 1945
    assert timeline[-1] is timeline.events[-1]
    assert timeline.find("2019-vlad") == (event,)
    assert event in timeline.find("25 April 2019")
    assert event in timeline.find("yesterday", today=date(2019, 4, 26))


REFUSED = [
    (lambda timeline: timeline["2019-vladivostok"], rnk.NothingFoundError, "did you mean 2019-vladivostok-summit"),
    (lambda timeline: timeline["2019-vladivostok"], LookupError, "did you mean"),
    (lambda timeline: timeline.select(since="2022")["2019-vladivostok-summit"], LookupError, "not among these"),
    (lambda timeline: timeline[10**6], IndexError, "out of range"),
    (lambda timeline: timeline.find("2024-"), rnk.QuestionError, "is short for"),
    (lambda timeline: timeline.find("2019-04-31"), rnk.NothingFoundError, "no event"),
    (lambda timeline: timeline.select(since="May"), rnk.DateError, "^since: 'May' has no year"),
    (lambda timeline: timeline.select(until="2022-02-30"), ValueError, "^until: .* has 28 days"),
    (lambda timeline: timeline.select(as_of=2024), rnk.DateError, "^as_of: 2024 is no text: write it as '2024'"),
    (lambda timeline: timeline.select(since="2023", until="2022"), rnk.QuestionError, "did you mean"),
    (lambda timeline: timeline.select(actor=""), rnk.UnknownNameError, "no actor ''"),
    (lambda timeline: timeline.select(category="sumit"), rnk.UnknownNameError, "did you mean summit"),
    (lambda timeline: timeline.select(status="denied"), rnk.QuestionError, "the statuses are confirmed, disputed"),
    (lambda timeline: timeline.select(search=" "), rnk.QuestionError, "needs a word"),
    (lambda _: rnk.load("nowhere.json"), rnk.DataError, "cannot read 'nowhere.json'"),
]


@pytest.mark.parametrize(("ask", "kind", "sentence"), REFUSED)
def test_what_cannot_be_asked_is_refused_in_a_sentence(timeline, ask, kind, sentence):
    with pytest.raises(kind, match=sentence) as refused:
        ask(timeline)
    assert isinstance(refused.value, rnk.RnkError | IndexError)


def test_a_file_of_ones_own(five):
    mine = rnk.load(five)
    assert [event.id for event in mine] == ["1950-early", "2000-month", "2000-visit", "2022-veto", "2024-troops"]
    assert (mine.title, mine.license, mine.revised, mine.coverage) == ("", "", None, None)
    assert mine.actors == rnk.load().actors


def test_what_the_record_says_of_itself(timeline, record):
    said = (timeline.title, timeline.license, timeline.revised, timeline.coverage)
    assert said == (record.title, record.license, record.revised, record.coverage)
    registries = (timeline.actors, timeline.places, timeline.categories)
    assert registries == (record.actors, record.places, record.categories)


def test_a_claim_is_checked_against_the_events_at_hand(timeline):
    claim = "North Korean troops are in Russia"
    assert timeline.check(claim, today=TODAY).verdict == "on record"
    assert timeline.select(as_of="2024-10-20").check(claim, today=TODAY).verdict == "alleged"
    assert timeline.check("Putin met Kim Jong Un in Vladivostok", today=TODAY).verdict == "on record"
    assert timeline.select(since="2020").check("Putin met Kim Jong Un in Vladivostok").verdict != "on record"


def test_notes_say_what_the_reader_should_know(timeline):
    assert timeline.notes == ()
    assert "is borne by" in timeline.select(actor="Kim").notes[0]
    assert timeline.select(on="1996", category="un-veto").notes[0].startswith("no un-veto event on record in 1996")


def test_values_can_be_copied_and_pickled(timeline):
    for value in (timeline["2024-panel-veto"], timeline["2000-putin-pyongyang"].date):
        assert copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 (our own bytes)


def test_one_timeline_serves_many_threads(timeline):
    claims = ["Putin visited North Korea in 2019", "Russia vetoed new sanctions in May 2022"] * 4
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda claim: timeline.check(claim, today=TODAY).verdict, claims))
    assert found == ["not as stated", "on record"] * 4


def test_what_a_type_checker_is_told_runs():
    typed.use()
