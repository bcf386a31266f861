"""One self-contained page, by Jinja2 with autoescape: readable without scripts, filtered with them."""

from __future__ import annotations

import os
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from rnk_timeline import __version__
from rnk_timeline.dataset import in_order
from rnk_timeline.render.extra import needs
from rnk_timeline.render.sheet import claims_in_order, date_in_words, vote_in_words
from rnk_timeline.render.style import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from rnk_timeline.columns import Answer
    from rnk_timeline.model import Category, Event, Record
    from rnk_timeline.period import Period
    from rnk_timeline.render import Sink

_MOST_ACTORS = 200  # in the list to choose from: those on record most


def render_html(answer: Answer, sink: Sink) -> None:
    """Write the events of `answer` as one HTML page."""
    needs("jinja2", "html")
    from jinja2 import Environment

    template = Environment(autoescape=True, trim_blocks=True).from_string(_part("page.html"))
    events = sorted(answer.records, key=in_order)
    page = template.render(
        **_of_record(answer.about),
        **_of_events(answer, events),
        **_own_files(),
        hue=lambda name: name if name in SIGNS else "other",
        when=lambda event: _moment(event.date) + date_in_words(event).removeprefix(event.date.in_words()),
        moment=_moment,
        claims=claims_in_order,
        vote=vote_in_words,
    )
    sink.write(page + "\n")


def _of_record(record: Record | None) -> dict[str, str]:
    return {
        "title": record.title if record and record.title else "Events",
        "revised": record.revised.in_words() if record and record.revised else "",
        "through": record.coverage.through.in_words() if record and record.coverage else "",
        "license": record.license if record else "",
        "version": __version__,
    }


def _of_events(answer: Answer, events: Sequence[Event]) -> dict[str, object]:
    categories = _categories(answer, events)
    involved = _involved(events, answer.about)
    years = [(year, list(group)) for year, group in groupby(events, key=lambda event: event.date.start.year)]
    return {
        "events": events,
        "years": years,
        "decades": [(decade, next(group)) for decade, group in groupby((year for year, _ in years), key=_decade)],
        "categories": categories,
        "titles": {category.name: category.title for category in categories},
        "involved": lambda event: involved[event.id],
        "actors": sorted(_most_involved(involved.values())),
    }


def _own_files() -> dict[str, str]:
    """Return style and script, which go in as they are: their hashes are all that the policy of the page lets run."""
    from markupsafe import Markup

    style, script = _part("page.css"), _part("page.js")
    return {
        "style": Markup(style),  # noqa: S704 (no data)
        "script": Markup(script),  # noqa: S704
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }


def _part(name: str) -> str:
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "page", name), encoding="utf-8") as file:
        return file.read()


def _hash(text: str) -> str:
    """Return what allows this text as an inline script or style (Content Security Policy 3, hash-source)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _categories(answer: Answer, events: Sequence[Event]) -> list[Category]:
    from rnk_timeline.model import Category

    registered = {category.name: category for category in answer.about.categories} if answer.about else {}
    used = dict.fromkeys(name for event in events for name in event.categories)
    inside = [category for category in registered.values() if category.name in used]
    return [*inside, *(Category(name, name) for name in used if name not in registered)]


def _decade(year: int) -> int:
    return year // 10 * 10


def _involved(events: Sequence[Event], record: Record | None) -> dict[str, list[str]]:
    """Return whom each event involves, by its id: those it names, and whom they belong to."""
    owners = {actor.name: actor.of for actor in record.actors if actor.of} if record else {}
    involved = {}
    for event in events:
        names = list(dict.fromkeys(event.actors))
        for name in names:  # which grows meanwhile: an army belongs to a ministry, and that to a state
            if (owner := owners.get(name)) and owner not in names:
                names.append(owner)
        involved[event.id] = names
    return involved


def _most_involved(involved: Iterable[list[str]]) -> list[str]:
    counts = Counter(name for names in involved for name in names)
    return [name for name, _ in counts.most_common(_MOST_ACTORS)]


def _moment(period: Period) -> Markup:
    """Return a date in words, each end of it with the date that a machine can read."""
    from markupsafe import Markup, escape

    words, dates = period.in_words(), period.text.split("/")
    dash = " – " if " – " in words else "–"
    said = words.split(dash) if len(dates) == 2 else [words]
    time = Markup('<time datetime="{}">{}</time>')
    return escape(dash).join(time.format(date.rstrip("~"), part) for date, part in zip(dates, said, strict=True))
