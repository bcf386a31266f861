"""The one name of a claim that an event lacks while it holds all the rest: it contradicts the claim in that part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check.lexicon import ACTORS, UN
from rnk_timeline.check.parts.actors import is_attribute, unnamed
from rnk_timeline.check.reading import PLACING

if TYPE_CHECKING:
    from rnk_timeline.check.case import Judged, Mark
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Reading

_MUCH = 10.0
"""How much an event must hold of a claim for nothing else to be meant."""
_LACKS = 1
"""Words of substance that it may lack beside the name."""
_ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)
_DEED = re.compile(r"\s(?:\w+ed|is|was|has|had|gave|got|sent|took|put|built|won|said|told|found|set|\w+s)\s")


def contradicted(judged: Judged, reading: Reading, desk: Desk) -> Judged:
    """Return an event with the one name that it lacks turned to "differs", if it holds all else of the claim."""
    silent = [mark for mark in judged.marks if mark.mark != "fits" and mark.part != "adjective"]
    if len(silent) != 1 or silent[0].mark == "differs" or judged.held < _MUCH:
        return judged
    if len(judged.lacks) + len([word for word in reading.unread if word != silent[0].text]) > _LACKS:
        return judged
    instead = _instead(silent[0], judged, reading, desk)
    if not instead:
        return judged
    record = ", ".join(instead[:3])
    marks = tuple(mark._replace(mark="differs", record=record) if mark is silent[0] else mark for mark in judged.marks)
    return judged._replace(marks=marks)


def _instead(mark: Mark, judged: Judged, reading: Reading, desk: Desk) -> list[str]:
    """Return what the event has of the kind of a name and the claim has not."""
    part = next((each for each in reading.of(mark.part) if each.text == mark.text), None)
    start = part.start if part else reading.claim.find(mark.text)
    if mark.part == "place":
        # a contested event is placed where it was told
        where = PLACING.search(reading.claim[:start]) and not judged.event.claims
        aside = part and (reading.is_topic(part) or reading.tells_time(part))
        return [name for name in judged.event.places if name not in reading.named] if where and not aside else []
    if mark.part not in ACTORS or (part and (part.value == UN or reading.is_topic(part))):
        return []
    if part is None and not _does(mark.text, start, reading):
        return []
    first = start <= min((each.start for each in reading.of(*ACTORS)), default=start)
    if mark.part == "person" and (not first or (part and is_attribute(part, reading))):
        return []
    kinds = [mark.part] if part else ["organisation", "person"]
    return [name for kind in kinds for name in unnamed(kind, judged.event, reading, desk)]


def _does(word: str, start: int, reading: Reading) -> bool:
    """Tell whether a name that nothing on record bears is that of who does something: "Rostelecom gave"."""
    return not _ARTICLE.search(reading.claim[:start]) and _DEED.match(reading.claim, start + len(word)) is not None
