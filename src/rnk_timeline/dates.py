"""Dates as people type them, read without a guess: what could mean two things is refused in a sentence.

Nothing fills a gap from today's date; only the relative words ("yesterday", "3 years ago") count from it. The only home
of dateutil.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from rnk_timeline.errors import DateError
from rnk_timeline.period import ISO, MONTHS, Period, day, days_in, of_numbers, parse, span
from rnk_timeline.text import quoted, words

FORMS = (
    "2022, 2022-05, 2022-05-26, May 2022, 26 May 2022, 2020..2022, 2022-Q2, 2010s, "
    "today, yesterday, last month or 3 years ago"
)
_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
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


def read(text: str, today: date) -> Period:
    """Read a date as people type it; `today` gives the relative words their meaning, and nothing else.

    Raises `DateError` with a sentence that says what to type instead.

    >>> read("May 2022", date(2026, 1, 1)).text
    '2022-05'
    >>> read("19–20 July 2000", date(2026, 1, 1)).text
    '2000-07-19/2000-07-20'
    """
    if ISO.fullmatch(text):
        return parse(text)
    plain = " ".join(text.replace("–", "-").replace("—", "-").split()).casefold()
    if not plain:
        raise DateError(f"an empty date: write {FORMS}")
    if numbers := re.fullmatch(_NUMBERS_ONLY, plain):
        raise DateError(_which_order(text, numbers))
    if days := re.fullmatch(_DAYS_OF_MONTH, plain):
        first, second, rest = days.groups()
        return _between(_read_one(f"{first} {rest}", text, today), _read_one(f"{second} {rest}", text, today))
    for divider in ("..", "/", " - ", " to "):
        before, found, after = plain.partition(divider)
        if found:
            return _between(_read_one(before.strip(), text, today), _read_one(after.strip(), text, today))
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
    if ISO.fullmatch(plain):
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
    of_numbers(said, year, month, day_of_month)
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


def _which_order(said: str, numbers: re.Match[str]) -> str:
    """Say why a date of bare numbers is refused, with the days that it could mean."""
    first, second, year = map(int, numbers.groups())
    if len(numbers[3]) != 4:
        return f"{quoted(said)} has no full year: write it as 2022-05-26"
    readings = [
        f"{year:04}-{month:02}-{day_of_month:02}"
        for month, day_of_month in dict.fromkeys([(second, first), (first, second)])
        if year and 1 <= month <= 12 and 1 <= day_of_month <= days_in(year, month)
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
