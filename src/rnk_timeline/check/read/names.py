"""Who and where: the actors, nationalities and places that a claim names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.reading import PLACING, WHERE, Part
from rnk_timeline.text import fold

if TYPE_CHECKING:
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.read.draft import Draft, Word

_MOST_WORDS = 7
_NEARLY = 3
"""Words of the longest name that is known by a near spelling."""
_OWNED = re.compile(r"['’]s?$")
_BROKEN = re.compile(r"(?:(?<!\bSt)(?<=\w\w)\.|[;:!?])\s")
"""The end of a sentence or clause: no name goes over it."""
_SHIP = re.compile(
    r"\b(?:ship|vessel|tanker|freighter|trawler|destroyer|corvette|submarine|yacht|ferry)\s$", re.IGNORECASE
)
"""Before a single name that is no person's: the ship Maria."""
_KOREAN = re.compile(r"\b([A-Z][a-z]{1,5}) [A-Z][a-z]{1,5}(?:[ -][A-Z]|-)[a-z]{1,5}\b")
"""A Korean name of three syllables, the family's first."""
_LINE = re.compile(r"\b(?:trains?|flights?|rail\w*|ferry|route|service|line|buses|bus)\b", re.IGNORECASE)
_FAR = 40
"""Characters after an end of a line within which stands what runs on it."""
_NAME_BEFORE = re.compile(r"([A-Z][a-z]+)[ -]$")
_NAME_AFTER = re.compile(r"^[ -]([A-Z][a-z]+)(?!['’\w])")


def take_names(draft: Draft, desk: Desk, *, nearly: bool) -> None:
    """Read every name that the registries hold, the longest first; `nearly`: those that are only spelt so too."""
    for match in lexicon.BOTH.finditer(draft.claim):
        for state in ("North Korea", "South Korea"):
            draft.take(*match.span(), Part("country", match[0], state, names=frozenset({state})))
    words = draft.words()
    position = 0
    while position < len(words):
        position += _name_at(draft, desk, words, position, nearly=nearly) or 1
    if nearly:
        _take_near_names(draft, desk)


def leave_strangers(draft: Draft, desk: Desk) -> None:
    """Leave Korean names unread that are whole and nobody's: "Ri Su Yong" is no other Ri."""
    for match in _KOREAN.finditer(draft.claim):
        text, family = match[0], match[1]
        ways = (desk.names.actors_called, desk.names.places_called, desk.events_with)
        if family not in desk.names.families or lexicon.INSTITUTION.match(draft.claim, match.end()):
            continue
        near = desk.names.nearest_person(text)
        if not any(way(text) for way in ways) and not (near and _initials(near) == _initials(text)):
            draft.leave(*match.span())


def _initials(name: str) -> list[str]:
    """Return what the syllables of a Korean name begin with: "Jong" is no spelling of "Yong"."""
    return [syllable[0].casefold() for syllable in re.split(r"[ -]", name)]


def _take_near_names(draft: Draft, desk: Desk) -> None:
    # who writes other names with a capital writes none without
    spelt = any(part.text[0].isupper() for part in draft.parts if part.part in (*lexicon.SIDES, "place"))
    for word in draft.words():
        text = _OWNED.sub("", word.text)
        if text.islower() and spelt:
            continue
        if len(text) < 5 or not text.isalpha() or text.casefold() in lexicon.SMALL or desk.events_with(text):
            continue
        near = desk.names.nearest_name(text)
        part = _named(draft, desk, near, word.start) if near else None
        if part and _is_of_another(part, draft.claim[: word.start], desk):
            draft.leave(word.start, word.end)
        elif part:
            draft.take(word.start, word.end, part._replace(text=word.text))


def _is_of_another(part: Part, before: str, desk: Desk) -> bool:
    """Tell whether a first name that somebody else bears stands before a name: "Igor Sergeyev" is no Sergei."""
    given = _NAME_BEFORE.search(before)
    bearers = desk.names.actors_bearing(given[1]) if given and part.part == "person" else ()
    return bool(bearers) and part.value not in bearers


def _name_at(draft: Draft, desk: Desk, words: list[Word], position: int, *, nearly: bool) -> int:
    """Read the longest name that begins at this word; return of how many words, 0 if there is none."""
    first, start = words[position].text, words[position].start
    if not (nearly and first[:1].isupper()) and not desk.names.may_begin(_OWNED.sub("", first)):
        return 0
    for count, text in reversed(_spellings_at(draft, desk, words, position)):
        for spelling in dict.fromkeys((text, _OWNED.sub("", text))):
            part = _named(draft, desk, spelling, start) or (nearly and _nearly_named(desk, spelling, count)) or None
            if part and part.part == "person" and lexicon.INSTITUTION.match(draft.claim, start + len(text)):
                draft.take(start, start + len(text))
                return count
            if part:
                draft.take(start, start + len(text), part)
                return count
    return 0


