"""What a type checker makes of the Python API: mypy reads this file, and `test_api` runs what is right in it."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import rnk_timeline as rnk


def use() -> None:
    timeline = assert_type(rnk.load(), rnk.Timeline)
    narrowed = timeline.select(since="2022", until=date(2024, 1, 1), category=["summit"], status="confirmed")
    assert_type(narrowed, rnk.Timeline)
    for event in narrowed:
        assert_type(event, rnk.Event)
    event = assert_type(timeline["2024-panel-veto"], rnk.Event)
    assert_type(event.date, rnk.Period)
    assert_type(event.date.start, date)
    assert_type(event.vote, rnk.Vote | None)
    assert_type(event.claims, tuple[rnk.Claim, ...])
    assert_type(timeline[-1].sources, tuple[rnk.Source, ...])
    assert_type(timeline.find("2019-04-25"), tuple[rnk.Event, ...])
    assert_type(timeline.to_dicts(), list[dict[str, object]])
    assert_type(timeline.coverage, rnk.Coverage | None)
    finding = assert_type(timeline.check("Putin visited North Korea in 2019"), rnk.Finding)
    assert_type(finding.events, tuple[rnk.Judged, ...])
    assert_type(finding.events[0].marks, tuple[rnk.Mark, ...])


def misuse(timeline: rnk.Timeline) -> None:
    """What is not there or does not fit is a fault: mypy warns of an ignore that nothing needs."""
    rnk.lod  # type: ignore[attr-defined]  # noqa: B018 (misspelt on purpose)
    timeline.select(status="denied")  # type: ignore[arg-type]  # no status
    timeline.select(since=2022)  # type: ignore[arg-type]  # a number
