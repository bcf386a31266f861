"""The verdict: how a claim stands to the record. It never says that something is true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.lexicon import ACTORS, SIDES
from rnk_timeline.check.parts.actors import is_attribute
from rnk_timeline.check.parts.figures import counts
from rnk_timeline.check.ranking import UNREAD

if TYPE_CHECKING:
    from rnk_timeline.check.case import Judged, Mark
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.model import Event

ON_RECORD = "on record"
NOT_AS_STATED = "not as stated"
NOT_ON_RECORD = "not on record"
OUT_OF_COVERAGE = "out of coverage"
# The shares of a claim's substance, and the amounts of it (sums of rarities), from which an event is taken for its own.
# Found on the claims in benchmarks/claims; on those kept aside they hold as well.
_ENOUGH = 0.6
_NEARLY = 0.45
_PART = 0.4
_HALF = 0.5
_LIKELY = 0.6
_SURE = 0.75
_LITTLE = 1.0
_RARE = 4.0
_SOME = 5.0
_PLENTY = 8.0
_MUCH = 10.0
_MORE = 14.0
_THING = 6
"""Letters of a word that is likely the name of a thing."""
_HIGH = 15.0
_WORDS = 3
"""From which rank on an event is a claim's own, whatever share of it it holds, and how many words it may lack then."""
_MEETING = 19.0
"""From which rank on the names of a claim meet in hardly another event."""
_MORE_THAN, _RAREST = 2.0, 5.0
"""How much more of what a claim is about an event must lack than have to be of its names alone; a rare word counts up
to so much."""
_TELLING = frozenset({"action", "vote", "number", "order"})
"""The parts that say what was done."""
_ALIKE = 0.75
"""How near in rank to the best event another must come to answer the claim as well."""
_FAR = 4
"""Years: so far off, it takes more for an event to be the one that a claim means."""
_GENERATION = 15
_STRANGE = 2
"""Words that nothing on record has, of which a claim on record may have so many, if the event has not much of it."""
_DEATH = re.compile(r"(?:['’]s)? (?:death|dead|died|was dead|was gone|passing)\b", re.IGNORECASE)
_DATING = re.compile(r"\b(?:after|before|following|once|since|with|until|of)\s+$", re.IGNORECASE)
"""Before and after somebody of whose death a claim speaks, and before one whose death only says when."""
_SMALL = 12
"""A figure up to here may be a detail that the record leaves out, if it counts nothing that is always counted."""
_NEEDED = frozenset({*ACTORS, "adjective", "place", "number", "order", "vote", "negation"})
_IDENTITY = frozenset({*ACTORS, "date", "place"})
"""The parts by which an event is known: if two of them are others, it is another event."""


def verdict_on(reading: Reading, best: tuple[Judged, ...], desk: Desk) -> str:
    """Return how a claim stands to the record, by the event that answers it best."""
    if _outside(reading, desk) and not (
        best and any(mark.part == "date" and mark.mark == "fits" for mark in best[0].marks)
    ):
        return OUT_OF_COVERAGE
    if not best or not _answers(best[0], reading, desk):
        return NOT_ON_RECORD
    if any(mark.mark == "differs" for mark in best[0].marks):
        return NOT_AS_STATED
    status = _contested(best, desk) or best[0].event.status
    return ON_RECORD if status == "confirmed" or reading.is_of_words else status


def _answers(top: Judged, reading: Reading, desk: Desk) -> bool:
    """Tell whether an event is of what the claim says, rightly or wrongly."""
    if not _is_found(top, reading, desk) or _is_another(top):
        return False
    bare = all(mark.part in ACTORS for mark in top.marks)  # "two years later, Putin went back": only who
    told = top.shared >= _RARE if bare else top.shared
    if reading.unread and not told and not top.does_any and top.held < _MUCH:
        return False
    differs = any(mark.mark == "differs" for mark in top.marks)
    strange = _is_of_strange_thing(top, reading)
    told = any(mark.mark == "fits" and mark.part == "number" for mark in top.marks)
    if strange and not (differs and (told or top.held >= _MUCH)):
        return False  # the only thing that it is of is one that nothing on record has
    if differs:
        return _is_the_same(top, reading, desk)
    if len([word for word in reading.unread if word.islower()]) > _STRANGE and top.held < _MUCH:
        return False  # it says too much that nothing on record says
    needed = any(mark.mark == "silent" and _is_needed(mark, reading, top.event) for mark in top.marks)
    return not needed and not _does_not_happen(top) and not _is_of_names_alone(top, reading, desk)


