"""`rnk show`: an event in full, by its id, a part of it, or its day."""

from __future__ import annotations

import json

import pytest

SHEET = """\
Troops said to be in Russia
18 October 2024, known from 19 October 2024 · military · confirmed
2024-troops

Actors
  North Korea
  Russia

Claims
  2024-10-18 South Korea asserts: troops are there
  2024-10-21 North Korea denies: no troops
  2025-04-26 Russia confirms: they fought

Often written otherwise
  written:   they were 100,000
  on record: nobody said so
"""


def test_a_sheet_holds_all_there_is(rnk, five):
    ran = rnk("--data", five, "show", "2024-troops")
    assert ran.code == 0
    assert ran.out.startswith(SHEET)


def test_the_ledger_as_it_stood(rnk, five):
    ran = rnk("--data", five, "show", "2024-troops", "--as-of", "2024-12-01")
    assert "· disputed" in ran.out
    assert "they fought" not in ran.out
    assert ran.err == "rnk: corrections are those of today, not of that day\n"
    assert rnk("--data", five, "show", "2024-troops", "--as-of", "2024-10-18").code == 1


@pytest.mark.parametrize("asked", ["2000-visit", "2000-v", "2000-VISIT", "2000-07-19"])
def test_ways_to_name_an_event(rnk, five, asked):
    out = rnk("--data", five, "show", asked).out
    assert "A president came\n19–20 July 2000 · summit · confirmed\n2000-visit" in out
    assert "Vladimir Putin, President of Russia (Russia)" in out
    assert "[1] An Agency, “He came”, 2000-07-19, agency\n" in out
    assert "https://example.org/came" in out


def test_a_month_is_told_apart_from_a_day(rnk, five):
    assert "July 2000 (day not on record)" in rnk("--data", five, "show", "2000-month").out
    assert "1950 (day and month not on record)" in rnk("--data", five, "show", "1950-early").out


def test_a_date_shows_all_of_that_day(rnk):
    out = rnk("show", "2019-04-25", "-f", "json").out
    ids = {event["id"] for event in json.loads(out)}
    assert any("vladivostok" in name for name in ids)
    assert len(ids) >= 2


def test_votes_name_who_voted_how(rnk, five):
    out = rnk("--data", five, "show", "2022-veto").out
    assert "UN Security Council: vetoed\n  13 in favour, 2 against, 0 abstained\n  against:   China, Russia" in out


def test_several_events_and_none_twice(rnk, five):
    out = rnk("--data", five, "show", "2000-visit", "2022-veto", "2000-visit").out
    assert out.count("A president came") >= 1
    assert out.count("-" * 72) == 1


@pytest.mark.parametrize(
    ("asked", "code", "sentence"),
    [
        ("2000-", 2, "'2000-' is short for 2 ids: 2000-month or 2000-visit"),
        ("2000-visti", 1, "no event '2000-visti' on record; did you mean 2000-visit"),
        ("veto", 1, "did you mean 2022-veto?"),
        ("1999-01-01", 1, "no event on record on 1 January 1999"),
        ("\x1b[2J", 1, r"no event '\x1b[2J' on record"),
        ("", 1, "no event '' on record"),
    ],
)
def test_what_is_not_there(rnk, five, asked, code, sentence):
    ran = rnk("--data", five, "show", asked)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err


def test_a_number_in_an_id_that_reads_as_a_year(rnk):
    assert rnk("show", "2397").err == "rnk: error: no event on record on 2397; did you mean 2017-resolution-2397?\n"


def test_offices_are_those_of_the_time(rnk):
    then = rnk("show", "2023-07-26").out
    later = rnk("show", "2025-sappers-and-builders").out
    assert "Sergei Shoigu, Defence Minister (Russia)" in then
    assert "Sergei Shoigu, secretary of the Security Council of Russia (Russia)" in later


def test_events_as_close_are_the_same_every_time(process):
    shown = {process("show", "1960-khrushchev-visit-planned", PYTHONHASHSEED=seed).out for seed in "123456"}
    assert len(shown) == 1
