"""How many: the figures and document numbers of a claim beside those of an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.parts.orders import how_often
from rnk_timeline.check.parts.spans import age, span
from rnk_timeline.check.parts.votes import ballots
from rnk_timeline.check.profile import is_number_of
from rnk_timeline.check.stems import stem
from rnk_timeline.text import words

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.reading import Part

_TURNS = (
    re.compile(r"\W*\w+ (?:off|away|ahead|to go|later|after)\b", re.IGNORECASE),
    re.compile(r"\W*\w+ \w+ (?:before|earlier|ago)\b", re.IGNORECASE),
)
"""After a number of days that were still to come, and that had passed."""
_NUMBERED = re.compile(r"\b(article|chapter|point|paragraph)\s+$", re.IGNORECASE)
_CHANCE = 12
"""A figure above this is hardly the same by chance."""
_LASTING = 2
"""Words after a figure within which stands how long something lasts."""
_HEADS = 2
"""Words after a figure of which one is what it counts, not what became of it."""
_NEAR = 60
"""Characters after a figure within which stands whom it counts."""
_SMALLER = {"year": ("months", 12), "week": ("days", 7)}
"""The unit that is told for a larger one, and how many make it."""
_PER_CENT = ["per", "cent"]
_BARE = 12
"""A figure above this counts something even if no word says what."""
_REACH = ((lexicon.ROUGHLY, (0.9, 1.1)), (lexicon.MORE, (1.0, 1.5)), (lexicon.LESS, (0.7, 1.0)))
"""How far a figure may lie from what the words before it say, as parts of it."""
_ROUNDED = (0.85, 1.15)
"""And from a share in words: "a tenth"."""


def number(part: Part, case: Case) -> Mark:
    """Judge a figure by the event's figures that count the same; a document number by the event's text."""
    if part.number is None:
        return _document(part, case)
    if numbered := _NUMBERED.search(case.reading.claim[: part.start]):
        return _article(part, numbered[1], case)
    judges = (how_often, ballots, age, _turned, span, _in_smaller_unit, _figure)
    return next(mark for judge in judges if (mark := judge(part, case)))


def _figure(part: Part, case: Case) -> Mark:
    """Judge a figure by those of the event that count the same."""
    before, after = case.reading.claim[max(0, part.start - 40) : part.start], case.reading.claim[part.start :]
    units = part.value.partition(" ")[2].split()
    units += ["wounded"] if lexicon.HURT.search(after[:_NEAR]) else []
    alike = _alike(units, case)
    near, meant = list(alike.values()), _meant(part, alike, case)
    same = alike.get(meant) or next(iter(case.profile.numbers.get(meant, ())), None)
    if same and same.casefold() in lexicon.TIMES and same not in near:
        same = None
    exact = not any(said.search(before) for said, _ in _REACH)
    if exact and same in near and (closer := _closer(units, same, near)):
        return Mark("number", part.text, "differs", closer)
    dead = lexicon.DEAD.search(part.value) or (not units and lexicon.DEAD.search(before))
    if same and dead and _is_of_hurt(same, case) and not lexicon.HURT.search(before + after):
        return Mark("number", part.text, "differs", same)
    if not same and part.number and re.search(rf"\b{part.number:.12g}(?:st|nd|rd|th)\b", case.profile.told):
        return Mark("number", part.text, "fits", f"{part.number:g}th")
    another = _counts_another(units, same or "")
    alone = not near and not (another and (units == _PER_CENT or _is_of_losses(units)))
    if same and (same in near or alone or (not another and (part.number or 0) > _CHANCE)):
        return Mark("number", part.text, "fits", same)
    return Mark("number", part.text, "differs" if near else "silent", "; ".join(near[:3]))


def _alike(units: list[str], case: Case) -> dict[float, str]:
    """Return the figures of the event that count what the claim's counts, each with the words where it does."""
    told = ((number, text) for number, texts in case.profile.numbers.items() for text in texts)
    found: dict[float, str] = {}
    for number, text in told:
        if number not in found and counts_the_same(units, text):
            found[number] = text
    return found


