"""Which in a row: counted among the meetings on record, or by what an event says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.lexicon import SIDES
from rnk_timeline.check.stems import stems
from rnk_timeline.check.synonyms import others_for

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.profile import Profile
    from rnk_timeline.check.reading import Part
    from rnk_timeline.model import Event

_COUNTED = max(lexicon.ORDINALS.values())
"""Up to which order words count a row."""
_AS_MUCH = 0.8
"""How much of what this event shares with a claim an earlier one must share to be the same matter."""
_BACK = re.compile(r"\b(?:back|home|returning|return) from (?:the |a )?(?:\w+ (?:in|at) )?([A-Z]\w+)")
_EVER = re.compile(r"\b(?:ever|before that)\b", re.IGNORECASE)
_FIRST_SINCE = re.compile(
    r"\bfirst\b[^.;]{0,60}? (?:since [^.;,]{3,30}|in (?:[\w-]+ ){1,4}(?:years|decades))", re.IGNORECASE
)
_SUMMIT = re.compile(r"\s(?:[\w–-]+\s){0,2}?(?:summit|meeting)\b", re.IGNORECASE)
"""After an order word that counts the meetings, wherever they were."""
_NAME = re.compile(r"\s[A-Z]")
"""After an order word with a capital that is a part of a name: "the Second Academy"."""
_WORDS = "|".join(word for word in lexicon.ORDINALS if word.isalpha())


def order(part: Part, case: Case) -> Mark:
    """Count, for meetings; for anything else take the event's own word.

    What is high only names a thing, as a number does: "the 19th package".
    """
    mark = _in_a_row(part, case)
    return mark._replace(part="number") if (part.number or 0) > _COUNTED else mark


def _in_a_row(part: Part, case: Case) -> Mark:
    wanted = int(part.number or 0)
    if part.start and part.text[0].isupper() and _NAME.match(case.reading.claim, part.start + len(part.text)):
        named = re.search(rf"\b{part.text}\s[A-Z]\w+", case.profile.told)
        return Mark("order", part.text, "fits" if named else "silent", named[0] if named else "")
    if case.actions & {"meet", "visit"} and _is_of_leaders(case) and "summit" in case.event.categories:
        return _count(part, wanted, case)
    told = _told(part, case)
    if instead := _not_first(case) if wanted == 1 else _by_title(wanted, told, case):
        return Mark("order", part.text, "differs", instead)
    if _is_told(part, wanted, told, case):
        return Mark("order", part.text, "fits", part.text)
    told = told or _ordinals("", case.profile.told)
    instead = _of_same_deed(part, case) if wanted == 1 else told.get(1) or next(iter(told.values()), "")
    return Mark("order", part.text, "differs" if instead else "silent", instead)


def _is_told(part: Part, wanted: int, told: dict[int, str], case: Case) -> bool:
    """Tell whether an event counts as a claim does, or counts nothing where the claim names no deed."""
    if wanted > _COUNTED and re.search(rf"\b{wanted}(?:st|nd|rd|th)\b", case.profile.text):
        return True
    untold = wanted == 1 and not case.actions and not told and not _counts_on(case)
    return wanted in told or untold or _stands_by(part, case)


def _not_first(case: Case) -> str:
    """Return what was the first, or that something was so only since a time; nothing if nothing speaks against it."""
    if since := _only_since(case):
        return since
    earlier = _earlier(case)
    return f"{earlier.date.in_words()}: {earlier.title}" if earlier else ""


def _by_title(wanted: int, told: dict[int, str], case: Case) -> str:
    """Return which it was by the title of the event, if its text speaks of that one and the claim of no other."""
    titled = _ordinals("", case.event.title)
    alone = len(case.reading.of("order")) == 1
    return next(iter(titled.values())) if alone and titled and wanted not in titled and set(titled) <= set(told) else ""


def _is_of_leaders(case: Case) -> bool:
    """Tell whether all whom a claim names lead their states: of others too little is on record to count."""
    return all(case.desk.names.leads_state(each.value, case.event.date) for each in case.reading.of("person"))


def _counts_on(case: Case) -> bool:
    """Tell whether an event is a later one of its kind by its own text, and nowhere the first."""
    counted = _ordinals("", case.profile.told)
    return bool(counted) and 1 not in counted


def on_the_way(case: Case) -> list[Mark]:
    """Judge a claim that something was on the way back from a place that, by the event, came only after it."""
    back = _BACK.search(case.reading.claim)
    onward = back and re.search(rf"\bon to\b[^.;]*\b{re.escape(back[1])}\b", case.profile.told)
    return [Mark("order", back[0], "differs", onward[0])] if back and onward else []


def _widest(case: Case) -> list[frozenset[str]]:
    """Return the countries that a claim counts visits to, else its places: "the first time in Russia, at Vostochny"."""
    places = case.reading.of("place")
    countries = [other.names for other in places if case.desk.names.kind_of(other.value) == "state"]
    return countries or [other.names for other in places]


def _stands_by(part: Part, case: Case) -> bool:
    """Tell whether the event has the order word close before the next word of the claim: "the first four MiG-23s"."""
    following = re.match(r"\s+([\w-]{3,})", case.reading.claim[part.start + len(part.text) :])
    if following is None:
        return False
    things = "|".join(re.escape(word[:6]) for word in {following[1], *others_for(following[1])})
    near = rf"\b{re.escape(part.text)}(?:\s[\w-]+){{0,4}}?\s(?:{things})"
    return re.search(near, case.profile.told, re.IGNORECASE) is not None


def _of_same_deed(part: Part, case: Case) -> str:
    """Return how the event counts otherwise what a claim says was the first: "his third journey" is no first trip."""
    following = case.reading.claim[part.start + len(part.text) :]
    deeds = [name for name in case.actions if (match := lexicon.ACTIONS[name].search(following)) and match.start() == 1]
    found = rf"\b(?:{'|'.join(word for word, number in lexicon.ORDINALS.items() if number > 1)})\s"
    for match in re.finditer(found, case.profile.told, re.IGNORECASE):
        if any(lexicon.ACTIONS[name].match(case.profile.told, match.end()) for name in deeds):
            return case.profile.told[match.start() : match.end() + 30].strip()
    return ""


def _told(part: Part, case: Case) -> dict[int, str]:
    """Return which ones the event speaks of, with the words: of the thing that the claim counts, else of its deed."""
    noun = re.match(r"\s+(?:[A-Z]\w*\s+)*([a-z]{4,})", case.reading.claim[part.start + len(part.text) :])
    if noun and (beside := _ordinals(rf"\s+(?-i:(?:[A-Z]\w*\s+)*){re.escape(noun[1])}", case.profile.told)):
        return beside
    found: dict[int, str] = {}
    for sentence in case.profile.sentences:
        if any(lexicon.ACTIONS[action].search(sentence) for action in case.actions):
            found |= _ordinals("", sentence)
    return found


def _ordinals(after: str, text: str) -> dict[int, str]:
    """Return the order words of a text that stand right before something."""
    found = {}
    for match in re.finditer(rf"\b(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{_WORDS})){after}\b", text, re.IGNORECASE):
        if match[0][0].isupper() and _NAME.match(text, match.end()):
            continue
        number = int(match["digits"]) if match["digits"] else lexicon.ORDINALS[match["word"].casefold()]
        found[number] = match[0]
    return found


def _earlier(case: Case) -> Event | None:
    """Return the first event on record, if that is an earlier one, that calls itself the first of all this."""
    deeds = [part.value for part in case.reading.of("action") if not lexicon.THINGS.fullmatch(part.text)]
    for profile in case.desk.firsts:
        earlier = profile.event.date.end < case.event.date.start
        if not earlier or not case.sides or profile.event.categories[0] != case.event.categories[0]:
            continue
        same = (deeds and all(map(profile.does_first, deeds))) or _shares_title(profile, case)
        if same and all(side & profile.involved for side in case.sides) and _shares_as_much(profile, case):
            return profile.event
    return None


def _only_since(case: Case) -> str:
    """Return the words by which an event is the first only since a time, where the claim says "ever"."""
    if not _EVER.search(case.reading.claim):
        return ""
    about = [lexicon.ACTIONS[name] for name in case.actions]
    found = (match[0] for match in _FIRST_SINCE.finditer(case.profile.told))
    return next((told for told in found if any(pattern.search(told) for pattern in about)), "")


def _shares_as_much(profile: Profile, case: Case) -> bool:
    """Tell whether another event holds about as many of the claim's words of substance as this one."""
    own, other = (case.desk.ranking.shared(case.reading, each.event.id) for each in (case.profile, profile))
    return other >= own * _AS_MUCH


