"""How help looks: parameters in sections, examples that run at the end, fitted to any width."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from rnk_timeline.cli.output import standard_output, terminal_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from click.shell_completion import CompletionItem

    Suggestions = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]

SECTIONS = ("Arguments", "Filters", "Shape", "Output", "Options")
"""The sections of a help page, in their order."""
_WIDEST = 100
_ROOM = 26
"""Columns that a meaning needs beside its term; with fewer it goes under it."""


class Formatter(click.HelpFormatter):
    """Writes a help page as wide as the terminal; on a narrow one what a term means goes under it."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        width = width or max(min(terminal_width(sys.stdout, os.environ), max_width or _WIDEST) - 2, 20)
        super().__init__(indent_increment, width)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean."""
        known = list(rows)
        widest = max((len(term) for term, _ in known), default=0)
        if self.width - min(widest, col_max) >= _ROOM:
            super().write_dl(known, col_max, col_spacing)
            return
        for term, meaning in known:
            self.write(f"{'':{self.current_indent}}{term.rstrip()}\n")
            with self.indentation(), self.indentation():
                if meaning:
                    self.write_text(meaning)


class Context(click.Context):
    """A run of a command whose help is written by `Formatter`."""

    formatter_class = Formatter


def tell(ctx: click.Context, text: str) -> NoReturn:
    """Write `text` as the whole answer, every byte of it or an error, and end the run."""
    standard_output(color=False, drawn=True).write(f"{text}\n")
    ctx.exit()


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        tell(ctx, ctx.get_help())


class Page(click.Command):
    """A command whose help has its parameters in sections and ends in examples that run."""

    context_class = Context

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
        self._help: click.Option | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help."""
        # Not click's own: for its one sentence it looks on the disk for the reader's language.
        names = self.get_help_option_names(ctx)
        if names and not self._help:
            self._help = click.Option(
                [*names, "wants_help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help="Show this message and exit.",
            )
        return self._help

    def sections(self, ctx: click.Context) -> dict[str, list[click.Parameter]]:
        """Return the parameters by their section of the help, in the order of `SECTIONS`."""
        found: dict[str, list[click.Parameter]] = {title: [] for title in SECTIONS}
        for param in self.get_params(ctx):
            found[getattr(param, "section", "Options")].append(param)
        return {title: params for title, params in found.items() if params}

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the parameters, section by section, their meanings in one column."""
        sections = {
            title: [record for param in params if (record := param.get_help_record(ctx))]
            for title, params in self.sections(ctx).items()
        }
        widest = max((len(term) for records in sections.values() for term, _ in records), default=0)
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl([(term.ljust(widest), meaning) for term, meaning in records])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each under what it answers."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                write_examples(self.examples, formatter)


def write_examples(examples: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    """Write commands to try, each under what it answers; a command is never broken, so that it can be copied."""
    indent = " " * formatter.current_indent
    for question, line in examples:
        about = click.wrap_text(question, formatter.width, f"{indent}# ", f"{indent}# ")
        formatter.write(f"{about}\n{indent}{line}\n")


class Command(Page):
    """A command that does something."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the options that begin with `incomplete`, all the long ones if nothing is typed yet."""
        return super().shell_complete(ctx, incomplete or "--")


class Subgroup(Page, click.Group):
    """A command that has commands of its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which they were made."""
        return list(self.commands)

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Return each command with its line in the help."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(200)) for name, command in found if command]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options that stand before them."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with its line."""
        with formatter.section("Commands"):
            formatter.write_dl(self.lines(ctx))


class Option(click.Option):
    """An option that knows its section of the help."""

    def __init__(self, *args: Any, section: str = "Options", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Return what click adds to the help: the default in plain words, but no range; a count of rows needs none."""
        extra = super().get_help_extra(ctx)
        extra.pop("range", None)
        if isinstance(self.show_default, str):
            extra["default"] = self.show_default
        return extra


class Argument(click.Argument):
    """An argument that says in the help what it is."""

    section = "Arguments"

    def __init__(self, *args: Any, about: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Return the argument as it stands in the usage line, and what it is."""
        return self.make_metavar(ctx), self.about


def argument(name: str, metavar: str, about: str, **settings: Any) -> Callable[[Any], Any]:
    """Give a command an argument with its line in the help."""
    return click.argument(name, cls=Argument, type=str, metavar=metavar, about=about, **settings)


def suggesting(kind: str) -> Suggestions:
    """Return what completes a value of this kind in a shell; it loads when a shell asks."""

    def suggested(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from rnk_timeline.cli.completing import suggestions

        return suggestions(kind, ctx, incomplete)

    return suggested
