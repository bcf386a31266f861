"""`rnk list`: the events that match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.asking import asked
from rnk_timeline.cli.deliver import deliver
from rnk_timeline.cli.helping import Command
from rnk_timeline.cli.options import filters, output, shape

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Shape, Target
    from rnk_timeline.columns import Answer
    from rnk_timeline.model import Record
    from rnk_timeline.query import Query, Selection
    from rnk_timeline.sieve import Asked


@click.command(
    "list",
    cls=Command,
    examples=(
        ("since 2022", "rnk list --since 2022"),
        ("what Putin did with Kim Jong Un, newest first", 'rnk list -a Putin --with "Kim Jong Un" -r'),
        ("the record of May 2024 as CSV", "rnk list --on 2024-05 -f csv"),
    ),
)
@filters
@shape
@output()
@click.pass_obj
def list_command(settings: Settings, query: Query, shape: Shape, target: Target) -> None:
    """List the events that match, oldest first.

    The same option again, or commas in its value, means "or"; different options mean "and". DATE is a day, a month,
    a year or a span, both ends included: 2022-05-26, "26 May 2022", 2022-05, 2022, 2020..2022, yesterday, "3 years
    ago".
    """
    found = asked(settings, query, ranked=shape.sort == "relevance")
    answer = shaped(found, shape)
    deliver(answer, target, settings, notes=found.selection.notes)


def shaped(found: Asked, wanted: Shape) -> Answer:
    """Return the selected events in the order, number and columns asked for."""
    from rnk_timeline.columns import event_answer
    from rnk_timeline.query import ordered

    events = ordered(found.selection, wanted.sort, backwards=wanted.reverse)[: wanted.limit]
    below = footer(found.record, len(events), found.selection) if events else ""
    return event_answer(found.record, events, wanted.columns, footer=below)


def footer(record: Record, shown: int, selection: Selection) -> str:
    """Say how many of how many events are shown, how to see one, and where the record ends."""
    found, total = len(selection.events), selection.total
    count = f"{shown} of {total} events" if shown == found else f"{shown} of {found} events that match, {total} in all"
    ends = f" · record to {record.coverage.through}" if record.coverage else ""
    return f"{count} · rnk show ID for all about one{ends}"
