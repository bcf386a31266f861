"""`check`: a claim beside the record, part by part. It speaks of the record, never of the truth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Case, Judged, Mark
from rnk_timeline.check.judging import marks_of
from rnk_timeline.check.lexicon import ACTORS
from rnk_timeline.check.read import read_claim
from rnk_timeline.check.reading import Part, Reading
from rnk_timeline.check.sentences import corrected, counts
from rnk_timeline.check.sequence import Sequence, split

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk

ON_RECORD = "on record"
NOT_AS_STATED = "not as stated"
ALLEGED = "alleged"
DISPUTED = "disputed"
NOT_ON_RECORD = "not on record"
OUT_OF_COVERAGE = "out of coverage"
_SHOWN = 3
_JUDGED = 10
_ENOUGH = 0.6
_SURE = 0.75
_ALIKE = 0.75
_MUCH = 10.0
_MORE = 14.0
_PART = 0.4
_LIKELY = 0.6
_RARE = 4.0
_FAR = 4
_FEW = 4
"""Events, of both clauses: with no more than that, each is surely of its clause."""
_STRANGE = 4.0
_HELD = {"fits": 1.0, "differs": 0.5, "silent": 0.0}
_GOING = re.compile(r"(?:go|went|c[oa]me|w(?:as|ere) in)\b", re.IGNORECASE)
_NEEDED = frozenset({*ACTORS, "adjective", "place", "number", "vote", "negation"})
_IDENTITY = frozenset({*ACTORS, "date", "place"})
"""The parts by which an event is known: if two of them are others, it is another event."""
_APART = {**dict.fromkeys((*ACTORS, "place"), -1.5), "date": -2.2, "order": -1.2}
"""What parts that differ take from the rank of an event; 0.2 what is not here."""


class Finding(NamedTuple):
    """What the record has to say to a claim."""

    claim: str
    verdict: str
    reading: Reading
    events: tuple[Judged, ...]


def check(claim: str, desk: Desk, today: date) -> Finding:
    """Read a claim, put the events that answer it best beside it, and say how it stands to the record."""
    joined = split(" ".join(claim.split()))
    if joined and (finding := _in_sequence(claim, joined, desk, today)):
        return finding
    reading = read_claim(claim, desk, today)
    best = _best(reading, desk)
    if joined and joined.strong and best:  # which came first is the matter of the claim, and nobody can tell
        unknown = Mark("order", joined.joint, "silent", "")
        best = (best[0]._replace(marks=(*best[0].marks, unknown)), *best[1:])
        reading = reading._replace(parts=(*reading.parts, Part("order", joined.joint, "")))
    return Finding(claim, _verdict(reading, best, desk), reading, best)


def _best(reading: Reading, desk: Desk, most: int = _SHOWN) -> tuple[Judged, ...]:
    judged = [_judge(reading, name, score, desk) for name, score in desk.ranking.candidates(reading, _JUDGED)]
    found = sorted(judged, key=lambda each: (-each.score, each.event.id))[:most]
    return (corrected(found[0], reading, desk), *found[1:]) if found and most == _SHOWN else tuple(found)


def _in_sequence(claim: str, joined: Sequence, desk: Desk, today: date) -> Finding | None:
    """Judge a claim of two happenings by the dates of both; None if the record does not hold both."""
    reading, second = (read_claim(clause, desk, today) for clause in (joined.first, joined.second))
    said = [part.text for part in second.of("action")]
    if not reading.actions or (not joined.strong and said and all(map(lexicon.THINGS.fullmatch, said))):
        return None
    if not joined.strong and _is_one(reading, second, desk):
        return None
    ones, others = _alike(_best(reading, desk, _JUDGED)), _alike(_best_of_second(reading, second, desk))
    few = joined.strong and len(ones) + len(others) <= _FEW
    found = _earliest(ones, others) if few else _nearest_in_time(ones, others)
    if found is None:
        return None
    one, other = found
    holds = joined.holds(one.when.start, other.when.start)
    record = f"{one.when.in_words()}; {other.event.title}: {other.when.in_words()}"
    order = Mark("order", joined.joint, "fits" if holds else "differs", record)
    first = one._replace(marks=(*one.marks, order))
    rest = [each for each in _best(reading, desk) if each.event.id not in (one.event.id, other.event.id)]
    best = (first, other, *rest)[:_SHOWN]
    reading = reading._replace(claim=claim, parts=(*reading.parts, Part("order", joined.joint, other.event.title)))
    return Finding(claim, _verdict(reading, best, desk), reading, best)


def _is_one(first: Reading, second: Reading, desk: Desk) -> bool:
    """Tell whether both clauses are of one event: "offered aid after the floods"."""
    ones, others = _best(first, desk, 1), _best(second, desk, 1)
    return bool(ones and others) and ones[0].event.id == others[0].event.id


def _alike(best: tuple[Judged, ...]) -> list[Judged]:
    """Return the events that answer a clause about as well as the best one, if that answers it well enough."""
    if not best or best[0].coverage < _ENOUGH:
        return []
    top = best[0]
    return [each for each in best if each.coverage >= top.coverage * _ALIKE and each.score >= top.score * _ALIKE]


def _earliest(ones: list[Judged], others: list[Judged]) -> tuple[Judged, Judged] | None:
    """Return an event for each clause: the earliest, for a claim of who was first or what had to come first."""
    one = min(ones, key=_begin, default=None)
    other = min((each for each in others if one and each.event.id != one.event.id), key=_begin, default=None)
    return (one, other) if one and other else None


def _begin(judged: Judged) -> date:
    return judged.when.start


def _nearest_in_time(ones: list[Judged], others: list[Judged]) -> tuple[Judged, Judged] | None:
    """Return an event for each clause: of those alike, the two that lie closest together."""
    pairs = [(one, other) for one in ones for other in others if one.event.id != other.event.id]
    return min(pairs, key=lambda pair: abs((pair[0].when.start - pair[1].when.start).days), default=None)


def _best_of_second(first: Reading, second: Reading, desk: Desk) -> tuple[Judged, ...]:
    """Return the events for the second clause, with what it leaves unsaid taken from the first.

    "Before cutting its routes" is done by whoever did the first thing; "earlier than his predecessor" is done to
    somebody else.
    """
    if not second.actions:
        kinds = {part.part for part in second.parts} | {"date"}
        second = second._replace(parts=(*(part for part in first.parts if part.part not in kinds), *second.parts))
    best = _best(second, desk, _JUDGED)
    if second.of(*ACTORS) or (best and best[0].coverage >= _SURE):
        return best
    with_actor = second._replace(parts=(*first.of(*ACTORS)[:1], *second.parts))
    return max(best, _best(with_actor, desk, _JUDGED), key=lambda found: found[0].coverage if found else 0.0)


def _judge(reading: Reading, name: str, score: float, desk: Desk) -> Judged:
    profile = desk.profiles[name]
    case = Case(reading, profile, desk)
    marks = tuple(marks_of(case))
    weights = {part.text: desk.ranking.tells(part) for part in reading.parts}
    weighed = [(mark, _STRANGE if mark.text in reading.strangers else weights.get(mark.text, 1.5)) for mark in marks]
    # What differs is dealt with by the verdict; here it is the same matter, if not by a stranger's name.
    held = sum(weight * _HELD[mark.mark] for mark, weight in weighed if weight != _STRANGE or mark.mark == "fits")
    coverage = desk.ranking.coverage(reading, name, held, sum(weight for _, weight in weighed))
    rank = score + sum(_worth(mark) for mark in marks)
    shared = desk.ranking.shared(reading, name)
    return Judged(profile.event, marks, coverage, shared, held + shared, rank, case.when)


def _worth(mark: Mark) -> float:
    """Return what a mark adds to the rank of an event: another figure or vote may well be the same event's."""
    if mark.mark == "differs":
        return _APART.get(mark.part, -0.2)
    if mark.part == "negation":
        return 0.0
    if mark.mark == "silent":
        return _unanswered(mark)
    return 1.0


