"""The quick look before a search: whatever the search finds has passed it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rnk_timeline.dataset import load
from rnk_timeline.hints import folded, quick_look
from rnk_timeline.model import Actor, Claim, Correction, Event, Vote
from rnk_timeline.period import parse
from rnk_timeline.search import match_expression, rank, stems

RECORD = load()
DAY = parse("2022")
ENDINGS = (
    "", "s", "es", "ies", "sses", "y", "ied", "ed", "ing", "eed", "ated", "izing", "bled", "ational", "ization",
    "ability", "ibilities", "fulness", "ously", "ically", "alize", "ement", "ion",
    "'s", "é", "e\u0301", "-ed", "ов", "ß", "9",
)  # fmt: skip
BEGINNINGS = (
    "hop",
    "troop",
    "relat",
    "conflat",
    "un",
    "i",
    "a",
    "sh",
    "agre",
    "Мост",
    "мост",
    "다리",
    "İst",
    "ſanct",
    "Señor",
    "é",
)
BETWEEN = (" ", " ", " – ", ", ", "\n", "😀", "_", "'", "\x00", " \u093c")
CASES = (str, str.upper, str.title)


def words(*beginnings: str) -> st.SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(beginnings), st.sampled_from(ENDINGS), st.sampled_from(CASES))
    return parts.map(lambda each: each[2](each[0] + each[1]))


@st.composite
def asked(draw) -> tuple[Event, str, str]:
    """Return an event, another name of its actor, and a question about it: few words, so that they meet."""
    few = words(*draw(st.lists(st.sampled_from(BEGINNINGS), min_size=1, max_size=3)))
    pieces = st.lists(st.tuples(few, st.sampled_from(BETWEEN)), max_size=5)
    prose = st.one_of(pieces.map(lambda them: "".join(map("".join, them))), st.text(max_size=20))
    phrases = st.lists(few, min_size=1, max_size=3).map(lambda them: f'"{" ".join(them)}"')
    title, summary, place, by, what, symbol, error, fact, alias = draw(st.tuples(*[prose] * 9))
    event = Event(
        "one", DAY, title, summary, actors=("Known", place), places=(place,), claims=(Claim(by, DAY, "denies", what),),
        vote=Vote("Council", symbol), corrections=(Correction(error, fact),),
    )  # fmt: skip
    question = draw(st.lists(st.one_of(few, phrases, st.just("OR"), st.text(max_size=5)), min_size=1, max_size=4))
    return event, alias, " ".join(question)


@given(asked())
@example((Event("one", DAY, "hoped"), "", '"hope"'))
@example((Event("one", DAY, "x", actors=("Known", "hop")), "troop hop", '"hop hop"'))
def test_what_a_search_finds_has_passed(case):
    event, alias, question = case
    actors = [Actor("Known", "person", aliases=(alias,))]
    if match_expression(question) and rank(question, [event], actors):
        assert quick_look(question, actors)(event)


def test_questions_of_the_property_do_find_something():
    event = Event("one", DAY, "Hoping – troops", actors=("Known",))
    actors = [Actor("Known", "person", aliases=("Señor Мост",))]
    for question in ("hoped", '"hope troop"', '"senor МОСТ"', "none OR hopes troops", "known hoped"):
        assert rank(question, [event], actors)
        assert quick_look(question, actors)(event)


@pytest.mark.parametrize("question", ["veto", '"North Korea" troops', "Путин", "UN arms OR missile", "sanctioned", "a"])
def test_in_the_record_nothing_is_lost(question):
    look = quick_look(question, RECORD.actors)
    found = rank(question, RECORD.events, RECORD.actors)
    assert found
    assert set(found) <= {event.id for event in RECORD.events if look(event)}


@pytest.mark.parametrize(
    ("question", "most"), [("zebra", 0), ('"coal council"', 5), ("Vladivostok summit", 60), ("Путин", 200)]
)
def test_little_else_passes(question, most):
    assert sum(map(quick_look(question, RECORD.actors), RECORD.events)) <= most


@given(st.lists(st.sampled_from(ENDINGS[:23]), min_size=1, max_size=3), st.text("abeiouylstzrgn", max_size=5))
def test_stemming_changes_no_more_than_the_last_letter(endings, begun):
    word = begun + "".join(endings)
    for stem in stems([word])[0]:
        assert word.startswith(stem[:-1])


def test_folding_takes_for_the_same_whatever_the_index_does():
    letters = [chr(code) for code in (*range(0x80, 0xD800), *range(0xE000, 0x10000))]
    index = stems(letters)
    assert sum(map(bool, index)) > 40_000
    differing = [char for char, words in zip(letters, index, strict=True) if words and folded(words[0]) != folded(char)]
    assert differing == []


def test_a_phrase_runs_side_by_side():
    look = quick_look('"coal bridge"', ())
    texts = ("Coal, bridges", "coal\nbridge", "coal and bridge", "bridge coal", "coal – bridge")
    assert [look(msgspec.structs.replace(RECORD.events[0], title=text)) for text in texts] == [
        True,
        True,
        False,
        False,
        True,
    ]
