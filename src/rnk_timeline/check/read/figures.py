"""How many and which: the figures, document numbers and order words of a claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.profile import DECADES
from rnk_timeline.check.read.times import YEAR
from rnk_timeline.check.reading import Part

if TYPE_CHECKING:
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.read.draft import Draft, Word

_SYMBOL = re.compile(
    r"\b(?P<full>S/RES/\d+|A/RES/[\w-]+/\d+|ES-\d+/\d+|S/\d{4}/\d+|A/[\w-]+/L\.\d+|SC/\d+)"
    r"|\b(?:resolutions?|res\.?|unscr?|unsc res(?:olution)?)\s+(?:no\.?\s*)?(?P<number>\d{2,4}(?:/\d+)?)\b"
    r"|\b(?<!/)(?P<session>\d{2}/\d{1,3})\b(?!/)",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\b(?:north\w*|south\w*|east\w*|west\w*|first|second|other|and a)\s$", re.IGNORECASE)
"""Before a "half" that is one of two, not a figure."""
_PER_CENT = re.compile(r"\s*(?:%|per ?cent)")
_BY_THE = re.compile(r"\bby the\s$", re.IGNORECASE)
"""Before what only says that it was many: "by the million"."""
_PUT_AT = re.compile(
    r"\b(casualties|losses|deaths|dead|troops|soldiers|workers|trade|exports|imports)"
    r" (?:at|reached|totall?ed|numbered|were|was|hit)"
    r"\s(?:(?:over|about|around|some|nearly|almost|more than|at least|up to)\s)?\$?$",
    re.IGNORECASE,
)
"""What a figure counts that stands before it: "put casualties at 11,000"."""
_LOST = re.compile(r"\blost\s(?:\w+\s){0,2}$", re.IGNORECASE)
"""Before a figure of dead."""
_GLUED = re.compile(r"(?:km|kg|mw)\b", re.IGNORECASE)
_CALIBRE = re.compile(r"(?: and \d+)?[ -]?mm\b")
"""What is a part of a gun's name, not a figure."""
_METRES = re.compile(r"m (?:long|wide|high|deep|tall)\b")
"""Not millions."""
_SHARED = re.compile(r" of (?:the |its |their )?\d[\d.,]* (million|billion)\b", re.IGNORECASE)
_OFTEN = re.compile(r"(?:(?:only|just) )?\btwice\b|\b(?:only|just) once\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:an?|one)[ -](third|quarter|fifth|tenth)\b(?= (?:of|in|less|more|lower|higher|down|up)\b|[.,;?!]|$)",
    re.IGNORECASE,
)
_A_SPAN = re.compile(
    r"\b(?:for|last(?:s|ed|ing)|took|spent|within|under|got|had|gave [^.;,]{3,40}|given)\s"
    r"(?:about |over |nearly |almost )?((?:an?|one) (?:whole |full )?(day|week|month|year|decade))\b"
    r"(?! (?:ago|earlier|later|before|after|and a half)\b)",
    re.IGNORECASE,
)
"""How long something lasted, in words."""
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]+)?")
_PEOPLE = re.compile(
    rf"\s+(?:[a-z]+ed )?(?:North |South )?({'|'.join(map(str.title, lexicon.NATIONALS))})\b(?! [a-z]+s\b)"
)
_APART = re.compile(r"[,;:(]\s")
"""After which stands nothing that a figure counts."""
_NEAR = 40
"""Characters after a figure within which stands what it counts."""


class Figure(NamedTuple):
    """A figure in words of a claim: of how many words, its number, its text."""

    words: int
    number: float
    text: str


def take_symbols(draft: Draft, desk: Desk) -> None:
    """Read the symbols of documents and the numbers of resolutions."""
    for match in _SYMBOL.finditer(draft.claim):
        value = match["full"] or match["number"] or match["session"]
        plain = match["number"] and match[0].casefold().startswith("res")
        if plain and re.fullmatch(YEAR, value) and not desk.has_symbol(value):
            continue  # "the resolution 2017 ..."
        if draft.free(*match.span()):
            draft.take(*match.span(), Part("number", match[0], value.upper()))


def take_times_of_all(draft: Draft) -> None:
    """Read how often somebody ever met or went somewhere: "twice", "only once"; within one trip it is a detail."""
    dated = any(part.part == "date" for part in draft.parts)
    if dated or not any(part.value in lexicon.MEETING for part in draft.parts):
        return
    for match in _OFTEN.finditer(draft.claim):
        if draft.free(*match.span()):
            number = 2 if match[0].casefold().endswith("twice") else 1
            draft.take(*match.span(), Part("number", match[0], "2 times" if number > 1 else "1 time", number=number))


def take_shares(draft: Draft) -> None:
    """Read parts of a whole: "by a tenth"; "a third meeting" is which one."""
    for match in _SHARE.finditer(draft.claim):
        if draft.free(*match.span()):
            number = lexicon.SHARES[match[1].casefold()]
            draft.take(*match.span(), Part("number", match[0], f"{number} per cent", number=number))


def take_spans(draft: Draft) -> None:
    """Read how long something lasted where no figure says so: "for a month"."""
    for match in _A_SPAN.finditer(draft.claim):
        if draft.free(*match.span(1)):
            draft.take(*match.span(1), Part("number", match[1], f"1 {match[2].casefold()}", number=1.0))


