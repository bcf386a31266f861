"""`check`: a claim beside the record, part by part. It speaks of the record, never of the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.judging import Judge, Judged
from rnk_timeline.check.reading import Reading, read_claim

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
_NEEDED = frozenset({"actor", "place", "figure", "symbol", "vote"})


class Finding(NamedTuple):
    """What the record has to say to a claim."""

    claim: str
    verdict: str
    reading: Reading
    events: tuple[Judged, ...]


def check(claim: str, desk: Desk, today: date) -> Finding:
    """Read a claim, put the events that answer it best beside it, and say how it stands to the record."""
    reading = read_claim(claim, desk, today)
    candidates = desk.candidates(reading, _JUDGED)
    judged = [_judge(reading, name, score, desk) for name, score in candidates]
    best = tuple(sorted(judged, key=lambda each: (-each.score, each.event.id))[:_SHOWN])
    return Finding(claim, _verdict(reading, best, desk), reading, best)


def _judge(reading: Reading, name: str, score: float, desk: Desk) -> Judged:
    profile = desk.profiles[name]
    marks = tuple(Judge(reading, profile, desk).marks())
    weighed = [mark for mark in marks if mark.part != "adjective"]
    fitting = sum(mark.mark == "fits" for mark in weighed)
    # What differs is dealt with by the verdict; here it is the same matter.
    spoken = fitting + sum(mark.mark == "differs" for mark in weighed) / 2
    coverage = desk.coverage(reading, name, spoken, len(weighed))
    values = {"fits": 1.0, "differs": -1.5, "silent": -0.5}
    return Judged(profile.event, marks, coverage, score + sum(values[mark.mark] for mark in marks))


def _verdict(reading: Reading, best: tuple[Judged, ...], desk: Desk) -> str:
    if _outside(reading, desk):
        return OUT_OF_COVERAGE
    if not best or best[0].coverage < _ENOUGH:
        return NOT_ON_RECORD
    top = best[0]
    if any(mark.mark == "differs" for mark in top.marks) or _negated(reading):
        return NOT_AS_STATED
    if any(mark.mark == "silent" and mark.part in _NEEDED for mark in top.marks) or _does_not_happen(top):
        return NOT_ON_RECORD
    if top.event.status != "confirmed" and not set(reading.actions) & lexicon.SPEECH:
        return top.event.status
    return ON_RECORD


def _outside(reading: Reading, desk: Desk) -> bool:
    """Tell whether all the times that a claim names lie outside what the record covers."""
    coverage = desk.record.coverage
    periods = [part.period for part in reading.of("period") if part.period]
    if coverage is None or not periods:
        return False
    first, last = coverage.from_.start, coverage.through.end
    return all(period.end < first or period.start > last for period in periods)


def _does_not_happen(judged: Judged) -> bool:
    """Tell whether most of what a claim says was done is not what was done in the event."""
    deeds = [mark.mark for mark in judged.marks if mark.part == "action"]
    return deeds.count("silent") > deeds.count("fits")


def _negated(reading: Reading) -> bool:
    return bool(reading.of("negation")) and "deny" not in reading.actions
