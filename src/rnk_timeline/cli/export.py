"""`rnk export`: matching events into a file, complete, in the format that its name asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.asking import asked
from rnk_timeline.cli.deliver import to_file
from rnk_timeline.cli.helping import Command, argument, suggesting
from rnk_timeline.cli.list_ import shaped
from rnk_timeline.cli.options import filters, option, shape
from rnk_timeline.cli.output import say
from rnk_timeline.errors import OutputError, QuestionError
from rnk_timeline.render import ENDINGS, OF_EVENTS
from rnk_timeline.text import listed, quoted

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Shape, Target
    from rnk_timeline.query import Query


@click.command(
    "export",
    cls=Command,
    examples=(
        ("the whole record for a spreadsheet", "rnk export record.csv --excel"),
        ("the troops, as a page to send or to host", "rnk export troops.html -s troops"),
        ("every summit, for a calendar", "rnk export summits.ics -c summit"),
    ),
)
@argument(
    "file",
    "FILE",
    "Where to write; its ending says the format: .csv, .tsv, .json, .jsonl, .md, .html or .ics.",
    shell_complete=suggesting("files"),
)
@filters
@shape
@option("Output", "--excel", is_flag=True, help="CSV that spreadsheets read right and run nothing of.")
@option("Output", "--force", is_flag=True, help="Overwrite FILE if it is there.")
@click.pass_obj
def export_command(  # noqa: PLR0913 (one for each family of options)
    settings: Settings, file: str, query: Query, shape: Shape, *, excel: bool, force: bool
) -> None:
    """Write the events that match into a file, whole or not at all.

    Records are complete: every column, unless --columns says which.
    """
    ending = file.rpartition(".")[2].lower() if "." in os.path.basename(file) else ""
    if ending not in ENDINGS:
        endings = listed([f".{name}" for name in ENDINGS], last="or", most=20)
        raise QuestionError(f"{quoted(file)} does not say which format: end the name in {endings}")
    if excel and ending != "csv":
        raise QuestionError("--excel is for CSV: leave it out, or end the name in .csv")
    if os.path.lexists(file) and not force:
        raise OutputError(f"{quoted(file)} is already there; --force overwrites it")
    from msgspec.structs import replace

    found = asked(settings, query, ranked=shape.sort == "relevance")
    has_all = bool(shape.columns) or ENDINGS[ending] in ("json", "jsonl", *OF_EVENTS)
    every = shape if has_all else replace(shape, columns=("all",))
    to_file(shaped(found, every), _target(ENDINGS[ending], file, excel=excel), file)
    for note in found.selection.notes:
        say(f"rnk: {note}")


def _target(form: str, file: str, *, excel: bool) -> Target:
    from rnk_timeline.cli.wanted import Target

    return Target(form, file, None, excel, pager=False, exit_status=False)