def _shares_title(profile: Profile, case: Case) -> bool:
    title = stems(profile.event.title)
    return len(stems(" ".join(case.reading.matter)) & title) > 1


def how_often(part: Part, case: Case) -> Mark | None:
    """Count the meetings of leaders that a claim says were so many in all; None if it is of anything else.

    Of others who met or went somewhere too little is on record to count.
    """
    people = case.reading.of("person")
    often = part.value.partition(" ")[2].startswith("time") and case.actions & lexicon.MEETING
    if not often or case.reading.of("date"):
        return None
    places = [other.names for other in case.reading.of("place")]
    found = [event for event in _meetings(case) if all(names & frozenset(event.places) for names in places)]
    if not found or not people or not all(case.desk.names.leads_state(each.value, found[-1].date) for each in people):
        return Mark("number", part.text, "silent", "")
    record = f"{len(found)} meetings of leaders: {', '.join(event.date.text[:4] for event in found)}"
    return Mark("number", part.text, "fits" if len(found) == part.number else "differs", record)


def _meetings(case: Case) -> list[Event]:
    """Return the meetings of leaders in which all those took part whom the claim names, the first first."""
    sides = [case.desk.names.belonging_to(other.names) for other in case.reading.of(*SIDES)]
    meetings = [
        profile.event
        for profile in case.desk.profiles.values()
        if "summit" in profile.event.categories and all(side & profile.involved for side in sides)
    ]
    return sorted(meetings, key=lambda event: event.date.start)


def _count(part: Part, wanted: int, case: Case) -> Mark:
    meetings = _meetings(case)
    of_summits = _SUMMIT.match(case.reading.claim, part.start + len(part.text))
    if not of_summits and "visit" in case.actions and (places := _widest(case)):
        there = [event for event in meetings if all(names & frozenset(event.places) for names in places)]
        meetings = there if case.event in there else meetings
    if case.event not in meetings:
        return Mark("order", part.text, "silent", "")
    number = meetings.index(case.event) + 1
    record = f"number {number} of {len(meetings)} on record"
    return Mark("order", part.text, "fits" if number == wanted else "differs", record)
