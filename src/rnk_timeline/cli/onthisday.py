"""`rnk onthisday`: what happened on this day in any year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.asking import asked
from rnk_timeline.cli.deliver import deliver
from rnk_timeline.cli.helping import Command, argument
from rnk_timeline.cli.options import filters, output
from rnk_timeline.render import TABULAR

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Target
    from rnk_timeline.columns import Column
    from rnk_timeline.query import Query, Selection


@click.command(
    "onthisday",
    cls=Command,
    examples=(
        ("today in other years", "rnk onthisday"),
        ("on 19 June", "rnk onthisday 06-19"),
        ("summits on 19 June", "rnk onthisday 06-19 -c summit"),
    ),
)
@argument("day", "[DAY]", 'A day of the year, 06-19 or "19 June"; without it, today.', required=False)
@filters
@output(TABULAR)
@click.pass_obj
def onthisday_command(settings: Settings, day: str | None, query: Query, target: Target) -> None:
    """List what happened on this day in any year.

    What was under way that day, and what is known only by its month, is told apart.
    """
    from rnk_timeline.columns import EVENT_COLUMNS, Answer, Column
    from rnk_timeline.dates import read_day_of_year
    from rnk_timeline.period import MONTHS
    from rnk_timeline.tally import on_day_of_year

    month, number = read_day_of_year("today" if day is None else day, settings.today)
    selection = asked(settings, query).selection
    found = on_day_of_year(selection.events, month, number)
    when = Column("when", lambda each: each.when, under="date")
    columns = [_of_event(EVENT_COLUMNS[name]) for name in ("date", "categories", "title", "status", "id")]
    notes = selection.notes
    if selection.events and not found:
        notes += (f"nothing on record on {number} {MONTHS[month - 1]} in any year{_among(selection)}",)
    deliver(Answer((columns[0], when, *columns[1:]), found), target, settings, notes=notes)


def _among(selection: Selection) -> str:
    kept = len(selection.events)
    return f" among the events that match ({kept} of {selection.total})" if kept < selection.total else ""


def _of_event(column: Column) -> Column:
    from msgspec.structs import replace

    value = column.value
    return replace(column, value=lambda each: value(each.event))