def _spellings_at(draft: Draft, desk: Desk, words: list[Word], position: int) -> list[tuple[int, str]]:
    """Return what may be a name from this word on: as many words, and so spelt; the first word always may be one."""
    start = words[position].start
    found: list[tuple[int, str]] = []
    for count, last in enumerate(words[position : position + _MOST_WORDS], start=1):
        text = draft.claim[start : last.end]
        if count > 1 and (not draft.free(start, last.end) or _BROKEN.search(text)):
            break
        begun = desk.names.begins(_OWNED.sub("", text))
        if begun or count == 1 or (count <= _NEARLY and text.replace("-", " ").istitle()):
            found.append((count, text))
        elif count >= _NEARLY:
            break
    return found


def _nearly_named(desk: Desk, text: str, count: int) -> Part | None:
    """Read a name of several words under a near spelling: "Choe Son Hee"."""
    if not 1 < count <= _NEARLY or not text.replace("-", " ").istitle():
        return None
    name = desk.names.nearest_person(text)
    return Part("person", text, name, names=frozenset({name})) if name else None


def _named(draft: Draft, desk: Desk, text: str, start: int) -> Part | None:
    if state := lexicon.DEMONYMS.get(text.casefold()):
        return Part("adjective", text, state, names=frozenset({state}))
    if " " in text and text.islower() and desk.names.actors_bearing(fold(text)):
        return None  # "put in" is not Putin
    name = lexicon.SHORT.get(text.casefold().replace("’", "'"), text)
    actors, places = desk.names.actors_called(name), desk.names.places_called(name)
    if places and not desk.names.is_place(name) and desk.is_common(name):
        places = ()  # "Economic" is no name of the Alabuga special economic zone
    if not actors and not places and text.title() in lexicon.STATES:
        kind = "place" if PLACING.search(draft.claim[:start]) and text.title() in lexicon.UNRECOGNISED else "country"
        return Part(kind, text, text.title(), names=frozenset({text.title()}))
    if name == text and len(fold(text)) <= 3 and not _may_be_a_name(desk, text):
        return None
    asked = WHERE.match(draft.claim, start + len(text)) is not None
    ends = asked or (desk.names.kind_of(name) != "state" and _is_on_route(draft.claim, start, len(text)))
    if places and (not actors or ends or PLACING.search(draft.claim[:start])):
        value = (places[0] if fold(places[0]) == fold(name) else desk.names.country_called(name)) or places[0]
        return Part("place", text, value, names=desk.names.places_within(name, places))
    if (
        not actors
        and " " not in text
        and not _SHIP.search(draft.claim[:start])
        and (text[:1].isupper() or not desk.is_common(text))
    ):
        actors = _bearing_all(draft, desk, text, start)
    return _one_of(draft, desk, text, actors, start) if actors else None


def _is_on_route(claim: str, start: int, length: int) -> bool:
    """Tell whether a name is an end of a line: "the Pyongyang-Moscow train"."""
    joined = claim[max(0, start - 1) : start] in ("-", "–") or claim[start + length : start + length + 1] in ("-", "–")
    return joined and _LINE.search(claim[start + length : start + length + _FAR]) is not None


def _bearing_all(draft: Draft, desk: Desk, text: str, start: int) -> tuple[str, ...]:
    """Return those who bear a word as a name, and the names right beside it too: "Lee Jong-sup" is no other Lee."""
    beside = [*_NAME_BEFORE.findall(draft.claim[:start]), *_NAME_AFTER.findall(draft.claim[start + len(text) :])]
    names = [word for word in beside if not desk.is_common(word) and not desk.names.is_known(word)]
    bearers = [desk.names.actors_bearing(word) for word in names]
    return tuple(actor for actor in desk.names.actors_bearing(text) if all(actor in each for each in bearers))


def _may_be_a_name(desk: Desk, short: str) -> bool:
    """Tell whether a text of three letters or fewer may be a name: "US" is one, "us" and "it" are not."""
    if len(short) < 2 or short == "OK":
        return False  # "V-Day"
    if short.isupper() or (short.istitle() and len(short) == 3):
        return True
    return short.casefold() not in lexicon.SMALL and not desk.is_common(short)


def _one_of(draft: Draft, desk: Desk, text: str, actors: tuple[str, ...], start: int) -> Part:
    """Choose among those who bear a short name: whoever is most on record at the time of the claim."""
    before = [part for part in draft.parts if start - part.start - len(part.text) in (1, 3)]  # "Russian", "Russia's"
    of_theirs = [name for name in actors if any(desk.names.state_of(name) in part.names for part in before)]
    actors = tuple(of_theirs) or actors
    if len(actors) == 1:
        return Part(desk.names.part_for(actors[0]), text, actors[0], names=frozenset(actors))
    periods = [part.period for part in draft.parts if part.period]
    leaders = tuple(name for name in actors if any(desk.names.leads_state(name, period) for period in periods[:1]))
    chosen = desk.most_on_record(leaders or actors, periods[0] if periods else None)
    return Part(desk.names.part_for(chosen), text, chosen, names=frozenset({chosen}))
