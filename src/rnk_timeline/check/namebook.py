"""Who and what bears which name: the registries of a record, asked by a word, a spelling or a near one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from rnk_timeline.check.lexicon import DEMONYMS, FORMER, KOREAS, LEADING, SHORT, STATES, SUCCESSORS
from rnk_timeline.lookup import roles_at
from rnk_timeline.names import Names
from rnk_timeline.text import fold

if TYPE_CHECKING:
    from rnk_timeline.model import Record
    from rnk_timeline.names import Index
    from rnk_timeline.period import Period

_NEAR = 0.8
_NEAR_WHOLE = 0.88
"""How alike a word, and a whole name, must be spelt: the ratio of difflib, from 0 to 1."""

_VOWELS = "aeiouy"
_LONG = 8
"""Letters from which on a word with one more or less is hardly another."""

Spellings = dict[str, dict[str, str]]
"""What each spelling stands for, by its first letter."""


class NameBook:
    """The actors and places of a record by their names."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._names = Names(record)
        self._actors = {actor.name: actor for actor in record.actors}
        self._belonging: dict[frozenset[str], frozenset[str]] = {}
        self._states: dict[str, str] = {}

    def begins(self, text: str) -> bool:
        """Tell whether a text is a name or the beginning of one, of an actor, a place or a state."""
        key = fold(text)
        at = bisect_left(self._spellings, key)
        return at < len(self._spellings) and self._spellings[at].startswith(key)

    def may_begin(self, word: str) -> bool:
        """Tell whether a word begins a name, or is any word of one."""
        key = fold(word)
        return key in self.bearers or key in self._places_by_word or self.begins(word)

    @cached_property
    def _spellings(self) -> list[str]:
        known = (*self._names.actors.spellings, *self._names.places.spellings, *self.countries)
        return sorted({*known, *map(fold, (*DEMONYMS, *SHORT, *STATES))})

    def actors_called(self, text: str) -> tuple[str, ...]:
        """Return the actors that are spelt so."""
        return tuple(self._names.actors.spellings.get(fold(text), ()))

    def actors_bearing(self, word: str) -> tuple[str, ...]:
        """Return the people who bear a word as a name of theirs."""
        bearers = self.bearers.get(fold(word), ())
        return tuple(name for name in bearers if name in self._actors and self._actors[name].kind == "person")

    def is_known(self, word: str) -> bool:
        """Tell whether a word by itself names an actor or a place, or is somebody's first or last name."""
        return fold(word) in self._outer_names or bool(self.actors_called(word) or self.places_called(word))

    @cached_property
    def families(self) -> frozenset[str]:
        """The family names of Koreans: the first of three."""
        people = [
            actor for actor in self.record.actors if actor.kind == "person" and self.state_of(actor.name) in KOREAS
        ]
        return frozenset(actor.name.split()[0] for actor in people if len(actor.name.split()) > 1)

    @cached_property
    def _outer_names(self) -> frozenset[str]:
        people = [actor.name.split() for actor in self.record.actors if actor.kind == "person"]
        return frozenset(fold(word) for name in people for word in (name[0], name[-1]))

    @cached_property
    def bearers(self) -> dict[str, list[str]]:
        """The actors that bear a word as a part of their names, by the word."""
        return _by_word(self._names.actors)

    def places_called(self, text: str) -> tuple[str, ...]:
        """Return the places that are spelt so, or that lie in the country that is."""
        exact = tuple(self._names.places.spellings.get(fold(text), ()))
        return tuple(dict.fromkeys((*exact, *self.countries.get(fold(text), ())[:1], *self._places_bearing(text))))

    def is_place(self, text: str) -> bool:
        """Tell whether a place, or the country of one, is spelt just so."""
        return fold(text) in self._names.places.spellings or fold(text) in self.countries

    def _places_bearing(self, text: str) -> tuple[str, ...]:
        if len(text) < 5 or " " in text or not (text[0].isupper() or text.casefold() in self._name_words):
            return ()
        return tuple(self._places_by_word.get(fold(text), ()))

    @cached_property
    def _places_by_word(self) -> dict[str, list[str]]:
        return _by_word(self._names.places)

    def country_called(self, text: str) -> str | None:
        """Return the country of this name in which a place on record lies."""
        inside = self.countries.get(fold(text))
        return next((place.country for place in self.record.places if inside and place.name == inside[0]), None)

    def places_within(self, text: str, places: tuple[str, ...]) -> frozenset[str]:
        """Return the places meant, with all that lie in them if one is a country."""
        return frozenset((*places, *self.countries.get(fold(text), ())))

    @cached_property
    def countries(self) -> dict[str, list[str]]:
        """The places in each country, by every name of the country."""
        found: dict[str, list[str]] = {}
        for place in self.record.places:
            if place.country:
                found.setdefault(fold(place.country), []).append(place.name)
        for actor in self.record.actors:
            inside = found.get(fold(actor.name)) if actor.kind == "state" else None
            for alias in actor.aliases if inside else ():
                if fold(alias) not in self._names.places.spellings:
                    found.setdefault(fold(alias), inside or [])
        for former, now in FORMER.items():
            if fold(now) in found:
                found.setdefault(fold(former), found[fold(now)])
        return found

    def belonging_to(self, names: frozenset[str]) -> frozenset[str]:
        """Return these actors with everyone and everything that belongs to them."""
        if names not in self._belonging:
            before = [SUCCESSORS[name] for name in names if name in SUCCESSORS]
            self._belonging[names] = frozenset(self._names.belonging_to([*names, *before]))
        return self._belonging[names]

    def state_of(self, name: str) -> str:
        """Return the state, or the body without one, that an actor belongs to in the end."""
        if name not in self._states:
            state, seen = name, set[str]()
            while (actor := self._actors.get(state)) and actor.of and state not in seen:
                seen.add(state)
                state = actor.of
            self._states[name] = state
        return self._states[name]

    def kind_of(self, name: str) -> str:
        """Return whether an actor is a person, a state or an organisation."""
        actor = self._actors.get(name)
        if actor is None:
            return "state" if name in STATES else "person"
        return actor.kind

    def leads_state(self, name: str, when: Period) -> bool:
        """Tell whether an actor held at that time an office that stands for a state."""
        actor = self._actors.get(name)
        return actor is not None and any(map(LEADING.search, roles_at(actor, when)))

    def part_for(self, name: str) -> str:
        """Return which part of a claim an actor is: its person, its country or its organisation."""
        kind = self.kind_of(name)
        return "country" if kind == "state" else kind

    def nearest_name(self, word: str) -> str | None:
        """Return the name, or word of a name, that a misspelt word is closest to."""
        key = fold(word)
        return nearest(key, self._near_words) or (nearest(f"y{key}", self._near_words) if key.startswith("e") else None)

    def nearest_person(self, text: str) -> str | None:
        """Return the person whose whole name is spelt nearly so."""
        return nearest(fold(text), self._full_names, _NEAR_WHOLE)

    @cached_property
    def _full_names(self) -> Spellings:
        known = ((spelling, names[0]) for spelling, names in self._names.actors.spellings.items())
        return by_letter({spelling: name for spelling, name in known if self.kind_of(name) == "person"})

    @cached_property
    def _near_words(self) -> Spellings:
        return by_letter({word: word for word in self._name_words})

    @cached_property
    def _name_words(self) -> dict[str, None]:
        known = (*self._names.actors.spellings, *self._names.places.spellings, *self.bearers)
        return dict.fromkeys(spelling for spelling in known if len(spelling) >= 5 and spelling.isascii())


