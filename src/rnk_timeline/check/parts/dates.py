"""When something was: the time a claim names beside that of an event, or of what is said of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.ranking import LONG
from rnk_timeline.check.synonyms import others_for
from rnk_timeline.period import MONTHS, Period, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from rnk_timeline.check.case import Case
    from rnk_timeline.check.reading import Part

OF = ", of "
"""In what is said of a time that fits, before another than the event's own that the text gives."""
_SINCE = 10
"""Years after which "since" dates nothing any more."""
_END_OF = re.compile(rf"\b(?:by|at|before) the end of ((?:(?:{'|'.join(MONTHS)}) )?\d{{4}})\b")
"""By when something was to be done."""
_TO_COME = re.compile(r"\b(?:will|due|slated|plan\w*|to (?:be|open|start|begin|come|go|end|close)) ", re.IGNORECASE)
"""What says that something is still to be done."""
_WAITED = re.compile(r"\b(?:wait(?:s|ed|ing)?|took|takes?|taken)\b[^.;]* until\b", re.IGNORECASE)
"""What makes "until" the time when something was done at last."""
_BY_YEAR, _BY_MONTH = 366, 45
"""Days before the time by which something was that it may have been: a year or so, or a month or less."""
_ATTRIBUTED = re.compile(rf"\b({lexicon.ATTRIBUTED})\b", re.IGNORECASE)
_CALLED = re.compile(rf" (?:(?:[\w-]+ ){{0,2}}?(?P<thing>{lexicon.ATTRIBUTED})|one)\b", re.IGNORECASE)
"""After a year that names a treaty or such."""
_NEAR = 80
"""Characters before a time within which stands what it dates."""
_BEFORE = 400
"""Days: how long before a report, still contested, that may have been which it reports."""


def date(part: Part, case: Case) -> Mark:
    """Judge a time by that of the statement that the claim speaks of, else by that of the event."""
    if part.period is None:
        return Mark("date", part.text, "silent", "")
    if instead := _said_of_else(part, part.period, case) or _other_end(part, case):
        return Mark("date", part.text, "differs", instead)
    return _beside_times(part, part.period, case)


def _beside_times(part: Part, asked: Period, case: Case) -> Mark:
    times, record = _times_of(case)
    begins = any(map(case.profile.does_first, ("reopen", "open", "take effect"))) and asked.precision != "year"
    relation = _meant(part.value.split()[0] if " " in part.value else "", asked, times[0], case)
    relation = "" if relation == "since" and begins and times[0].start > asked.end else relation
    if any(_stands(relation, time, asked) for time in times) or (relation == "of" and _is_named(asked, case)):
        long = _days(times[0]) > LONG and _days(asked) * 4 < _days(times[0]) and relation in ("", "of")
        long = long and not asked.start <= times[0].start <= asked.end
        if long and (instead := _other_month(asked, case)):
            return Mark("date", part.text, "differs", instead)
        return Mark("date", part.text, "silent" if long else "fits", record)
    if relation not in ("", "by", "since"):
        return Mark("date", part.text, "differs", record)
    if _tells_of(asked, case) or _found_then(asked, case) or _is_to_come(asked, case):
        return Mark("date", part.text, "fits", f"{record}{OF}{asked.in_words()}")
    if _speaks_of(asked, case) or _reports(asked, case):
        return Mark("date", part.text, "silent", record)
    return Mark("date", part.text, "differs", other_day(asked, case) or record)


def _said_of_else(part: Part, asked: Period, case: Case) -> str:
    """Return the month that the text gives instead with the very word before it: "after September 2020"."""
    word = part.value.split()[0]
    if word == "by" and asked.precision in ("year", "month"):
        ends = [_period(said) for said in _END_OF.findall(case.profile.told)]
        return ends[0].in_words() if ends and not any(end.overlaps(asked) for end in ends) else ""
    if word not in ("after", "before", "since", "until") or asked.precision != "month":
        return ""
    told = re.findall(rf"\b{word} ((?:{'|'.join(MONTHS)}) \d{{4}})", case.profile.told, re.IGNORECASE)
    return told[0] if told and asked.in_words() not in told else ""


