"""Which events a claim may be of: ranked by what they share with it, rare things for more than common ones."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from rnk_timeline.check.lexicon import ACTORS, NUMBERS, SIDES
from rnk_timeline.check.profile import is_number_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import date

    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.period import Period

LONG = 400
"""Days: what lasts longer is no answer to "when"."""
_TELLING = 20
"""A figure from here on is hardly the same by chance."""
# What else a part counts is in rarities, the logarithm of how few events have a thing: 3 is one event in twenty. The
# amounts, and the shares of a rarity, are those that serve the claims in benchmarks/claims best.
_FIGURE = 3.0
_CHANCE = 1.0
"""What a figure counts that tells, and one that is the same in many events by chance."""
_SAID = 3.0
"""What it counts that a claim's actor said what it says that they said."""
_TITLED = 0.3
"""What it counts, beside its rarity, that a word stands in the title of an event."""
UNREAD = 2.6
"""What a word tells that nothing on record holds."""
_DEED = 1.5
"""What an action tells: titles do not all name it, so that it is less rare than it seems."""
Shared = tuple["AbstractSet[str]", float]
"""Events that share something with a claim, and how much that counts."""


class Ranking:
    """Ranks the events of a desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._doing: dict[str, frozenset[str]] = {}

    @cached_property
    def _involving(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, profile in self.desk.profiles.items():
            for actor in profile.involved:
                found.setdefault(actor, set()).add(name)
        return found

    @cached_property
    def _at(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for event in self.desk.events.values():
            for place in event.places:
                found.setdefault(place, set()).add(event.id)
        return found

    def candidates(self, reading: Reading, most: int) -> list[tuple[str, float]]:
        """Return the events that share the most with a claim, with how much: rare things shared count for more."""
        scores: dict[str, float] = defaultdict(float)
        shared = [each for part in reading.parts for each in self._sharing(part)]
        shared += [(self.desk.events_with(word), self.desk.weight(word)) for word in reading.matter]
        shared += [(self.desk.events_titled(word), self.desk.weight(word) * _TITLED) for word in reading.matter]
        shared.append((self._saying(reading), _SAID))
        for found, weight in shared:
            for name in found:
                scores[name] += weight
        for name in _best(scores, most * 4):  # reading every event's figures for every claim would take too long
            numbers = self.desk.profiles[name].numbers if reading.of("number") else {}
            figures = [part.number for part in reading.of("number") if part.number in numbers]
            scores[name] += sum(_FIGURE if figure and figure >= _TELLING else _CHANCE for figure in figures)
        return [(name, scores[name]) for name in _best(scores, most)]

    def _saying(self, reading: Reading) -> set[str]:
        """Return the events on which one of the actors of a claim said what the claim says that they said."""
        if not (stances := reading.stances):
            return set()
        speakers = [self.desk.names.belonging_to(part.names) for part in reading.of(*SIDES)]
        return {
            event.id
            for event in self.desk.events.values()
            for claim in event.claims
            if claim.stance in stances and any(claim.by in names for names in speakers)
        }

    def _sharing(self, part: Part) -> list[Shared]:
        ways = {
            **dict.fromkeys(ACTORS, self._sharing_actor),
            "adjective": self._sharing_actor,
            "place": self._sharing_place,
            "date": self._sharing_period,
            "action": self._sharing_action,
            "number": self._sharing_symbol,
        }
        return ways[part.part](part) if part.part in ways else []

    def _sharing_actor(self, part: Part) -> list[Shared]:
        near = self._where(self._involving, self.desk.names.belonging_to(part.names))
        named = self._where(self._involving, part.names)
        return [
            (near, self._rarity(near) * 0.7),
            (named, self._rarity(named) * 0.5),
            (self.desk.events_with(part.text), 0.5),
        ]

    def _sharing_place(self, part: Part) -> list[Shared]:
        found = self._where(self._at, part.names)
        return [(found, self._rarity(found)), (self.desk.events_with(part.text), self.desk.weight(part.text) * 0.4)]

    def _sharing_period(self, part: Part) -> list[Shared]:
        if part.period is None:
            return []
        if part.value.startswith("of "):
            found = self._at_the_time(part.period, within=None)
            weight = 2.0 if part.period.precision == "year" else max(self._rarity(found), 2.0)
            return [(found, weight + 0.7), (self.desk.events_with(part.period.text) - found, 1.5)]
        found = self._at_the_time(part.period, within=LONG)
        return [(found, max(self._rarity(found), 1.0))]

    def _at_the_time(self, period: Period, *, within: int | None) -> set[str]:
        """Return the events of a time, of those that lasted fewer days than `within`."""
        first, last = period.start, period.end
        return {
            name
            for start, end, days, name in self._times
            if start <= last and end >= first and (within is None or days < within or start >= first)
        }

    @cached_property
    def _times(self) -> list[tuple[date, date, int, str]]:
        dates = ((event.date, event.id) for event in self.desk.events.values())
        return [(when.start, when.end, (when.end - when.start).days, name) for when, name in dates]

    def _sharing_action(self, part: Part) -> list[Shared]:
        if part.value not in self._doing:  # by the titles: to search every text would take too long
            first = frozenset(name for name, profile in self.desk.profiles.items() if profile.does_first(part.value))
            self._doing[part.value] = first
        found = self._doing[part.value]
        return [
            (found, self._rarity(found) * 0.6),
            (self.desk.events_with(part.text), self.desk.weight(part.text) * 0.4),
        ]

    def _sharing_symbol(self, part: Part) -> list[Shared]:
        if part.number is not None:
            holding = self._holding_figure(part.text)
            return [(holding, self._rarity(holding) * (0.6 if part.number >= _TELLING else 0.2))] if holding else []
        own = {name for name, profile in self.desk.profiles.items() if is_number_of(part.value, profile.symbol)}
        found = own | {name for name, profile in self.desk.profiles.items() if part.value in profile.text}
        return [(found, self._rarity(found) * 1.2), (own, self._rarity(own) * 0.6)]

    @staticmethod
    def _where(table: dict[str, set[str]], names: frozenset[str]) -> set[str]:
        return set[str]().union(*(table.get(name, ()) for name in names))

    def _rarity(self, found: AbstractSet[str]) -> float:
        return log((len(self.desk.events) + 1) / (len(found) + 0.5))

    def coverage(self, reading: Reading, name: str, held: float, asked: float) -> float:
        """Return how much of a claim's substance an event holds, from 0 to 1.

        `asked` is how much the claim's parts tell, `held` how much of it the event holds. Words of substance count by
        how rare they are; one that nothing on record holds counts against the event.
        """
        matter = {word: self.desk.weight(word) for word in reading.matter}
        strangers = reading.strangers  # judged as parts of their own
        unread = sum(UNREAD for word in reading.unread if word not in strangers)
        whole = sum(matter.values()) + unread + asked
        return (self.shared(reading, name) + held) / whole if whole else 0.0

    def tells(self, part: Part) -> float:
        """Return how much a part of a claim tells of which event it is of: much if few events have it."""
        if part.part in ACTORS:
            return self._rarity(self._where(self._involving, part.names))
        if part.part == "place":
            return self._rarity(self._where(self._at, part.names))
        if part.part == "date":
            return max((weight for _, weight in self._sharing_period(part)), default=1.0)
        if part.part == "number":
            telling = part.number is None or part.number >= _TELLING or part.value.endswith(" per cent")
            return _FIGURE if telling else _CHANCE
        return 0.0 if part.part == "adjective" else _DEED

    def shared(self, reading: Reading, name: str) -> float:
        """Return how much the words of substance tell that a claim has in common with an event."""
        return sum(self.desk.weight(word) for word in reading.matter if name in self.desk.events_with(word))

    def _holding_figure(self, text: str) -> frozenset[str]:
        word = text.casefold()
        digits = {word, str(NUMBERS.get(word, word))}
        return frozenset[str]().union(*map(self.desk.events_with, digits))


def _best(scores: dict[str, float], most: int) -> list[str]:
    return sorted(sorted(scores), key=scores.__getitem__, reverse=True)[:most]  # of equals the first by name
