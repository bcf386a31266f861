"""`rnk sources`: what the record rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.app import Command, Option
from rnk_timeline.cli.asking import asked
from rnk_timeline.cli.deliver import deliver
from rnk_timeline.cli.options import Target, filters, output
from rnk_timeline.columns import Answer, Column
from rnk_timeline.render import TABULAR
from rnk_timeline.tally import pages, publishers

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.query import Query

PUBLISHERS = (
    Column("publisher", lambda count: count.publisher, wraps=True),
    Column("events", lambda count: count.events),
    Column("pages", lambda count: count.pages),
    Column("kinds", lambda count: count.kinds, folds_after=";"),
)
PAGES = (
    Column("published", lambda page: page.source.published),
    Column("publisher", lambda page: page.source.publisher, wraps=True),
    Column("title", lambda page: page.source.title, wraps=True),
    Column("kind", lambda page: page.source.kind, rank=1),
    Column("events", lambda page: page.events, wraps=True, rank=2),
    Column("url", lambda page: page.source.url, wraps=True),
)


@click.command(
    "sources",
    cls=Command,
    examples=(
        ("which publishers the record rests on", "rnk sources"),
        ("every page on the troops, for a reading list", "rnk sources --pages -s troops -f csv"),
    ),
)
@click.option("--pages", "by_page", is_flag=True, cls=Option, section="Shape", help="List each page, not publishers.")
@filters
@output(TABULAR)
@click.pass_obj
def sources_command(settings: Settings, by_page: bool, query: Query, target: Target) -> None:
    """List what the events that match rest on: the publishers, or with --pages every page."""
    selection = asked(settings, query).selection
    answer = Answer(PAGES, pages(selection.events)) if by_page else Answer(PUBLISHERS, publishers(selection.events))
    unit = "pages" if by_page else "publishers"
    footer = f"{len(answer.records)} {unit} of {len(selection.events)} events"
    deliver(answer._replace(footer=footer), target, settings, notes=selection.notes)
