"""Large files: the same answers as when they are held, the same faults told, and memory that does not grow."""

from __future__ import annotations

import io
import json
import random
import sys
import tracemalloc

import msgspec
import pytest
from generate import event

from rnk_timeline import dataset, sieve
from rnk_timeline.errors import DataError, UnknownNameError
from rnk_timeline.misfits import are_fit, misfits
from rnk_timeline.model import Event, to_period
from rnk_timeline.period import parse
from rnk_timeline.query import Query, ordered, select
from rnk_timeline.sieve import ask

RNG = random.Random(7)  # noqa: S311 (no secret)
EVENTS = [event(number, RNG) for number in range(600)]
EVENTS[7]["actors"] = ["Somebody Unlisted", "Russia"]
SHAPES = {
    "lines": "\n".join(map(json.dumps, EVENTS)) + "\n\n",
    "array": json.dumps(EVENTS),
    "document": json.dumps({"title": "T", "coverage": {"from": "1945", "through": "2025"}, "events": EVENTS}, indent=1),
    "lines with a mark": "\ufeff" + "\n".join(map(json.dumps, EVENTS)),
}
QUESTIONS = [
    Query(),
    Query(since=parse("2022"), category=("military",), actor=("NATO",)),
    Query(on=parse("1990/1999"), place=("North Korea",), key=True),
    Query(actor=("Russia",), involving=("Kim",), status=("alleged",)),
    Query(search="bridge OR coal", category=("economy",)),
    Query(as_of=parse("2000-01-01"), status=("confirmed",), actor=("Putin",)),
    Query(actor=("unlisted",)),
    Query(actor=("NATO",), on=parse("1944")),
    Query(category=("summit",), place=("Rason",), certain=True, on=parse("2010")),
    Query(search='"treaty bridge coal"'),
    Query(search="treaties Unlisted OR Путин", since=parse("1990")),
    Query(search="xylophone"),
    Query(search="xylophone", category=("summit",)),
    Query(search="unlisted", since=parse("2030"), actor=("Russia",)),
    Query(search="bridge", on=parse("1944")),
    Query(search="bridge", on=parse("1944"), key=True),
    Query(search='"bridge coal"', as_of=parse("1999"), status=("disputed",)),
    Query(search='"zebra coal" OR unlisted', status=("disputed",), place=("Moscow",)),
]


@pytest.fixture
def everything_is_large(monkeypatch):
    monkeypatch.setattr(dataset, "LARGE", 5000)
    monkeypatch.setattr(sieve, "_MANY", 50)
    monkeypatch.setattr(sieve, "_SOME", 5)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_a_large_file_gives_the_same_answer(tmp_path, everything_is_large, shape, question):
    path = tmp_path / "file"
    path.write_text(SHAPES[shape], "utf-8")
    held = select(dataset.load(str(path)), question)
    streamed = ask(str(path), question).selection
    assert streamed.events == held.events
    assert streamed.total == held.total
    assert streamed.notes == held.notes


def test_a_search_of_a_large_file_ranks_by_all_its_events(tmp_path, everything_is_large):
    path = tmp_path / "file"
    path.write_text(SHAPES["lines"], "utf-8")
    question = Query(search='"treaty bridge" OR coal')
    held = select(dataset.load(str(path)), question)
    ranked = ask(str(path), question, ranked=True).selection
    assert ordered(ranked, "relevance") == ordered(held, "relevance")


def test_what_many_events_have_alike_is_held_once(tmp_path, everything_is_large):
    path = tmp_path / "file"
    path.write_text(SHAPES["lines"], "utf-8")
    events = ask(str(path), Query()).selection.events
    for field in ("categories", "actors", "places"):
        lists = [getattr(each, field) for each in events]
        assert len(set(map(id, lists))) == len(set(lists)) < len(lists)


def test_a_name_that_the_file_does_not_bear_is_refused_with_the_nearest(tmp_path, everything_is_large):
    path = tmp_path / "file"
    path.write_text(SHAPES["lines"], "utf-8")
    with pytest.raises(UnknownNameError, match="Vladimir Putin"):
        ask(str(path), Query(actor=("Putn",)))