def other_day(asked: Period, case: Case) -> str:
    """Return the day of the same month that the text names, where a claim names one that it does not."""
    if asked.precision != "day" or _is_named(asked, case):
        return ""
    month, year = MONTHS[asked.start.month - 1], asked.start.year
    named = re.finditer(rf"\b\d{{1,2}} {month}\b(?: (\d{{4}}))?", case.profile.told)
    return next((day[0] for day in named if int(day[1] or case.event.date.start.year) == year), "")


def _other_month(asked: Period, case: Case) -> str:
    """Return the month of the same year that the text names, where a claim names one that it does not."""
    if asked.precision != "month" or asked.in_words() in case.profile.told:
        return ""
    named = re.search(rf"\b(?:{'|'.join(MONTHS)}) {asked.start.year}\b", case.profile.told)
    return named[0] if named else ""


def _other_end(part: Part, case: Case) -> str:
    """Return the time of an event that lasted from another year, or until another, than a claim says."""
    said, own = re.findall(r"\d{4}", part.text), case.event.date
    if len(said) != 2 or own.precision != "span" or case.ledger:
        return ""
    same = [own.start.year == int(said[0]), own.end.year == int(said[1])]
    told = all(year in case.profile.told for year in said)
    return own.in_words() if any(same) and not all(same) and not told else ""


def called_otherwise(part: Part, case: Case) -> str:
    """Return the year or day by which the text calls a thing that a claim calls by another: "the 1960 treaty"."""
    return _of_other_year(part, case) or _of_other_day(part, case)


def _of_other_day(part: Part, case: Case) -> str:
    """Return the day by which the text calls a thing, where a claim calls it by another: "the 6 July missile"."""
    thing = re.match(r" ([a-z]{4,})", case.reading.claim[part.start + len(part.text) :])
    if part.period is None or part.period.precision != "day" or thing is None or thing[1] in lexicon.SMALL:
        return ""
    nouns = "|".join(re.escape(word) for word in {thing[1], *others_for(thing[1])})
    day = rf"\d{{1,2}} (?:{'|'.join(MONTHS)})"
    told = re.findall(rf"\b({day}) (?:{nouns})|\b(?:{nouns})s? of ({day})\b", case.profile.told, re.IGNORECASE)
    days = [first or last for first, last in told]
    return days[0] if days and not any(part.period.in_words().startswith(f"{day} ") for day in days) else ""


def _of_other_year(part: Part, case: Case) -> str:
    """Return the year by which the text calls a treaty or such, where a claim calls it by another."""
    claim, asked = case.reading.claim, part.period
    thing = _CALLED.match(claim, part.start + len(part.text))
    if asked is None or asked.precision != "year" or thing is None or asked.overlaps(case.event.date):
        return ""
    name = thing["thing"] or next(iter(_ATTRIBUTED.findall(claim[: part.start])[-1:]), "")
    if not name:
        return ""
    noun = rf"{name[:4]}\w*"
    told = re.findall(
        rf"\b((?:19|20)\d\d) (?:[\w-]+ ){{0,2}}{noun}|\b{noun} of ((?:19|20)\d\d)\b", case.profile.told, re.IGNORECASE
    )
    years = {first or last for first, last in told}
    return ", ".join(sorted(years)) if years and str(asked.start.year) not in years else ""


def _period(said: str) -> Period:
    """Return the month or year that a text names."""
    *month, year = said.split()
    return parse(f"{year}-{MONTHS.index(month[0]) + 1:02}" if month else year)


def _is_named(asked: Period, case: Case) -> bool:
    """Tell whether the event names a time, in words or figures; a day of its own year without the year."""
    said = asked.in_words()
    short = said.removesuffix(f" {asked.start.year}") if asked.start.year == case.event.date.start.year else said
    names = (asked.text, said, *((short,) if " " in short else ()))
    return any(re.search(rf"(?<!\d){re.escape(name)}", case.profile.text) for name in names)


def _times_of(case: Case) -> tuple[list[Period], str]:
    """Return the times that settle the claim, and how the record tells them."""
    if not case.ledger:
        return [case.event.date], case.event.date.in_words()
    record = "; ".join(f"{claim.by} {claim.stance} on {claim.on.in_words()}" for claim in case.ledger[:2])
    return [claim.on for claim in case.ledger], record


