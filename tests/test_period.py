"""Periods: what is accepted, what is refused and how, and the laws that hold for all of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnk_timeline.dates import read
from rnk_timeline.errors import DateError
from rnk_timeline.period import Period, check_order, day, parse, span

TODAY = date(2026, 11, 24)

ACCEPTED = [
    ("2022", "2022"),
    ("2022-05", "2022-05"),
    ("2022-05-26", "2022-05-26"),
    ("2022-5-6", "2022-05-06"),
    (" 2022 ", "2022"),
    ("2022~", "2022~"),
    ("May 2022", "2022-05"),
    ("may 2022", "2022-05"),
    ("Sept. 2017", "2017-09"),
    ("26 May 2022", "2022-05-26"),
    ("26th of May, 2022", "2022-05-26"),
    ("May 26, 2022", "2022-05-26"),
    ("2020..2022", "2020/2022"),
    ("2020/2022", "2020/2022"),
    ("2020 to 2022", "2020/2022"),
    ("May 1984 – 1 July 1984", "1984-05/1984-07-01"),
    ("19–20 July 2000", "2000-07-19/2000-07-20"),
    ("2022-Q2", "2022-04/2022-06"),
    ("Q4 2022", "2022-10/2022-12"),
    ("the 2010s", "2010/2019"),
    ("today", "2026-11-24"),
    ("yesterday", "2026-11-23"),
    ("3 years ago", "2023-11-24"),
    ("a week ago", "2026-11-17"),
    ("last month", "2026-10"),
    ("this year", "2026"),
    ("last week", "2026-11-16/2026-11-22"),
    ("0001-01-01", "0001-01-01"),
    ("9999-12-31", "9999-12-31"),
]

REFUSED = [
    ("", "an empty date"),
    ("   ", "an empty date"),
    ("03/04/2024", "'03/04/2024' could be two dates: write 2024-04-03 or 2024-03-04"),
    ("31/12/2024", "'31/12/2024' is not how dates are written here: write 2024-12-31"),
    ("5/5/2024", "'5/5/2024' is not how dates are written here: write 2024-05-05"),
    ("19.06.2024", "'19.06.2024' is not how dates are written here: write 2024-06-19"),
    ("45/45/2024", "'45/45/2024' is no day of the calendar: write it as 2022-05-26"),
    ("03/04/24", "'03/04/24' has no full year: write it as 2022-05-26"),
    ("2024.06", "'2024.06' is not how dates are written here: write 2024-06"),
    ("20240619", "'20240619' is not how dates are written here: write 2024-06-19"),
    ("10", "'10' could be a day, a month or a year: write 2022, 2022-05 or 2022-05-26"),
    ("May", "'May' has no year: write it as May 2022"),
    ("26 May", "'26 May' has no year: write it as 26 May 2022"),
    ("2022-02-30", "'2022-02-30': February 2022 has 28 days"),
    ("30 February 2022", "'30 February 2022': February 2022 has 28 days"),
    ("2023-02-29", "'2023-02-29': February 2023 has 28 days"),
    ("2022-13", "'2022-13': there is no month 13"),
    ("0000", "'0000': there is no year 0"),
    ("2022-00", "'2022-00': there is no month 0"),
    ("2022-05-00", "'2022-05-00': there is no day 0"),
    ("2022-00-10", "'2022-00-10': there is no month 0"),
    ("0000-01-01", "'0000-01-01': there is no year 0"),
    ("0000s", "'0000s': there is no year 0"),
    ("0 May 2022", "'0 May 2022': there is no day 0"),
    ("99999 years ago", "'99999 years ago' lies before the year 1"),
    ("2023..2022", "2022 comes before 2023: write the earlier date first"),
    ("20-19 July 2000", "19 July 2000 comes before 20 July 2000: write the earlier date first"),
    ("spring 2024", "seasons differ from place to place"),
    *((text, "without guessing") for text in ("10000", "-2024", "2024-", "202X", "2024-06?", "2024-W10", "2024-123")),
    *((text, "without guessing") for text in ("now", "year", "2022..", "..2022", "1\u0661", "２０２４", "x" * 10_000)),
    *((text, "without guessing") for text in ("2024-06-19 junk", "2022-05-26T00:00", "2024-06-19-20", "\x1b[2J")),
]


@pytest.mark.parametrize(("typed", "means"), ACCEPTED)
def test_people_may_type(typed, means):
    assert read(typed, TODAY).text == means


@pytest.mark.parametrize(("typed", "sentence"), REFUSED, ids=lambda text: text[:20].encode("unicode_escape").decode())
def test_people_are_told_what_to_type(typed, sentence):
    with pytest.raises(DateError) as refused:
        read(typed, TODAY)
    assert sentence in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        "May 2022",
        "2022-5",
        "2022-00",
        "2022-05-00",
        "2021/2022-00",
        "2022..2023",
        "2022/2021",
        "2022/2023/2024",
        "",
        "2022-05-26\n",
        "today",
        "2022/",
    ],
)
def test_data_files_hold_edtf_only(text):
    with pytest.raises(DateError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2022-05-26", date(2022, 5, 26), date(2022, 5, 26), "day"),
        ("1984-05/1984-07-01", date(1984, 5, 1), date(1984, 7, 1), "span"),
        ("2010-06-07/2023", date(2010, 6, 7), date(2023, 12, 31), "span"),
    ],
)
def test_a_period_runs_from_its_first_day_to_its_last(text, start, end, precision):
    period = parse(text)
    assert (period.start, period.end, period.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2000-07-19/2000-07-20", "19–20 July 2000"),
        ("2000-07", "July 2000"),
        ("1959/1965", "1959 – 1965"),
        ("2001-07-26/2001-08-18", "26 July 2001 – 18 August 2001"),
        ("2022~", "about 2022"),
    ],
)
def test_in_words(text, words):
    assert parse(text).in_words() == words


@pytest.mark.parametrize(
    ("text", "known"),
    [("2024-10", date(2024, 10, 31)), ("2010-06-07/2023", date(2010, 6, 7)), ("1984-05/1984-07", date(1984, 5, 31))],
)
def test_known_by_is_when_it_had_surely_begun(text, known):
    assert parse(text).known_by == known


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2025, 1, 31), date(2025, 12, 31), date(1, 1, 2)])
@pytest.mark.parametrize(("typed", "means"), [pair for pair in ACCEPTED if not pair[0].endswith(("ago", "day"))][:20])
def test_only_relative_words_depend_on_the_day(typed, means, today):
    assert read(typed, today).text == means


@pytest.mark.parametrize(
    ("today", "typed", "means"),
    [
        (date(2024, 2, 29), "1 year ago", "2023-02-28"),
        (date(2025, 3, 31), "1 month ago", "2025-02-28"),
        (date(2025, 1, 31), "last month", "2024-12"),
        (date(2025, 12, 31), "last year", "2024"),
    ],
)
def test_relative_words_know_the_calendar(today, typed, means):
    assert read(typed, today).text == means


def test_a_reversed_range_is_an_error_that_says_how():
    with pytest.raises(DateError, match="--since 2022 --until 2023"):
        check_order(parse("2023"), parse("2022"))
    check_order(parse("2022-06"), parse("2022"))


def test_a_period_cannot_be_changed():
    with pytest.raises(AttributeError):
        parse("2022").start = date(2000, 1, 1)


days = st.dates(min_value=date(1, 1, 1))
dates = days.flatmap(lambda when: st.sampled_from([when.isoformat(), when.isoformat()[:7], when.isoformat()[:4]]))
singles = dates.map(parse)


def _span_of(pair: tuple[Period, Period]) -> Period:
    first, second = pair
    try:
        return span(first, second)
    except DateError:
        return first


periods = st.one_of(singles, st.tuples(singles, singles).map(_span_of))


@given(periods)
def test_what_it_prints_it_reads_back(period):
    assert parse(str(period)) == period
    assert read(str(period), TODAY) == period
    assert read(period.in_words(), TODAY) == period


@given(periods, periods)
def test_overlap_is_mutual(one, other):
    assert one.overlaps(other) == other.overlaps(one)


@given(periods, periods)
def test_overlap_is_a_shared_day(one, other):
    shared = max(one.start, other.start) <= min(one.end, other.end)
    assert one.overlaps(other) is shared


@given(periods)
def test_a_period_contains_itself(period):
    assert period.start <= period.known_by <= period.end
    assert period.overlaps(period)
    assert period.within(period.start, period.end)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_a_sentence(text):
    try:
        period = read(text, TODAY)
    except DateError:
        return
    assert period.start <= period.end


@given(days)
def test_a_day_is_one_day(when):
    assert (day(when).start, day(when).end) == (when, when)
