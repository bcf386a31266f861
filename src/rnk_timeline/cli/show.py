"""`rnk show`: all that is on record about an event."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from rnk_timeline.cli.app import Command
from rnk_timeline.cli.asking import held
from rnk_timeline.cli.options import PERIOD
from rnk_timeline.cli.output import is_terminal, standard_output
from rnk_timeline.columns import event_answer
from rnk_timeline.lookup import find
from rnk_timeline.query import as_of as as_known_on
from rnk_timeline.render import renderer
from rnk_timeline.render.sheet import render_sheets

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.period import Period


@click.command(
    "show",
    cls=Command,
    examples=(
        ("one event", "rnk show 2019-vladivostok-summit"),
        ("the events of a day", "rnk show 2019-04-25"),
        ("an event as it was known at the time", "rnk show 2024-10-18 --as-of 2024-12-01"),
    ),
)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", type=str)
@click.option("--as-of", type=PERIOD, metavar="DATE", help="The record as it stood at the end of DATE.")
@click.option("-f", "--format", type=click.Choice(["text", "json", "jsonl"]), default="text", help="Default: text.")
@click.pass_obj
def show_command(settings: Settings, ids: tuple[str, ...], as_of: Period | None, format: str) -> None:  # noqa: A002 (click's word)
    """Show everything on record about events: the claims, the vote, corrections, sources.

    ID is an event's id, or as much of it as no other begins with, or a date: then all events of that day.
    """
    record = held(settings)
    if as_of:
        record = msgspec.structs.replace(record, events=as_known_on(record.events, as_of.end))
    events = list(dict.fromkeys(event for text in ids for event in find(record, text, settings.today)))
    terminal = is_terminal(sys.stdout)
    out = standard_output(color=settings.color, header=None, drawn=format == "text")
    if format == "text":
        render_sheets(record, events, out, wraps=terminal)
    else:
        renderer(format)(event_answer(record, events), out)
