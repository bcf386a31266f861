"""`rnk help`: the help of a command, for those who ask for it so."""

from __future__ import annotations

import click

from rnk_timeline.cli.helping import Command, Context, argument, suggesting
from rnk_timeline.cli.output import standard_output
from rnk_timeline.errors import QuestionError


@click.command(
    "help",
    cls=Command,
    examples=(("all about one command", "rnk help list"), ("a command of a command", "rnk help data validate")),
)
@argument(
    "words", "[COMMAND]...", "A command; without it, rnk itself.", nargs=-1, shell_complete=suggesting("commands")
)
@click.pass_context
def help_command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Show the help of a command, as its --help does."""
    asked = ctx.find_root()
    for word in words:
        if not isinstance(asked.command, click.Group):
            raise QuestionError(f"{asked.command_path} has no commands of its own; see {asked.command_path} --help")
        name, command, _ = asked.command.resolve_command(asked, [word])
        if command is not None:
            asked = Context(command, info_name=name, parent=asked)
    standard_output(color=False, drawn=False).write(asked.get_help() + "\n")
