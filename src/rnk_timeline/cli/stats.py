"""`rnk stats`: counts of the events that match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.asking import asked
from rnk_timeline.cli.deliver import deliver
from rnk_timeline.cli.helping import Command
from rnk_timeline.cli.options import LIMIT, REVERSE, choice, filters, output
from rnk_timeline.render import TABULAR
from rnk_timeline.vocabulary import COUNT_ORDERS, TRAITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Target
    from rnk_timeline.columns import Answer, Column
    from rnk_timeline.model import Record
    from rnk_timeline.query import Query
    from rnk_timeline.render import Sink
    from rnk_timeline.tally import Count

BY = choice("Shape", "--by", of=TRAITS, metavar="TRAIT", default="year", show_default=True)
SORT = choice(
    "Shape", "--sort", of=COUNT_ORDERS, metavar="ORDER", show_default="value for years and months, else events"
)


@click.command(
    "stats",
    cls=Command,
    examples=(
        ("events year by year", "rnk stats --by year"),
        ("the three busiest years", "rnk stats --by year --sort events -n 3"),
        ("who is on record most in 2024", "rnk stats --by actor --on 2024 -n 10"),
        ("how much of the war in Ukraine is contested", "rnk stats --by status --since 2022"),
    ),
)
@filters
@BY
@SORT
@REVERSE
@LIMIT
@output(TABULAR)
@click.pass_obj
def stats_command(  # noqa: PLR0913, PLR0917 (one for each option)
    settings: Settings, by: str, sort: str | None, reverse: bool, limit: int | None, query: Query, target: Target
) -> None:
    """Count the events that match, in all and by their main category.

    An event counts once for each of its actors, places and categories; what lasts counts where it began.
    """
    from rnk_timeline.columns import Answer
    from rnk_timeline.tally import count_by

    found = asked(settings, query)
    events = found.selection.events
    counts = count_by(events, by, sort)
    counts = (counts[::-1] if reverse else counts)[:limit]
    footer = f"{len(events)} of {found.selection.total} events"
    answer = Answer(tally_columns(found.record, by), counts, footer=footer)
    deliver(answer, target, settings, notes=found.selection.notes, table=_bars)


def tally_columns(record: Record, by: str) -> tuple[Column, ...]:
    """Return the columns of a count: the value, the events, and the events by main category."""
    from rnk_timeline.columns import Column

    names = [category.name for category in record.categories]
    return (
        Column(by, lambda count: count.value, wraps=True),
        Column("events", lambda count: count.events),
        *(Column(name, _in_category(name), rank=1) for name in names),
    )


def _in_category(name: str) -> Callable[[Count], int]:
    return lambda count: count.by_category.get(name, 0)


def _bars(answer: Answer, sink: Sink) -> None:
    from rnk_timeline.render.bars import render_bars

    render_bars(answer, sink)