def _unanswered(mark: Mark) -> float:
    if mark.part == "adjective":
        return -1.5
    if mark.part == "action" and not lexicon.THINGS.fullmatch(mark.text):
        return -2.0 if _is_plain(mark.text) else -1.0
    return -0.5


def _is_plain(said: str) -> bool:
    """Tell whether a deed is one of those that hardly go by another name."""
    return any(lexicon.ACTIONS[name].fullmatch(said) for name in lexicon.PLAIN) and not _GOING.match(said)


def _is_single(said: str) -> bool:
    """Tell whether a deed is one that has but one name."""
    return any(lexicon.ACTIONS[name].fullmatch(said) for name in lexicon.SINGLE)


def _verdict(reading: Reading, best: tuple[Judged, ...], desk: Desk) -> str:
    if _outside(reading, desk):
        return OUT_OF_COVERAGE
    if not best or not _is_found(best[0], desk) or _is_another(best[0]):
        return NOT_ON_RECORD
    top = best[0]
    if reading.unread and not top.shared and not top.does_any and top.held < _MUCH:
        return NOT_ON_RECORD
    if any(mark.mark == "differs" for mark in top.marks):
        return NOT_AS_STATED if _is_the_same(top, reading, desk) else NOT_ON_RECORD
    if any(mark.mark == "silent" and _is_needed(mark, reading) for mark in top.marks) or _does_not_happen(top):
        return NOT_ON_RECORD
    return ON_RECORD if top.event.status == "confirmed" or reading.is_of_words else top.event.status


