"""Periods: a day, a month, a year, or a span of them. The only home of date parsing and of dateutil.

Two ways in. `parse` takes what a data file holds: a strict subset of EDTF (ISO 8601-2), nothing else. `read` takes
what people type, and refuses what could mean two things. Neither fills a gap from today's date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rnk_timeline.errors import DateError
from rnk_timeline.text import quoted, words

if TYPE_CHECKING:
    from collections.abc import Callable

Precision = Literal["day", "month", "year", "span"]

FORMS = (
    "2022, 2022-05, 2022-05-26, May 2022, 26 May 2022, 2020..2022, 2022-Q2, 2010s, "
    "today, yesterday, last month or 3 years ago"
)
LONG = 92
"""Days: what lasts longer than a season is under way on too many days to belong to one of them."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~)?", re.ASCII)
# Not from the calendar module: it brings the locale's names, and a record speaks English wherever it is read.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}


class Period:
    """A stretch of days, from `start` to `end`, both included; immutable and hashable.

    `text` is the EDTF that says it, and what `str()` gives; `precision` says how much of a date is known: a `month`
    is some time in that month, a `span` runs from its start to its end. `approximate` marks a date given as "about".
    Made by `parse`, `read`, `span` and `day`.
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
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        try:
            exact = date.fromisoformat(text)
        except ValueError:  # no such day: the sentence is made below
            pass
        else:
            return Period(text, exact, exact, "day")
    first, slash, second = text.partition("/")
    if slash and _ISO.fullmatch(first) and _ISO.fullmatch(second):
        return _span(parse(first), parse(second), text)
    match = _ISO.fullmatch(text)
    if match is None:
        raise DateError(f"{quoted(text)} is not a date of the form 2022, 2022-05, 2022-05-26 or A/B")
    year, month, day, about = match.groups()
    if "00" in (month, day):
        raise DateError(f"{quoted(text)}: there is no {'month' if month == '00' else 'day'} 0")
    return _period(text, int(year), int(month or 0), int(day or 0), approximate=bool(about))


def noted(text: str) -> Period:
    """Return the period of a text that is known to be right; its days are worked out when somebody asks for them."""
    period = Period.__new__(Period)
    _set_text(period, text)
    return period


def _period(text: str, year: int, month: int, day: int, *, approximate: bool = False) -> Period:
    """Make the period of a year, a month or a day; 0 stands for what is not given."""
    if year == 0:
        raise DateError(f"{quoted(text)}: there is no year 0")
    if not month:
        return Period(text, date(year, 1, 1), date(year, 12, 31), "year", approximate=approximate)
    if month > 12:
        raise DateError(f"{quoted(text)}: there is no month {month}")
    days = _days_in(year, month)
    if not day:
        return Period(text, date(year, month, 1), date(year, month, days), "month", approximate=approximate)
    if day > days:
        raise DateError(f"{quoted(text)}: {MONTHS[month - 1]} {year} has {days} days")
    exact = date(year, month, day)
    return Period(text, exact, exact, "day", approximate=approximate)


def _days_in(year: int, month: int) -> int:
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


def read(text: str, today: date) -> Period:
    """Read a date as people type it; `today` gives the relative words their meaning, and nothing else.

    Raises `DateError` with a sentence that says what to type instead.

    >>> read("May 2022", date(2026, 1, 1)).text
    '2022-05'
    >>> read("19–20 July 2000", date(2026, 1, 1)).text
    '2000-07-19/2000-07-20'
    """
    if _ISO.fullmatch(text):
        return parse(text)
    plain = " ".join(text.replace("–", "-").replace("—", "-").split()).casefold()
    if not plain:
        raise DateError(f"an empty date: write {FORMS}")
    if re.fullmatch(_NUMBERS_ONLY, plain):
        raise DateError(_which_order(text, plain))
    if days := re.fullmatch(_DAYS_OF_MONTH, plain):
        first, second, rest = days.groups()
        return _between(_read_one(f"{first} {rest}", text, today), _read_one(f"{second} {rest}", text, today))
    for divider in ("..", "/", " - ", " to "):
        before, found, after = plain.partition(divider)
        if found:
            ends = _read_one(before.strip(), text, today), _read_one(after.strip(), text, today)
            return _between(*ends)
    return _read_one(plain, text, today)


def read_day_of_year(text: str, today: date) -> tuple[int, int]:
    """Read a day of no particular year, as `05-26`, `26 May` or `today`: its month and its day.

    Raises `DateError` for anything else; 29 February is a day.
    """
    plain = " ".join(text.split()).casefold()
    if match := re.fullmatch(r"(\d{1,2})-(\d{1,2})", plain, re.ASCII):
        plain = f"2000-{match[1]:0>2}-{match[2]:0>2}"  # a leap year, so that 29 February exists
    elif re.fullmatch(r"\d{1,2} [a-z]+|[a-z]+ \d{1,2}", plain, re.ASCII):
        plain = f"{plain} 2000"
    try:
        period = read(plain, today)
    except DateError:
        period = None
    if period is None or period.precision != "day":
        raise DateError(f"{quoted(text)} is not a day of the year: write 05-26 or 26 May")
    return period.start.month, period.start.day


def check_order(since: Period | None, until: Period | None) -> None:
    """Raise `DateError` if nothing can lie both after `since` begins and before `until` ends."""
    if since and until and until.end < since.start:
        raise DateError(
            f"--since {since} begins after --until {until} ends: did you mean --since {until} --until {since}?"
        )


# Compiled when something other than plain ISO dates is typed: most runs never need them.
_NUMBERS_ONLY = r"(?a)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)"
_DAYS_OF_MONTH = r"(?a)(\d{1,2}) ?- ?(\d{1,2}) ([a-z]+ \d{4})"
_LOOSE_ISO = r"(?a)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?"
_QUARTER = r"(?a)(\d{4})[- ]?q([1-4])|q([1-4]) (\d{4})"
_DECADE = r"(?a)(?:the )?(\d{3})0s"
_WORDED = (
    r"(?a)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?P<month>[a-z]+)\.?"
    r"(?: (?P<later_day>\d{1,2})(?:st|nd|rd|th)?)?,? (?P<year>\d{4})"
)
_RELATIVE = r"(?a)(this|last) (week|month|year)"
_AGO = r"(?a)(\d{1,6}|a|an|one) (day|week|month|year)s? ago"


def _between(first: Period, second: Period) -> Period:
    if second.start < first.start or second.end < first.end:
        raise DateError(f"{second.in_words()} comes before {first.in_words()}: write the earlier date first")
    return span(first, second)


def _read_one(plain: str, said: str, today: date) -> Period:
    """Read one date, no span of two; `said` is the whole of what was typed, for the sentence."""
    for way in (_from_iso, _from_words, _from_parts_of_years):
        if period := way(plain, said):
            return period
    if period := _from_today(plain, said, today):
        return period
    raise DateError(_what_to_type(plain, said))


def _from_iso(plain: str, said: str) -> Period | None:
    if _ISO.fullmatch(plain):
        return parse(plain)
    if match := re.fullmatch(_LOOSE_ISO, plain):
        year, month, day_of_month = (int(part or 0) for part in match.groups())
        return _typed(year, month, day_of_month, said)
    return None


def _from_words(plain: str, said: str) -> Period | None:
    match = re.fullmatch(_WORDED, plain)
    if match is None or match["month"] not in _MONTHS or (match["day"] and match["later_day"]):
        return None
    day_of_month = int(match["day"] or match["later_day"] or 0)
    if (match["day"] or match["later_day"]) and not day_of_month:
        raise DateError(f"{quoted(said)}: there is no day 0")
    return _typed(int(match["year"]), _MONTHS[match["month"]], day_of_month, said)


def _typed(year: int, month: int, day_of_month: int, said: str) -> Period:
    """Check the numbers under the name of what was typed, then make the period under its EDTF."""
    _period(said, year, month, day_of_month)
    text = f"{year:04}-{month:02}-{day_of_month:02}" if day_of_month else f"{year:04}-{month:02}"
    return parse(text)


def _from_parts_of_years(plain: str, said: str) -> Period | None:
    if match := re.fullmatch(_QUARTER, plain):
        year, quarter = (match[1], int(match[2])) if match[1] else (match[4], int(match[3]))
        return parse(f"{year}-{quarter * 3 - 2:02}/{year}-{quarter * 3:02}")
    if match := re.fullmatch(_DECADE, plain):
        if match[1] == "000":
            raise DateError(f"{quoted(said)}: there is no year 0")
        return parse(f"{match[1]}0/{match[1]}9")
    return None


def _from_today(plain: str, said: str, today: date) -> Period | None:
    if plain in ("today", "yesterday"):
        return day(today - timedelta(days=plain == "yesterday"))
    if match := re.fullmatch(_RELATIVE, plain):
        return _this_or_last(match[1], match[2], today)
    if match := re.fullmatch(_AGO, plain):
        count = int(match[1]) if match[1].isdigit() else 1
        return day(_before(today, count, match[2], said))
    return None


def _this_or_last(which: str, unit: str, today: date) -> Period:
    then = _before(today, int(which == "last"), unit, f"{which} {unit}")
    if unit == "week":
        monday = then - timedelta(days=then.weekday())
        return span(day(monday), day(monday + timedelta(days=6)))
    return parse(then.isoformat()[: 4 if unit == "year" else 7])


def _before(today: date, count: int, unit: str, said: str) -> date:
    # relativedelta knows that a year before 29 February is 28 February, and a month before 31 March a day of February.
    from dateutil.relativedelta import relativedelta

    try:
        return today - relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]  # the keys are its keywords
    except (ValueError, OverflowError):
        raise DateError(f"{quoted(said)} lies before the year 1") from None


def _which_order(said: str, plain: str) -> str:
    """Say why a date of bare numbers is refused, with the days that it could mean."""
    match = re.fullmatch(_NUMBERS_ONLY, plain)
    assert match is not None  # noqa: S101 (the caller matched it)
    first, second, year = (int(number) for number in match.groups())
    if len(match[3]) != 4:
        return f"{quoted(said)} has no full year: write it as 2022-05-26"
    readings = [
        f"{year:04}-{month:02}-{day_of_month:02}"
        for month, day_of_month in dict.fromkeys([(second, first), (first, second)])
        if year and 1 <= month <= 12 and 1 <= day_of_month <= _days_in(year, month)
    ]
    if not readings:
        return f"{quoted(said)} is no day of the calendar: write it as 2022-05-26"
    either = "could be two dates" if len(readings) == 2 else "is not how dates are written here"
    return f"{quoted(said)} {either}: write {' or '.join(readings)}"


def _what_to_type(plain: str, said: str) -> str:
    """Say why a text that nothing reads is no date, as closely as its shape allows."""
    month = next((word for word in words(plain) if word in _MONTHS), None)
    if month and not re.search(r"\d{4}", plain):
        return f"{quoted(said)} has no year: write it as {plain.title() if len(plain) < 20 else 'May'} 2022"
    if plain.isascii() and plain.isdigit() and len(plain) < 4:
        return f"{quoted(said)} could be a day, a month or a year: write 2022, 2022-05 or 2022-05-26"
    if match := re.fullmatch(r"(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?|(\d{4})(\d\d)(\d\d)", plain, re.ASCII):
        parts = "-".join(part.zfill(2) for part in match.groups() if part)
        return f"{quoted(said)} is not how dates are written here: write {parts}"
    if any(season in words(plain) for season in ("spring", "summer", "autumn", "fall", "winter")):
        return f"{quoted(said)}: seasons differ from place to place; write months, as 2022-03..2022-05"
    return f"{quoted(said)} is not a date that can be read without guessing: write {FORMS}"
