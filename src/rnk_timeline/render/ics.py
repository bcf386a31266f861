"""An iCalendar file (RFC 5545), by the icalendar library: all-day events that calendars show on their days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from rnk_timeline.errors import QuestionError
from rnk_timeline.render.extra import needs
from rnk_timeline.render.sheet import date_in_words
from rnk_timeline.text import visible

if TYPE_CHECKING:
    import icalendar

    from rnk_timeline.columns import Answer
    from rnk_timeline.model import Event, Record
    from rnk_timeline.render import Sink

_DOMAIN = "rnk-timeline"
# What a text may not hold (RFC 5545, section 3.1: CONTROL), and where some readers end a line.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def render_ics(answer: Answer, sink: Sink) -> None:
    """Write the events of `answer` as a calendar; says what became of dates that are no days."""
    needs("icalendar", "ics")
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//rnk-timeline//rnk//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", visible(answer.about.title) if answer.about else "Events")
    inexact = 0
    for event in answer.records:
        calendar.add_component(_entry(event, _stamp(answer.about)))
        inexact += event.date.precision in ("month", "year")
    if inexact:
        sink.remark(f"{inexact} dates known only by month or year stand in the calendar as all of its days")
    sink.write(calendar.to_ical().decode("utf-8"))


def _stamp(record: Record | None) -> datetime:
    """Return when the record was last revised: the same record gives the same file on any day."""
    day = record.revised.end if record and record.revised else date(1970, 1, 1)
    return datetime.combine(day, time(), UTC)


def _entry(event: Event, stamp: datetime) -> icalendar.Event:
    import icalendar

    entry = icalendar.Event()
    entry.add("uid", _text(f"{event.id}@{_DOMAIN}"))
    entry.add("dtstamp", stamp)
    entry.add("dtstart", event.date.start)
    try:
        entry.add("dtend", event.date.end + timedelta(days=1))  # exclusive: the first day that is no longer part of it
    except OverflowError:
        raise QuestionError(f"{event.id} ends on the last day that a calendar knows, and cannot be written") from None
    entry.add("summary", _text(event.title if event.status == "confirmed" else f"{event.title} ({event.status})"))
    entry.add("description", _text(_description(event)))
    entry.add("categories", [_text(name) for name in event.categories])
    if event.sources:
        entry.add("url", event.sources[0].url)
    entry.add("transp", "TRANSPARENT")  # the past keeps nobody busy
    return entry


def _text(text: str) -> str:
    """Return `text` as a calendar may hold it; what it may not is written out."""
    return _FORBIDDEN.sub(lambda found: visible(found[0]), text.replace("\r\n", "\n"))


def _description(event: Event) -> str:
    when = [] if event.date.precision in ("day", "span") else [f"Date: {date_in_words(event)}."]
    sources = [f"{source.publisher}: {source.url}" for source in event.sources]
    return "\n".join(filter(None, [event.summary, *when, *sources]))
