"""`rnk sources`: what the record rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.asking import asked
from rnk_timeline.cli.deliver import deliver
from rnk_timeline.cli.helping import Command
from rnk_timeline.cli.options import filters, option, output
from rnk_timeline.render import TABULAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Target
    from rnk_timeline.columns import Answer
    from rnk_timeline.model import Event
    from rnk_timeline.query import Query


@click.command(
    "sources",
    cls=Command,
    examples=(
        ("which publishers the record rests on", "rnk sources"),
        ("every page on the troops, for a reading list", "rnk sources --pages -s troops -f csv"),
    ),
)
@filters
@option("Shape", "--pages", "by_page", is_flag=True, help="List every page, not the publishers.")
@output(TABULAR)
@click.pass_obj
def sources_command(settings: Settings, query: Query, by_page: bool, target: Target) -> None:
    """List what the events that match rest on: the publishers, or with --pages every page."""
    selection = asked(settings, query).selection
    answer = _pages(selection.events) if by_page else _publishers(selection.events)
    deliver(answer, target, settings, notes=selection.notes)


def _publishers(events: Sequence[Event]) -> Answer:
    from rnk_timeline.columns import Answer, Column
    from rnk_timeline.tally import publishers

    columns = (
        Column("publisher", lambda count: count.publisher, wraps=True),
        Column("events", lambda count: count.events),
        Column("pages", lambda count: count.pages, rank=1),
        Column("kinds", lambda count: count.kinds, folds_after=";", rank=2),
    )
    counts = publishers(events)
    return Answer(columns, counts, footer=f"{len(counts)} publishers of {len(events)} events")


def _pages(events: Sequence[Event]) -> Answer:
    from rnk_timeline.columns import Answer, Column
    from rnk_timeline.tally import pages

    columns = (
        Column("published", lambda page: page.source.published),
        Column("publisher", lambda page: page.source.publisher, wraps=True),
        Column("title", lambda page: page.source.title, wraps=True),
        Column("kind", lambda page: page.source.kind, rank=1),
        Column("events", lambda page: page.events, wraps=True, rank=2),
        Column("url", lambda page: page.source.url, wraps=True),
    )
    found = pages(events)
    return Answer(columns, found, footer=f"{len(found)} pages of {len(events)} events")