def _turned(part: Part, case: Case) -> Mark | None:
    """Return that something was as long after a thing as the claim says that it was before, or the reverse."""
    if lexicon.DURATIONS.isdisjoint(part.value.split()):
        return None
    after = case.reading.claim[part.start + len(part.text) :]
    opposite = next((there for here, there in (_TURNS, _TURNS[::-1]) if here.match(after)), None)
    told = case.profile.numbers.get(part.number or 0.0, ()) if opposite else ()
    turned = next((text for text in told if opposite and opposite.search(text)), None)
    return Mark("order", part.text, "differs", turned) if turned else None


def _in_smaller_unit(part: Part, case: Case) -> Mark | None:
    """Judge how long something was by the figures of the event in a smaller unit: "two years" are 24 months."""
    units = part.value.split()[1:]
    if (unit := "".join(units[:1]).rstrip("s")) not in _SMALLER:
        return None
    smaller, times = _SMALLER[unit]
    if part.number == 1 and re.search(rf"\b(?:an?|one) (?:\w+ )?{units[0]}\b", case.profile.told):
        return Mark("number", part.text, "fits", part.text)
    told = _alike([smaller], case)
    within = _within_reach(part, (part.number or 0.0) * times, case)
    if same := next((told[number] for number in within if number in told), ""):
        return Mark("number", part.text, "fits", same)
    alone = len(told) == 1 and not _alike(units, case)
    return Mark("number", part.text, "differs", next(iter(told.values()))) if alone else None


def _within_reach(part: Part, asked: float, case: Case) -> list[float]:
    """Return the figures of the event that are this one, or that "about" or "over" before the claim's takes in."""
    before = case.reading.claim[: part.start]
    shared = part.text.split()[-1].casefold() in lexicon.SHARES
    low, high = next((reach for said, reach in _REACH if said.search(before)), _ROUNDED if shared else (1.0, 1.0))
    return [number for number in case.profile.numbers if asked * low <= number <= asked * high]


def counts(part: Part) -> bool:
    """Tell whether a figure counts what is always counted: people, ships, states."""
    counted = set(part.value.split()[1:]) - lexicon.DURATIONS
    if "fold" in counted or (not counted and part.number and part.number > _BARE):
        return True
    return not counted.isdisjoint(lexicon.KIND)


def _article(part: Part, kind: str, case: Case) -> Mark:
    """Judge the number of an article or chapter by those that the event names."""
    found = re.findall(rf"\b{kind}s? (\d+)", case.profile.told, re.IGNORECASE)
    if f"{part.number:g}" in found:
        return Mark("number", part.text, "fits", part.text)
    return Mark("number", part.text, "differs" if found else "silent", ", ".join(f"{kind} {each}" for each in found))


def _is_of_hurt(figure: str, case: Case) -> bool:
    """Tell whether a figure of the event counts dead and wounded together: by its sentence."""
    sentence = next((each for each in case.profile.sentences if figure[:12] in " ".join(each.split())), figure)
    hurt, dead = lexicon.HURT.search(figure), lexicon.DEAD.search(figure)
    if dead and hurt and dead.start() < hurt.start():  # "600 dead, 4,700 casualties"
        return False
    return hurt is not None or (
        lexicon.HURT.search(sentence) is not None and not lexicon.DEAD.search(lexicon.HURT.sub("", sentence))
    )


def _meant(part: Part, alike: dict[float, str], case: Case) -> float:
    """Return the figure of the event that the claim's means: itself, or what "about" or "over" takes in."""
    asked = part.number or 0.0
    within = _within_reach(part, asked, case)
    within = [number for number in within if number in alike] or within
    if asked in within:
        return asked
    return min(within, key=lambda number: abs(number - asked), default=asked)


