"""Makes the manual page from the commands themselves: python tools/manual.py writes docs/rnk.1 (mdoc)."""

from __future__ import annotations

import re
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from rnk_timeline.cli import ENVIRONMENT, EXIT_CODES, cli
from rnk_timeline.cli.helping import SECTIONS, Context, Page, Subgroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAGE = Path(__file__).parents[1] / "docs" / "rnk.1"
# Not plainly FILTERS: mandoc takes that for a misspelt FILES.
_FAMILIES = {"Filters": "FILTER OPTIONS", "Shape": "SHAPE OPTIONS", "Output": "OUTPUT OPTIONS"}
_RARE_CODES = (
    ("70", "A fault of rnk itself."),
    ("130, 143", "Interrupted (Ctrl-C); terminated."),
    ("141", "The reader of the answer has left, as head does."),
)
_DATES = """\
A date is a period: a day, a month, a year, or a span of them with both ends included.
It may be written as 2022, 2022-05, 2022-05-26, "May 2022", "26 May 2022", "Q4 2022", "the 2010s", 2020..2022, today,
yesterday, "last month" or "3 years ago".
What could mean two things (03/04/2024, 10, May) is never guessed but refused, with what to write instead.
An event that is known only by its month or year is found where it may lie inside the dates asked for; --certain keeps
what surely does."""
_NAMES = """\
Actors, places and categories go by any of their names, in any case and script.
A state or a body means everyone who belongs to it: --actor Russia finds the events of its ministers too.
A short name that several bear means all of them, and rnk says so."""
_STREAMS = """\
The answer goes to standard output, everything else to standard error.
On a terminal the answer is a table as wide as the terminal; in a pipe it is one event a line, with tabs between whole
values and without colour.
No match is an answer: it is empty, valid in every format, and the exit code is 0 unless -e asks for 1."""


def manual(day: str) -> str:
    """Return the manual page, dated `day`."""
    root = Context(cli, info_name="rnk", **cli.context_settings)
    shared = _shared(root)
    lines = [
        *_head(day, root),
        *(line for ctx in below(root) for line in _command(ctx, shared)),
        *(line for title, terms in shared.items() for line in _section(_FAMILIES[title], _list(terms))),
        *_section("HOW DATES ARE WRITTEN", _prose(_DATES)),
        *_section("HOW NAMES ARE WRITTEN", _prose(_NAMES)),
        *_section("INPUT AND OUTPUT", _prose(_STREAMS)),
        *_section("ENVIRONMENT", _list([(_variables(names), about) for names, about in ENVIRONMENT])),
        *_section("EXIT STATUS", _list([(_escaped(code), about) for code, about in (*EXIT_CODES, *_RARE_CODES)])),
        *_section("EXAMPLES", list(_examples(cli))[1:]),
    ]
    return "\n".join(lines) + "\n"


Term = tuple[str, str]
"""A term as mdoc writes it, and what it means in plain words."""


def _head(day: str, root: click.Context) -> Iterator[str]:
    yield from (
        '.\\" Made by tools/manual.py: change the commands, not this.',
        f".Dd {day}",
        ".Dt RNK 1",
        ".Os",
    )
    yield from _section(
        "NAME", [".Nm rnk", ".Nd the record of Russia\\-North Korea relations: dated, sourced, offline"]
    )
    yield from _section("SYNOPSIS", [".Nm", ".Op Ar options", ".Ar command", ".Op Ar arguments"])
    yield from _section("DESCRIPTION", _prose(_plain(cli.help)))
    yield from (".Pp", "Every command tells what it takes with", ".Fl h", "or", ".Fl \\-help .", ".Pp")
    yield from ("These options stand before the command:", *_list(_terms(root, "Options")))
    yield from _section("COMMANDS", ())


def below(ctx: click.Context) -> Iterator[click.Context]:
    """Yield the commands of a group, those of its groups among them, each as it is run."""
    group = cast("Subgroup", ctx.command)
    for name in group.list_commands(ctx):
        found = Context(cast("Page", group.get_command(ctx, name)), info_name=name, parent=ctx)
        yield found
        if isinstance(found.command, Subgroup):
            yield from below(found)


