"""Whose a thing is, and of which place a body: by what stands before the thing, or after the body, in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.stems import stem

if TYPE_CHECKING:
    from rnk_timeline.check.beside import Beside
    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.check.told import Told

_THING = re.compile(r"\s+([^\W\d_]{4,})")
_OWN_THING = re.compile(r"['’]s?\s+([^\W\d_]{4,})")
"""After a name that gives a thing its nationality or its name, and after one whose it is."""
_SEAT = re.compile(r"(?:['’]s)?\s(?:[a-z]\w+\s)?")
"""Between a place and the body that is said to be of it."""
_SEAT_OF_FIRM = re.compile(rf"\s(?:{lexicon.FIRMS}|shipper|agent|outfit)\s")
"""And between a capital, that may stand for its state, and a firm of that city."""
_SEATED_AT = re.compile(r", an? (?:\w+ )?\w+ (?:from|of|in|based in) $", re.IGNORECASE)
"""Between a body and the place that a claim says it is of: "Mokran, a builder from Vladivostok"."""
_SEATED = re.compile(r",?\s(?:[^.;,]{1,40}\s)?(?:of|in|from|at)\s", re.IGNORECASE)
"""Between a body and the place that it is of."""
_HIS = re.compile(r"(?:['’]s|,? (?:and|with) (?:his|her|their)) (?:\w+ )?", re.IGNORECASE)
"""Between a person and the body that is said to be theirs."""
_ENDING = r"(?:(?<=\w{6})\w*|s?)\b"
"""What a word goes on with after its beginning; a short one is whole."""


def owned(part: Part, reading: Reading) -> str:
    """Return the word for what is somebody's, or of some nationality: the word right after it."""
    if part.part not in ("adjective", "country", "place"):
        return ""
    names = part.part == "adjective" or reading.gives_name(part)
    match = (_THING if names else _OWN_THING).match(reading.claim, part.start + len(part.text))
    return match[1] if match and match[1].casefold() not in lexicon.SMALL else ""


def other_owner(part: Part, beside: Beside) -> str:
    """Return whose a thing is on record, if of every sentence that speaks of it none names the same owner."""
    thing = re.compile(rf"\b{re.escape(stem(owned(part, beside.reading)))}{_ENDING}", re.IGNORECASE)
    names = beside.reading.gives_name(part)
    found = ""
    for sentence in beside.told:
        for match in thing.finditer(sentence.text):
            near = [each for each in sentence.names if _is_owner(each, sentence.text, match.start())]
            inside = beside.desk.names.places_within(part.value, ())
            near = [each for each in near if each.value not in inside]  # a Vladivostok firm is Russian
            told = (names or not near) and beside.mentions(sentence, part)
            if told or any(beside.is_same(each, part) for each in near):
                return ""
            found = found or ", ".join(each.value for each in near[:1] if not each.names & beside.named)
    return found


def _is_owner(named: Part, text: str, thing: int) -> bool:
    """Tell whether a name stands right before a thing, as whose it is."""
    between = text[named.start + len(named.text) : thing]
    return named.part in ("country", "adjective", "place") and re.fullmatch(r"(?:['’]s)?\s", between) is not None


def other_head(body: Part, beside: Beside) -> str:
    """Return whose a body is on record, if a claim says that it is the person's named before it."""
    claim = beside.reading.claim
    owners = [each for each in beside.reading.of("person") if each.start < body.start]
    if not owners or not _HIS.fullmatch(claim[owners[-1].start + len(owners[-1].text) : body.start]):
        return ""
    found = ""
    for sentence, named in _named(body, beside):
        people = [each for each in sentence.names if each.part == "person" and each.start < named.start]
        if any(beside.is_same(each, owners[-1]) for each in people[-1:]):
            return ""
        found = found or "".join(each.value for each in people[-1:])
    return found


def _named(body: Part, beside: Beside) -> list[tuple[Told, Part]]:
    """Return where the event names a body: each sentence with the name in it."""
    return [(sentence, each) for sentence in beside.told for each in sentence.names if beside.is_same(each, body)]


def seated(place: Part, reading: Reading) -> Part | None:
    """Return the body that a claim says is of a place: "Vladivostok builder Mokran", "Moscow's Agrosoyuz"."""
    bodies = {each.start: each for each in reading.of("organisation")} if place.part in ("place", "country") else {}
    seat = _SEAT if place.part == "place" else _SEAT_OF_FIRM
    after = seat.match(reading.claim, place.start + len(place.text))
    if after and after.end() in bodies:
        return bodies[after.end()]
    before = _SEATED_AT.search(reading.claim[: place.start])
    ends = {each.start + len(each.text): each for each in bodies.values()}
    return ends.get(before.start()) if before else None


def other_seat(place: Part, body: Part, beside: Beside) -> str:
    """Return the place that a sentence gives a body right after its name, if none gives it that of the claim."""
    found = ""
    for sentence, named in _named(body, beside):
        end = named.start + len(named.text)
        seats = [each for each in sentence.names if _SEATED.fullmatch(sentence.text[end : each.start])]
        if any(beside.is_same(each, place) and (place.part == "place" or each.text == place.text) for each in seats):
            return ""
        found = found or ", ".join(each.value for each in seats[:1] if each.part in ("place", "country"))
    return found
