"""A vertical time line: years as headings, gaps shown, what lasts as a bar beside what happened meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment, Segments
from rich.style import Style

from rnk_timeline.dataset import in_order
from rnk_timeline.period import MONTHS, parse
from rnk_timeline.render.console import console_for
from rnk_timeline.render.legend import legend, sign, style_of_category
from rnk_timeline.render.style import VALUES
from rnk_timeline.render.wrap import padded, wrap
from rnk_timeline.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rnk_timeline.columns import Answer
    from rnk_timeline.model import Event
    from rnk_timeline.period import Period
    from rnk_timeline.render import Sink

_LABEL = 11
_MOST_LANES = 6
_GAP_IN_YEARS = 2


class Lane(NamedTuple):
    """A bar that is being drawn: the span that it stands for ends on `end`."""

    end: date
    style: Style


def render_timeline(answer: Answer, sink: Sink) -> None:
    """Draw the events of `answer` from the earliest to the latest."""
    events = sorted(answer.records, key=in_order)
    console = console_for(sink)
    for segments in _lines(events, sink.width):
        console.print(Segments(segments), end="")
    if events:
        categories = dict.fromkeys(event.categories[0] for event in events if event.categories)
        console.print(Segments([Segment.line(), *legend(categories, sink.width, Style())]), end="")
    if answer.footer:
        for text in wrap(answer.footer, max(sink.width, 20)):
            console.print(Segments([Segment(text, Style.parse("dim")), Segment.line()]), end="")


def _lines(events: Sequence[Event], width: int) -> Iterator[list[Segment]]:
    lanes: list[Lane | None] = [None] * _lanes_needed(events)
    year = last = 0
    for event in events:
        lanes = [lane if lane and lane.end >= event.date.start else None for lane in lanes]
        if event.date.start.year != year:
            year = event.date.start.year
            yield _heading(last, year, lanes)
        last = max(last, event.date.end.year)
        opened = _open(lanes, event)
        yield _entry(event, lanes, opened, width)


def _lanes_needed(events: Sequence[Event]) -> int:
    """Return how many bars stand side by side at the most, up to what a terminal bears."""
    ends: list[date] = []
    most = 0
    for event in events:
        ends = [end for end in ends if end >= event.date.start]
        if event.date.precision == "span":
            ends.append(event.date.end)
        most = max(most, len(ends))
    return min(most, _MOST_LANES)


def _heading(before: int, year: int, lanes: list[Lane | None]) -> list[Segment]:
    segments = []
    if before and year - before > _GAP_IN_YEARS:
        segments = [Segment(f"{'⋮':>{_LABEL}}  {year - before - 1} years with none\n", Style.parse("dim"))]
    running = [_lane(lane, opens=False) for lane in lanes] if any(lanes) else []
    heading = Segment(f"{year:04}", Style.parse("bold underline"))
    return [*segments, heading, Segment(" " * (_LABEL - 3) if running else ""), *running, Segment.line()]


def _open(lanes: list[Lane | None], event: Event) -> int | None:
    """Give a span the first free lane; None where there is no span or no lane."""
    if event.date.precision != "span" or None not in lanes:
        return None
    number = lanes.index(None)
    lanes[number] = Lane(event.date.end, style_of_category(event.categories[0] if event.categories else ""))
    return number


def _entry(event: Event, lanes: list[Lane | None], opened: int | None, width: int) -> list[Segment]:
    category = event.categories[0] if event.categories else ""
    mark = "" if event.status == "confirmed" else f" ({event.status})"
    margin = _LABEL + len(lanes) + 5
    texts = wrap(visible(event.title) + mark, max(width - margin, 10))
    segments = []
    for number, text in enumerate(texts):
        first = number == 0
        label = _label(event.date) if first else ""
        segments.append(Segment(padded(f"{label:>{_LABEL}}", _LABEL) + " ", Style.parse("bold")))
        segments += [_lane(lane, opens=first and position == opened) for position, lane in enumerate(lanes)]
        segments += [
            Segment(" "),
            Segment(sign(category) if first else " ", style_of_category(category) if first else None),
            Segment("  " + text, Style.parse(VALUES[event.status]) if mark and first and len(texts) == 1 else None),
            Segment.line(),
        ]
    return segments


def _lane(lane: Lane | None, *, opens: bool) -> Segment:
    if lane is None:
        return Segment(" ")
    return Segment("┌" if opens else "│", lane.style)


def _label(period: Period) -> str:
    """Return the date within its year, as short as it can be said; → is a bar that runs on."""
    about = "~" if period.approximate else ""
    if period.precision != "span":
        return about + _within_year(period)
    first, last = (parse(part) for part in period.text.split("/"))
    if first.precision == last.precision == "day" and first.text[:7] == last.text[:7]:
        return f"{about}{first.start.day}–{_within_year(last)}"
    return f"{about}{_within_year(first)} →"


def _within_year(period: Period) -> str:
    month = MONTHS[period.start.month - 1][:3]
    return {"day": f"{period.start.day} {month}", "month": month}.get(period.precision, "(year)")
