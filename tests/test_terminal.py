"""What a person sees: rnk on a real pseudo-terminal, and what a pipe gets instead."""

from __future__ import annotations

import pytest
from rich.style import Style

from rnk_timeline.lookup import related
from rnk_timeline.render.style import GREEN, RED, VALUES
from tests.terminal import on_terminal, plain


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 140, 200])
def test_a_table_fits_its_terminal(columns):
    code, screen = on_terminal(["list", "--since", "2022"], columns=columns)
    assert code == 0
    assert max(map(len, plain(screen).splitlines())) <= columns


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_dates_and_ids_are_never_cut(columns, record):
    _, screen = on_terminal(["list", "--since", "2022"], columns=columns)
    shown = plain(screen)
    for event in record.events:
        if event.date.start.year >= 2022:
            assert event.id in shown
            assert all(part in shown for part in event.date.text.split("/"))


def test_an_id_stays_whole_where_a_line_is_short(record):
    event = next(event for event in record.events if event.id == "2024-nis-troops-in-russia")
    _, screen = on_terminal(["show", event.id], columns=40)
    assert all(f"       {other.id}\n" in plain(screen) for other in related(record, event))


@pytest.mark.parametrize("columns", [40, 80])
def test_who_published_stands_before_how_much(columns):
    _, screen = on_terminal(["sources", "--on", "2024-10"], columns=columns)
    head = plain(screen).splitlines()[0].split()
    assert head == ["publisher", "events", "pages", "kinds"][: 2 if columns == 40 else 4]


def _luminance(style: str) -> float:
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (part / 255 for part in Style.parse(style).color.get_truecolor())
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("style", [style for style in (*VALUES.values(), GREEN, RED) if style != "dim"])
def test_a_colour_can_be_read_on_black_and_on_white(style):
    """By the contrast of WCAG 2.2, whose 3 is the least for large text and signs, 4.5 for running text."""
    light = _luminance(style)
    assert (light + 0.05) / 0.05 > 3.8
    assert 1.05 / (light + 0.05) > 3.8


def test_the_table_says_how_many_and_where_the_record_ends(record):
    _, screen = on_terminal(["list", "--since", "2024-06-19", "--until", "2024-06-19"], columns=120)
    last = plain(screen).splitlines()[-1]
    assert f"of {len(record.events)} events" in last
    assert "rnk show ID" in last
    assert f"record to {record.coverage.through}" in last


def test_the_table_says_when_more_match_than_are_shown(five):
    args = ["--data", five, "list", "--on", "2000"]
    assert "2 of 5 events ·" in plain(on_terminal(args)[1])
    assert "1 of 2 events that match, 5 in all ·" in plain(on_terminal([*args, "-n", "1"])[1])


def test_a_pipe_gets_plain_lines_whatever_surrounds_it(process):
    ran = process("list", "--since", "2024", "-n", "5", FORCE_COLOR="1", COLUMNS="20")
    assert "\x1b" not in ran.out
    assert len(ran.lines) == 5
    assert all(len(line.split("\t")) == 7 for line in ran.lines)


def test_contested_events_are_marked_by_a_word(five):
    _, screen = on_terminal(["--data", five, "list", "--as-of", "2024-12"], columns=80, NO_COLOR="1")
    assert "disputed" in screen