FAULTS = [
    ('{"id": "x", "date": "2022"}', "line 301 (x): the field 'title' is missing"),
    ('{"id": "x", "date": "2022-02-30", "title": "T"}', "line 301 (x): date: '2022-02-30': February 2022 has 28 days"),
    ('{"id": "x", "date": 2022, "title": "T"}', "line 301 (x): date: expected a date, found a number"),
    ('{"id": "x", "date": "2022", "title": "T"', "line 301"),
    ('["x"]', "line 301: expected an object, found a list"),
]


@pytest.mark.parametrize(("line", "sentence"), FAULTS)
def test_a_bad_line_is_named_or_skipped_and_counted(tmp_path, everything_is_large, line, sentence):
    lines = [*map(json.dumps, EVENTS)]
    lines.insert(300, line)
    path = tmp_path / "file"
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(DataError) as refused:
        ask(str(path), Query())
    assert sentence in str(refused.value)
    answer = ask(str(path), Query(), skip_bad=True)
    assert (answer.selection.total, answer.skipped) == (600, 1)


def test_a_bad_event_of_an_array_is_named_or_skipped_and_counted(tmp_path, everything_is_large, rnk):
    events = [*EVENTS[:99], {"id": "bad", "date": "May", "title": "T"}, *EVENTS[99:]]
    path = tmp_path / "file"
    path.write_text(json.dumps(events), "utf-8")
    with pytest.raises(DataError, match=r"event 100 \(bad\): date: 'May' is not a date"):
        ask(str(path), Query())
    ran = rnk("--data", str(path), "--skip-bad", "list", "-n", "1")
    assert ran.code == 0
    assert "skipped 1 " in ran.err


def test_two_events_of_one_id_are_refused_however_far_apart(tmp_path, everything_is_large):
    path = tmp_path / "file"
    path.write_text("\n".join(map(json.dumps, [*EVENTS, EVENTS[0]])), "utf-8")
    with pytest.raises(DataError, match="two events have the same id"):
        ask(str(path), Query(category=("economy",)))


def test_a_stream_from_a_pipe_is_read_to_its_end(everything_is_large, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHAPES["lines"].encode())))
    assert ask("-", Query()).selection.total == 600


def test_a_key_that_stands_twice_is_refused(tmp_path):
    path = tmp_path / "file"
    path.write_text('[{"id": "a", "date": "2022", "title": "T", "date": "2023"}]', "utf-8")
    with pytest.raises(DataError, match="the key 'date' stands twice"):
        dataset.load(str(path))


FEW = [
    Query(on=parse("1944")),
    Query(search="xylophone"),
    Query(search="bridge", on=parse("1944")),
    Query(search="xylophone", on=parse("1944")),
]


@pytest.mark.parametrize("question", FEW, ids=range(len(FEW)))
def test_memory_does_not_grow_with_the_file(tmp_path, everything_is_large, question):
    peaks = []
    for copies in (2, 12):  # six megabytes more
        path = tmp_path / f"file{copies}"
        with path.open("w", encoding="utf-8") as file:
            for copy in range(copies):
                file.writelines(json.dumps(each | {"id": f"{copy}-{each['id']}"}) + "\n" for each in EVENTS)
        tracemalloc.start()
        ask(str(path), question)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 1_000_000, peaks


FIT = {"id": "a", "date": "2022", "title": "T", "sources": [{"publisher": "P", "title": "T", "url": "https://x.org/"}]}
MISFITS = [
    ({"id": " a"}, "id"),
    ({"id": "a b"}, "id"),
    ({"sources": [{"publisher": "P", "title": "T", "url": "https://x.org/ "}]}, "sources[0].url"),
    ({"sources": [{"publisher": "P", "title": "T", "url": "ftp://x.org/"}]}, "sources[0].url"),
    ({"claims": [{"by": "B", "on": "2022", "stance": "denies", "what": "W", "source": "x"}]}, "claims[0].source"),
]


@pytest.mark.parametrize(("fault", "where"), MISFITS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_wrong_is_seen_at_the_quick_look_wherever_it_stands(fault, where, place):
    events = [msgspec.convert(FIT | (fault if at == place else {}), Event, dec_hook=to_period) for at in range(3)]
    assert not are_fit(events)
    assert [(number, path) for number, path, _ in misfits(events)] == [(place, where)]


def test_what_is_fit_passes_the_quick_look():
    events = [msgspec.convert(each, Event, dec_hook=to_period) for each in (FIT, *EVENTS)]
    assert are_fit(events)
    assert not list(misfits(events))
    assert are_fit([])
