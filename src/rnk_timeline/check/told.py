"""The sentences of an event, each with the names that it holds and the times that it gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check.read import read_names
from rnk_timeline.check.stems import stem
from rnk_timeline.period import MONTHS, days_in, parse

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Part
    from rnk_timeline.period import Period

TOKEN = re.compile(r"[^\W\d_]+|\d[\d,.]*")
_DAY = re.compile(rf"\b(?P<first>\d{{1,2}})(?:[–-](?P<last>\d{{1,2}}))? (?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_THE_DAY = re.compile(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b")
"""A day of the month that the sentence has named already."""


_ANY_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?"
    r"|the (?P<nth>\d{1,2})(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
"""A day with its month, or one of the month named before."""
_CLAUSE = re.compile(r"(?:,|;) (?:and|but|while|whereas) (?!\d)|, (?=(?:\w+ed|cut|put|set)\b)")
"""Where a sentence goes on with another of its own."""


class Told(NamedTuple):
    """A sentence of an event: its text, the names it holds, the beginnings of its words, the times it gives."""

    text: str
    names: tuple[Part, ...]
    stems: frozenset[str]
    times: tuple[Period, ...]


def told_by(name: str, desk: Desk) -> tuple[Told, ...]:
    """Return the sentences of the event of this id; they are read once."""
    if name not in desk.told:
        begins = desk.events[name].date.start
        profile = desk.profiles[name]
        told = tuple(_sentence(text, desk, begins, profile.involved) for text in profile.sentences)
        days = [(sentence, day) for sentence, _, day in dated_parts(told, begins.year)]
        desk.told[name] = tuple(
            each._replace(times=(*each.times, *(parse(f"{day}") for sentence, day in days if sentence is each)))
            for each in told
        )
    return desk.told[name]


def clauses_of(sentence: Told) -> list[Told]:
    """Return the clauses of a sentence, each with its own words and names: who gave which figure."""
    ends = [*(match.start() for match in _CLAUSE.finditer(sentence.text)), len(sentence.text)]
    found = []
    for start, end in zip([0, *ends], ends, strict=False):
        text = sentence.text[start:end]
        names = tuple(each for each in sentence.names if start <= each.start < end)
        found.append(Told(text, names, frozenset(map(stem, TOKEN.findall(text))), sentence.times))
    return found


def dated_parts(told: tuple[Told, ...], year: int) -> list[tuple[Told, range, date]]:
    """Return what each day of a text is the day of: the words before it in its sentence, all if it is the only one.

    "The 4th" is of the month named last; a day without a year is of that of the event.
    """
    found: list[tuple[Told, range, date]] = []
    month = 0
    for sentence in told:
        days = list(_ANY_DAY.finditer(sentence.text))
        starts = [0, *(match.end() for match in days)]
        for start, match in zip(starts, days, strict=False):
            month = MONTHS.index(match["month"].capitalize()) + 1 if match["month"] else month
            number, years = int(match["day"] or match["nth"]), int(match["year"] or year)
            if month and 0 < number <= days_in(years, month):
                part = range(len(sentence.text)) if len(days) == 1 else range(start, match.end())
                found.append((sentence, part, parse(f"{years:04}-{month:02}-{number:02}").start))
    return found


def _sentence(text: str, desk: Desk, begins: date, here: frozenset[str]) -> Told:
    parts = [_as_here(part, desk, here) for part in read_names(text, desk, begins)]
    names = tuple(part for part in parts if part.part != "date")
    stems = frozenset(map(stem, TOKEN.findall(text)))
    return Told(text, names, stems, tuple(part.period for part in parts if part.period))


def _as_here(part: Part, desk: Desk, here: frozenset[str]) -> Part:
    """Return a name of somebody with the one of those who bear it that the event has: "Kim" of 1950 is Kim Il Sung."""
    if part.part != "person" or part.value in here:
        return part
    bearers = [name for name in desk.names.actors_bearing(part.text) if name in here]
    return part._replace(value=bearers[0], names=frozenset(bearers[:1])) if len(bearers) == 1 else part