def _shared(root: click.Context) -> dict[str, list[Term]]:
    """Return the options that commands share, by their family: those of `rnk list`."""
    listing = next(ctx for ctx in below(root) if ctx.info_name == "list")
    return {title: _terms(listing, title) for title in _FAMILIES}


def _command(ctx: click.Context, shared: dict[str, list[Term]]) -> Iterator[str]:
    """Yield what one command is, what it takes, and its examples."""
    page = cast("Page", ctx.command)
    yield f".Ss {ctx.command_path}"
    yield f".D1 {_escaped(' '.join([ctx.command_path, *page.collect_usage_pieces(ctx)]))}"
    yield ".Pp"
    yield from _prose(_plain(page.help))
    given = {title: _terms(ctx, title) for title in SECTIONS}
    whole = [title for title, terms in shared.items() if dict(given[title]).keys() >= dict(terms).keys()]
    known = [term for title in whole for term in shared[title]]
    yield from _list([term for terms in given.values() for term in terms if term not in known])
    if whole:
        yield from (".Pp", "It takes what stands under")
        yield from (f".Sx {_FAMILIES[title]} {'.' if title == whole[-1] else ','}" for title in whole)
    yield from _examples(page)


def _terms(ctx: click.Context, title: str) -> list[Term]:
    """Return the parameters of a command in one section of its help, all but --help."""
    page = cast("Page", ctx.command)
    params = [param for param in page.sections(ctx).get(title, []) if "--help" not in param.opts]
    return [(_term(param, ctx), record[1]) for param in params if (record := param.get_help_record(ctx))]


def _term(param: click.Parameter, ctx: click.Context) -> str:
    if not isinstance(param, click.Option):
        return f"Ar {_escaped(param.make_metavar(ctx))}"
    flags = [f"Fl {_escaped(name[1:])}" for name in (*param.opts, *param.secondary_opts)]
    value = "" if param.is_flag else f" Ar {_escaped(param.make_metavar(ctx))}"
    return " , ".join(flags) + value


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f".Sh {title}"
    yield from lines


def _list(terms: Sequence[Term]) -> Iterator[str]:
    if not terms:
        return
    yield ".Bl -tag -width Ds"
    for term, meaning in terms:
        yield f".It {term}"
        yield from _prose(meaning)
    yield ".El"


def _examples(page: Page) -> Iterator[str]:
    for question, line in page.examples:
        yield ".Pp"
        yield f"{_escaped(question[0].upper() + question[1:])}:"
        yield from (".Bd -literal -offset indent -compact", _escaped(line), ".Ed")


def _prose(text: str) -> Iterator[str]:
    """Yield text with each sentence on lines of its own, none too long."""
    for number, paragraph in enumerate(re.split(r"\n\n+", text.strip())):
        yield from [".Pp"] if number else []
        for sentence in re.split(r"(?<=[.!?]) +(?=[A-Z\[])", " ".join(paragraph.split())):
            for line in textwrap.wrap(sentence, 70, break_on_hyphens=False, break_long_words=False):
                yield _escaped(line)


def _plain(help_text: str | None) -> str:
    return textwrap.dedent(help_text or "").strip()


def _variables(names: str) -> str:
    return " , ".join(f"Ev {name}" for name in names.split(", "))


def _escaped(text: str) -> str:
    """Return text of which nothing is read as a command of the page, ASCII only."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in text)
    return f"\\&{text}" if text.startswith((".", "'")) else text


def undated(page: str) -> str:
    """Return a page without the day on which it was made."""
    return re.sub(r"^\.Dd .*\n", "", page, count=1, flags=re.MULTILINE)


def main() -> None:
    """Write the page, unless the one that is there differs in nothing but its date."""
    page = manual(f"{datetime.now(UTC):%B %-d, %Y}")
    if not PAGE.exists() or undated(PAGE.read_text("utf-8")) != undated(page):
        PAGE.write_text(page, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
