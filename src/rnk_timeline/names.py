"""Actors, places and categories under any of their names: aliases, affiliation, nearest spellings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from rnk_timeline.errors import UnknownNameError
from rnk_timeline.text import fold, listed, quoted, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rnk_timeline.model import Actor, Category, Place, Record


class Match(msgspec.Struct, frozen=True):
    """What a name stands for: the registered names it means, and every name that counts as it in an event."""

    meant: tuple[str, ...]
    names: frozenset[str]


class Index:
    """Names under their folded spellings and their single words."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        self.spellings: dict[str, list[str]] = {}
        self.bearers: list[tuple[str, list[frozenset[str]]]] = []
        for name, aliases in entries:
            known = [words(spelling) for spelling in (name, *aliases)]
            for spelling in known:
                bearers = self.spellings.setdefault("".join(spelling), [])  # what `fold` makes of it
                if name not in bearers:
                    bearers.append(name)
            self.bearers.append((name, [frozenset(spelling) for spelling in known]))

    def find(self, text: str) -> list[str]:
        """Return the names spelt so, or else those that bear all words of `text`; none is an empty list."""
        asked = frozenset(words(text))
        if not asked:
            return []
        if exact := self.spellings.get(fold(text)):
            return exact
        return [name for name, known in self.bearers if any(asked <= spelling for spelling in known)]

    def nearest(self, text: str, most: int = 3) -> list[str]:
        """Return the names whose spelling, or a word of it, is closest to `text`."""
        from difflib import get_close_matches

        spellings = dict(self.spellings)
        for name, known in self.bearers:
            for word in frozenset[str]().union(*known):
                if len(word) > 3:
                    spellings.setdefault(word, [name])
        close = get_close_matches(fold(text), spellings, n=most * 2, cutoff=0.7)
        return list(dict.fromkeys(name for spelling in close for name in spellings[spelling]))[:most]


class Names:
    """The registries of a record, ready to be asked."""

    def __init__(self, record: Record) -> None:
        self._record = record

    @cached_property
    def actors(self) -> Index:
        """The actors, registered or only named by an event, by their names."""
        return Index((actor.name, actor.aliases) for actor in self._with_unlisted_actors())

    @cached_property
    def places(self) -> Index:
        """The places by their names."""
        return Index((place.name, place.aliases) for place in self._with_unlisted_places())

    @cached_property
    def categories(self) -> Index:
        """The categories by their names."""
        return Index((kind.name, (kind.title, *kind.aliases)) for kind in self._with_unlisted_categories())

    def _with_unlisted_actors(self) -> list[Actor]:
        from rnk_timeline.model import Actor

        registered = {actor.name for actor in self._record.actors}
        used = dict.fromkeys(name for event in self._record.events for name in event.actors)
        return [*self._record.actors, *(Actor(name, "person") for name in used if name not in registered)]

    def _with_unlisted_places(self) -> list[Place]:
        from rnk_timeline.model import Place

        registered = {place.name for place in self._record.places}
        used = dict.fromkeys(name for event in self._record.events for name in event.places)
        return [*self._record.places, *(Place(name) for name in used if name not in registered)]

    def _with_unlisted_categories(self) -> list[Category]:
        from rnk_timeline.model import Category

        registered = {category.name for category in self._record.categories}
        used = dict.fromkeys(name for event in self._record.events for name in event.categories)
        return [*self._record.categories, *(Category(name, name) for name in used if name not in registered)]

    def actor(self, text: str) -> Match:
        """Return whom `text` means, with everyone and everything that belongs to them.

        Raises `UnknownNameError` with the nearest names if no actor bears it.
        """
        meant = self.actors.find(text)
        if not meant:
            raise _unknown("actor", text, self.actors.nearest(text), "rnk actors lists all")
        return Match(tuple(meant), frozenset(self.belonging_to(meant)))

    def belonging_to(self, names: list[str]) -> set[str]:
        """Return these actors with all that belong to them, directly or through others."""
        members: dict[str, list[str]] = {}
        for actor in self._record.actors:
            if actor.of:
                members.setdefault(actor.of, []).append(actor.name)
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(members.get(name, ()))
        return found

    def place(self, text: str) -> Match:
        """Return the places that `text` means: by name, or all that lie in the country it names."""
        countries = {fold(place.country) for place in self._record.places if place.country}
        asked = [fold(text), *(fold(name) for name in self.actors.spellings.get(fold(text), ()))]
        inside = [
            place.name
            for place in self._record.places
            if place.country and fold(place.country) in countries & set(asked)
        ]
        meant = inside or self.places.find(text)
        if not meant:
            raise _unknown("place", text, self.places.nearest(text), "rnk stats --by place lists all")
        return Match(tuple(meant), frozenset(meant))

    def category(self, text: str) -> str:
        """Return the name of the category that `text` means."""
        meant = self.categories.spellings.get(fold(text))
        if not meant:
            every = [category.name for category in self._with_unlisted_categories()]
            raise _unknown("category", text, self.categories.nearest(text, 1), f"the categories are {listed(every)}")
        return meant[0]


def _unknown(kind: str, text: str, near: list[str], otherwise: str) -> UnknownNameError:
    hint = f"did you mean {listed(near, last='or')}?" if near else otherwise
    return UnknownNameError(f"no {kind} {quoted(text)} on record; {hint}")
