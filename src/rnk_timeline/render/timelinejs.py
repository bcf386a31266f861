"""TimelineJS 3 JSON, which newsrooms embed: slides without media, dates in words, grouped by main category.

The format: "JSON data format" in the documentation of TimelineJS 3 (Knight Lab, Northwestern University).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import msgspec

from rnk_timeline.render.sheet import date_in_words

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.columns import Answer
    from rnk_timeline.model import Event, Record
    from rnk_timeline.render import Sink


def render_timelinejs(answer: Answer, sink: Sink) -> None:
    """Write the events of `answer` as one TimelineJS document."""
    titles = {category.name: category.title for category in answer.about.categories} if answer.about else {}
    whole: dict[str, object] = {"events": [_slide(event, titles) for event in answer.records]}
    if answer.about and answer.about.title:
        whole = {"title": {"text": _title(answer.about)}, **whole}
    sink.write_utf8(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")


def _title(record: Record) -> dict[str, str]:
    through = f"On record to {record.coverage.through.in_words()}." if record.coverage else ""
    return {"headline": escape(record.title), "text": through}


def _slide(event: Event, titles: dict[str, str]) -> dict[str, object]:
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _date(event, event.date.start),
        "display_date": date_in_words(event),
        "text": {"headline": escape(event.title), "text": _text(event)},
    }
    if event.date.start != event.date.end and event.date.precision == "span":
        slide["end_date"] = _date(event, event.date.end)
    if event.categories:
        # TimelineJS sets the label of a group as HTML, though its documentation calls it "any text".
        slide["group"] = escape(titles.get(event.categories[0], event.categories[0]))
    return slide


def _date(event: Event, day: date) -> dict[str, int]:
    """Return as much of a date as is known: the format takes a year, a month or a day."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    known = {"year": 1, "month": 2}.get(event.date.precision, 3)
    return dict(list(parts.items())[:known])


def _text(event: Event) -> str:
    """Return the body of a slide as HTML: the format's text fields take nothing else."""
    status = "" if event.status == "confirmed" else f"<p>Status: {event.status}.</p>"
    sources = ", ".join(f'<a href="{escape(source.url)}">{escape(source.publisher)}</a>' for source in event.sources)
    return f"<p>{escape(event.summary)}</p>{status}" + (f"<p>Sources: {sources}</p>" if sources else "")
