"""What to type instead: for a command, an option or a word that rnk does not know; other programs' words among them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    import click

_COMMANDS = {
    "search": "rnk list -s",
    "find": "rnk list -s",
    "grep": "rnk list -s",
    "timeline": "rnk list -f timeline",
    "count": "rnk stats",
    "events": "rnk list",
    "today": "rnk onthisday",
    "version": "rnk --version",
}
_OPTIONS = {
    "--from": "--since",
    "--after": "--since",
    "--start": "--since",
    "--to": "--until",
    "--before": "--until",
    "--end": "--until",
    "--date": "--on",
    "--day": "--on",
    "--month": "--on",
    "--year": "--on",
    "--who": "--actor",
    "--where": "--place",
    "--type": "--category",
    "--text": "--search",
    "--query": "--search",
    "--max": "--limit",
    "--order": "--sort",
    "--fields": "--columns",
    "--csv": "-f csv",
    "--tsv": "-f tsv",
    "--json": "-f json",
    "--jsonl": "-f jsonl",
    "--html": "-f html",
    "--markdown": "-f markdown",
    "--timeline": "-f timeline",
}


def instead_of_command(name: str, known: Collection[str]) -> str:
    """Return the hint for an unknown command: the nearest one, or nothing."""
    near = get_close_matches(name.casefold(), known, n=1)
    return _meant(_COMMANDS.get(name.casefold()) or "".join(near))


def instead_of_option(name: str, command: click.Command) -> str:
    """Return the hint for an unknown option: the one that does it here, the nearest one, or nothing."""
    known = [option for param in command.params for option in (*param.opts, *param.secondary_opts)]
    if other := _OPTIONS.get(name):
        return _meant(other if other.split()[0] in known else "")
    return _meant("".join(get_close_matches(name, known, n=1, cutoff=0.7)))


def instead_of_word(command: click.Command) -> str:
    """Return the hint for a word where none can stand."""
    takes_words = any("--search" in param.opts for param in command.params)
    search = "words to search for go after -s, " if takes_words else ""
    return f"; {search}a value of several words in quotation marks"


def _meant(other: str) -> str:
    return f"; did you mean {other}?" if other else ""
