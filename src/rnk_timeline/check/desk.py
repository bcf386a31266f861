"""The record made ready for many claims: its words, its names, and who was on record when."""

from __future__ import annotations

import re
import weakref
from collections import Counter, defaultdict
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from rnk_timeline.check.lexicon import (
    ACTIONS,
    ACTORS,
    LEADING,
    MULTIPLES,
    NUMBERS,
    SIDES,
    STANCES,
    STATES,
    SUCCESSORS,
    UNDONE,
)
from rnk_timeline.lookup import roles_at
from rnk_timeline.names import Names
from rnk_timeline.period import MONTHS
from rnk_timeline.search import index
from rnk_timeline.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.check.sentences import Told
    from rnk_timeline.model import Event, Record
    from rnk_timeline.period import Period

_NEAR = 0.8
_NEAR_WHOLE = 0.88
_LONG = 400  # days: what lasts longer is no answer to "when"
_OWNED = re.compile(r"['’]s\b")
_FIGURE = 3.0
_UNREAD = 2.6
TELLING = 20
"""A figure from here on is hardly the same by chance."""
Shared = tuple["AbstractSet[str]", float]
"""Events that share something with a claim, and how much that counts."""


class Profile:
    """What an event holds, ready to be compared: who is in it, its text, its actions, its numbers."""

    def __init__(self, event: Event) -> None:
        self.event = event
        vote = event.vote
        voters = (*vote.against_by, *vote.abstained_by) if vote else ()
        self.involved = frozenset((*event.actors, *(claim.by for claim in event.claims), *voters))
        said = " ".join(f"{claim.by} {claim.what}." for claim in event.claims)
        facts = " ".join(f"{correction.fact}." for correction in event.corrections)
        self.symbol = vote.symbol or "" if vote else ""
        self.told = f"{event.title}. {event.summary} {said}"
        self.text = f"{self.told} {facts}"

    @cached_property
    def sentences(self) -> list[str]:
        return re.split(r"(?<=[.;])\s", self.told)

    def sentences_with(self, pattern: re.Pattern[str]) -> list[tuple[str, re.Match[str]]]:
        """Return where a pattern stands in the text, each place with its sentence."""
        return [(sentence, match) for sentence in self.sentences for match in pattern.finditer(sentence)]

    @cached_property
    def _folded(self) -> str:
        return f" {' '.join(words(re.sub(_OWNED, '', self.text)))} "

    def mentions(self, name: str) -> bool:
        """Tell whether the text names this, as whole words."""
        term = " ".join(words(name))
        return bool(term) and f" {term} " in self._folded

    def places(self, name: str) -> bool:
        """Tell whether the text puts something at a place of this name."""
        return (
            re.search(rf"\b(?:in|at|near|to|from) (?:the )?{re.escape(name)}\b", self.told, re.IGNORECASE) is not None
        )

    def does(self, action: str) -> bool:
        """Tell whether something of this kind is done in the event, by its text."""
        return any(not self._is_undone(found) for found in ACTIONS[action].finditer(self.text))

    def undone(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the text says of something that it did not happen."""
        return any(map(self._is_undone, pattern.finditer(self.text)))

    def _is_undone(self, found: re.Match[str]) -> bool:
        return UNDONE.search(self.text[max(0, found.start() - 60) : found.start()]) is not None

    def does_first(self, action: str) -> bool:
        """Tell whether something of this kind is done in the event, by its title."""
        return ACTIONS[action].search(self.event.title) is not None

    def is_of_doing(self, said: str) -> bool:
        """Tell whether the title speaks of the action that these words of a claim name."""
        return any(self.does_first(name) for name, pattern in ACTIONS.items() if pattern.fullmatch(said))

    def says_together(self, pattern: str, actions: frozenset[str]) -> bool:
        """Tell whether a sentence of the text holds both a word and one of the actions."""
        sentences = [each for each in re.split(r"[.;]\s", self.text) if re.search(pattern, each, re.IGNORECASE)]
        return any(ACTIONS[action].search(sentence) for sentence in sentences for action in actions)

    @cached_property
    def numbers(self) -> dict[float, str]:
        """The figures of the text, each with the words around it."""
        vote = self.event.vote
        found = figures_of(self.told)
        if vote:
            for count in (vote.in_favour, vote.against, vote.abstained):
                if count is not None:
                    found.setdefault(float(count), f"{count} in the vote")
        return found


_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:[–-]\d{{1,2}})? )?(?:{'|'.join(MONTHS)})(?: \d{{1,2}},)?(?: \d{{4}})?\b"
    r"|\b(?:19|20)\d\d\b"
)
_NUMBER = re.compile(
    r"(?<![\w-])(?:(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"|(?P<word>{'|'.join(word for word in NUMBERS if word != 'one')})|a(?= [mb]illion\b))"
    rf"(?:\s?(?P<multiple>{'|'.join(MULTIPLES)})\b)?(?!\w)(?! times)",
    re.IGNORECASE,
)


def figures_of(text: str) -> dict[float, str]:
    """Return the figures of a text, dates apart, each with the words after it."""
    found: dict[float, str] = {}
    for match in _NUMBER.finditer(_DATE.sub(lambda date: " " * len(date[0]), text)):
        digits, word = match["digits"], match["word"]
        value = float(digits.replace(",", "")) if digits else NUMBERS.get((word or "").casefold(), 1.0)
        value *= MULTIPLES.get((match["multiple"] or "").casefold(), 1)
        start = match.start() - text[: match.start()].endswith("$")
        found.setdefault(value, " ".join(text[start : match.end() + 45].split())[:60])
    return found


class Desk:
    """What claims are checked against: a record as it stands on a day, and everything derived from it once."""

    def __init__(self, record: Record, events: tuple[Event, ...]) -> None:
        self.record = record
        self.events = {event.id: event for event in events}
        self._names = Names(record)
        self._actors = {actor.name: actor for actor in record.actors}
        self._index = index(events, record.actors)
        weakref.finalize(self, self._index.close)
        self._common: dict[str, bool] = {}
        self._holding: dict[str, frozenset[str]] = {}
        self._doing: dict[str, frozenset[str]] = {}
        self._belonging: dict[frozenset[str], frozenset[str]] = {}
        self.told: dict[str, tuple[Told, ...]] = {}
        self.profiles = {event.id: Profile(event) for event in events}

    @cached_property
    def _involving(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, profile in self.profiles.items():
            for actor in profile.involved:
                found.setdefault(actor, set()).add(name)
        return found

    @cached_property
    def _at(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for event in self.events.values():
            for place in event.places:
                found.setdefault(place, set()).add(event.id)
        return found

    def candidates(self, reading: Reading, most: int) -> list[tuple[str, float]]:
        """Return the events that share the most with a claim, with how much: rare things shared count for more."""
        scores: dict[str, float] = defaultdict(float)
        shared = [each for part in reading.parts for each in self._sharing(part)]
        shared += [(self.events_with(word), self.weight(word)) for word in reading.matter]
        shared.append((self._saying(reading), 3.0))
        for found, weight in shared:
            for name in found:
                scores[name] += weight
        for name in _best(scores, most * 4):  # reading every event's figures for every claim would take too long
            numbers = self.profiles[name].numbers if reading.of("number") else {}
            figures = [part.number for part in reading.of("number") if part.number in numbers]
            scores[name] += sum(_FIGURE if figure and figure >= TELLING else 1.0 for figure in figures)
        return [(name, scores[name]) for name in _best(scores, most)]

    def _saying(self, reading: Reading) -> set[str]:
        """Return the events on which one of the actors of a claim said what the claim says that they said."""
        stances = {stance for action in reading.actions for stance in STANCES.get(action, ())}
        speakers = [self.belonging_to(part.names) for part in reading.of(*SIDES)]
        return {
            event.id
            for event in self.events.values()
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
        near = self._where(self._involving, self.belonging_to(part.names))
        named = self._where(self._involving, part.names)
        return [
            (near, self._rarity(near) * 0.7),
            (named, self._rarity(named) * 0.5),
            (self.events_with(part.text), 0.5),
        ]

    def _sharing_place(self, part: Part) -> list[Shared]:
        found = self._where(self._at, part.names)
        return [(found, self._rarity(found)), (self.events_with(part.text), self.weight(part.text) * 0.4)]

    def _sharing_period(self, part: Part) -> list[Shared]:
        if part.period is None:
            return []
        if part.value.startswith("of "):
            found = {event.id for event in self.events.values() if event.date.overlaps(part.period)}
            return [(found | self.events_with(part.period.text), 2.0)]
        short = (event for event in self.events.values() if (event.date.end - event.date.start).days < _LONG)
        found = {event.id for event in short if event.date.overlaps(part.period)}
        return [(found, max(self._rarity(found), 1.0))]

    def _sharing_action(self, part: Part) -> list[Shared]:
        if part.value not in self._doing:  # by the titles: to search every text would take too long
            first = frozenset(name for name, profile in self.profiles.items() if profile.does_first(part.value))
            self._doing[part.value] = first
        found = self._doing[part.value]
        return [(found, self._rarity(found) * 0.6), (self.events_with(part.text), self.weight(part.text) * 0.4)]

    def _sharing_symbol(self, part: Part) -> list[Shared]:
        if part.number is not None:
            holding = self._holding_figure(part.text)
            return [(holding, self._rarity(holding) * (0.6 if part.number >= TELLING else 0.2))] if holding else []
        own = {name for name, profile in self.profiles.items() if is_number_of(part.value, profile.symbol)}
        found = own | {name for name, profile in self.profiles.items() if part.value in profile.text}
        return [(found, self._rarity(found) * 1.2), (own, self._rarity(own) * 0.6)]

    @staticmethod
    def _where(table: dict[str, set[str]], names: frozenset[str]) -> set[str]:
        return set[str]().union(*(table.get(name, ()) for name in names))

    def _rarity(self, found: AbstractSet[str]) -> float:
        return log((len(self.events) + 1) / (len(found) + 0.5))

    def coverage(self, reading: Reading, name: str, held: float, asked: float) -> float:
        """Return how much of a claim's substance an event holds, from 0 to 1.

        `asked` is how much the claim's parts tell, `held` how much of it the event holds. Words of substance count by
        how rare they are; one that nothing on record holds counts against the event.
        """
        matter = {word: self.weight(word) for word in reading.matter}
        strangers = reading.strangers  # judged as parts of their own
        unread = sum(_UNREAD for word in reading.unread if word not in strangers)
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
            return 3.0 if part.number is None or part.number >= TELLING else 1.0
        return 0.0 if part.part == "adjective" else 1.5

    def shared(self, reading: Reading, name: str) -> float:
        """Return how much the words of substance tell that a claim has in common with an event."""
        return sum(self.weight(word) for word in reading.matter if name in self.events_with(word))

    def _holding_figure(self, text: str) -> frozenset[str]:
        word = text.casefold()
        digits = {word, str(NUMBERS.get(word, word))}
        return frozenset[str]().union(*map(self.events_with, digits))

    def events_with(self, word: str) -> frozenset[str]:
        """Return the ids of the events that hold a word, in any of its forms."""
        key = word.casefold()
        if key not in self._holding:
            term = " ".join(words(word))
            rows = self._index.execute("SELECT id FROM event WHERE event MATCH ?", [f'"{term}"']) if term else ()
            self._holding[key] = frozenset(row[0] for row in rows)
        return self._holding[key]

    def weight(self, word: str) -> float:
        """Return how much a word tells: much if few events hold it, nothing if all do."""
        return log((len(self.events) + 1) / (len(self.events_with(word)) + 0.5))

    def has_symbol(self, number: str) -> bool:
        """Tell whether a resolution of this number is on record."""
        return any(is_number_of(number, each.symbol) for each in self.profiles.values())

    def actors_called(self, text: str) -> tuple[str, ...]:
        """Return the actors that are spelt so."""
        return tuple(self._names.actors.spellings.get(fold(text), ()))

    def actors_bearing(self, word: str) -> tuple[str, ...]:
        """Return the people who bear a word as a name of theirs."""
        bearers = self._bearers.get(fold(word), ())
        return tuple(name for name in bearers if name in self._actors and self._actors[name].kind == "person")

    def is_known(self, word: str) -> bool:
        """Tell whether a word by itself names an actor or a place, or is somebody's first or last name."""
        return fold(word) in self._outer_names or bool(self.actors_called(word) or self.places_called(word))

    @cached_property
    def _outer_names(self) -> frozenset[str]:
        people = [actor.name.split() for actor in self.record.actors if actor.kind == "person"]
        return frozenset(fold(word) for name in people for word in (name[0], name[-1]))

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, spellings in self._names.actors.bearers:
            for word in frozenset[str]().union(*spellings):
                found.setdefault(word, []).append(name)
        return found

    def places_called(self, text: str) -> tuple[str, ...]:
        """Return the places that are spelt so, or that lie in the country that is."""
        exact = tuple(self._names.places.spellings.get(fold(text), ()))
        return tuple(dict.fromkeys((*exact, *self.countries.get(fold(text), ())[:1], *self._places_bearing(text))))

    def _places_bearing(self, text: str) -> tuple[str, ...]:
        if len(text) < 5 or " " in text or not (text[0].isupper() or text.casefold() in self._name_words):
            return ()
        return tuple(name for name, known in self._names.places.bearers if any(fold(text) in each for each in known))

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
        return found

    def named_in(self, text: str, profile: Profile, doer: Part) -> bool:
        """Tell whether a text names a doer, or one who belongs to it or it to them."""
        near = self.belonging_to(doer.names)
        others = (
            name for name in profile.involved if name in near or doer.value in self.belonging_to(frozenset({name}))
        )
        return any(each in text for name in (doer.text, doer.value, *others) for each in (name, name.split()[-1]))

    def last_named(self, text: str, profile: Profile, kind: str) -> str:
        """Return the actor of an event, of this kind, that a text names last, by its own name or its last word."""
        last, at = "", -1
        for name in profile.involved:
            if self.part_for(name) == kind:
                word = name.split()[-1] if kind == "person" else name
                place = text.rfind(word)
                if place > at:
                    last, at = name, place
        return last

    def belonging_to(self, names: frozenset[str]) -> frozenset[str]:
        """Return these actors with everyone and everything that belongs to them."""
        if names not in self._belonging:
            before = [SUCCESSORS[name] for name in names if name in SUCCESSORS]
            self._belonging[names] = frozenset(self._names.belonging_to([*names, *before]))
        return self._belonging[names]

    def state_of(self, name: str) -> str:
        """Return the state, or the body without one, that an actor belongs to in the end."""
        seen = set()
        while (actor := self._actors.get(name)) and actor.of and name not in seen:
            seen.add(name)
            name = actor.of
        return name

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

    def most_on_record(self, names: tuple[str, ...], when: Period | None) -> str:
        """Return the one of these actors that is most on record, at that time if one is given."""
        at_the_time = [event for event in self.events.values() if when is None or event.date.overlaps(when)]
        counts = Counter(name for event in at_the_time for name in event.actors if name in names)
        if not counts:
            counts = Counter(name for event in self.events.values() for name in event.actors if name in names)
        return counts.most_common(1)[0][0] if counts else names[0]

    def is_common(self, word: str) -> bool:
        """Tell whether the record uses a word as any word, not only as a name: it has it without a capital."""
        key = word.casefold()
        if key not in self._common:
            self._common[key] = any(f" {key}{end}" in self._told for end in (" ", ",", ".", ";"))
        return self._common[key]

    @cached_property
    def _told(self) -> str:
        return " ".join(profile.told for profile in self.profiles.values())

    def nearest_name(self, word: str) -> str | None:
        """Return the name, or word of a name, that a misspelt word is closest to."""
        return _nearest(fold(word), self._name_words)

    def nearest_person(self, text: str) -> str | None:
        """Return the person whose whole name is spelt nearly so."""
        return _nearest(fold(text), self._full_names, _NEAR_WHOLE)

    @cached_property
    def _full_names(self) -> dict[str, str]:
        people = [actor for actor in self.record.actors if actor.kind == "person"]
        return {fold(spelling): actor.name for actor in people for spelling in (actor.name, *actor.aliases)}

    @cached_property
    def _name_words(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for spelling in (*self._names.actors.spellings, *self._names.places.spellings, *self._bearers):
            if len(spelling) >= 5 and spelling.isascii():
                found.setdefault(spelling, spelling)
        return found

    def nearest_word(self, word: str) -> str | None:
        """Return the word of the record that a misspelt word is closest to."""
        return _nearest(word.casefold(), self._vocabulary) if len(word) >= 6 and word.isalpha() else None

    @cached_property
    def _vocabulary(self) -> dict[str, str]:
        text = " ".join(f"{event.title} {event.summary}" for event in self.events.values())
        return {word: word for word in re.findall(r"[a-z]{5,}", text.casefold())}


def is_number_of(number: str, symbol: str) -> bool:
    """Tell whether a number, or a whole symbol, is that of a document: 2270 is that of "S/RES/2270 (2016)"."""
    return re.search(rf"(?<!\d){re.escape(number)}(?!\d)", symbol, re.IGNORECASE) is not None


def _best(scores: dict[str, float], most: int) -> list[str]:
    return sorted(scores, key=lambda name: (-scores[name], name))[:most]


def _nearest(word: str, known: dict[str, str], cutoff: float = _NEAR) -> str | None:
    from difflib import get_close_matches

    # Misspellings seldom change the first letter or the length by much: that leaves few to compare.
    candidates = [each for each in known if each[0] == word[:1] and abs(len(each) - len(word)) <= 2]
    near = get_close_matches(word, candidates, n=1, cutoff=cutoff)
    return known[near[0]] if near else None
