"""Periods: a day, a month, a year, or a span of them, as data files hold them.

`parse` takes a strict subset of EDTF (ISO 8601-2), nothing else; what people type is for `dates.read`. Neither fills a
gap from today's date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rnk_timeline.errors import DateError
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

Precision = Literal["day", "month", "year", "span"]

LONG = 92
"""Days: what lasts longer than a season is under way on too many days to belong to one of them."""

ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~)?", re.ASCII)
# Not from the calendar module: it brings the locale's names, and a record speaks English wherever it is read.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Period:
    """A stretch of days, from `start` to `end`, both included; immutable and hashable.

    `text` is the EDTF that says it, and what `str()` gives; `precision` says how much of a date is known: a `month`
    is some time in that month, a `span` runs from its start to its end. `approximate` marks a date given as "about".
    Made by `parse`, `span`, `day` and `dates.read`.
    """

    # Not a msgspec.Struct: the decoder would take one for a JSON object, and a period is a text in JSON.
    __slots__ = ("approximate", "end", "precision", "start", "text")

    text: str
    start: date
    end: date
    precision: Precision
    approximate: bool

    def __init__(self, text: str, start: date, end: date, precision: Precision, *, approximate: bool = False) -> None:
        # Past __setattr__, by the slots themselves: a record makes some thousand periods before it answers.
        _set_text(self, text)
        _set_start(self, start)
        _set_end(self, end)
        _set_precision(self, precision)
        _set_approximate(self, approximate)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a period cannot be changed: {name}")

    def __getattr__(self, name: str) -> object:
        # Only what a period made by `noted` has not worked out yet comes here.
        if name not in Period.__slots__:
            raise AttributeError(f"a period has no {name}")
        if exact := _exact(self.text):
            self.__init__(self.text, exact, exact, "day")  # type: ignore[misc]
        else:
            whole = parse(self.text)
            self.__init__(whole.text, whole.start, whole.end, whole.precision, approximate=whole.approximate)  # type: ignore[misc]
        return getattr(self, name)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Callable[[str], Period], tuple[str]]:
        """Copy and pickle a period as its text: there is nothing to set on one that is made."""
        return parse, (self.text,)

    def overlaps(self, other: Period) -> bool:
        """Tell whether some day lies in both periods."""
        return self.start <= other.end and other.start <= self.end

    def within(self, start: date | None, end: date | None) -> bool:
        """Tell whether every day of this period lies from `start` to `end`; None is no bound."""
        return (start is None or start <= self.start) and (end is None or self.end <= end)

    @property
    def known_by(self) -> date:
        """The day by which what is dated so had surely begun: the last day of the first date."""
        if self.precision != "span":
            return self.end
        return parse(self.text.partition("/")[0]).end

    def in_words(self) -> str:
        """Return the period as a sentence would say it.

        >>> parse("2000-07-19/2000-07-20").in_words()
        '19–20 July 2000'
        >>> parse("1984-05/1984-07-01").in_words()
        'May 1984 – 1 July 1984'
        """
        about = "about " if self.approximate else ""
        if self.precision != "span":
            return about + _in_words(self.start, self.precision)
        first, second = (parse(part) for part in self.text.split("/"))
        if first.precision == second.precision == "day" and (first.start.year, first.start.month) == (
            second.start.year,
            second.start.month,
        ):
            return f"{about}{first.start.day}–{_in_words(second.start, 'day')}"
        return about + " – ".join(_in_words(part.start, part.precision) for part in (first, second))


_SLOTS = vars(Period)
_set_text, _set_start, _set_end = (_SLOTS[name].__set__ for name in ("text", "start", "end"))
_set_precision, _set_approximate = (_SLOTS[name].__set__ for name in ("precision", "approximate"))


def _in_words(day: date, precision: Precision) -> str:
    if precision == "year":
        return f"{day.year:04}"
    month = f"{MONTHS[day.month - 1]} {day.year:04}"
    return month if precision == "month" else f"{day.day} {month}"


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """Read a date as data files hold it.

    Takes `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with `~` for about, or a span `A/B` of two of them, first to last.
    Raises `DateError` for everything else. The forms are a subset of EDTF, levels 0 and 1
    (Library of Congress, Extended Date/Time Format specification, 2019).

    >>> parse("2022-05").end
    datetime.date(2022, 5, 31)
    """
    if exact := _exact(text):
        return Period(text, exact, exact, "day")
    first, slash, second = text.partition("/")
    if slash and ISO.fullmatch(first) and ISO.fullmatch(second):
        return _span(parse(first), parse(second), text)
    match = ISO.fullmatch(text)
    if match is None:
        raise DateError(f"{quoted(text)} is not a date of the form 2022, 2022-05, 2022-05-26 or A/B")
    year, month, day, about = match.groups()
    if "00" in (month, day):
        raise DateError(f"{quoted(text)}: there is no {'month' if month == '00' else 'day'} 0")
    return of_numbers(text, int(year), int(month or 0), int(day or 0), approximate=bool(about))


def _exact(text: str) -> date | None:
    """Return the day that a text names; None if it is of another form, or there is no such day."""
    try:
        return date.fromisoformat(text) if len(text) == 10 and text[4] == text[7] == "-" and text.isascii() else None
    except ValueError:
        return None


def noted(text: str) -> Period:
    """Return the period of a text that is known to be right; its days are worked out when somebody asks for them."""
    period = Period.__new__(Period)
    _set_text(period, text)
    return period


def of_numbers(text: str, year: int, month: int, day: int, *, approximate: bool = False) -> Period:
    """Make the period of a year, a month or a day; 0 stands for what is not given."""
    if year == 0:
        raise DateError(f"{quoted(text)}: there is no year 0")
    if not month:
        return Period(text, date(year, 1, 1), date(year, 12, 31), "year", approximate=approximate)
    if month > 12:
        raise DateError(f"{quoted(text)}: there is no month {month}")
    days = days_in(year, month)
    if not day:
        return Period(text, date(year, month, 1), date(year, month, days), "month", approximate=approximate)
    if day > days:
        raise DateError(f"{quoted(text)}: {MONTHS[month - 1]} {year} has {days} days")
    exact = date(year, month, day)
    return Period(text, exact, exact, "day", approximate=approximate)


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _span(first: Period, second: Period, text: str) -> Period:
    if second.start < first.start or second.end < first.end:
        raise DateError(f"{quoted(text)}: the end comes before the start")
    return Period(text, first.start, second.end, "span", approximate=first.approximate or second.approximate)


def span(first: Period, second: Period) -> Period:
    """Return the period from the first day of `first` to the last of `second`; `DateError` if it runs backwards."""
    return parse(f"{first.text}/{second.text}")


def day(when: date) -> Period:
    """Return the period that is one day."""
    return parse(when.isoformat())


def check_order(since: Period | None, until: Period | None) -> None:
    """Raise `DateError` if nothing can lie both after `since` begins and before `until` ends."""
    if since and until and until.end < since.start:
        raise DateError(
            f"--since {since} begins after --until {until} ends: did you mean --since {until} --until {since}?"
        )
