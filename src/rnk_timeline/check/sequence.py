"""Claims of two happenings, one before or after the other: each is looked up for itself, then their dates decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Judged, Mark
from rnk_timeline.check.lexicon import ACTORS
from rnk_timeline.check.read import read_claim
from rnk_timeline.check.reading import Part, Reading
from rnk_timeline.check.weighing import candidates

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.splitting import Sequence

_ANAPHOR = re.compile(r"\b(?:it|this|that|the (?:first|\w+th))$", re.IGNORECASE)
"""What stands for something said before, so that the clause cannot be looked up by itself."""
_OBJECT = re.compile(r"\b(?:him|her|them)\W*$", re.IGNORECASE)
"""And what stands for whom the first clause names last."""
_ENOUGH = 0.6
_LIKELY = 0.65
_SURE = 0.75
"""How much of a clause's substance an event must hold to be what it means, likely and surely that."""
_ALIKE = 0.75
"""How near to the best event others must come to answer a clause about as well."""
_FAR = 5 * 365
"""Days: what lies further apart is not what "before" or "after" alone sets side by side."""
_FEW, _SEVERAL = 4, 6
"""Events, of both clauses: with no more than that, each is surely of its clause; more if both say the same deed."""


class Ordered(NamedTuple):
    """A claim of two happenings as it was read, and the events for it: those of its clauses, then others."""

    reading: Reading
    events: tuple[Judged, ...]


def in_sequence(claim: str, joined: Sequence, desk: Desk, today: date) -> Ordered | None:
    """Judge a claim of two happenings by the dates of both; None if the record does not hold both."""
    reading, second = (read_claim(clause, desk, today) for clause in (joined.first, joined.second))
    if _OBJECT.search(joined.second):  # "after Putin had met him"
        second = second._replace(parts=(*second.parts, *reading.of("person")[-1:]))
    said = [part.text for part in second.of("action")]
    if not (reading.actions or joined.strong or joined.apart) or (joined.apart and _ANAPHOR.search(joined.second)):
        return None
    of_first = candidates(reading, desk)
    if not (joined.strong or joined.apart) and (
        (all(map(lexicon.THINGS.fullmatch, said)) and not (second.of("order") and second.of("date")))
        or _is_one(of_first, candidates(second, desk))
    ):
        return None
    ones, others = _alike(of_first), _alike(_best_of_second(reading, second, desk))
    if not joined.strong and min(_held(ones), _held(others)) < _LIKELY:
        return None
    most = _SEVERAL if reading.actions and reading.actions == second.actions else _FEW
    few = joined.strong and not joined.is_of_summit and len(ones) + len(others) <= most
    found = _earliest(ones, others) if few else _nearest_in_time(ones, others)
    if found is None:
        return None
    one, other = found
    ever = joined.strong or reading.of("negation")  # "had never been there before"
    if not ever and abs((one.when.start - other.when.start).days) > _FAR:
        return None
    holds = joined.holds(one.when, other.when)
    record = f"{one.when.in_words()}; {other.event.title}: {other.when.in_words()}"
    order = Mark("order", joined.joint, "fits" if holds else "differs", record)
    first = one._replace(marks=(*one.marks, order))
    rest = [each for each in of_first if each.event.id not in (one.event.id, other.event.id)]
    reading = reading._replace(claim=claim, parts=(*reading.parts, Part("order", joined.joint, other.event.title)))
    return Ordered(reading, (first, other, *rest))


def _is_one(ones: tuple[Judged, ...], others: tuple[Judged, ...]) -> bool:
    """Tell whether both clauses are of one event: "offered aid after the floods"."""
    return bool(ones and others) and ones[0].event.id == others[0].event.id


def _held(found: list[Judged]) -> float:
    return found[0].coverage if found else 0.0


def _alike(best: tuple[Judged, ...]) -> list[Judged]:
    """Return the events that answer a clause about as well as the best one, if that answers it well enough."""
    if not best or best[0].coverage < _ENOUGH:
        return []
    own = [each for each in best if not _is_of_another(each) and each.coverage >= _ENOUGH]
    top = own[0] if own and own[0].score >= best[0].score * _ALIKE else best[0]
    alike = [each for each in best if each.coverage >= top.coverage * _ALIKE and each.score >= top.score * _ALIKE]
    return [each for each in alike if not _is_of_another(each)] or alike


def _is_of_another(judged: Judged) -> bool:
    """Tell whether an event is of somebody else's deed."""
    return any(mark.mark == "differs" and mark.part in (*ACTORS, "action", "place") for mark in judged.marks)


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
    best = candidates(second, desk)
    if second.of(*ACTORS) or (best and best[0].coverage >= _SURE):
        return best
    with_actor = second._replace(parts=(*first.of(*ACTORS)[:1], *second.parts))
    return max(best, candidates(with_actor, desk), key=lambda found: found[0].coverage if found else 0.0)
