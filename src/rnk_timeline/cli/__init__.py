"""The command line. Modules of commands and everything heavier than click load when they are used."""

from __future__ import annotations

from datetime import date

import click

from rnk_timeline import __version__
from rnk_timeline.cli.app import Group
from rnk_timeline.cli.helping import suggesting, tell

COMMANDS = {
    "list": ("list_", "List the events that match, oldest first."),
    "show": ("show", "Show everything on record about events."),
    "check": ("check", "Put a claim beside the record, part by part."),
    "stats": ("stats", "Count the events that match, with bars."),
    "onthisday": ("onthisday", "List what happened on this day in any year."),
    "actors": ("actors", "List who is on record, the most frequent first."),
    "sources": ("sources", "List what the events rest on: publishers, or every page."),
    "export": ("export", "Write the events that match into a file."),
    "cite": ("cite", "Cite events and each of their sources."),
    "data": ("data", "Look at the data file: info, validate, schema, path."),
    "completion": ("completion", "Print what makes a shell complete rnk's words."),
    "help": ("help", "Show the help of a command."),
}
"""Each command: the module it loads from, and its line in the help."""

WELCOME = """\
rnk: the record of Russia-North Korea relations since 1945, sourced, offline.

Try:
  rnk list --since 2022                           what happened since 2022
  rnk show 2019-vladivostok-summit                all on record about one event
  rnk check "Putin visited North Korea in 2019"   a claim beside the record

rnk --help lists the commands, rnk COMMAND --help the options of one.
"""
EXIT_CODES = (
    ("0", "Done, even if nothing matches."),
    ("1", "Not on record: show, check, and with -e everything else."),
    ("2", "The question cannot be asked so."),
    ("3", "The data file cannot be read, or is not valid."),
    ("4", "The answer could not be written."),
)
ENVIRONMENT = (
    ("RNK_DATA", "The file to ask, as --data."),
    ("RNK_PAGER", "The pager; if it is set, but not to 0, every long answer on a terminal is paged."),
    ("PAGER", "The pager if RNK_PAGER names none; else less, or more."),
    ("NO_COLOR", "No colour, if it is set. FORCE_COLOR or CLICOLOR_FORCE: colour in a pipe too."),
    ("COLUMNS", "The width to write for; else that of the terminal."),
    ("RNK_DEBUG", "Show where in rnk a fault lies."),
)


class Settings:
    """What holds for the whole run: the data file and how strictly it is read, colour, and the day it is."""

    def __init__(self, data: str | None, *, skip_bad: bool, color: bool | None, today: date) -> None:
        self.data = data
        self.skip_bad = skip_bad
        self.color = color
        self.today = today


def today() -> date:
    """Return the day of the run: the only look at the clock in the program."""
    return date.today()


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        tell(ctx, f"rnk {__version__}")


@click.group(
    cls=Group,
    commands_in=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    welcome=WELCOME,
    appendix={"Exit codes": EXIT_CODES, "Environment": ENVIRONMENT},
    examples=(
        ("what happened since 2022", "rnk list --since 2022"),
        ("the two vetoes", 'rnk list --category "UN veto"'),
        ("all that is on record about one event", "rnk show 2019-vladivostok-summit"),
    ),
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
@click.option(
    "--data",
    metavar="FILE",
    envvar="RNK_DATA",
    shell_complete=suggesting("files"),
    type=str,
    help="Ask a file of your own; - is standard input.  [env: RNK_DATA]",
)
@click.option("--skip-bad", is_flag=True, help="Skip events of FILE that cannot be read, and count them.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    metavar="WHEN",
    show_default=True,
    help="auto, always or never; auto is on a terminal only.",
)
@click.pass_context
def cli(ctx: click.Context, data: str | None, skip_bad: bool, color: str) -> None:
    """Ask the record of Russia-North Korea relations: dated, sourced, offline."""
    ctx.obj = Settings(data, skip_bad=skip_bad, color=None if color == "auto" else color == "always", today=today())
