"""When: the times that a claim names, and those that it only hints at."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.reading import Part
from rnk_timeline.dates import read
from rnk_timeline.errors import DateError
from rnk_timeline.period import MONTHS, Period, parse

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.read.draft import Draft

_MONTH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|Sept)\.?"
YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
"""A number that is a year wherever nothing says otherwise."""
_TENS = ("forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_DATES = re.compile(
    rf"""(?:\b(?:
    (?P<plain>\d{{4}}-\d\d(?:-\d\d)?
      | \d{{1,2}}\s?[-–]\s?\d{{1,2}}\s(?:{_MONTH})\s{YEAR}
      | \d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH}),?\s{YEAR}
      | (?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{YEAR}
      | (?:{_MONTH})\s\d{{1,2}}\s?[-–]\s?\d{{1,2}},?\s{YEAR}
      | (?:{_MONTH}),?\s{YEAR})
    | (?P<from_month>{_MONTH})\s?(?:[-–/]|and|to)\s?(?P<to_month>{_MONTH}),?\s(?P<months_year>{YEAR})
    | (?:(?P<short_day>\d{{1,2}})\s)?(?P<short_month>{_MONTH})(?:\s(?P<later_day>\d{{1,2}})(?:st|nd|rd|th)?)?,?
      \s(?:['’](?=\d)|(?=3[2-9]|[4-9]\d))(?P<short_year>\d\d)
    | (?:(?:(?P<third>early|mid|late)|(?:the\s)?(?:beginning|start|end|close)\s(?:of|in)
        |(?:the\s)?(?:first|second|third|last|final)\s(?:days|weeks?|half)\s(?:of|in))[\s-])?
      (?P<month_of>{_MONTH})\s(?:of\s)?(?P<of_year>{YEAR})
    | (?<=\bduring\s)(?:the\s)?(?P<covid>covid(?:-19)?|(?:coronavirus\s)?pandemic)
    | (?P<relative>today|yesterday|(?:last|this)\s(?:week|month|year))
    | (?P<numbers>\d{{1,2}}[./]\d{{1,2}}[./](?:{YEAR}|\d\d))
    | (?P<season>spring|summer|autumn|fall|winter)\s(?:of\s|in\s)?(?P<season_year>{YEAR})
    | (?P<half>first|second|1st|2nd)\shalf\sof\s(?P<half_year>{YEAR})
    | (?P<part>early|mid|late|the\s(?:beginning|start|end|close|last\sdays|last\sweeks)\sof)[\s-](?:in\s)?(?:the\s)?
      (?P<part_year>{YEAR})(?P<part_decade>s?)
    | (?P<decade>\d{{3}}0)s
    | (?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?:(?P<tens_part>early|mid|late)[\s-])?(?:the\s)?['’]?
      (?P<tens>{"|".join(_TENS)}|[4-9]0s)
    | (?P<year>{YEAR})(?!\s(?:{_MONTH})(?!\w))(?!\s(?:tonnes|tons|troops|soldiers|workers|containers|barrels))
    )|(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\bsince\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\buntil\s))
      ['’](?P<bare_year>\d\d)|(?<=\bin\s)(?P<end_year>4[5-9]|[5-9]\d)(?=[?.!,;]|$))(?!\w)(?!-\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_PANDEMIC = "2020/2023"
"""When "during covid" was."""
_BARE = re.compile(
    rf"""\b(?:
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month_of_day>{_MONTH})
    | (?P<month_first>{_MONTH})\s(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?
    | (?P<month>January|February|April|June|July|August|September|October|November|December)
    )(?!\w)(?!\s?['’])""",
    re.IGNORECASE | re.VERBOSE,
)
"""A day or month whose year the claim has said of another time; "may" and "march" are words of every kind."""
_RELATION = re.compile(
    r"""(?:^|\b)(by|until|till|before|after|since|from|for|of|around|about|circa)
    (?:\s+(?:the|end\sof|last|in|about))*\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DATES_FROM = re.compile(r"\bdat(?:e|es|ed|ing) from\s+$", re.IGNORECASE)
"""Before the time when something was, though "from" may be since then."""
_AROUND = {"day": 3, "month": 31}
"""Days by which something "around" a time may be off it."""
_ATTRIBUTIVE = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{lexicon.ATTRIBUTED})\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"(?:\bthe|['’]s)\s+$", re.IGNORECASE)
_LEADING = re.compile(
    r"^(after|following|before)\b(?:\s(?!(?:was|were|had|is|said|got|went|came|\w+ed)\b)[^\s,;:.]+){1,6}\s$",
    re.IGNORECASE,
)
_LED = {"after": "since", "following": "since", "before": "by"}
"""A time in the clause that a claim begins with, of what came before or after: "after the test in January, Seoul"."""
_BORN = re.compile(r"\bborn (?:in|on)\s+$", re.IGNORECASE)
_THING = re.compile(r"\s+[^\W\d_]{3,}")
"""Around a time that names a thing rather than dates the claim: "the 2024 floods", "Kim's March 2022 launch"."""
_AND = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*", re.IGNORECASE)
_COUNT = rf"(?:\d+|{'|'.join(lexicon.NUMBERS)}|an?|the|some|several|few|many|couple of)"
_TIME = rf"(?:(?:early|mid|late)[ -])?(?:\d{{1,2}} )?(?:(?:{_MONTH})(?: {YEAR})?|{YEAR})"
_NOT_UNDERSTOOD = re.compile(
    rf"\b(?:{_COUNT} (?:years?|months?|weeks?|days?|decades?) (?:later|earlier|(?:before|after)(?: {_TIME})?)"
    rf"|{_COUNT} (?:years?|months?|weeks?|days?|decades?) ago"
    r"|the (?:same|following|next|previous) (?:year|month|day)"
    r"|(?:last|this|next) (?:spring|summer|autumn|fall|winter)(?! (?:of|in) \d| \d))\b",
    re.IGNORECASE,
)


def take_hints(draft: Draft) -> None:
    """Leave unread what is said of time only by reference to another: "two years later"."""
    for match in _NOT_UNDERSTOOD.finditer(draft.claim):
        draft.leave(*match.span())


def take_times(draft: Draft, today: date) -> None:
    """Read every time, each with the word before it that says how it is meant; leave what could mean two."""
    found = []
    for match in _DATES.finditer(draft.claim):
        if draft.free(*match.span()):
            try:
                found.append((match, _period(match, today)))
            except DateError:
                draft.leave(*match.span())
    while found:
        match, period = found.pop(0)
        end = match.end()
        if found and _is_span(draft.claim, match, found[0][0]) and period.start <= found[0][1].start:
            later, last = found.pop(0)
            period, end = parse(f"{period.text.split('/')[0]}/{last.text.split('/')[-1]}"), later.end()
        _take(draft, match, end, period)
    _take_bare(draft, today)


def _take_bare(draft: Draft, today: date) -> None:
    """Read days and months without a year: it is that of the first time that has one."""
    year = next((part.period.start.year for part in draft.parts if part.period), None)
    for match in _BARE.finditer(draft.claim) if year else ():
        period = _in_year(match, year, today) if draft.free(*match.span()) else None
        if period:
            _take(draft, match, match.end(), period)


def _in_year(match: re.Match[str], year: int | None, today: date) -> Period | None:
    day, month = (
        match["day"] or match["day_last"] or "",
        match["month_of_day"] or match["month_first"] or match["month"],
    )
    try:
        return read(f"{day} {month} {year}".strip(), today)
    except DateError:
        return None


def _is_span(claim: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Tell whether two times are the ends of one: "between May 2020 and June 2021"."""
    begins = re.search(r"\b(?:between|from)\s+(?:the\s+)?$", claim[: first.start()], re.IGNORECASE)
    return begins is not None and _AND.fullmatch(claim[first.end() : last.start()]) is not None


def _take(draft: Draft, match: re.Match[str], end: int, period: Period) -> None:
    relation = _RELATION.search(draft.claim[: match.start()])
    word = relation[1].casefold() if relation else ""
    word = {"till": "until", "from": "since", "for": "of"}.get(word, word)
    if word == "since" and _DATES_FROM.search(draft.claim[: match.start()]):
        word = ""
    if word in ("around", "about", "circa"):
        word, period = "", _widened(period)
    if match.groupdict().get("year") and not word and _ATTRIBUTIVE.match(draft.claim[end:]):
        word = "of"
    vague = any(match.groupdict().get(name) for name in ("part", "decade", "season", "half"))  # "in the early 2000s"
    if not vague and _OF_WHICH.search(draft.claim[: match.start()]) and _THING.match(draft.claim, end):
        word = "of"  # "after the 2024 floods" is after the floods, not after 2024
    if not word and (leading := _LEADING.search(draft.claim[: match.start()])):
        word = _LED[leading[1].casefold()]
    if _BORN.search(draft.claim[: match.start()]):
        word = "of"
    start = relation.start(1) if relation else match.start()
    draft.take(start, end, Part("date", draft.claim[start:end], f"{word} {period}".strip(), period=period))


def _widened(period: Period) -> Period:
    """Return the time that "around" a day or a month may be."""
    off = timedelta(days=_AROUND.get(period.precision, 0))
    return parse(f"{period.start - off}/{period.end + off}") if off else period


def _period(match: re.Match[str], today: date) -> Period:
    if match["plain"] or match["relative"]:
        # "June 6-8, 2019" is the same as "6-8 June 2019".
        return read(re.sub(r"^(\w+)\.?\s(\d+\s?[-–]\s?\d+),?\s", r"\2 \1 ", match[0]), today)
    if match["from_month"]:
        first, last = (
            read(f"{month} {match['months_year']}", today) for month in match.group("from_month", "to_month")
        )
        return parse(f"{first.text}/{last.text}") if first.start <= last.start else first
    if match["numbers"]:
        return _only_day(match["numbers"])
    if month := match["short_month"] or match["month_of"]:
        year = match["of_year"] or _full_year(match["short_year"])
        whole = read(f"{match['short_day'] or match['later_day'] or ''} {month} {year}".strip(), today)
        return _third_of(whole, match["third"].casefold()) if match["third"] else whole
    if match["part"]:
        return _part_of(match["part"].casefold(), int(match["part_year"]), decade=bool(match["part_decade"]))
    return _season_or_half(match) if match["season"] or match["half"] else _year(match)


def _third_of(month: Period, third: str) -> Period:
    """Return the days that "early", "mid" or "late" in a month may be: about half of it."""
    first, last = {"early": (1, 16), "mid": (7, 24), "late": (15, month.end.day)}[third]
    return parse(f"{month.text}-{first:02}/{month.text}-{last:02}")


def _season_or_half(match: re.Match[str]) -> Period:
    if match["half"]:
        first, last = (1, 6) if match["half"].casefold() in ("first", "1st") else (7, 12)
    else:
        first, last = lexicon.SEASONS[match["season"].casefold()]
    year = match["half_year"] or match["season_year"]
    return parse(f"{year}-{first:02}/{year}-{last:02}")


def _year(match: re.Match[str]) -> Period:
    if match["covid"]:
        return parse(_PANDEMIC)
    if short := match["bare_year"] or match["end_year"]:
        return parse(f"{_full_year(short)}")
    if match["tens"]:
        return _part_of((match["tens_part"] or "").casefold(), _first_of(match["tens"].casefold()), decade=True)
    return parse(f"{match['decade']}/{match['decade'][:3]}9" if match["decade"] else match["year"])


def _first_of(tens: str) -> int:
    """Return the first year of the decade that "fifties" or "50s" are."""
    return 1900 + (int(tens[:2]) if tens[:1].isdigit() else 10 * (_TENS.index(tens) + 4))


def _only_day(numbers: str) -> Period:
    """Return the day that bare numbers must be; `DateError` if they could be two."""
    first, second, year = (int(number) for number in re.split(r"[./]", numbers))
    year = _full_year(str(year)) if year < 100 else year
    if first <= 12 and second <= 12 and first != second:
        raise DateError(f"{numbers} could be two dates")
    day, month = (first, second) if second <= 12 else (second, first)
    return parse(f"{year:04}-{month:02}-{day:02}")


def _full_year(short: str) -> int:
    """Return the year that two digits stand for in news of a record that begins in 1945."""
    return int(short) + (1900 if int(short) >= 45 else 2000)


def _part_of(part: str, year: int, *, decade: bool) -> Period:
    if decade:
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
        return parse(f"{year + first}/{year + last}")
    part = part.removeprefix("the ").partition(" ")[0]
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "beginning": (1, 3), "start": (1, 3)}.get(
        part, (10, 12)
    )
    return parse(f"{year}-{first:02}/{year}-{last:02}")
