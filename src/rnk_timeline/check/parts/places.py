"""Where it was: a place of a claim beside those of an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.lexicon import ACTIONS
from rnk_timeline.check.parts.actors import far_states
from rnk_timeline.check.reading import PLACING, WHERE

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.reading import Part
_WAY = re.compile(r"\b(?:to|from|towards?)\s+(?:the\s+)?$", re.IGNORECASE)
_BROUGHT = re.compile(
    r"\b(?:taken|brought|towed|escorted|moved|driven|transferred|evacuated)\s+(?:\w+\s+)?to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place where somebody or something ended up."""
_FROM = re.compile(r"\bfrom $")
"""Before where somebody came from."""
_IN = re.compile(r"\b(?:in|into|inside|reach(?:es|ed|ing)?) $", re.IGNORECASE)
_KIND = re.compile(r" (?:region|oblast|province|port|airport|island|river)$")


_SEEN = frozenset({"visit", "meet", "host", "sign", "open"})
"""What is done where a contested event is placed; what else is claimed of it is often only told there."""


def place(part: Part, case: Case) -> Mark:
    """Judge a place: where the event was, or named in it, or instead of where it was."""
    if here := _here(part, case):
        return Mark("place", part.text, "fits", here)
    located = case.actions & lexicon.LOCATED and _is_where(part, case) and not _is_passed(part, case)
    if {"call off", "invite"} & case.actions or (case.actions & lexicon.AIMED and _is_target(part, case)):
        located = False
    if case.event.claims and not case.actions & _SEEN:
        located = False
    state = () if located and part.names == {part.value} else case.desk.names.actors_called(part.value)
    if located and not _is_right_after_deed(part, case):
        located = False
    names = (part.text, part.value, _KIND.sub("", part.value))
    named = any(case.profile.mentions(name, corrections=False) for name in names)
    if named and (not located or (not state and _is_said_there(part, case))):
        return Mark("place", part.text, "fits", "named")
    takes_part = case.desk.names.belonging_to(frozenset(state)) & case.profile.involved
    inside = _IN.search(case.reading.claim[: part.start]) and part.names == {part.value}
    elsewhere_told = inside and case.event.places and not case.event.claims and not case.reading.is_of_words
    if takes_part and not (elsewhere_told or (located and case.event.places)):
        return Mark("place", part.text, "fits", "takes part")
    based = re.search(r"\b([A-Z]\w+)-based\b", case.profile.text)
    if based and re.match(r"[\s-]based\b", case.reading.claim[part.start + len(part.text) :]):
        return Mark("place", part.text, "differs", based[1])
    if not named and (elsewhere := far_states(part, case)):
        return Mark("country", part.text, "differs", ", ".join(elsewhere))
    # Where a contested event is placed is often where it was told, not where it would have been.
    city = part.names == {part.value}
    seat = case.reading.is_of_words and case.desk.names.actors_called(part.value)  # "the ministry in Moscow said"
    told = city and not case.event.claims and not seat
    brought = _BROUGHT.search(case.reading.claim[: part.start]) is not None
    differs = case.event.places and (brought or (_is_where(part, case) and (located or told)))
    far = part.value in lexicon.FAR or (
        case.desk.names.kind_of(part.value) == "state" and not lexicon.FAR.isdisjoint(case.event.places)
    )
    kind = "country" if differs and far else "place"
    return Mark(kind, part.text, "differs" if differs else "silent", ", ".join(case.event.places))


def _here(part: Part, case: Case) -> str:
    """Return where the event was, of the places that are meant, or that somebody came from there, as the claim says."""
    came = _FROM.search(case.reading.claim[: part.start])
    came_by_text = came and re.search(rf"\bfrom {re.escape(part.text)}\b", case.profile.told)
    return ", ".join(sorted(part.names & frozenset(case.event.places))) or ("named" if came_by_text else "")


def _is_said_there(part: Part, case: Case) -> bool:
    """Tell whether a sentence of the event puts something of what the claim says was done at a place of this name."""
    title = case.event.title
    if any(map(case.profile.does_first, case.actions & lexicon.LOCATED)) and any(
        at in title for at in case.event.places
    ):
        return False  # the title says where
    placed = re.compile(rf"\b(?:in|at|near|to|from) (?:the )?{re.escape(part.text)}\b", re.IGNORECASE)
    sentences = [sentence for sentence, _ in case.profile.sentences_with(placed)]
    deeds = [ACTIONS[name] for name in case.actions & lexicon.LOCATED]
    return any(deed.search(sentence) for deed in deeds for sentence in sentences)


def _is_right_after_deed(part: Part, case: Case) -> bool:
    """Tell whether the deed next to a place is done at a place: "talks on rights in the DPRK" is not."""
    before = [each for each in case.reading.of("action") if each.start < part.start]
    if not before:
        return part.start < len("in the ") or case.reading.claim[part.start + len(part.text) :][:1] == " "
    between = case.reading.claim[before[-1].start + len(before[-1].text) : part.start]
    last = {each.value for each in before if each.start == before[-1].start}
    return bool(last & lexicon.LOCATED) and "die" not in last and not re.search(r"\b(?:on|about|over|for)\b", between)


def _is_passed(part: Part, case: Case) -> bool:
    """Tell whether a place is one of several on the way, or in what somebody said: another may be where it was."""
    if case.reading.is_of_words:
        return True
    here = frozenset(case.event.places)
    others = (other for other in case.reading.of("place") if other.start != part.start)
    return any(other.names & here and PLACING.search(case.reading.claim[: other.start]) for other in others)


def _is_target(part: Part, case: Case) -> bool:
    """Tell whether something is fired at a place or told to it, rather than done there."""
    return re.search(r"\b(?:at|on|into|against)\s+(?:the\s+)?$", case.reading.claim[: part.start]) is not None


def _is_where(part: Part, case: Case) -> bool:
    """Tell whether a place is where the thing is said to have been done: "in Sochi", or "the Sochi summit".

    "To" and "from" are so for who travels, not for what is opened to somebody or comes from somewhere.
    """
    claim = case.reading.claim
    if case.reading.gives_name(part) or case.reading.tells_time(part):
        return False
    if WHERE.match(claim, part.start + len(part.text)):
        return True
    if _WAY.search(claim[: part.start]) and "visit" not in case.actions:
        return False
    if PLACING.search(claim[: part.start]):
        return True
    after = part.start + len(part.text)
    things = (other for other in case.reading.of("action") if lexicon.THINGS.fullmatch(other.text))
    of_land = part.names != {part.value} or part.value == "Korea"  # "Korea talks" are on it
    return not of_land and any(after < other.start < after + 3 for other in things)
