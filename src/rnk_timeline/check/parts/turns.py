"""What a claim puts before a thing that the event puts after it: "before the floods" beside "over the floods".

An answer to something comes after it, whether a text says "after", "over" or "in response to".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.stems import stem
from rnk_timeline.check.synonyms import is_among
from rnk_timeline.check.told import TOKEN
from rnk_timeline.period import MONTHS

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case

_AFTER = r"after|following|in (?:answer|response|reply|reaction) to|because of|condemn\w*|deplor\w*|over|since"
_BEFORE = r"before|ahead of|prior to|on the eve of"
_TURN = re.compile(rf"\b(?:(?P<after>{_AFTER})|(?P<before>{_BEFORE}))\s+(?P<what>[^.;:]+)", re.IGNORECASE)
_SAID = re.compile(rf"\b(?:(?P<after>after|following)|(?P<before>{_BEFORE}))\s+(?P<what>[^.;:,?!]+)", re.IGNORECASE)
"""What a claim says so by: "over" and the like may mean more."""
_LENGTH = re.compile(
    rf"\b(?P<count>an?|the|\d+|{'|'.join(lexicon.NUMBERS)})\s(?P<unit>minute|hour|day|week|month|year)s?\s"
    r"(?P<word>before|after|earlier|later)\b(?P<thing>\s[\w'’]+)?",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\b(before|ahead of|after) (?:[\w'’]+ ){1,3}(?:[A-Z][a-z]+ )?\d{4}$", re.IGNORECASE)
"""And before a time that is a thing's: "before the March 2022 launch"."""
_FAR = 3
"""Years: so far from the thing, it is another event."""
_WITHIN = 7
"""Words of substance after the turn within which stands what comes first."""
_MOST = 0.6
"""How much of what a claim names an event must name too to mean the same thing."""
_LEAST = 3.5
"""And how much that must tell."""
_COMMON = 1.5
"""What a word tells that stands for nothing of its own: the names of the two states."""
_PLAIN = lexicon.SMALL.union(map(str.casefold, (*MONTHS, *(month[:3] for month in MONTHS), *lexicon.SEASONS)))
"""Words that name no thing, or only its time."""


class _Turn(NamedTuple):
    """What stands after a word that says what came first: whether that came first, its words, and the text."""

    is_after: bool
    words: tuple[str, ...]
    text: str


def turns(case: Case) -> list[Mark]:
    """Judge what a claim says came before or after a thing, by where the event puts that thing."""
    marks = []
    for said in _turns(case.reading.claim, _SAID):
        told = [turn for turn in _turns(case.profile.told, _TURN) if _is_of_same(said, turn, case)]
        if told and all(turn.is_after != said.is_after for turn in told):
            marks.append(Mark("order", said.text, "differs", told[0].text))
    return marks or _counted(case) or _past_times(case)


def _counted(case: Case) -> list[Mark]:
    """Judge that something was so long before or after a thing by a text that puts it as long after or before it."""
    told = {(length, is_after): text for length, is_after, text in _lengths(case.profile.told)}
    return [
        Mark("order", text, "differs", told[length, not is_after])
        for length, is_after, text in _lengths(case.reading.claim)
        if (length, not is_after) in told and (length, is_after) not in told
    ]


@lru_cache(maxsize=1024)
def _lengths(text: str) -> tuple[tuple[tuple[int, str], bool, str], ...]:
    """Return how long before or after a thing a text puts something: "two days before", at the end, is after it."""
    found = []
    for match in _LENGTH.finditer(text):
        said = match["count"].casefold()
        count = int(said) if said.isdigit() else lexicon.NUMBERS.get(said, 1)
        ends = match["thing"] is None
        is_after = (match["word"].casefold() in ("after", "later")) != (ends and match["word"].casefold() != "later")
        found.append(((count, match["unit"].casefold()), is_after, match[0].strip()))
    return tuple(found)


def _past_times(case: Case) -> list[Mark]:
    """Judge what a claim puts before or after a thing of some time by that time: "before the March 2022 launch"."""
    marks = []
    for part in case.reading.of("date"):
        said = _OF_TIME.search(case.reading.claim[: part.start] + part.text)
        if said is None or part.period is None or not part.value.startswith("of "):
            continue
        thing = next(iter(TOKEN.findall(case.reading.claim[part.start + len(part.text) :])), "")
        far = abs(case.when.start.year - part.period.start.year) > _FAR
        if far or case.event.id not in case.desk.events_with(thing):
            continue
        later, earlier = case.when.start > part.period.end, case.when.end < part.period.start
        if later if said[1].casefold() != "after" else earlier:
            marks.append(Mark("order", said[0], "differs", case.when.in_words()))
    return marks


@lru_cache(maxsize=1024)
def _turns(text: str, pattern: re.Pattern[str]) -> tuple[_Turn, ...]:
    found = []
    for match in pattern.finditer(text):
        tokens = (word for word in TOKEN.findall(match["what"]) if not word[0].isdigit())
        words = [word for word in tokens if word.casefold() not in _PLAIN][:_WITHIN]
        found.append(_Turn(match["after"] is not None, tuple(words), match[0][:60]))
    return tuple(found)


def _is_of_same(said: _Turn, told: _Turn, case: Case) -> bool:
    """Tell whether two turns are of the same thing, by the words that both have; a claim may go on with another."""
    beside = frozenset(map(stem, told.words))
    shared = whole = 0.0
    for word in said.words:
        weight = case.desk.weight(word)
        has = is_among(word, beside)
        if weight < _COMMON and not has:
            continue
        if not shared and not has:
            return False  # it begins with another thing
        shared, whole = shared + weight * has, whole + weight
        if shared >= _LEAST and shared >= _MOST * whole:
            return True
    return False