def take_figures(draft: Draft, desk: Desk) -> None:
    """Read the figures, each with what it counts; a bare number that is a resolution's is that."""
    words = draft.words()
    position = 0
    while position < len(words):
        figure = _figure_at(draft.claim, words, position)
        if figure is None:
            position += 1
            continue
        first, position = words[position], position + figure.words
        start = first.start
        end = words[position - 1].end
        if figure.text.isdigit() and len(figure.text) > 2 and desk.has_symbol(figure.text):
            draft.take(start, end, Part("number", figure.text, figure.text))
        else:
            money = "dollars " if draft.claim[:start].endswith("$") else ""
            unit = _unit(draft.claim, first, words[position - 1], words[position:])
            value = f"{figure.number:,.12g} {money}{unit}".strip()
            draft.take(start, end, Part("number", figure.text, value, number=figure.number))
            if share := _PER_CENT.match(draft.claim, end):
                draft.take(end, share.end())


def _unit(claim: str, first: Word, last: Word, following: list[Word]) -> str:
    """Return what a figure counts: per cent, or the words of substance that follow it at once."""
    if _PER_CENT.match(claim, last.end) or last.text.casefold() in ("half", "halved"):
        return "per cent"
    if last.text.casefold() in lexicon.TIMES:
        return "fold"
    people = _PEOPLE.match(claim, last.end)  # "12 North Koreans": the name is what is counted
    apart = _APART.search(claim, last.end + 1)
    end = min(last.end + _NEAR, apart.start() if apart else len(claim))
    near = [word.text.casefold() for word in following if word.start < end]
    counted = [word for word in near if word not in lexicon.SMALL or word in lexicon.DURATIONS]
    lost = ["dead"] if _LOST.search(claim[: first.start]) else []
    counted = [*lost, *([people[1].casefold()] if people else []), *counted][:3]
    before = _PUT_AT.search(claim[: first.start])
    known = people or counted[0] in lexicon.KIND if counted else False
    return before[1].casefold() if before and not known else " ".join(counted)


def _figure_at(claim: str, words: list[Word], position: int) -> Figure | None:
    """Return the figure that begins at a word, with the "hundred" or "million" after it."""
    word = words[position]
    lowered = word.text.casefold()
    if lowered in ("half", "halved"):
        return _half(claim, word)
    if lowered in lexicon.TIMES:
        return Figure(1, lexicon.TIMES[lowered], word.text)
    if lowered in ("million", "billion") and position and not _BY_THE.search(claim[: word.start]):
        return Figure(1, 1.0 * lexicon.MULTIPLES[lowered], word.text)
    return _in_words(claim, word) or _in_digits(claim, words, position)


def _in_words(claim: str, word: Word) -> Figure | None:
    """Return a number of two words: "twenty-five"."""
    tens = lexicon.NUMBERS.get(word.text.casefold(), 0)
    more = re.match(r"[- ](\w+)", claim[word.end :])
    if tens < 20 or more is None or more[1] not in lexicon.NUMBERS:
        return None
    return Figure(2, 1.0 * tens + lexicon.NUMBERS[more[1]], word.text + more[0])


def _in_digits(claim: str, words: list[Word], position: int) -> Figure | None:
    """Return a number of one word or in digits, with what multiplies it."""
    word, used = words[position], 1
    lowered = word.text.casefold()
    number = None if claim[: word.start][-1:].isalpha() else _digits(claim, word)  # "WW2"
    if lowered in lexicon.NUMBERS and lowered not in ("one", "zero"):
        number = float(lexicon.NUMBERS[lowered])
    if number is None:
        return None
    number *= 10 if DECADES.match(claim, word.end) else 1
    for following in words[position + 1 :]:
        if following.text.casefold() not in lexicon.MULTIPLES or _METRES.match(claim, following.start):
            break
        number *= lexicon.MULTIPLES[following.text.casefold()]
        used += 1
    if used == 1 and (shared := _SHARED.match(claim, word.end)):  # "nine of the 30 million"
        number *= lexicon.MULTIPLES[shared[1].casefold()]
    return Figure(used, number, claim[word.start : words[position + used - 1].end])


def _half(claim: str, word: Word) -> Figure | None:
    if re.match(r"half a dozen\b", claim[word.start :], re.IGNORECASE):
        return Figure(3, 6, claim[word.start : word.start + len("half a dozen")])
    of = re.match(r" (?:of|the|its|their)\b", claim[word.end :])
    halves = word.text.casefold() == "halved" or (of and not _PART_OF.search(claim[: word.start]))
    return Figure(1, 50, word.text) if halves else None


def _digits(claim: str, word: Word) -> float | None:
    """Return a number in digits; None for an ordinal, or for what is part of a name ("KN-23", "20th", "4x")."""
    if not word.text[0].isdigit() or claim[: word.start].endswith("-") or ordinal(claim, word):
        return None
    glued = claim[word.end : word.end + 1].isalpha() and not _GLUED.match(claim, word.end)
    if (glued and _suffix(claim, word) is None) or _CALIBRE.match(claim, word.end):
        return None
    return float(word.text.replace(",", "")) if _NUMBER.fullmatch(word.text) else None


def ordinal(claim: str, word: Word) -> int | None:
    """Return which one a word says: "third" and "3rd" are 3."""
    if word.text.isdigit() and (_suffix(claim, word) or "").casefold() in ("st", "nd", "rd", "th"):
        return int(word.text)
    return lexicon.ORDINALS.get(word.text.casefold())


def _suffix(claim: str, word: Word) -> str | None:
    match = re.match(r"(k|m|bn|mn|st|nd|rd|th)\b", claim[word.end :], re.IGNORECASE)
    return match[1] if match else None
