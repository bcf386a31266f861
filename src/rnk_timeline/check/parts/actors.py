"""Who took part: the actors and nationalities that a claim names beside those of an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.lexicon import ACTORS, SIDES

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.model import Event
_OWNS = re.compile(
    rf"['’]s?\s(?!(?:own|decree|law|order|envoy|sister|brother|son|daughter|wife)\b)(?!(?:{lexicon.THINGS.pattern})\b)",
    re.IGNORECASE,
)
"""After a leader whose a thing is: "Kim's satellite" is his state's."""


_ASIDE = re.compile(
    r"(?:['’]s)? (?:death|dead|died|was dead|was gone|gone)\b"
    r"|['’]s?\s(?:men|people|troops|forces|fighters|army|mercenaries)\b",
    re.IGNORECASE,
)
"""After somebody whose death only tells when something was, or whose men the matter is of."""
_DATING = re.compile(r"\b(?:before|after|ahead of) the (?:\w+ )?(?:[A-Z][\w]+[-–])?$")
_OF_TWO = re.compile(r"(?:[-–][A-Z]\w+)? (?:summit|meeting|talks)\b")
"""Around somebody whose meeting only tells when something was: "before the 2019 Kim-Putin summit"."""
_MINISTRY = re.compile(r"(?:UK )?Ministry of (?:National )?(Defence|Foreign)")
"""The name of a body that a text may call a ministry, of what it calls it."""


def actor(part: Part, case: Case) -> Mark:
    """Judge an actor: here, or named, or somebody else of the same side in that place."""
    names = case.desk.names.belonging_to(part.names)
    if here := names & case.profile.involved:
        return Mark(part.part, part.text, "fits", _who(here, part, case))
    others = _counterparts(part, case)
    demonyms = [word for state in part.names for word in lexicon.PEOPLES.get(state, ())]
    named = any(map(case.profile.mentions, (part.text, *part.names, *demonyms))) or _is_called_short(part, case)
    surname = re.compile(rf"\b{re.escape(part.value.split()[-1])}\b")
    if named and part.part == "person" and not case.reading.of("negation") and case.profile.undone(surname):
        return Mark(part.part, part.text, "differs", "named as not taking part")
    if named and not (others and _is_who(part, case)):
        return Mark(part.part, part.text, "fits", "named")
    if _stands_for_state(part, case):
        return Mark(part.part, part.text, "fits", case.desk.names.state_of(part.value))
    others = others or far_states(part, case)
    differs = others and not is_attribute(part, case.reading)
    return Mark(part.part, part.text, "differs" if differs else "silent", ", ".join(others))


def far_states(part: Part, case: Case) -> list[str]:
    """Return the far states that the event names, where the claim names another that it does not."""
    if part.value not in lexicon.FAR:
        return []
    named = {each.value for each in case.reading.of(*SIDES, "place")}
    return [state for state in sorted(lexicon.FAR - named) if case.profile.mentions(state)][:2]


def is_attribute(part: Part, reading: Reading) -> bool:
    """Tell whether a state or body only says whose a thing is: "US sanctions", "UN experts", "a Japanese daily"."""
    end = part.start + len(part.text)
    if part.part == "person":
        dating = _OF_TWO.match(reading.claim, end) if _DATING.search(reading.claim[: part.start]) else None
        return reading.gives_name(part) or dating is not None or _ASIDE.match(reading.claim, end) is not None
    after = re.match(r" ([a-z]+)", reading.claim[end:])
    if reading.is_topic(part):
        return True
    if after is None or after[1] in lexicon.SMALL:
        return False
    if part.part == "adjective":
        return lexicon.PRESS.fullmatch(after[1]) is not None
    does = any(end + 1 == deed.start for deed in reading.of("action"))
    thing = lexicon.THINGS.fullmatch(after[1]) is not None
    return thing or (part.part == "organisation" and not does)


def _is_called_short(part: Part, case: Case) -> bool:
    """Tell whether the text has a body under the last word of its name: "the Council"."""
    if part.part != "organisation":
        return False
    last, ministry = part.value.split()[-1], _MINISTRY.match(part.value)
    if ministry and case.desk.names.state_of(part.value) in case.profile.involved:
        return re.search(rf"\b{ministry[1]} ministry\b", case.profile.told, re.IGNORECASE) is not None
    return last.isalpha() and f"the {last}" in case.profile.told


def _is_who(part: Part, case: Case) -> bool:
    """Tell whether a person is the one of whom the claim is: the first it names, and not a speaker on others."""
    first = part.start == case.reading.of(*ACTORS)[0].start
    owns = case.reading.claim[part.start + len(part.text) :].startswith(("'s", "’s"))
    owns = owns or re.search(r"\b(?:to|of|for|from)\s+$", case.reading.claim[: part.start]) is not None
    return part.part == "person" and first and not owns and not case.reading.is_of_words


_THE = re.compile(r",? (?:the|an?|is an?|was an?) (?:\w+-)?")
_FIRM = re.compile(rf"\s(?:\w+\s)?(?:{lexicon.FIRMS}|airline|outfit)\s")
"""Between a nationality and the firm that has it."""
_IS_A = re.compile(r",? (?:is |was )?an? ")
"""And between a firm and the nationality that is said to be its own."""
_PACTS = re.compile(lexicon.ATTRIBUTED, re.IGNORECASE)
"""What a state concludes, even with a leader: "the pact with Kim"."""


