"""The families of options that commands share: filters, shape and output, each folded into one value."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import click

from rnk_timeline.cli.app import Option
from rnk_timeline.errors import DateError, QuestionError
from rnk_timeline.query import SORTS, STATUSES, Query
from rnk_timeline.render import FORMATS

Command = Callable[..., Any]


class PeriodType(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.4
    """A date as people type it; becomes a `Period`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the date, with the run's own day behind the relative words."""
        from rnk_timeline.period import read

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


def _option(section: str, *names: str, **settings: Any) -> Callable[[Command], Command]:
    return click.option(*names, cls=Option, section=section, **settings)


def _filter(*names: str, **settings: Any) -> Callable[[Command], Command]:
    return _option("Filters", *names, **settings)


def _named(*names: str, metavar: str, help: str) -> Callable[[Command], Command]:  # noqa: A002 (click's word)
    return _filter(*names, type=str, multiple=True, callback=several, metavar=metavar, help=help)


FILTERS = (
    _filter("--since", type=PERIOD, metavar="DATE", help="Events that end on or after the first day of DATE."),
    _filter("--until", type=PERIOD, metavar="DATE", help="Events that begin on or before the last day of DATE."),
    _filter("--on", type=PERIOD, metavar="DATE", help="Events that overlap DATE."),
    _filter("--certain", is_flag=True, help="Only events that surely lie inside the dates asked for."),
    _named("-c", "--category", metavar="NAME", help="summit, sanctions, un-veto, military, diplomacy or economy."),
    _named("-a", "--actor", metavar="NAME", help="Events with this actor or anyone who belongs to it."),
    _named("--with", "involving", metavar="NAME", help="Events in which this actor is involved too."),
    _named("--place", metavar="NAME", help="Events at this place or in this country."),
    _filter("--status", type=click.Choice(STATUSES), multiple=True, help="How contested: by the claims on record."),
    _filter("--key", is_flag=True, help="Key events only."),
    _filter("-s", "--search", type=str, metavar="TEXT", help='Events that hold all words; "a phrase", OR.'),
    _filter("--as-of", type=PERIOD, metavar="DATE", help="The record as it stood at the end of DATE."),
)


def filters(command: Command) -> Command:
    """Give a command the filters; it takes them as one `Query`, named `query`."""

    @functools.wraps(command)
    def folded(*args: Any, **kwargs: Any) -> Any:
        query = Query(**{name: kwargs.pop(name) for name in Query.__struct_fields__})
        return command(*args, query=query, **kwargs)

    return _all(FILTERS, folded)


class Shape(NamedTuple):
    """Which columns of the answer, in which order, and how much of it."""

    columns: tuple[str, ...]
    sort: str
    reverse: bool
    limit: int | None


SHAPE = (
    _option(
        "Shape",
        "--columns",
        type=str,
        multiple=True,
        callback=several,
        metavar="NAMES",
        help="Columns to show, or all.",
    ),
    _option("Shape", "--sort", type=click.Choice(SORTS), default="date", help="Order of the events.  [default: date]"),
    _option("Shape", "-r", "--reverse", is_flag=True, help="The other way round: newest first."),
    _option("Shape", "-n", "--limit", type=click.IntRange(min=0), metavar="N", help="The first N in that order."),
)


def shape(command: Command) -> Command:
    """Give a command the options of shape; it takes them as one `Shape`, named `shape`."""

    @functools.wraps(command)
    def folded(*args: Any, **kwargs: Any) -> Any:
        wanted = Shape(**{name: kwargs.pop(name) for name in Shape._fields})
        return command(*args, shape=wanted, **kwargs)

    return _all(SHAPE, folded)


class Target(NamedTuple):
    """Where the answer goes and as what."""

    format: str | None
    file: str | None
    header: bool | None
    excel: bool
    pager: bool
    exit_status: bool


def _output(formats: tuple[str, ...]) -> tuple[Callable[[Command], Command], ...]:
    return (
        _option(
            "Output",
            "-f",
            "--format",
            type=click.Choice(formats),
            metavar="FORMAT",
            help=f"{', '.join(formats)}.  [default: table on a terminal, tsv in a pipe]",
        ),
        _option(
            "Output", "-o", "--output", "file", type=str, metavar="FILE", help="Write to FILE, whole or not at all."
        ),
        _option("Output", "--header/--no-header", default=None, help="With or without a line of column names."),
        _option("Output", "--excel", is_flag=True, help="CSV for spreadsheets: BOM, CRLF, no cell runs as a formula."),
        _option("Output", "--pager", is_flag=True, help="Page a long answer on a terminal.  [env: RNK_PAGER]"),
        _option("Output", "-e", "--exit-status", is_flag=True, help="Exit with 1 if nothing matches, for scripts."),
    )


def output(formats: tuple[str, ...] = FORMATS) -> Callable[[Command], Command]:
    """Give a command the options of output; it takes them as one `Target`, named `target`."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def folded(*args: Any, **kwargs: Any) -> Any:
            target = Target(**{name: kwargs.pop(name) for name in Target._fields})
            if target.excel and target.format not in (None, "csv"):
                raise QuestionError("--excel is for CSV: leave it out, or ask for -f csv")
            return command(*args, target=target, **kwargs)

        return _all(_output(formats), folded)

    return decorate


def _all(decorators: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for decorate in reversed(decorators):
        command = decorate(command)
    return command
