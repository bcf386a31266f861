"""The families of options that commands share: filters, shape and output, each folded into one value."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from rnk_timeline.cli.helping import Option, argument, suggesting
from rnk_timeline.errors import DateError, QuestionError
from rnk_timeline.render import ENDINGS, FORMATS
from rnk_timeline.text import listed, quoted
from rnk_timeline.vocabulary import COLUMNS, ORDERS, STATUSES

if TYPE_CHECKING:
    from rnk_timeline.cli.wanted import Target

Command = Callable[..., Any]


class PeriodType(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.4
    """A date as people type it; becomes a `Period`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the date, with the run's own day behind the relative words."""
        from rnk_timeline.dates import read

        if not isinstance(value, str) or ctx is None:
            return value
        try:
            return read(value, ctx.find_root().obj.today)
        except DateError as error:
            raise DateError(f"{param.opts[0] if param else 'date'}: {error}") from None


PERIOD = PeriodType()


def several(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split the values of a repeatable option at commas."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def option(section: str, *names: str, **settings: Any) -> Callable[[Command], Command]:
    """Give a command an option in a section of its help."""
    return click.option(*names, cls=Option, section=section, **settings)


def choice(
    section: str, *names: str, of: Sequence[str], metavar: str, about: str = "", **settings: Any
) -> Callable[[Command], Command]:
    """Give a command an option that takes one of a few words; its help names them all."""
    words = listed(list(of), last="or", most=99)
    settings.setdefault("type", click.Choice(of))
    return option(section, *names, metavar=metavar, help=f"{words}{about}.", **settings)


class Words(click.Choice[str]):
    """One or more of a few words, with commas between; becomes a tuple of them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read each word by itself."""
        parts = [part.strip() for part in value.split(",") if part.strip()]
        return tuple(super(Words, self).convert(part, param, ctx) for part in parts)


def _joined(ctx: click.Context, param: click.Parameter, values: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(word for words in values for word in words)


AS_OF = option("Filters", "--as-of", type=PERIOD, metavar="DATE", help="The record as it stood at the end of DATE.")

IDS = argument(
    "ids",
    "ID...",
    "An event's id, or the beginning of one, or a date: then every event of that day.",
    nargs=-1,
    required=True,
    shell_complete=suggesting("ids"),
)


def _filter(*names: str, **settings: Any) -> Callable[[Command], Command]:
    return option("Filters", *names, **settings)


def _named(*names: str, kind: str, help: str) -> Callable[[Command], Command]:  # noqa: A002 (click's word)
    completes = suggesting(kind)
    return _filter(
        *names, type=str, multiple=True, callback=several, metavar="NAME", help=help, shell_complete=completes
    )


FILTERS = (
    _filter("--since", type=PERIOD, metavar="DATE", help="From DATE on: what ends on its first day or later."),
    _filter("--until", type=PERIOD, metavar="DATE", help="Up to DATE: what begins on its last day or before."),
    _filter("--on", type=PERIOD, metavar="DATE", help="During DATE: what overlaps it."),
    _filter("--certain", is_flag=True, help="Only what surely lies inside these dates."),
    _named("-c", "--category", kind="categories", help="summit, sanctions, un-veto, military, diplomacy or economy."),
    _named("-a", "--actor", kind="actors", help="With this actor, or anyone who belongs to it."),
    _named("--with", "involving", kind="actors", help="With this actor as well: -a Russia --with China."),
    _named("--place", kind="places", help="At this place or in this country."),
    choice(
        "Filters",
        "--status",
        of=STATUSES,
        metavar="STATUS",
        about="; alleged is only asserted, disputed also denied",
        type=Words(STATUSES, case_sensitive=False),
        multiple=True,
        callback=_joined,
    ),
    _filter("--key", is_flag=True, help="Key events only."),
    _filter("-s", "--search", type=str, metavar="TEXT", help='With all these words; "a phrase"; this OR that.'),
    AS_OF,
)


def filters(command: Command) -> Command:
    """Give a command the filters; it takes them as one `Query`, named `query`."""

    @functools.wraps(command)
    def folded(*args: Any, **kwargs: Any) -> Any:
        from rnk_timeline.query import Query

        query = Query(**{name: kwargs.pop(name) for name in Query.__struct_fields__})
        return command(*args, query=query, **kwargs)

    return _all(FILTERS, folded)


REVERSE = option("Shape", "-r", "--reverse", is_flag=True, help="The other way round.")
LIMIT = option("Shape", "-n", "--limit", type=click.IntRange(min=0), metavar="N", help="Only the first N of these.")


SHAPE = (
    option(
        "Shape",
        "--columns",
        type=str,
        multiple=True,
        callback=several,
        metavar="NAMES",
        help=f"{listed(list(COLUMNS), last='or', most=99)}, with commas between; or all.",
        shell_complete=suggesting("columns"),
    ),
    choice("Shape", "--sort", of=ORDERS, metavar="ORDER", default="date", show_default=True),
    REVERSE,
    LIMIT,
)


def shape(command: Command) -> Command:
    """Give a command the options of shape; it takes them as one `Shape`, named `shape`."""

    @functools.wraps(command)
    def folded(*args: Any, **kwargs: Any) -> Any:
        from rnk_timeline.cli.wanted import Shape

        wanted = Shape(**{name: kwargs.pop(name) for name in Shape.__struct_fields__})
        return command(*args, shape=wanted, **kwargs)

    return _all(SHAPE, folded)


def _output(formats: tuple[str, ...]) -> tuple[Callable[[Command], Command], ...]:
    return (
        choice(
            "Output",
            "-f",
            "--format",
            of=formats,
            metavar="FORMAT",
            show_default="table on a terminal, tsv in a pipe",
        ),
        option(
            "Output",
            "-o",
            "--output",
            "file",
            type=str,
            metavar="FILE",
            help="Write to FILE, whole or not at all; its ending says the format; - is stdout.",
            shell_complete=suggesting("files"),
        ),
        option(
            "Output",
            "--header/--no-header",
            default=None,
            help="A first line with the names of the columns.",
            show_default="in csv, not in tsv",
        ),
        option("Output", "--excel", is_flag=True, help="CSV that spreadsheets read right and run nothing of."),
        option("Output", "--pager", is_flag=True, help="Page a long answer on a terminal.  [env: RNK_PAGER]"),
        option("Output", "-e", "--exit-status", is_flag=True, help="Exit with 1 if nothing matches, for scripts."),
    )


_FOREIGN = (".xlsx", ".xls", ".ods", ".numbers", ".pdf", ".docx")
"""Endings of files that no program would read as the lines of a table that -o writes by itself."""


def _check_name(target: Target, formats: tuple[str, ...]) -> None:
    """Refuse a file whose name asks for a format that this answer, or rnk, does not have."""
    if not target.file or target.format:
        return
    if target.file.lower().endswith(_FOREIGN):
        raise QuestionError(f"{quoted(target.file)} is of no format of rnk: for a spreadsheet, end it in .csv")
    asked = ENDINGS.get(target.file.rpartition(".")[2].lower())
    if asked and asked not in formats:
        endings = listed([f".{ending}" for ending, name in ENDINGS.items() if name in formats], last="or")
        raise QuestionError(f"{quoted(target.file)}: only events can be {asked}; end the name in {endings}")


def output(formats: tuple[str, ...] = FORMATS) -> Callable[[Command], Command]:
    """Give a command the options of output; it takes them as one `Target`, named `target`."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def folded(*args: Any, **kwargs: Any) -> Any:
            from rnk_timeline.cli.wanted import Target

            target = Target(**{name: kwargs.pop(name) for name in Target.__struct_fields__})
            if target.excel and target.format not in (None, "csv"):
                raise QuestionError("--excel is for CSV: leave it out, or ask for -f csv")
            _check_name(target, formats)
            return command(*args, target=target, **kwargs)

        return _all(_output(formats), folded)

    return decorate


def _all(decorators: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for decorate in reversed(decorators):
        command = decorate(command)
    return command