def _document(part: Part, case: Case) -> Mark:
    symbol = case.event.vote.symbol if case.event.vote else None
    if symbol and is_number_of(part.value, symbol):
        return Mark("number", part.text, "fits", symbol)
    if is_number_of(part.value, case.profile.text):
        return Mark("number", part.text, "fits", part.value)
    return Mark("number", part.text, "differs" if symbol else "silent", symbol or "")


def counts_the_same(units: list[str], text: str) -> bool:
    """Tell whether a figure of an event counts what the claim's figure counts, by a word that both have beside it."""
    if units == _PER_CENT:
        return bool(re.search(r"^\S+\s?(?:%|per ?cent)|^(?:by .*)?hal(?:f|ved)", text, re.IGNORECASE))
    if units == ["fold"]:
        return text.casefold() in lexicon.TIMES
    following = [_unit(word) for word in re.findall(r"[^\W\d_]+", text)[:6]]
    following += ["dolla"] if text.startswith("$") else []
    # "500,000 barrels a year" are no years
    following = [word for place, word in enumerate(following) if place < _LASTING or word not in _SPANS]
    counted = (unit for unit in units if len(unit) > 2 and (unit in lexicon.KIND or not unit.endswith("ed")))
    asked = set(map(_unit, counted))
    if asked & set(lexicon.NATIONALS):  # "3,000 North Koreans" may be soldiers or workers
        asked |= {_unit(people) for people in ("troops", "people", "workers")}
    return not asked.isdisjoint(following)


def _closer(units: list[str], same: str, near: list[str]) -> str:
    """Return the figure that stands right before what is counted, where the one that is as high counts something else.

    "Six guards were hurt" is not what "four guards and six fishermen were hurt" says.
    """
    heads = units[:_HEADS]
    if named := [text for text in near if heads and _is_right_before(heads[0], text)]:
        another = any(_is_right_before(word, same) for word in lexicon.KIND if stem(word) != stem(heads[0]))
        return named[0] if another and same not in named else ""
    if instead := _of_right_kind(units, same, near):
        return instead
    if counts_the_same(heads, same):
        return ""
    told = ((text, " ".join(text.split()[: _HEADS + 1])) for text in near)
    return next((text for text, beginning in told if counts_the_same(heads, beginning)), "")


_PEOPLE = {lexicon.KIND[word] for word in ("troops", "people", "builders", *lexicon.NATIONALS)}


def _of_right_kind(units: list[str], same: str, near: list[str]) -> str:
    """Return the figure that counts what a claim counts, if the one as high counts another kind: people, not ships."""
    asked = _kinds(units)
    told = _kinds(same.split()[1:3])
    if not asked or not told or asked & told or not (asked | told) - _PEOPLE:  # soldiers may be builders
        return ""
    return next((text for text in near if asked & _kinds(text.split()[1:3])), "")


def _kinds(said: list[str]) -> set[int]:
    """Return which kinds of things words count, as the lexicon numbers them."""
    plain = (word.casefold().rstrip(".,;:") for word in said)
    return {lexicon.KIND[word] for word in plain if word in lexicon.KIND}


def _is_right_before(word: str, text: str) -> bool:
    """Tell whether a figure stands right before this very word: "1,000 sappers"."""
    return stem(word) in map(stem, text.split()[1:2])


def _counts_another(units: list[str], text: str) -> bool:
    """Tell whether a figure of an event is known to count another kind of thing than the claim's."""
    if units == _PER_CENT:
        return not counts_the_same(units, text)
    asked, told = _kinds(units), _kinds(words(text)[:6])
    return bool(told and not asked & told and (asked or _is_of_losses(units)))


def _is_of_losses(units: list[str]) -> bool:
    return any(word.startswith(("casualt", "loss")) for word in units)


def _unit(word: str) -> str:
    """Return what a word counts, the same for words that count the same things."""
    lowered = word.casefold()
    return lexicon.SAME_UNITS[lexicon.KIND[lowered]][0] if lowered in lexicon.KIND else lowered.rstrip("s")[:5]


_SPANS = frozenset(map(_unit, lexicon.DURATIONS))
"""What the units of time count."""
