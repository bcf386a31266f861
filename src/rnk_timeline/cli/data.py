"""`rnk data`: the data file itself: what is in it, whether it is sound, its schema and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.asking import held, waiting_for
from rnk_timeline.cli.helping import Command, Subgroup, argument, suggesting
from rnk_timeline.cli.output import say, standard_output
from rnk_timeline.text import visible

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.model import Record


@click.group(
    "data",
    cls=Subgroup,
    examples=(
        ("what the record holds", "rnk data info"),
        ("what is wrong with a file of your own", "rnk data validate mine.json"),
    ),
)
def data_command() -> None:
    """Look at the data file: what it holds, whether it is sound, its schema, its place."""


@data_command.command(cls=Command, examples=(("what the record holds", "rnk data info"),))
@click.pass_obj
def info(settings: Settings) -> None:
    """Say what the record holds, how far it reaches, when it was revised, and its licence."""
    lines = [f"{name:<11}{visible(value)}\n" for name, value in facts(held(settings))]
    standard_output(color=False, drawn=False).write("".join(lines))


def facts(record: Record) -> list[tuple[str, str]]:
    """Return the facts of a record, each with its name."""
    sources = {source.url for event in record.events for source in event.sources}
    publishers = {source.publisher for event in record.events for source in event.sources}
    found = [
        ("title", record.title),
        ("events", f"{len(record.events)}"),
        ("claims", f"{sum(len(event.claims) for event in record.events)}"),
        ("actors", f"{len(record.actors)}"),
        ("places", f"{len(record.places)}"),
        ("sources", f"{len(sources)} pages of {len(publishers)} publishers"),
        ("coverage", f"{record.coverage.from_} to {record.coverage.through}" if record.coverage else ""),
        ("revised", f"{record.revised or ''}"),
        ("license", record.license),
    ]
    return [(name, value) for name, value in found if value]


@data_command.command(cls=Command, examples=(("what is wrong with a file of your own", "rnk data validate mine.json"),))
@argument("file", "FILE", "The file to look through; - is standard input.", shell_complete=suggesting("files"))
@click.pass_context
def validate(ctx: click.Context, file: str) -> None:
    """Find every problem of a file, each with its place and the mend. Exit 3 if there is any."""
    from rnk_timeline.dataset import read_bytes
    from rnk_timeline.errors import BAD_DATA
    from rnk_timeline.validate import problems

    with waiting_for(file):
        data = read_bytes(file)
    found = list(problems(data))
    lines = [visible(": ".join(filter(None, problem))) + "\n" for problem in found]
    standard_output(color=False, drawn=False).write("".join(lines))
    say(f"rnk: {len(found)} problem{'' if len(found) == 1 else 's'} in {file}")
    if found:
        ctx.exit(BAD_DATA)


@data_command.command(cls=Command, examples=(("for an editor to check files with", "rnk data schema > schema.json"),))
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of a data file."""
    import json

    from rnk_timeline.model import schema as made

    text = json.dumps(made(), indent=2, ensure_ascii=False) + "\n"
    standard_output(color=False, drawn=False).write(text)


@data_command.command(cls=Command, examples=(("where the bundled record lies", "rnk data path"),))
def path() -> None:
    """Print where the bundled data file lies."""
    from rnk_timeline.bundled import bundled_path

    standard_output(color=False, drawn=False).write(bundled_path() + "\n")
