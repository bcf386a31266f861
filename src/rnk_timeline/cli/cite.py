"""`rnk cite`: an event and its sources as citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline import __version__
from rnk_timeline.cli.helping import Command
from rnk_timeline.cli.options import IDS, choice
from rnk_timeline.cli.output import standard_output
from rnk_timeline.vocabulary import CITATIONS

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings


@click.command(
    "cite",
    cls=Command,
    examples=(
        ("for a footnote", "rnk cite 2019-vladivostok-summit"),
        ("for a bibliography", "rnk cite 2019-vladivostok-summit -f bibtex"),
    ),
)
@IDS
@choice("Output", "-f", "--format", of=CITATIONS, metavar="FORMAT", default="text", show_default=True)
@click.pass_obj
def cite_command(settings: Settings, ids: tuple[str, ...], format: str) -> None:  # noqa: A002 (click names it so)
    """Cite events and each of their sources, with the version and the date of the record."""
    from rnk_timeline.cite import FORMS
    from rnk_timeline.cli.asking import held
    from rnk_timeline.lookup import find_all

    record = held(settings)
    events = find_all(record, ids, settings.today)
    standard_output(color=False, drawn=False).write(FORMS[format](record, events, __version__))
