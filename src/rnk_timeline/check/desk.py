"""The record made ready for many claims: its events by their words, and what its words are worth."""

from __future__ import annotations

import re
import weakref
from collections import Counter
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from rnk_timeline.check.namebook import NameBook, by_letter, is_slip, nearest
from rnk_timeline.check.profile import Profile, is_number_of
from rnk_timeline.check.ranking import Ranking
from rnk_timeline.check.reading import MAKE
from rnk_timeline.check.synonyms import others_for
from rnk_timeline.search import index
from rnk_timeline.text import words

if TYPE_CHECKING:
    from rnk_timeline.check.namebook import Spellings
    from rnk_timeline.check.told import Told
    from rnk_timeline.model import Event, Record
    from rnk_timeline.period import Period

_HALF_A_YEAR = 183
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)


class Desk:
    """What claims are checked against: a record as it stands on a day, and everything derived from it once."""

    def __init__(self, record: Record, events: tuple[Event, ...]) -> None:
        self.record = record
        self.events = {event.id: event for event in events}
        self.names = NameBook(record)
        self._index = index(events, record.actors)
        weakref.finalize(self, self._index.close)
        self._common: dict[str, bool] = {}
        self._weights: dict[str, float] = {}
        self._holding: dict[str, frozenset[str]] = {}
        self.told: dict[str, tuple[Told, ...]] = {}
        self.profiles = {event.id: Profile(event) for event in events}

    @cached_property
    def firsts(self) -> list[Profile]:
        """The events that call themselves the first of something, in their order."""
        return [profile for profile in self.profiles.values() if _FIRST.search(profile.event.title)]

    @cached_property
    def ranking(self) -> Ranking:
        """What ranks the events by how much they share with a claim."""
        return Ranking(self)

    def events_with(self, word: str) -> frozenset[str]:
        """Return the ids of the events that hold a word, in any of its forms, or another for the same thing."""
        return self._matching(word, "")

    def events_titled(self, word: str) -> frozenset[str]:
        """Return the ids of the events that hold a word, or another for the same thing, in their title."""
        return self._matching(word, "title : ")

    def _matching(self, word: str, where: str) -> frozenset[str]:
        key = where + word.casefold()
        if key not in self._holding:
            terms = [f'"{term}"' for each in {word.casefold(), *others_for(word)} if (term := " ".join(words(each)))]
            query = "SELECT id FROM event WHERE event MATCH ?"
            rows = self._index.execute(query, [f"{where}({' OR '.join(terms)})"]) if terms else ()
            found = frozenset(row[0] for row in rows)
            self._holding[key] = found if found or where else self._with_make(word)
        return self._holding[key]

    def _with_make(self, word: str) -> frozenset[str]:
        """Return the events that hold a make with the letter of its variant: "Il-62" where they say Il-62M."""
        if not MAKE.fullmatch(word):
            return frozenset()
        make = re.compile(rf"\b{re.escape(word)}[a-z]{{0,2}}\b", re.IGNORECASE)
        return frozenset(name for name, profile in self.profiles.items() if make.search(profile.text))

    def weight(self, word: str) -> float:
        """Return how much a word tells: much if few events hold it, nothing if all do."""
        if word not in self._weights:
            self._weights[word] = log((len(self.events) + 1) / (len(self.events_with(word)) + 0.5))
        return self._weights[word]

    def has_symbol(self, number: str) -> bool:
        """Tell whether a resolution of this number is on record."""
        return any(is_number_of(number, each.symbol) for each in self.profiles.values())

    def most_on_record(self, names: tuple[str, ...], when: Period | None) -> str:
        """Return the one of these actors that is most on record, at that time if one is given."""
        at_the_time = [event for event in self.events.values() if when is None or _is_about(event.date, when)]
        counts = Counter(name for event in at_the_time for name in event.actors if name in names)
        if not counts:
            counts = Counter(name for event in self.events.values() for name in event.actors if name in names)
        return counts.most_common(1)[0][0] if counts else names[0]

    def is_common(self, word: str) -> bool:
        """Tell whether the record uses a word as any word, not only as a name: it has it without a capital."""
        key = word.casefold()
        if key not in self._common:
            at_all = f" {key}" in self._told  # this settles most words
            self._common[key] = at_all and any(f" {key}{end}" in self._told for end in " .,;")
        return self._common[key]

    @cached_property
    def _told(self) -> str:
        return " ".join(profile.told for profile in self.profiles.values())

    def nearest_word(self, word: str) -> str | None:
        """Return the word of the record that a misspelt one must be; only names are spelt in many ways."""
        near = nearest(word.casefold(), self._vocabulary) if len(word) >= 6 and word.isalpha() else None
        if near is None:
            return None
        name = word[0].isupper() and not self.is_common(near)
        return near if name or is_slip(word, near) else None

    @cached_property
    def _vocabulary(self) -> Spellings:
        text = " ".join(f"{event.title} {event.summary}" for event in self.events.values())
        return by_letter({word: word for word in re.findall(r"[a-z]{5,}", text.casefold())})


def _is_about(date: Period, when: Period) -> bool:
    """Tell whether something was within half a year of a time: who is meant by "Kim" does not change by the day."""
    return (date.start - when.end).days < _HALF_A_YEAR and (when.start - date.end).days < _HALF_A_YEAR