def _stands_for_state(part: Part, case: Case) -> bool:
    """Tell whether a leader stands for the state, as whoever gets something does: "Russia gave Kim a reactor"."""
    owns = _OWNS.match(case.reading.claim, part.start + len(part.text)) is not None
    done = [each.value for each in case.reading.of("action") if each.start > part.start]
    state = owns or (done and done[0] in lexicon.OF_STATES)
    subject = case.reading.of(*ACTORS)[0].start == part.start and not state
    leads = not subject and case.desk.names.leads_state(part.value, case.event.date)
    given = {each.start for each in case.reading.of("action") if each.value == "supply"}
    deeds = [each for each in case.reading.of("action") if not _PACTS.fullmatch(each.text)]
    met = any(each.value in lexicon.LOCATED - lexicon.OF_STATES and each.start not in given for each in deeds)
    return leads and (owns or not met) and case.desk.names.state_of(part.value) in case.event.actors


def _who(here: frozenset[str], part: Part, case: Case) -> str:
    return min(part.names & here, default=min(here))


def _counterparts(part: Part, case: Case) -> list[str]:
    """Return who stands on record in the place of an actor that does not: of the same kind and side."""
    name = min(part.names)
    kind, state = case.desk.names.kind_of(name), case.desk.names.state_of(name)
    named = frozenset[str]().union(*(other.names for other in case.reading.of(*ACTORS)))
    others = [
        other
        for other in case.event.actors
        if other not in named
        and case.desk.names.kind_of(other) == kind
        and (kind == "state" or case.desk.names.state_of(other) == state)
    ]
    if kind == "state":
        asked = frozenset[str]().union(*(case.desk.names.belonging_to(other.names) for other in case.reading.parts))
        others = [other for other in others if other not in asked]
    return others[:3]


def unnamed(kind: str, event: Event, reading: Reading, desk: Desk) -> list[str]:
    """Return the actors of an event that a claim does not name, of those that would be this part of it."""
    return [name for name in event.actors if name not in reading.named and desk.names.part_for(name) == kind]


def _is_otherwise(part: Part, case: Case) -> str:
    """Return what the event says that somebody is, where a claim says another nation: "X, the Swede"."""
    before = case.reading.claim[: part.start]
    named = [each for each in case.reading.of("person") if _THE.fullmatch(before[each.start + len(each.text) :])]
    if not named:
        return ""
    near = re.findall(rf"{re.escape(named[-1].value.split()[-1])}\b.{{0,90}}", case.profile.told)
    told = [word for word in lexicon.DEMONYMS if any(re.search(rf"\b{word}\b", each, re.IGNORECASE) for each in near)]
    return told[0].title() if told and part.value not in {lexicon.DEMONYMS[word] for word in told} else ""


def _of_other_nation(part: Part, case: Case) -> str:
    """Return whom the event counts with the very figure of a claim, if never those of its nation: "five Chinese"."""
    figure = re.search(r"\b(\w+) $", case.reading.claim[: part.start])
    if figure is None or not (figure[1].isdigit() or figure[1].casefold() in lexicon.NUMBERS):
        return ""
    thing = re.match(r" ([a-z]{4,})", case.reading.claim[part.start + len(part.text) :])
    of_things = thing and thing[1] in case.reading.matter and not part.text.endswith("s")
    what = f" {re.escape(thing[1])}" if thing and of_things else ""
    counted = re.findall(rf"\b{figure[1]} ((?:North |South )?[A-Z]\w+){what}", case.profile.told, re.IGNORECASE)
    nations = {word: lexicon.DEMONYMS[word.casefold()] for word in counted if word.casefold() in lexicon.DEMONYMS}
    return next(iter(nations), "") if part.value not in nations.values() else ""


def _of_other_state(part: Part, names: frozenset[str], case: Case) -> str:
    """Return a person or firm with its state, if a claim gives it another nationality: "the Chinese firm Gefest-M"."""
    claim, end = case.reading.claim, part.start + len(part.text)
    people, bodies = case.reading.of("person"), case.reading.of("organisation")
    people = [
        each for each in people if not part.text.endswith("s") and lexicon.TITLED.fullmatch(claim[end : each.start])
    ]
    bearers = [*people[:1], *(each for each in bodies if _FIRM.fullmatch(claim[end : each.start]))]
    bearers += [each for each in bodies if _IS_A.fullmatch(claim[each.start + len(each.text) : part.start])]
    states = {each.value: case.desk.names.state_of(each.value) for each in bearers}
    return next((f"{name}: {state}" for name, state in states.items() if state not in (*names, name)), "")


def adjective(part: Part, case: Case) -> Mark:
    """Judge a nationality: of somebody here, or beside a person or firm that is of another state."""
    names = case.desk.names.belonging_to(part.names)
    if part.names <= {"Soviet Union", "Russia"}:  # "Soviet debt" is Russia's
        names |= case.desk.names.belonging_to(frozenset({"Russia"}))
    here = names & case.profile.involved or any(map(case.profile.mentions, (next(iter(part.names)), part.text)))
    if nation := _of_other_state(part, names, case) or _of_other_nation(part, case) or _is_otherwise(part, case):
        return Mark("country", part.text, "differs", nation)
    if here:
        return Mark("adjective", part.text, "fits", "")
    others = [each.value for each in case.reading.of(*SIDES)]
    instead = [word.title() for word, state in lexicon.DEMONYMS.items() if state not in (*others, *lexicon.KOREAS)]
    instead += [state for state in sorted(lexicon.STATES) if state not in (*others, *lexicon.NEIGHBOURS)]
    named = [word for word in instead if case.profile.mentions(word)]
    if part.value not in lexicon.NEIGHBOURS and named and not is_attribute(part, case.reading):
        return Mark("country", part.text, "differs", ", ".join(named[:2]))
    return Mark("adjective", part.text, "silent", "")