def _contested(best: tuple[Judged, ...], desk: Desk) -> str:
    """Return the status of a contested event that holds the whole claim too, if the best one is of another deed.

    That arms were sent is not on record because sanctions are that were imposed over it.
    """
    top = best[0]
    if _is_of_its_deed(top, desk):
        return ""
    others = (each for each in best[1:] if each.score >= top.score * _ALIKE and _is_of_its_deed(each, desk))
    whole = (each for each in others if all(mark.mark == "fits" for mark in each.marks))
    return next((each.event.status for each in whole if each.event.status != "confirmed"), "")


def _is_of_its_deed(judged: Judged, desk: Desk) -> bool:
    """Tell whether the title of an event speaks of what the claim says was done."""
    done = [mark.text for mark in judged.marks if mark.part == "action" and mark.mark == "fits"]
    return any(map(desk.profiles[judged.event.id].is_of_doing, done))


def _is_found(judged: Judged, reading: Reading, desk: Desk) -> bool:
    """Tell whether an event holds enough of a claim: most of it, or much of a long one of the same day or deed.

    One of high rank has so much in common with the claim that it may lack a few words of it.
    """
    things = any(map(_is_thing, reading.unread))
    high = _HIGH + len(reading.unread)
    if judged.score >= high and len(judged.lacks) + len(reading.unread) <= _WORDS and not things:
        return True
    profile = desk.profiles[judged.event.id]
    settled = any(
        mark.mark == "fits" and (mark.part == "date" or (mark.part == "action" and profile.is_of_doing(mark.text)))
        for mark in judged.marks
    )
    if things and judged.held < _SOME and not settled:
        return False
    enough = _PART if settled else _HALF
    if judged.coverage >= _ENOUGH or (judged.held >= _MUCH and judged.coverage >= enough):
        return True
    # less is needed where nothing speaks against it
    same = all(mark.mark != "differs" or (settled and mark.part in ("date", "number")) for mark in judged.marks)
    return same and judged.held >= _PLENTY and judged.coverage >= _NEARLY


def _is_of_strange_thing(top: Judged, reading: Reading) -> bool:
    """Tell whether a claim is of a thing that nothing on record has, and of nothing else but what many events have."""
    given = any(each.value == "supply" and not lexicon.THINGS.fullmatch(each.text) for each in reading.of("action"))
    things = filter(_is_thing, reading.unread)
    if given and any(f"{word} {thing}" in reading.claim for thing in things for word in top.lacks):
        return True  # nor has the event what the claim calls it by: "gave him Amur tigers"
    single = any(mark.mark == "fits" and lexicon.is_single(mark.text) for mark in top.marks)
    return (
        top.shared < _LITTLE
        and top.score < _MEETING
        and any(map(_is_thing, reading.unread))
        and not (single or reading.is_of_words)
    )


def _is_of_names_alone(top: Judged, reading: Reading, desk: Desk) -> bool:
    """Tell whether an event has only the names and the month or year of a claim, not what the claim says of them.

    Those of high rank are excused: so many names meet only there. So is the day, and what somebody said.
    """
    fits = [mark for mark in top.marks if mark.mark == "fits" and mark.part in _TELLING]
    told = any(mark.part != "action" or not lexicon.THINGS.fullmatch(mark.text) for mark in fits)
    day = any(part.period and part.period.precision == "day" for part in reading.of("date"))
    if told or day or reading.is_of_words or top.score >= _MEETING:
        return False
    lacking = sum(min(desk.weight(word), _RAREST) for word in top.lacks) + UNREAD * len(reading.unread)
    return lacking > _MORE_THAN * top.shared


