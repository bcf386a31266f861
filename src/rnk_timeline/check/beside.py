"""The sentences of an event beside the words of a claim: how much of what stands around a name each of them holds."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.lexicon import ACTIONS, SIDES
from rnk_timeline.check.stems import stem
from rnk_timeline.check.synonyms import is_among
from rnk_timeline.check.told import TOKEN

if TYPE_CHECKING:
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.check.told import Told

_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|them|their|the (?:guest|visitor|envoy))\b", re.IGNORECASE)
NEAR = 5
"""Words on either side of a name that are surely of it."""
_FAR = 0.35
"""What a word further off counts, beside one that is near."""
_DEED = 1.5
_NAMED = 0.8
_MOST = 4.0
"""What an action, a name and, at most, a word of the claim count that a sentence holds too."""
_KINDS = {"person": ("person",), "country": ("country", "adjective"), "place": ("place",)}


class Beside:
    """The sentences of one event beside one claim.

    `named` is everybody and every place that the claim names, with what belongs to them.
    """

    def __init__(self, told: tuple[Told, ...], reading: Reading, desk: Desk) -> None:
        self.told = told
        self.reading = reading
        self.desk = desk
        self.tokens = [(match[0], match.start()) for match in TOKEN.finditer(reading.claim)]
        self.named = self._all_of(reading.of(*SIDES, "place"))
        self._deeds = {deed.start: ACTIONS[deed.value] for deed in reading.of("action")}

    def _all_of(self, parts: list[Part]) -> frozenset[str]:
        names = frozenset[str]().union(*(self.desk.names.belonging_to(part.names) | part.names for part in parts))
        return names | {self.desk.names.state_of(name) for name in names}

    def is_same(self, named: Part, part: Part) -> bool:
        """Tell whether a name in a sentence is that of a part of the claim, or of what belongs to it, or it to that."""
        near = self.desk.names.belonging_to(part.names) | part.names
        return bool(named.names & near or part.names & self.desk.names.belonging_to(named.names))

    def is_of_its_state(self, part: Part, named: Part) -> bool:
        """Tell whether a name is a state's, where the claim has a place in it or in none: it is no other place."""
        whole, state = (self.desk.names.kind_of(each.value) == "state" for each in (part, named))
        return state and not whole and part.part == "place" and (len(part.names) == 1 or bool(part.names & named.names))

    def mentions(self, sentence: Told, part: Part) -> bool:
        """Tell whether a sentence names what a part of the claim names, or may by a pronoun."""
        if any(self.is_same(each, part) for each in sentence.names):
            return True
        if part.part == "person" and (_PRONOUN.search(sentence.text) or stem(part.value.split()[0]) in sentence.stems):
            return True
        return any(
            name.casefold() in sentence.text.casefold() for name in (part.text, part.value, part.value.split()[-1])
        )

    def others(self, named: tuple[Part, ...], part: Part) -> list[str]:
        """Return those of some names that are of the kind of a part of the claim, and that the claim does not name."""
        kinds = _KINDS[part.part]
        return [
            each.value
            for each in named
            if each.part in kinds and not each.names & self.named and not self.is_of_its_state(part, each)
        ]

    def score(self, sentence: Told, part: Part, near: int = NEAR) -> float:
        """Return how much of what stands around a part of the claim a sentence holds; other names count little."""
        own = range(part.start, part.start + len(part.text))
        at = [number for number, (_, start) in enumerate(self.tokens) if start in own] or [0]
        score = sum(
            _NAMED * self.mentions(sentence, each)
            for each in self.reading.of(*SIDES, "place")
            if each.start != part.start
        )
        for number, (token, start) in enumerate(self.tokens):
            nearness = 1.0 if min(abs(number - each) for each in at) <= near else _FAR
            score += nearness * self._shared(sentence, token, start)
        return score

    def _shared(self, sentence: Told, token: str, start: int) -> float:
        """Return what a word of the claim counts if a sentence holds it: as a deed, or as much as it tells."""
        if start in self._deeds:
            return _DEED if self._deeds[start].search(sentence.text) else 0.0
        if start in self._of_names or token.casefold() in lexicon.SMALL or not is_among(token, sentence.stems):
            return 0.0
        return min(self.desk.weight(token), _MOST)

    @cached_property
    def _of_names(self) -> set[int]:
        """Where the letters of names and times stand in the claim."""
        claim = self.reading.claim
        parts = [(each.start, each.text) for each in self.reading.of(*SIDES, "place", "date")]
        parts += [(claim.find(word), word) for word in self.reading.strangers]
        return {at for start, text in parts for at in range(start, start + len(text))}
