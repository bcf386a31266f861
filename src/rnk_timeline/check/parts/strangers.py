"""Names that nothing on record bears, or that other events hold: whoever stands in their place, if anybody does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check.case import Mark

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case


_FIRM = re.compile(r"\b(?:firm|company|bank|builder|trader) $", re.IGNORECASE)


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
    if not words:
        return marks
    named = frozenset[str]().union(*(part.names for part in case.reading.parts))
    others = [name for name in case.event.actors if name not in named]
    people = [name for name in others if case.desk.names.kind_of(name) == "person"]
    bodies = [name for name in others if case.desk.names.kind_of(name) == "organisation"]
    places = [name for name in case.event.places if name not in named]
    for word in words:
        kind, instead = (
            ("place", places)
            if case.reading.is_placed(word)
            else ("organisation", bodies)
            if word.isupper() or _FIRM.search(case.reading.claim[: case.reading.claim.find(word)])
            else ("person", people or (bodies if _goes_on(word, case) else []))
        )
        marks.append(Mark(kind, word, "differs" if instead else "silent", ", ".join(instead[:3])))
    return marks


def _goes_on(word: str, case: Case) -> bool:
    """Tell whether a name goes on with a word that the event has: "Hyundai Steel"."""
    before = case.reading.claim[: case.reading.claim.find(word)]
    name = re.search(r"([A-Z]\w+) $", before)
    return name is not None and case.profile.mentions(name[1])
