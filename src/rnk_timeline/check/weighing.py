"""The events that answer a claim best, each judged part by part and weighed by what its parts tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Case, Judged, Mark
from rnk_timeline.check.judging import marks_of
from rnk_timeline.check.lexicon import ACTORS
from rnk_timeline.check.missing import contradicted
from rnk_timeline.check.ranking import LONG
from rnk_timeline.check.sentences import corrected
from rnk_timeline.check.stems import stem, stems

if TYPE_CHECKING:
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Reading

_JUDGED = 10
"""Events that are judged: the best by what they share with the claim."""
_STRANGE = 4.0
"""What a name tells that nothing on record bears."""
_OTHER = 1.5
"""What a part tells that the claim has not as such, a vote: as much as an action."""
_ALIKE = 0.9
"""How near in rank another event must come to be taken for one that turns out to contradict the claim."""
_HELD = {"fits": 1.0, "differs": 0.5, "silent": 0.0}
"""How much of what a part tells an event holds; what differs is dealt with by the verdict: it is the same matter."""
_APART = {
    "person": -0.5,
    "organisation": -1.0,
    "country": -1.5,
    "place": -1.0,
    "action": -2.0,
    "date": -2.2,
    "order": -1.2,
}
"""What parts that differ take from the rank of an event; another figure or vote may well be the same event's."""
_KEY = 0.15
"""What each step of significance adds: of events that answer a claim as well, the reader means the one of note."""
_TITLE, _SUMMIT, _VERY = 0.8, 1.2, 0.2
"""What it adds to the rank of an event that the deed of the claim is its matter, and in the very word."""
_ANOTHER = -0.2
_VAGUE = -1.0
"""What it takes that an event of years cannot tell the day or month of a claim."""
_SILENT = {"adjective": -1.5, "person": -1.5, "number": -0.75}
"""What it takes that an event is silent on a part of this name."""
_NAMED = re.compile(r"[^\W\d_].*\d\w*", re.DOTALL)
"""The number of a document, or the name of a make: "UNSCR 2371", "MiG-23s"."""
_UNHELD = -3.0
"""And what it takes that an event has not the make or document that a claim names."""
_NO_SUCH = -6.0
"""And that it is silent on a deed that has but one name."""
_SYMBOLS = ("S/RES/", "A/RES/")
_OWN = 3.5
"""What the number of a resolution adds to the rank of the vote on it, beside others that name it."""


def best_events(reading: Reading, desk: Desk, most: int) -> tuple[Judged, ...]:
    """Return the events that answer a claim best, at most so many; the first is read again sentence by sentence.

    If somebody else then turns out to do in it what the claim says, one in which nobody else does comes first: many
    deny, list or sign the like.
    """
    found = candidates(reading, desk)[:most]
    if not found:
        return ()
    first = _read_again(found[0], reading, desk)
    if not _differs(found[0]) and any(mark.mark == "differs" and mark.part in ACTORS for mark in first.marks):
        near = (each for each in found[1:] if each.score >= found[0].score * _ALIKE and not _differs(each))
        better = next(filter(_fits, (_read_again(each, reading, desk) for each in near)), None)
        if better:
            return (better, first, *(each for each in found[1:] if each.event is not better.event))
    return (first, *found[1:])


def _read_again(judged: Judged, reading: Reading, desk: Desk) -> Judged:
    """Return an event that was read sentence by sentence."""
    return contradicted(corrected(judged, reading, desk), reading, desk)


def _differs(judged: Judged) -> bool:
    return any(mark.mark == "differs" for mark in judged.marks)


def _fits(judged: Judged) -> bool:
    return all(mark.mark == "fits" for mark in judged.marks)


def candidates(reading: Reading, desk: Desk) -> tuple[Judged, ...]:
    """Return all the events that were judged, the best first."""
    weights = {part.text: desk.ranking.tells(part) for part in reading.parts}
    judged = [_judge(reading, name, score, weights, desk) for name, score in desk.ranking.candidates(reading, _JUDGED)]
    return tuple(sorted(judged, key=lambda each: (-round(each.score, 6), -len(each.event.sources), each.event.id)))


def _judge(reading: Reading, name: str, score: float, weights: dict[str, float], desk: Desk) -> Judged:
    profile = desk.profiles[name]
    case = Case(reading, profile, desk)
    marks = tuple(marks_of(case))
    weighed = [(mark, _STRANGE if mark.text in reading.strangers else weights.get(mark.text, _OTHER)) for mark in marks]
    held = sum(weight * _HELD[mark.mark] for mark, weight in weighed if weight != _STRANGE or mark.mark == "fits")
    coverage = desk.ranking.coverage(reading, name, held, sum(weight for _, weight in weighed))
    rank = score + sum(_worth(mark) for mark in marks) + _matter(case, marks)
    rank += _KEY * profile.event.significance
    shared = desk.ranking.shared(reading, name)
    lacks = tuple(word for word in reading.matter if name not in desk.events_with(word))
    return Judged(profile.event, marks, coverage, shared, held + shared, rank, case.when, lacks)


def _matter(case: Case, marks: tuple[Mark, ...]) -> float:
    """Return how much an event is of the deed of the claim: by its title, or as the summit or veto that it was."""
    lasts = (case.event.date.end - case.event.date.start).days > LONG
    if lasts and any(mark.part == "date" and mark.mark == "silent" for mark in marks):
        return _VAGUE
    if "summit" in case.event.categories and case.actions & {"meet", "visit"}:
        return _SUMMIT
    if "un-veto" in case.event.categories and "veto" in case.actions:
        return _SUMMIT
    done = [mark.text for mark in marks if mark.mark == "fits" and mark.part in ("action", "vote")]
    verbs = frozenset(map(stem, done)) & stems(case.event.title)
    return (_TITLE if any(map(case.profile.is_of_doing, done)) else 0.0) + _VERY * len(verbs)


def _worth(mark: Mark) -> float:
    """Return what a mark adds to the rank of an event."""
    if mark.mark == "differs":
        return _APART.get(mark.part, _ANOTHER)
    if mark.part == "negation":
        return 0.0
    if mark.part == "number" and mark.record.startswith(_SYMBOLS) and mark.mark == "fits":
        return _OWN
    if mark.mark == "silent":
        return _unanswered(mark)
    return 1.0


def _unanswered(mark: Mark) -> float:
    """Return what it takes from the rank that an event is silent on a part: most for a deed of one name."""
    if mark.part == "number" and not mark.record and _NAMED.fullmatch(mark.text):
        return _UNHELD
    if mark.part == "order" and mark.text.casefold() != "first":
        return -1.0
    if mark.part == "action" and not lexicon.THINGS.fullmatch(mark.text):
        if lexicon.is_single(mark.text) and not mark.record:
            return _NO_SUCH
        return -3.0 if lexicon.is_plain(mark.text) else -1.0
    return _SILENT.get(mark.part, -0.5)
