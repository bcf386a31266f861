"""What is often written wrongly: a claim that repeats what an event's corrections correct differs in that part."""

from __future__ import annotations

from rnk_timeline.check.case import Case, Mark
from rnk_timeline.check.stems import stems

_MOST = 0.6
"""How much of what is often written a claim must share to be that."""
_NEARLY = 0.8
_DEPARTING = ("order", "number", "date", "vote", "person", "organisation", "place", "country")
"""The parts that are wrong when a claim says what is often written wrongly, the likeliest first."""
_TELLING = 4
"""Words of substance: what is shorter says too little to be told apart from what is right."""


def beside_corrections(marks: list[Mark], case: Case) -> list[Mark]:
    """Turn to "differs" the part by which a claim says what the event's corrections say is often written wrongly.

    That is so if the claim has all the words by which the error departs from the event, and most of the error; or,
    where nothing else in it differs, if it repeats the error. If no part of it is the wrong one, it differs as a whole.
    """
    claimed = stems(case.reading.claim)
    settled = any(mark.mark == "differs" for mark in marks)
    for correction in case.event.corrections:
        error = stems(correction.error)
        if any(word.isdigit() for word in error - claimed):  # the error has a figure or time that the claim has not
            continue
        wrong = error - stems(case.profile.text)
        departs = wrong and wrong <= claimed and len(error & claimed) >= len(error) * _MOST
        if not departs and (settled or not _repeats(claimed, error, wrong)):
            continue
        at = _likeliest(
            [
                (mark.part, n)
                for n, mark in enumerate(marks)
                if stems(mark.text) & (error if mark.part == "number" else wrong)
            ]
        )
        at = _departing(marks, error, stems(correction.fact)) if at is None else at
        if at is None and len(error) >= _TELLING and not settled:
            return [*marks, Mark("words", case.reading.claim, "differs", correction.fact)]
        if at is not None and marks[at].mark != "differs":
            return [*marks[:at], marks[at]._replace(mark="differs", record=correction.fact), *marks[at + 1 :]]
    return marks


def _departing(marks: list[Mark], error: frozenset[str], fact: frozenset[str]) -> int | None:
    """Return which mark is of the part that an error has and the fact has not, the most telling one."""
    return _likeliest([(mark.part, at) for at, mark in enumerate(marks) if (stems(mark.text) & error) - fact])


def _likeliest(marks: list[tuple[str, int]]) -> int | None:
    """Return where the mark stands whose part is the likeliest to be the wrong one; None if none may be."""
    found = [(_DEPARTING.index(part), at) for part, at in marks if part in _DEPARTING]
    return min(found)[1] if found else None


def _repeats(claimed: frozenset[str], error: frozenset[str], wrong: frozenset[str]) -> bool:
    """Tell whether a claim says nearly all of a long error, half of what is wrong in it included, and little else."""
    both = len(error & claimed)
    telling = len(error) >= _TELLING and both >= len(error) * _NEARLY
    return telling and 2 * len(wrong & claimed) >= len(wrong) and 2 * both >= len(claimed)