def _is_thing(word: str) -> bool:
    """Tell whether a word is likely the name of a thing, not a way to say that it was done."""
    return word.islower() and " " not in word and len(word) >= _THING and not word.endswith(("ed", "ly", "ing"))


def _is_needed(mark: Mark, reading: Reading, event: Event) -> bool:
    """Tell whether a claim is not on record without this part: how long something took need not be."""
    named = [each for each in reading.of(*SIDES) if each.text == mark.text]
    since = event.date.start.year
    if any(reading.is_topic(each) and lexicon.AT_WAR.get(each.value, since + 1) <= since for each in named):
        return False
    if any(_may_be_left_out(each, reading) and is_attribute(each, reading) for each in named):
        return False
    placed = [each for each in reading.of("place") if each.text == mark.text]
    if any(map(reading.tells_time, placed)):
        return False
    lasting = (part.text == mark.text and lexicon.DURATIONS & set(part.value.split()) for part in reading.of("number"))
    small = mark.part == "number" and any(
        part.text == mark.text and part.number is not None and part.number <= _SMALL and not counts(part)
        for part in reading.of("number")
    )
    return mark.part in _NEEDED and not small and not any(lasting)


def _may_be_left_out(part: Part, reading: Reading) -> bool:
    """Tell whether an event need not name whom a claim only mentions: but whose death it is of it names."""
    if part.part in ("organisation", "country"):
        return part.value == lexicon.UN
    dating = part.start == 0 or _DATING.search(reading.claim[: part.start])
    return part.part != "person" or bool(dating) or not _DEATH.match(reading.claim, part.start + len(part.text))


def _is_another(judged: Judged) -> bool:
    """Tell whether an event is not what the claim is of: two of the parts that it is known by are others."""
    others = {mark.part for mark in judged.marks if mark.mark == "differs"} & _IDENTITY
    return len(others) > 1 and not any(mark.part == "number" and mark.mark == "fits" for mark in judged.marks)


def _years_off(judged: Judged, reading: Reading) -> int:
    years = [part.period.start.year for part in reading.of("date") if part.period]
    return min((abs(judged.when.start.year - year) for year in years), default=0)


def _is_the_same(judged: Judged, reading: Reading, desk: Desk) -> bool:
    """Tell whether an event is surely what the claim is of: what differs in it then contradicts the claim."""
    if reading.matter and not judged.shared and judged.held < _PLENTY:
        return False  # it has nothing of what the claim is about
    profile = desk.profiles[judged.event.id]
    dates = {mark.mark for mark in judged.marks if mark.part == "date"}
    if "differs" in dates and _years_off(judged, reading) > _GENERATION:
        return False
    if judged.score >= _HIGH and "differs" not in dates:
        return True
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
    open_ended = any(part.value.startswith(("by ", "before ", "until ")) for part in reading.of("date"))
    return all(period.end < first or (period.start > last and not open_ended) for period in periods)


def _does_not_happen(judged: Judged) -> bool:
    """Tell whether most of what a claim says was done is not what was done in the event."""
    marks = [mark for mark in judged.marks if mark.part == "action"]
    marks = [mark for mark in marks if not lexicon.THINGS.fullmatch(mark.text) and not lexicon.GOING.match(mark.text)]
    undone = [mark.text for mark in marks if mark.mark == "silent" and not mark.record]
    if any(map(lexicon.is_single, undone)) or (judged.held < _MORE and any(map(lexicon.is_plain, undone))):
        return True
    deeds = [mark.mark for mark in marks]
    first = next((mark for mark in judged.marks if mark.part in SIDES), None)
    if deeds and "fits" not in deeds and judged.shared < _LITTLE and first and first.record == "named":
        return True  # it names who did it, no more
    return deeds.count("silent") > deeds.count("fits") and judged.coverage < _SURE and judged.held < _MUCH
