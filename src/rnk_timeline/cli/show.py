"""`rnk show`: all that is on record about an event."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.helping import Command
from rnk_timeline.cli.options import AS_OF, IDS, choice
from rnk_timeline.cli.output import is_terminal, say, standard_output

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.period import Period

FORMATS = ("text", "json", "jsonl")


@click.command(
    "show",
    cls=Command,
    examples=(
        ("one event", "rnk show 2019-vladivostok-summit"),
        ("the events of a day", "rnk show 2019-04-25"),
        ("a day as it was known at the time", "rnk show 2024-10-18 --as-of 2024-12-01"),
    ),
)
@IDS
@AS_OF
@choice("Output", "-f", "--format", of=FORMATS, metavar="FORMAT", default="text", show_default=True)
@click.pass_obj
def show_command(settings: Settings, ids: tuple[str, ...], as_of: Period | None, format: str) -> None:  # noqa: A002 (click's word)
    """Show everything on record about events: who claimed and who denied what, the vote, corrections, sources."""
    from rnk_timeline.cli.asking import held
    from rnk_timeline.lookup import find_all

    record = held(settings)
    if as_of:
        import msgspec

        from rnk_timeline.query import as_of as as_known_on

        record = msgspec.structs.replace(record, events=as_known_on(record.events, as_of.end))
    events = find_all(record, ids, settings.today)
    if as_of and any(event.corrections for event in events):
        say("rnk: corrections are those of today, not of that day")
    terminal = is_terminal(sys.stdout)
    out = standard_output(color=settings.color, drawn=format == "text")
    if format == "text":
        from rnk_timeline.render.sheet import render_sheets

        render_sheets(record, events, out, wraps=terminal)
    else:
        from rnk_timeline.columns import event_answer
        from rnk_timeline.render import renderer

        renderer(format)(event_answer(record, events), out)
