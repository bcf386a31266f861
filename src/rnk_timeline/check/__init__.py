"""`check`: a claim beside the record, part by part. It speaks of the record, never of the truth.

A claim is read (`read`), the events that may answer it are ranked (`ranking`), each part is judged against each of them
(`judging`, `parts`), the best is read again sentence by sentence (`sentences`), and the verdict follows (`verdicts`).
A claim of two happenings is taken apart first, and their dates decide (`sequence`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check.case import Judged, Mark
from rnk_timeline.check.read import read_claim
from rnk_timeline.check.reading import Part, Reading
from rnk_timeline.check.sequence import in_sequence
from rnk_timeline.check.splitting import Sequence, split
from rnk_timeline.check.verdicts import verdict_on
from rnk_timeline.check.weighing import best_events
from rnk_timeline.check.within import first_had_been, first_is_earlier
from rnk_timeline.errors import QuestionError
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk

_LONGEST = 1000
"""Characters of a claim."""
_SHOWN = 3
"""Events of a finding."""


class Finding(NamedTuple):
    """What the record has to say to a claim."""

    claim: str
    verdict: str
    reading: Reading
    events: tuple[Judged, ...]


def check(claim: str, desk: Desk, today: date) -> Finding:
    """Read a claim, put the events that answer it best beside it, and say how it stands to the record.

    `today` is the day that "last year" counts from. Raises `QuestionError` for what is too long to be a sentence.
    """
    if len(claim) > _LONGEST:
        raise QuestionError(f"a claim has {_LONGEST:,} characters at most; {quoted(claim)} has {len(claim):,}")
    joined = split(" ".join(claim.split()))
    reading = read_claim(claim, desk, today)
    best = best_events(reading, desk, _SHOWN)
    if joined and best:
        reading, best = _ordered(reading, best, joined, desk, today)
    return Finding(claim, verdict_on(reading, best, desk), reading, best)


def _ordered(
    reading: Reading, best: tuple[Judged, ...], joined: Sequence, desk: Desk, today: date
) -> tuple[Reading, tuple[Judged, ...]]:
    """Judge which of two happenings came first: by the text of the best event, else by the dates of both."""
    mark = Mark("order", joined.joint, "silent", "")
    lacks = _lacks(best[0], joined.second, reading)
    asked = (joined.first, joined.second, best[0].event.id, desk, today)
    told = None if lacks else first_is_earlier(*asked)
    if told is None and (ordered := in_sequence(reading.claim, joined, desk, today)):
        return ordered.reading, ordered.events[:_SHOWN]
    told = told or (None if lacks else first_had_been(*asked))
    if told is not None:
        mark = mark._replace(mark="fits" if told[0] != joined.later else "differs", record=told[1])
    elif not joined.strong and not lacks:
        return reading, best
    # which came first is the matter of the claim, even if nobody can tell
    reading = reading._replace(parts=(*reading.parts, Part("order", joined.joint, "")))
    return reading, (best[0]._replace(marks=(*best[0].marks, mark)), *best[1:])


def _lacks(best: Judged, clause: str, reading: Reading) -> bool:
    """Tell whether an event has nothing of what one clause of a claim is about."""
    about = [word for word in reading.matter if word in clause]
    return len(about) > 1 and all(word in best.lacks for word in about)
