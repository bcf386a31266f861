"""`rnk completion`: what makes a shell complete rnk's words."""

from __future__ import annotations

import click

from rnk_timeline.cli.helping import Argument, Command
from rnk_timeline.cli.output import standard_output

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=Command,
    examples=(
        ("bash, from now on", """echo 'eval "$(rnk completion bash)"' >> ~/.bashrc"""),
        ("zsh, from now on", """echo 'eval "$(rnk completion zsh)"' >> ~/.zshrc"""),
        (
            "fish, from now on",
            "mkdir -p ~/.config/fish/completions && rnk completion fish > ~/.config/fish/completions/rnk.fish",
        ),
        ("bash or zsh, in this window only", 'eval "$(rnk completion bash)"'),
    ),
)
@click.argument(
    "shell", cls=Argument, type=click.Choice(SHELLS), metavar="SHELL", about="The shell: bash, zsh or fish."
)
def completion_command(shell: str) -> None:
    """Print what makes a shell complete rnk's words when you press Tab.

    It completes commands, options and what is on record: actors by any of their names, categories, places, columns
    and the ids of events; with --data before it on the line, those of that file. The lines below set it up.
    """
    from rnk_timeline.cli.shells import script

    standard_output(color=False, drawn=True).write(script(shell))