def _is_found(judged: Judged, desk: Desk) -> bool:
    """Tell whether an event holds enough of a claim: most of it, or much of a long one of the same day or deed."""
    profile = desk.profiles[judged.event.id]
    settled = any(
        mark.mark == "fits" and (mark.part == "date" or (mark.part == "action" and profile.is_of_doing(mark.text)))
        for mark in judged.marks
    )
    return judged.coverage >= _ENOUGH or (settled and judged.held >= _MUCH and judged.coverage >= _PART)


def _is_needed(mark: Mark, reading: Reading) -> bool:
    """Tell whether a claim is not on record without this part: how long something took need not be."""
    part = next((each for each in reading.of("organisation") if each.text == mark.text), None)
    if part and re.match(r" [a-z]", reading.claim[part.start + len(part.text) :]):
        return False  # "UN sanctions": which sanctions, not who did something
    lasting = (part.text == mark.text and lexicon.DURATIONS & set(part.value.split()) for part in reading.of("number"))
    small = mark.part == "number" and any(
        part.text == mark.text and part.number is not None and part.number <= 12 and not counts(part)
        for part in reading.of("number")
    )
    if mark.part == "order" and reading.parts[-1].text == mark.text and not reading.parts[-1].number:
        return True
    return mark.part in _NEEDED and not small and not any(lasting)


def _is_another(judged: Judged) -> bool:
    """Tell whether an event is not what the claim is of: two of the parts that it is known by are others."""
    others = {mark.part for mark in judged.marks if mark.mark == "differs"} & _IDENTITY
    return len(others) > 1 and not any(mark.part == "number" and mark.mark == "fits" for mark in judged.marks)


def _years_off(judged: Judged, reading: Reading) -> int:
    years = [part.period.start.year for part in reading.of("date") if part.period]
    return min((abs(judged.when.start.year - year) for year in years), default=0)


def _is_the_same(judged: Judged, reading: Reading, desk: Desk) -> bool:
    """Tell whether an event is surely what the claim is of: what differs in it then contradicts the claim."""
    profile = desk.profiles[judged.event.id]
    dates = {mark.mark for mark in judged.marks if mark.part == "date"}
    if judged.coverage >= (_SURE if "differs" in dates else _LIKELY) or judged.held >= _MUCH:
        return True
    if "differs" in dates and _years_off(judged, reading) > _FAR:
        return False
    done = (mark for mark in judged.marks if mark.part == "action" and mark.mark != "silent")
    return any(profile.is_of_doing(mark.text) for mark in done) or judged.shared >= _RARE


def _outside(reading: Reading, desk: Desk) -> bool:
    """Tell whether all the times that a claim names lie outside what the record covers."""
    coverage = desk.record.coverage
    periods = [part.period for part in reading.of("date") if part.period]
    if coverage is None or not periods:
        return False
    first, last = coverage.from_.start, coverage.through.end
    return all(period.end < first or period.start > last for period in periods)


def _does_not_happen(judged: Judged) -> bool:
    """Tell whether most of what a claim says was done is not what was done in the event."""
    marks = [mark for mark in judged.marks if mark.part == "action"]
    marks = [mark for mark in marks if not lexicon.THINGS.fullmatch(mark.text) and not _GOING.match(mark.text)]
    undone = [mark.text for mark in marks if mark.mark == "silent"]
    if any(map(_is_single, undone)) or (judged.held < _MORE and any(map(_is_plain, undone))):
        return True
    deeds = [mark.mark for mark in marks]
    return deeds.count("silent") > deeds.count("fits") and judged.coverage < _SURE and judged.held < _MUCH
