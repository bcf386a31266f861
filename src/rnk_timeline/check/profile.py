"""An event made ready to be compared: who is in it, its sentences, what is done in it, its figures."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from rnk_timeline.check.lexicon import ACTIONS, MULTIPLES, NUMBERS, THINGS, TIMES, UNDONE
from rnk_timeline.period import MONTHS
from rnk_timeline.text import words

if TYPE_CHECKING:
    from rnk_timeline.model import Event

_LONGEST, _MOST = 2_000, 200
"""Characters of a sentence, and sentences of an event, that are read: ten times what the longest on record have."""
_OWNED = re.compile(r"['’]s\b")
_BEFORE = 60
"""Characters before a word within which it is denied, if it is."""
_COUNTED, _SHOWN = 45, 60
"""Characters after a figure, within which stands what it counts, and of both together."""


class Profile:
    """What an event holds, ready to be compared: who is in it, its text, its actions, its numbers."""

    def __init__(self, event: Event) -> None:
        self.event = event
        vote = event.vote
        voters = (*vote.against_by, *vote.abstained_by) if vote else ()
        self.involved = frozenset((*event.actors, *(claim.by for claim in event.claims), *voters))
        self.symbol = vote.symbol or "" if vote else ""
        self._titled: dict[str, bool] = {}

    @cached_property
    def told(self) -> str:
        """What the event says: its title, its summary and the claims on it."""
        said = " ".join(f"{claim.by} {claim.what}." for claim in self.event.claims)
        return f"{self.event.title}. {self.event.summary} {said}"

    @cached_property
    def text(self) -> str:
        """What the event says, with the facts of its corrections."""
        facts = " ".join(f"{correction.fact}." for correction in self.event.corrections)
        return f"{self.told} {facts}"

    @cached_property
    def sentences(self) -> list[str]:
        """The text of the event, sentence by sentence; of a stranger's endless one no more than a sentence has."""
        return [sentence[:_LONGEST] for sentence in re.split(r"(?<=[.;])\s", self.told)[:_MOST]]

    def sentences_with(self, pattern: re.Pattern[str]) -> list[tuple[str, re.Match[str]]]:
        """Return where a pattern stands in the text, each place with its sentence."""
        return [(sentence, match) for sentence in self.sentences for match in pattern.finditer(sentence)]

    @cached_property
    def _folded(self) -> str:
        return _folded(self.text)

    @cached_property
    def _folded_told(self) -> str:
        return _folded(self.told)

    def mentions(self, name: str, *, corrections: bool = True) -> bool:
        """Tell whether the text names this, as whole words; with the facts of its corrections or without."""
        term = " ".join(words(name))
        return bool(term) and f" {term} " in (self._folded if corrections else self._folded_told)

    def places(self, name: str) -> bool:
        """Tell whether the text puts something at a place of this name."""
        return (
            re.search(rf"\b(?:in|at|near|to|from) (?:the )?{re.escape(name)}\b", self.told, re.IGNORECASE) is not None
        )

    def does(self, action: str, *, verbs: bool = False) -> bool:
        """Tell whether something of this kind is done in the event, by its text; `verbs`: not what is but done."""
        found = [match for match in ACTIONS[action].finditer(self.told) if not verbs or not THINGS.fullmatch(match[0])]
        return any(not self._is_undone(match, self.told) for match in found)

    def undone(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the text says of something that it did not happen."""
        return any(self._is_undone(found, self.text) for found in pattern.finditer(self.text))

    @staticmethod
    def _is_undone(found: re.Match[str], text: str) -> bool:
        return UNDONE.search(text[max(0, found.start() - _BEFORE) : found.start()]) is not None

    def does_first(self, action: str) -> bool:
        """Tell whether something of this kind is done in the event, by its title."""
        if action not in self._titled:
            self._titled[action] = ACTIONS[action].search(self.event.title) is not None
        return self._titled[action]

    def is_of_doing(self, said: str) -> bool:
        """Tell whether the title speaks of the action that these words of a claim name."""
        return any(self.does_first(name) for name, pattern in ACTIONS.items() if pattern.fullmatch(said))

    @cached_property
    def numbers(self) -> dict[float, list[str]]:
        """The figures of the text, each with the words around it, wherever it stands."""
        vote = self.event.vote
        found = figures_of(self.told)
        if vote:
            for count in (vote.in_favour, vote.against, vote.abstained):
                if count is not None:
                    found.setdefault(float(count), [f"{count} in the vote"])
        return found


_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:[–-]\d{{1,2}})? )?(?:{'|'.join(MONTHS)})(?: \d{{1,2}},)?(?: \d{{4}})?\b"
    r"|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b|\bresolutions? \d+(?:(?:,| and|, and) \d+)*"
)
"""What is written in figures and counts nothing."""
DECADES = re.compile(r" decades?\b", re.IGNORECASE)
_HALVED = re.compile(
    r"\bhalved\b|\bby (?:more than )?half\b|(?<!first )(?<!second )(?<!other )\bhalf (?:of|the|its|their)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(rf"\b(?:{'|'.join(TIMES)})\b", re.IGNORECASE)
_UNITS = [word for word, number in NUMBERS.items() if 0 < number < 10]
_NUMBER = re.compile(
    r"(?<![\w/-])(?:(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"|(?P<word>{'|'.join(word for word in NUMBERS if word != 'one')})(?:-(?P<unit>{'|'.join(_UNITS)}))?"
    r"|a(?= [mb]illion\b)|(?P<pair>pair of|couple of))"
    rf"(?:\s?(?P<multiple>{'|'.join(MULTIPLES)})\b|(?= of \d[\d.,]* (?P<shared>million|billion)\b))?(?!\w)"
    r"(?! times)(?!(?: and \d+)?[ -]mm\b)",
    re.IGNORECASE,
)


def _folded(text: str) -> str:
    return f" {' '.join(words(re.sub(_OWNED, '', text)))} "


def figures_of(text: str) -> dict[float, list[str]]:
    """Return the figures of a text, dates apart, each with the words after it, wherever it stands."""
    found: dict[float, list[str]] = {}
    for match in _NUMBER.finditer(_DATE.sub(lambda date: " " * len(date[0]), text)):
        digits, word = match["digits"], match["word"]
        value = float(digits.replace(",", "")) if digits else NUMBERS.get((word or "").casefold(), 1.0)
        value = 2.0 if match["pair"] else value
        value += NUMBERS.get((match["unit"] or "").casefold(), 0)
        value *= MULTIPLES.get((match["multiple"] or match["shared"] or "").casefold(), 1)  # "9 of 30 million"
        value *= 10 if DECADES.match(text, match.end()) else 1
        start = match.start() - text[: match.start()].endswith("$")
        found.setdefault(value, []).append(" ".join(text[start : match.end() + _COUNTED].split())[:_SHOWN])
    for match in _HALVED.finditer(text):
        found.setdefault(50.0, []).append(match[0])
    for match in _TIMES.finditer(text):
        found.setdefault(TIMES[match[0].casefold()], []).append(match[0])
    return found


def is_number_of(number: str, symbol: str) -> bool:
    """Tell whether a number, or a whole symbol, is that of a document: 2270 is that of "S/RES/2270 (2016)"."""
    return re.search(rf"(?<!\d){re.escape(number)}(?!\d)", symbol, re.IGNORECASE) is not None
