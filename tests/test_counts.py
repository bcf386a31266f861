"""Counts and drawings: stats, the time line, actors, sources, this day."""

from __future__ import annotations

import csv
import io
import json

import pytest

from rnk_timeline.render.bars import shares
from rnk_timeline.tally import count_by
from tests.terminal import on_terminal, plain


def table(ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_stats_by_year(rnk, five):
    rows = table(rnk("--data", five, "stats", "--by", "year", "-f", "csv"))
    assert [(row["year"], row["events"]) for row in rows] == [
        ("1950", "1"),
        ("2000", "2"),
        ("2022", "1"),
        ("2024", "1"),
    ]
    assert rows[1]["summit"] == rows[1]["sanctions"] == "1"


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("month", ["1950-unknown", "1"]),
        ("category", ["diplomacy", "2"]),
        ("actor", ["Russia", "3"]),
        ("place", ["Pyongyang", "1"]),
        ("status", ["confirmed", "5"]),
        ("publisher", ["An Agency", "1"]),
    ],
)
def test_stats_by_anything_else(rnk, five, by, first):
    assert rnk("--data", five, "stats", "--by", by).lines[0].split("\t")[:2] == first


def test_stats_take_filters_and_say_when_nothing_matches(rnk, five):
    assert rnk("--data", five, "stats", "--since", "2022").lines[0].startswith("2022\t1\t")
    ran = rnk("--data", five, "stats", "--on", "1960", "-e")
    assert (ran.code, ran.out) == (1, "")
    assert "no event on record in 1960" in ran.err


@pytest.mark.parametrize("by", ["year", "category", "status"])
def test_every_event_is_counted(record, by):
    counts = count_by(record.events, by)
    assert sum(count.events for count in counts) >= len(record.events)
    assert all(sum(count.by_category.values()) == count.events for count in counts)
    if by != "category":
        assert sum(count.events for count in counts) == len(record.events)


@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("command", [["stats"], ["stats", "--by", "actor", "-n", "9"], ["list", "-f", "timeline"]])
def test_drawings_fit_their_terminal(columns, command):
    code, screen = on_terminal(command, columns=columns)
    assert code == 0
    assert max(map(len, plain(screen).splitlines())) <= columns


def test_bars_are_to_scale():
    _, screen = on_terminal(["stats", "--by", "status"], columns=80)
    lengths = {}
    for line in plain(screen).splitlines()[:3]:
        label, number, bar = line.split()
        lengths[label] = (int(number), len(bar))
    most, longest = max(lengths.values())
    for number, length in lengths.values():
        assert abs(length - number * longest / most) <= 1


@pytest.mark.parametrize(
    ("events", "scale", "cells"),
    [
        ([42, 39, 23, 9, 1, 1], 71 / 115, [25, 24, 14, 6, 1, 1]),
        ([3, 2], 1.0, [3, 2]),
        ([3, 3], 0.5, [1, 2]),
        ([5], 0.01, [1]),
        ([1, 1, 1], 0.1, [1, 1, 1]),
    ],
)
def test_no_category_of_a_bar_is_rounded_away(events, scale, cells):
    assert shares(events, scale) == cells


def test_a_time_line_shows_gaps_and_spans_and_status(five):
    _, screen = on_terminal(["--data", five, "list", "-f", "timeline", "--as-of", "2024-12"], columns=80, NO_COLOR="1")
    assert screen.splitlines() == [
        "1950",
        "     (year)   D  Something happened some time in 1950",
        "          ⋮  49 years with none",
        "2000",
        "        Jul   X  Sanctions talk in July",
        "  19–20 Jul ┌ S  A president came",
        "          ⋮  21 years with none",
        "2022",
        "     26 May   V  Two vetoes",
        "2024",
        "     18 Oct   M  Troops said to be in Russia (disputed)",
        "",
        "D diplomacy  X sanctions  S summit  V un-veto  M military",
        "5 of 5 events · rnk show ID for all about one",
    ]


def test_actors(rnk, five):
    rows = table(rnk("--data", five, "actors", "-f", "csv"))
    assert (rows[0]["name"], rows[0]["events"], rows[0]["claims"]) == ("Russia", "3", "1")
    shoigu = json.loads(rnk("actors", "Shoigu", "-f", "json").out)
    assert [actor["name"] for actor in shoigu] == ["Sergei Shoigu"]
    assert any("Defence Minister" in role for role in shoigu[0]["roles"])
    assert "did you mean Sergei Shoigu" in rnk("actors", "Shoygu").err


def test_sources(rnk, five):
    assert rnk("--data", five, "sources").out == "An Agency\t1\t1\tagency\n"
    pages = table(rnk("--data", five, "sources", "--pages", "-f", "csv"))
    assert pages[0]["url"] == "https://example.org/came"
    assert pages[0]["events"] == "2000-visit"


def test_this_day_tells_exact_and_inexact_apart(rnk, five):
    rows = table(rnk("--data", five, "onthisday", "07-20", "-f", "csv"))
    assert [(row["id"], row["when"]) for row in rows] == [("2000-visit", "on the day"), ("2000-month", "in the month")]
    assert rnk("--data", five, "onthisday", "26 May").lines[0].startswith("2022-05-26")
    assert "nothing on record on 29 February" in rnk("--data", five, "onthisday", "02-29").err
    for nonsense in ("02-30", "May", "2022", "", "13-01"):
        ran = rnk("onthisday", nonsense)
        if nonsense:
            assert ran.code == 2
            assert "is not a day of the year: write 05-26 or 26 May" in ran.err


def test_this_day_takes_the_filters(rnk, five):
    asked = ("--data", five, "onthisday", "07-20")
    assert [line.split("\t")[-1] for line in rnk(*asked, "-c", "sanctions").lines] == ["2000-month"]
    assert rnk(*asked, "-a", "Russia", "--key").dates == ["2000-07-19/2000-07-20"]
    assert rnk(*asked, "-c", "military").err == (
        "rnk: nothing on record on 20 July in any year among the events that match (1 of 5)\n"
    )
    assert rnk(*asked, "-c", "military", "--key").err.startswith("rnk: no key military event on record")
    assert rnk(*asked, "-a", "nobody").code == 2


def test_a_pager_pages_when_asked(five, tmp_path):
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n")
    pager.chmod(0o755)
    code, screen = on_terminal(["--data", five, "list", "--pager"], PAGER=str(pager))
    assert code == 0
    assert screen.startswith("PAGED\n")
    assert "Two vetoes" in screen
    assert on_terminal(["--data", five, "list"], RNK_PAGER=str(pager))[1].startswith("PAGED\n")
    assert "PAGED" not in on_terminal(["--data", five, "list"], PAGER=str(pager))[1]
    assert on_terminal(["--data", five, "list", "--pager"], PAGER="true")[0] == 0
    code, screen = on_terminal(["--data", five, "list", "--pager"], PAGER="/no/such/pager")
    assert (code, screen.strip()) == (
        4,
        "rnk: error: cannot start the pager '/no/such/pager': No such file or directory",
    )
