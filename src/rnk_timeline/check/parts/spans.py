"""How long something lasted, or after how long it came: by the days of the event and the time that it counts from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.dates import read
from rnk_timeline.period import MONTHS

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.reading import Part

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2, "decade": 3652.0}
_SOME = r"(?:more than\s|over\s|about\s|some\s|nearly\s|almost\s)?$"
_LASTING = re.compile(rf"\b(?:for|spen[dt]\w*|last(?:s|ed|ing)?|took|takes|stay(?:s|ed)?)\s+{_SOME}", re.IGNORECASE)
"""Before how long something lasted."""
_LATER = re.compile(rf"\b(?:(?:first|gap|break|pause|lull)\b[^.;,]{{0,40}}\b(?:in|of)|after)\s{_SOME}", re.IGNORECASE)
"""Before how long it was since something."""
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_OF_OTHER = re.compile(r"(?: and a half)?\s[\w-]+\s(?:of|after|from|before)\b", re.IGNORECASE)
"""After a time that counts from something else: "three years of war"."""
_SINCE = re.compile(
    rf"\bsince (?:[a-z]+ of |[\w ]{{1,20}} in )?((?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d)\b"
)
_COUNT = rf"\d{{1,2}}|{'|'.join(lexicon.NUMBERS)}"
_OLD = re.compile(r"[- ](?:years?|yrs?)[- ]olds?\b", re.IGNORECASE)
_AGED = re.compile(
    rf"\b(?:boy|girl|child|baby|man|woman|son|daughter|aged)(?: of| aged)? (?P<of>{_COUNT})\b"
    rf"|\b(?P<old>{_COUNT})[- ]years?[- ]olds?\b",
    re.IGNORECASE,
)
"""How claims and events say how old somebody was."""
_ROUND = 0.5
"""By how much of its unit a claim may be off."""
_MORE = 1.0
"""And by how much what was "more than" so long may be longer."""


def age(part: Part, case: Case) -> Mark | None:
    """Judge how old somebody was by the ages that the event gives; None if the claim says none, or the event does."""
    if not _OLD.match(case.reading.claim, part.start + len(part.text)) or part.number is None:
        return None
    told = [match["of"] or match["old"] for match in _AGED.finditer(case.profile.told)]
    ages = {float(said) if said.isdigit() else lexicon.NUMBERS.get(said.casefold(), 0.0): said for said in told}
    if not ages:
        return None
    return Mark("number", part.text, "fits" if part.number in ages else "differs", ", ".join(ages.values()))


def span(part: Part, case: Case) -> Mark | None:
    """Judge how long something lasted, or after how long it came; None if the claim says neither, or dates do not."""
    unit = next((unit for unit in _DAYS if part.value.split()[1:2] in ([unit], [f"{unit}s"])), "")
    before, after = case.reading.claim[: part.start], case.reading.claim[part.start + len(part.text) :]
    if not unit or part.number is None or part.number in case.profile.numbers or _OF_OTHER.match(after):
        return None
    told, text = _lasted(case) if _LASTING.search(before) else _since(case) if _LATER.search(before) else (0, "")
    if not told:
        return None
    off = max(1.0, _DAYS[unit] * _ROUND)
    more = lexicon.MORE.search(before) or _AND_A_HALF.match(after)
    asked = part.number * _DAYS[unit]
    fits = asked - off <= told <= asked + (_DAYS[unit] * _MORE if more else off)
    return Mark("number", part.text, "fits" if fits else "differs", text)


def _lasted(case: Case) -> tuple[int, str]:
    """Return how many days the event lasted, if its days are known, with its date."""
    date = case.event.date
    days = [date.text.split("/")[at] for at in (0, -1)]
    known = date.precision == "span" and all(len(day) == len("2000-01-01") for day in days)
    return ((date.end - date.start).days + 1, date.in_words()) if known else (0, "")


def _since(case: Case) -> tuple[int, str]:
    """Return how many days lie between the event and the time since which it says that nothing such was."""
    found = _SINCE.search(case.profile.told)
    if found is None:
        return 0, ""
    return (case.event.date.start - read(found[1], case.event.date.start).end).days, found[0]
