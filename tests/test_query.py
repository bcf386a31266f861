"""The laws of a query, over the whole bundled record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_timeline import dataset
from rnk_timeline.errors import DateError, QuestionError
from rnk_timeline.period import Period, parse, span
from rnk_timeline.query import Query, as_of, ordered, select
from rnk_timeline.search import match_expression, rank

RECORD = dataset.load()


def ids(**question) -> list[str]:
    return [event.id for event in select(RECORD, Query(**question)).events]


days = st.dates(min_value=date(1944, 1, 1), max_value=date(2027, 1, 1))
singles = days.flatmap(lambda when: st.sampled_from([when.isoformat()[:length] for length in (4, 7, 10)])).map(parse)


@st.composite
def periods(draw) -> Period:
    first, second = draw(singles), draw(singles)
    try:
        return draw(st.sampled_from([first, span(first, second)]))
    except DateError:
        return first


@given(periods())
def test_on_is_since_and_until(period):
    assert ids(on=period) == ids(since=period, until=period)


@given(periods(), st.integers(0, 4000), st.integers(0, 4000))
def test_narrowing_a_period_never_adds_events(period, from_start, from_end):
    start, end = period.start + timedelta(days=from_start), period.end - timedelta(days=from_end)
    if start <= end:
        narrower = parse(f"{start}/{end}")
        assert set(ids(on=narrower)) <= set(ids(on=period))
        assert set(ids(on=narrower, certain=True)) <= set(ids(on=period, certain=True))


@given(periods())
def test_what_is_certain_is_possible(period):
    assert set(ids(on=period, certain=True)) <= set(ids(on=period))


@given(periods(), st.sampled_from(["Putin", "Russia", "Kim Jong Un", "UN"]), st.sampled_from(["summit", "military"]))
def test_an_answer_is_an_ordered_part_of_the_record(period, actor, category):
    found = ids(since=period, actor=(actor,), category=(category,))
    everything = [event.id for event in RECORD.events]
    assert [name for name in everything if name in set(found)] == found
    assert set(found) <= set(ids(actor=(actor,)))
    assert set(found) <= set(ids(category=(category,)))


@given(days, days)
def test_the_record_only_grows(one, other):
    earlier, later = sorted((one, other))
    before = as_of(RECORD.events, earlier)
    after = {event.id: event for event in as_of(RECORD.events, later)}
    for event in before:
        assert event.id in after
        assert set(event.claims) <= set(after[event.id].claims)
        assert all(claim.on.start <= earlier for claim in event.claims)
        assert set(event.sources) <= set(after[event.id].sources)
        assert {claim.source for claim in event.claims} <= {source.url for source in event.sources}


def test_as_of_a_day_the_pages_of_later_claims_are_gone():
    troops = {event.id: event for event in as_of(RECORD.events, date(2024, 10, 20))}["2024-nis-troops-in-russia"]
    days = [source.published.text for source in troops.sources]
    assert days == ["2024-10-18", "2024-10-19", "2024-10-18", "2024-10-18"]


def test_as_of_the_end_is_the_record_itself():
    assert as_of(RECORD.events, date(9999, 1, 1)) == RECORD.events


@given(st.text(max_size=30))
def test_any_text_can_be_searched_for(text):
    try:
        found = rank(text, RECORD.events[:5])
    except QuestionError:
        assert match_expression(text) == ""
    else:
        assert set(found) <= {event.id for event in RECORD.events[:5]}


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("arms", '"arms"'),
        ("arms deal", '"arms" AND "deal"'),
        ('"ballistic missile" debris', '"ballistic missile" AND "debris"'),
        ("a OR b c", '("a" OR "b") AND "c"'),
        ("OR a OR", '"a"'),
        ("a OR OR b", '("a" OR "b")'),
        ("NOT a NEAR(b) c* -d ^e f:g", '"NOT" AND "a" AND "NEAR(b)" AND "c*" AND "-d" AND "^e" AND "f:g"'),
        ('un"closed phrase', '"unclosed" AND "phrase"'),
        ("!!! ()", ""),
    ],
)
def test_nothing_typed_is_syntax(typed, expression):
    assert match_expression(typed) == expression


def test_words_are_stemmed_and_accents_do_not_count():
    assert rank("vetoing", RECORD.events) == rank("vetoed", RECORD.events)
    assert set(rank("Kościuszko Vladivostok", RECORD.events)) <= set(rank("Vladivostok", RECORD.events))


def test_relevance_puts_the_best_first():
    selection = select(RECORD, Query(search="Vladivostok summit"))
    best = ordered(selection, "relevance")[0]
    assert best.date.start.year in (2019, 2002)
    assert "summit" in best.categories
    assert list(ordered(selection, "date")) == sorted(selection.events, key=dataset.in_order)


def test_status_follows_the_claims_of_the_day():
    def status(when: str) -> set[str]:
        found = select(RECORD, Query(as_of=parse(when), search="troops", status=("disputed",)))
        return {event.id for event in found.events}

    assert status("2024-12-01")
    assert not status("2024-12-01") <= status("2025-05-01")