def _by_word(names: Index) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, spellings in names.bearers:
        for word in frozenset[str]().union(*spellings):
            found.setdefault(word, []).append(name)
    return found


def by_letter(known: dict[str, str]) -> Spellings:
    """Return what spellings stand for, ready to look for a near one."""
    found: Spellings = {}
    for spelling, meant in known.items():
        found.setdefault(spelling[0], {})[spelling] = meant
    return found


def nearest(word: str, spellings: Spellings, cutoff: float = _NEAR) -> str | None:
    """Return what the nearest of the spellings that are known stands for; None if none is near."""
    from difflib import get_close_matches

    # Misspellings seldom change the first letter or the length by much: that leaves few to compare.
    known = spellings.get(word[:1], {})
    near = get_close_matches(word, [each for each in known if abs(len(each) - len(word)) <= 2], n=1, cutoff=cutoff)
    return known[near[0]] if near else None


def is_slip(word: str, meant: str) -> bool:
    """Tell whether a word is another misspelt: a letter left out or too many, two swapped, or one for its like.

    In short words a single letter more or less makes another word: there it must be a vowel, or one that stands twice.
    """
    head = next((n for n, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), None)
    if head is None:
        return abs(len(word) - len(meant)) <= 1
    one, other = word[head:], meant[head:]
    if one[1:] == other or one == other[1:]:
        longer = one if len(one) > len(other) else other
        return len(word) >= _LONG or longer[0] in _VOWELS or longer[0] == word[head - 1]
    if one[:2] == other[1::-1] and one[2:] == other[2:]:
        return True
    return one[1:] == other[1:] and any({one[0], other[0]} <= set(alike) for alike in (_VOWELS, "sz", "ck"))
