"""Names that nothing on record bears, or that other events hold: whoever stands in their place, if anybody does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check.case import Mark
from rnk_timeline.check.parts.actors import unnamed

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case


def _elsewhere(case: Case) -> list[str]:
    """Return the names, of nobody and no place that is registered, that other events hold and this one does not."""
    return [
        word
        for word in case.reading.names
        if case.event.id not in case.desk.events_with(word)
        and not case.desk.is_common(word)
        and not word.startswith("Korean")
    ]


def _models(case: Case) -> list[str]:
    """Return the makes of a claim that other events hold and this one does not: "MiG-23s"."""
    return [word for word in case.reading.makes if case.event.id not in case.desk.events_with(word)]


def strangers(case: Case) -> list[Mark]:
    """Judge the names that nothing on record bears: somebody or some place stands in theirs, if any does."""
    makes = [word for word in case.reading.strangers if re.search(r"\d", word)]
    # no other thing is known to stand in the place of a make
    marks = [Mark("number", word, "silent", "") for word in (*_models(case), *makes)]
    words = [*(word for word in case.reading.strangers if word not in makes), *_elsewhere(case)]
    for word in words:
        kind, instead = _instead(word, case)
        marks.append(Mark(kind, word, "differs" if instead else "silent", ", ".join(instead[:3])))
    return marks


def _instead(word: str, case: Case) -> tuple[str, list[str]]:
    """Return which part of a claim a name is by its look, and who or what the event has in its place."""
    if case.reading.is_placed(word):
        return "place", [name for name in case.event.places if name not in case.reading.named]
    people, bodies = (unnamed(kind, case.event, case.reading, case.desk) for kind in ("person", "organisation"))
    if case.reading.is_of_body(word):
        return "organisation", bodies
    return "person", people or (bodies if _goes_on(word, case) else [])


def _goes_on(word: str, case: Case) -> bool:
    """Tell whether a name goes on with a word that the event has: "Hyundai Steel"."""
    before = re.search(r"([A-Z]\w+) $", case.reading.claim[: case.reading.claim.find(word)])
    return before is not None and case.profile.mentions(before[1])