def _meant(relation: str, asked: Period, time: Period, case: Case) -> str:
    """Return the relation that is meant: "not until 2024" is then, "never before" is then or later."""
    denied = case.reading.of("negation") or any(
        part.text.casefold() in lexicon.NEGATION for part in case.reading.of("order")
    )
    if denied:
        return {"until": "", "before": "since"}.get(relation, relation)
    if relation == "until" and _WAITED.search(case.reading.claim):
        return ""
    lasting = relation == "until" and asked.precision == "day" and _days(time) > 0
    return "just until" if lasting else relation


def _reports(asked: Period, case: Case) -> bool:
    """Tell whether the event may be a report, still contested, of what happened in the year before.

    It is none if the claim begins with who told it.
    """
    contested = case.event.status != "confirmed" and not case.ledger
    if not contested or asked.precision == "day":
        return False
    told = any(claim.by in side and claim.stance == "asserts" for side in case.sides[:1] for claim in case.event.claims)
    return not told and 0 <= (case.event.date.start - asked.end).days < _BEFORE


def _speaks_of(asked: Period, case: Case) -> bool:
    """Tell whether a later report names the time asked, of whatever."""
    if not case.event.claims or case.ledger or case.event.date.start < asked.start:
        return False
    ends = (asked,) if asked.precision != "span" else tuple(map(parse, asked.text.split("/")))
    return any(end.precision != "year" and end.in_words() in case.profile.text for end in ends)


def _tells_of(asked: Period, case: Case) -> bool:
    """Tell whether the text dates to that time what the claim says was done, as a report does of an older deed."""
    if asked.precision not in ("day", "month"):
        return False
    said = asked.in_words()
    if asked.start.year == case.event.date.start.year == case.event.date.end.year:
        said = said.removesuffix(f" {asked.start.year}")
    if len(said.split()) < 2:
        said = asked.in_words()
    for match in re.finditer(rf"(?<!\d){re.escape(said)}", case.profile.text):
        before = case.profile.text[max(0, match.start() - _NEAR) : match.start()]
        done = [(found.end(), name) for name, pattern in lexicon.ACTIONS.items() for found in pattern.finditer(before)]
        same = bool(done) and max(done)[1] in case.actions
        if (same or not done or not case.actions) and (same or not before.endswith(" of ")):
            return not _is_of_somebody_else(match.start(), case)
    return False


def _is_of_somebody_else(at: int, case: Case) -> bool:
    """Tell whether the sentence that gives a time is of what had been before, and names nobody whom the claim names."""
    ends = 0
    for sentence in case.profile.sentences:
        ends += len(sentence) + 1
        if at < ends:
            named = [part.value.split()[-1] in sentence for part in case.reading.of("person")]
            return lexicon.HAD_BEEN.search(sentence) is not None and not any(named)
    return False


def _is_to_come(asked: Period, case: Case) -> bool:
    """Tell whether the event names a later time, by which what the claim says is to be done."""
    planned = case.reading.is_of_words or _TO_COME.search(case.reading.claim)
    return planned is not None and asked.start > case.event.date.end and _is_named(asked, case)


def _found_then(asked: Period, case: Case) -> bool:
    """Tell whether a later report dates to that year what the claim says was found."""
    told = asked.precision == "year" and str(asked.start.year) in case.profile.told
    reports = "find" in case.actions or any(map(case.profile.does_first, ("find", "say")))
    return told and reports and asked.end < case.event.date.start


def _stands(relation: str, time: Period, asked: Period) -> bool:
    """Tell whether something of this time stands to the period asked as the claim says."""
    return _WAYS.get(relation, Period.overlaps)(time, asked)


_WAYS: dict[str, Callable[[Period, Period], bool]] = {
    "by": lambda time, asked: time.start <= asked.end and (asked.start - time.end).days <= _by(asked),
    "until": lambda time, asked: time.start <= asked.end,
    "just until": lambda time, asked: time.end == asked.end,
    "before": lambda time, asked: time.start < asked.start,
    "after": lambda time, asked: time.end > asked.end,
    "since": lambda time, asked: time.end >= asked.start and time.start.year - asked.start.year <= _SINCE,
}
"""How something of a time stands to the period asked, by the word before that; without one they overlap."""


def _by(asked: Period) -> int:
    return _BY_YEAR if _days(asked) > _BY_MONTH else _BY_MONTH


def _days(period: Period) -> int:
    return (period.end - period.start).days
