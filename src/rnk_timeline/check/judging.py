"""Each part of a claim beside an event: it fits, it differs, or the event is silent on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.desk import is_number_of
from rnk_timeline.check.lexicon import ACTORS, SIDES
from rnk_timeline.check.reading import PLACING
from rnk_timeline.period import parse
from rnk_timeline.text import words

if TYPE_CHECKING:
    from rnk_timeline.check.desk import Desk, Profile
    from rnk_timeline.check.reading import Part, Reading
    from rnk_timeline.model import Claim, Event
    from rnk_timeline.period import Period

_LONG = 400
"""Days: what lasted longer does not answer when something was."""
_REACH = ((lexicon.ROUGHLY, (0.9, 1.1)), (lexicon.MORE, (1.0, 1.5)), (lexicon.LESS, (0.7, 1.0)))
"""How far a figure may lie from what the words before it say, as parts of it."""
_CLOSE = 25
"""Characters between a negation and what it denies."""
_MOST = 0.6
"""How much of what is often written a claim must share to be that."""
Verdict = Literal["fits", "differs", "silent"]


class Mark(NamedTuple):
    """What an event says to one part of a claim; `record` is what stands there instead, or how it fits."""

    part: str
    text: str
    mark: Verdict
    record: str


class Judged(NamedTuple):
    """An event with its marks, how much of the claim's substance it holds (0 to 1), and its rank among others.

    `shared` is how much the words of substance tell that both hold, rare ones more; `held` is that with the parts that
    fit.

    `when` is the time that settles the claim: of the statement that it speaks of, else of the event.
    """

    event: Event
    marks: tuple[Mark, ...]
    coverage: float
    shared: float
    held: float
    score: float
    when: Period

    @property
    def does_any(self) -> bool:
        """Whether any of the actions of the claim is done in the event."""
        return any(mark.part in ("action", "vote") and mark.mark != "silent" for mark in self.marks)


class Judge:
    """Judges one claim against one event."""

    def __init__(self, reading: Reading, profile: Profile, desk: Desk) -> None:
        self.reading = reading
        self.profile = profile
        self.event = profile.event
        self.desk = desk
        self.actions = frozenset(reading.actions)
        self.ledger = self._ledger()

    @property
    def when(self) -> Period:
        """The time that settles the claim: of the first statement that it speaks of, else of the event."""
        return self.ledger[0].on if self.ledger else self.event.date

    def marks(self) -> list[Mark]:
        """Return the marks, in the order of the claim."""
        ways = {
            "date": self._period,
            **dict.fromkeys(ACTORS, self._actor),
            "adjective": self._adjective,
            "place": self._place,
            "number": self._number,
            "order": self._order,
        }
        found = self._on_one_date([ways[part.part](part) for part in self.reading.parts if part.part in ways])
        found = self._by_whom(found)
        return self._corrected([*found, *self._strangers(), *self._votes(), *self._action(), *self._negation()])

    def _by_whom(self, marks: list[Mark]) -> list[Mark]:
        """Turn to "differs" the actor whom a claim says did what on record another did: who did it is the matter."""
        for doer, deed in self._done_by():
            at = next((n for n, mark in enumerate(marks) if mark.text == doer.text and mark.mark == "fits"), None)
            if at is not None and (instead := self._other_doer(doer, deed)):
                return [*marks[:at], marks[at]._replace(mark="differs", record=instead), *marks[at + 1 :]]
        return marks

    def _done_by(self) -> list[tuple[Part, Part]]:
        """Return the deeds of the claim, each with the actor that stands right before it."""
        spoken = {*lexicon.VOTES, "say"}
        deeds = [part for part in self.reading.of("action") if part.value not in spoken]
        return [
            (doer, deed)
            for deed in deeds
            for doer in self.reading.of(*ACTORS)
            if lexicon.HELPERS.fullmatch(self.reading.claim[doer.start + len(doer.text) : deed.start])
            and not lexicon.THINGS.fullmatch(deed.text)
        ]

    def _other_doer(self, doer: Part, deed: Part) -> str:
        """Return who, in every sentence of the event with this very verb, does it instead of the doer."""
        verb = re.compile(rf"\b{re.escape(deed.text.split()[0][:5])}\w*", re.IGNORECASE)
        found = ""
        for sentence, match in self.profile.sentences_with(verb):
            clause = (
                sentence[match.end() :] if sentence[match.end() :].startswith(" by ") else sentence[: match.start()]
            )
            if self.desk.named_in(clause, self.profile, doer):
                return ""
            found = self.desk.last_named(clause, self.profile, doer.part) or found
        return found

    @staticmethod
    def _on_one_date(marks: list[Mark]) -> list[Mark]:
        """Let one date that fits do: another in the same claim is of something else."""
        if not any(mark.part == "date" and mark.mark == "fits" for mark in marks):
            return marks
        return [
            mark._replace(mark="silent") if mark.part == "date" and mark.mark == "differs" else mark for mark in marks
        ]

    def _corrected(self, marks: list[Mark]) -> list[Mark]:
        """Turn to "differs" the part by which a claim says what the event's corrections say is often written wrongly.

        That is so if the claim has all the words by which the error departs from the event, and most of the error.
        """
        claimed = _stems(self.reading.claim)
        for correction in self.event.corrections:
            error = _stems(correction.error)
            wrong = error - _stems(self.profile.text)
            if wrong and wrong <= claimed and len(error & claimed) >= len(error) * _MOST:
                at = next((n for n, mark in enumerate(marks) if wrong & _stems(mark.text)), None)
                if at is not None and marks[at].mark != "differs":
                    return [*marks[:at], marks[at]._replace(mark="differs", record=correction.fact), *marks[at + 1 :]]
        return marks

    def _strangers(self) -> list[Mark]:
        """Judge the names that nothing on record bears: somebody or some place stands in theirs, if any does."""
        named = frozenset[str]().union(*(part.names for part in self.reading.parts))
        people = [name for name in self.event.actors if self.desk.kind_of(name) == "person" and name not in named]
        places = [name for name in self.event.places if name not in named]
        marks = []
        for word in self.reading.strangers:
            kind, instead = ("place", places) if self.reading.is_placed(word) else ("person", people)
            marks.append(Mark(kind, word, "differs" if instead else "silent", ", ".join(instead[:3])))
        return marks

    def _ledger(self) -> list[Claim]:
        """Return the claims on the event that the claim speaks of: of these actors, with the stance it names."""
        stances = [
            stance for action, stances in lexicon.STANCES.items() if action in self.actions for stance in stances
        ]
        if not stances:
            return []
        asked = [self.desk.belonging_to(part.names) for part in self.reading.of(*SIDES)]
        return [
            claim
            for claim in self.event.claims
            if claim.stance in stances and any(claim.by in names for names in asked)
        ]

    def _period(self, part: Part) -> Mark:
        relation = part.value.split()[0] if " " in part.value else ""
        asked = part.period
        if asked is None:
            return Mark("date", part.text, "silent", "")
        if self.ledger:
            times = [claim.on for claim in self.ledger]
            record = "; ".join(f"{claim.by} {claim.stance} on {claim.on.in_words()}" for claim in self.ledger[:2])
        else:
            times = [self.event.date]
            record = self.event.date.in_words()
        if relation == "of":
            named = asked.text in self.profile.text or self.event.date.overlaps(asked)
            return Mark("date", part.text, "fits" if named else "differs", record)
        if any(_stands(relation, time, asked) for time in times):
            long = _days(times[0]) > _LONG and _days(asked) * 4 < _days(times[0]) and not relation
            return Mark("date", part.text, "silent" if long else "fits", record)
        if self._tells_of(asked):
            return Mark("date", part.text, "fits", f"{record}, of {asked.in_words()}")
        return Mark(
            "date", part.text, "silent" if self._speaks_of(asked) or self._reports(asked) else "differs", record
        )

    def _reports(self, asked: Period) -> bool:
        """Tell whether the event may be a report, still contested, of what happened within a year before."""
        contested = self.event.status != "confirmed" and not self.ledger
        return contested and asked.precision != "day" and 0 <= (self.event.date.start - asked.end).days < _LONG

    def _speaks_of(self, asked: Period) -> bool:
        """Tell whether a later report names the time asked, of whatever."""
        if not self.event.claims or self.ledger or self.event.date.start < asked.start:
            return False
        ends = (asked,) if asked.precision != "span" else tuple(map(parse, asked.text.split("/")))
        return any(end.precision != "year" and end.in_words() in self.profile.text for end in ends)

    def _tells_of(self, asked: Period) -> bool:
        """Tell whether the text dates to that time what the claim says was done, as a report does of an older deed."""
        if asked.precision not in ("day", "month"):
            return False
        for match in re.finditer(re.escape(asked.in_words()), self.profile.text):
            before = self.profile.text[max(0, match.start() - 80) : match.start()]
            done = [
                (found.end(), name) for name, pattern in lexicon.ACTIONS.items() for found in pattern.finditer(before)
            ]
            if not done or not self.actions or max(done)[1] in self.actions:
                return True
        return False

    def _actor(self, part: Part) -> Mark:
        names = self.desk.belonging_to(part.names)
        if here := names & self.profile.involved:
            return Mark(part.part, part.text, "fits", self._who(here, part))
        others = self._counterparts(part)
        demonyms = [word for word, state in lexicon.DEMONYMS.items() if state in part.names]
        named = any(map(self.profile.mentions, (part.text, *part.names, *demonyms)))
        surname = re.compile(rf"\b{re.escape(part.value.split()[-1])}\b")
        if named and part.part == "person" and not self.reading.of("negation") and self.profile.undone(surname):
            return Mark(part.part, part.text, "differs", "named as not taking part")
        if named and not (others and self._is_who(part)):
            return Mark(part.part, part.text, "fits", "named")
        if self._stands_for_state(part):
            return Mark(part.part, part.text, "fits", self.desk.state_of(part.value))
        return Mark(part.part, part.text, "differs" if others else "silent", ", ".join(others))

    def _is_who(self, part: Part) -> bool:
        """Tell whether a person is the one of whom the claim is: the first it names, and not a speaker on others."""
        first = part.start == self.reading.of(*ACTORS)[0].start
        owns = self.reading.claim[part.start + len(part.text) :].startswith(("'s", "’s"))
        return part.part == "person" and first and not owns and not self.reading.is_of_words

    def _stands_for_state(self, part: Part) -> bool:
        """Tell whether a leader stands for the state, as whoever gets something does: "Russia gave Kim a reactor"."""
        subject = self.reading.of(*ACTORS)[0].start == part.start
        leads = not subject and self.desk.leads_state(part.value, self.event.date)
        return leads and not self.actions & lexicon.LOCATED and self.desk.state_of(part.value) in self.event.actors

    def _who(self, here: frozenset[str], part: Part) -> str:
        return next((name for name in part.names if name in here), sorted(here)[0])

    def _counterparts(self, part: Part) -> list[str]:
        """Return who stands on record in the place of an actor that does not: of the same kind and side."""
        name = next(iter(part.names))
        kind, state = self.desk.kind_of(name), self.desk.state_of(name)
        named = frozenset[str]().union(*(other.names for other in self.reading.of(*ACTORS)))
        others = [
            other
            for other in self.event.actors
            if other not in named
            and self.desk.kind_of(other) == kind
            and (kind == "state" or self.desk.state_of(other) == state)
        ]
        if kind == "state":
            asked = frozenset[str]().union(*(self.desk.belonging_to(other.names) for other in self.reading.parts))
            others = [other for other in others if other not in asked]
        return others[:3]

    def _adjective(self, part: Part) -> Mark:
        names = self.desk.belonging_to(part.names)
        here = names & self.profile.involved or any(map(self.profile.mentions, (next(iter(part.names)), part.text)))
        end = part.start + len(part.text)
        next_person = [
            each for each in self.reading.of("person") if lexicon.TITLED.fullmatch(self.reading.claim[end : each.start])
        ]
        if (
            next_person
            and not part.text.endswith("s")
            and (state := self.desk.state_of(next_person[0].value)) not in (names | {next_person[0].value})
        ):
            return Mark("country", part.text, "differs", f"{next_person[0].value}: {state}")
        if here:
            return Mark("adjective", part.text, "fits", "")
        others = [each.value for each in self.reading.of(*SIDES)]
        instead = [word.capitalize() for word, state in lexicon.DEMONYMS.items() if state not in others]
        named = [word for word in instead if " " not in word and self.profile.mentions(word)]
        if part.value not in lexicon.NEIGHBOURS and named:
            return Mark("country", part.text, "differs", ", ".join(named[:2]))
        return Mark("adjective", part.text, "silent", "")

    def _place(self, part: Part) -> Mark:
        if part.names & frozenset(self.event.places):
            return Mark("place", part.text, "fits", ", ".join(sorted(part.names & frozenset(self.event.places))))
        located = self.actions & lexicon.LOCATED and self._is_where(part) and not self._is_passed(part)
        state = () if located and part.names == {part.value} else self.desk.actors_called(part.value)
        if located and not self._is_right_after_deed(part):
            located = False
        named = self.profile.mentions(part.text) or self.profile.mentions(part.value)
        if named and (not located or (not state and self.profile.places(part.text))):
            return Mark("place", part.text, "fits", "named")
        if not located and state and self.desk.belonging_to(frozenset(state)) & self.profile.involved:
            return Mark("place", part.text, "fits", "takes part")
        based = re.search(r"\b([A-Z]\w+)-based\b", self.profile.text)
        if based and re.match(r"[\s-]based\b", self.reading.claim[part.start + len(part.text) :]):
            return Mark("place", part.text, "differs", based[1])
        # Where a contested event is placed is often where it was told, not where it would have been.
        city = part.names == {part.value}
        differs = self.event.places and self._is_where(part) and (located or (city and not self.event.claims))
        return Mark("place", part.text, "differs" if differs else "silent", ", ".join(self.event.places))

    def _is_right_after_deed(self, part: Part) -> bool:
        """Tell whether the deed next to a place is done at a place: "talks on rights in the DPRK" is not."""
        before = [each for each in self.reading.of("action") if each.start < part.start]
        if not before:
            return part.start < len("in the ") or self.reading.claim[part.start + len(part.text) :][:1] == " "
        between = self.reading.claim[before[-1].start + len(before[-1].text) : part.start]
        return before[-1].value in lexicon.LOCATED and not re.search(r"\b(?:on|about|over|for)\b", between)

    def _is_passed(self, part: Part) -> bool:
        """Tell whether a place is one of several on the way, or in what somebody said: another may be where it was."""
        if self.reading.is_of_words:
            return True
        here = frozenset(self.event.places)
        return any(other.names & here for other in self.reading.of("place") if other.start != part.start)

    def _is_where(self, part: Part) -> bool:
        """Tell whether a place is where the thing is said to have been done: "in Sochi", or "the Sochi summit"."""
        claim = self.reading.claim
        if PLACING.search(claim[: part.start]):
            return True
        after = part.start + len(part.text)
        return any(after < other.start < after + 3 for other in self.reading.of("action"))

    def _number(self, part: Part) -> Mark:
        if part.number is None:
            return self._document(part)
        units = part.value.partition(" ")[2].split()
        near = [text for text in self.profile.numbers.values() if _counts_the_same(units, text)]
        same = self.profile.numbers.get(self._meant(part, near))
        counted = self.reading.claim[part.start :]
        if same and lexicon.DEAD.search(part.value) and lexicon.HURT.search(same) and not lexicon.HURT.search(counted):
            return Mark("number", part.text, "differs", same)
        if not same and part.number and re.search(rf"\b{part.number:.12g}(?:st|nd|rd|th)\b", self.profile.told):
            return Mark("number", part.text, "fits", f"{part.number:g}th")
        if same and (same in near or not near):
            return Mark("number", part.text, "fits", same)
        return Mark("number", part.text, "differs" if near else "silent", "; ".join(near[:3]))

    def _meant(self, part: Part, near: list[str]) -> float:
        """Return the figure of the event that the claim's means: itself, or what "about" or "over" takes in."""
        asked, before = part.number or 0.0, self.reading.claim[: part.start]
        low, high = next((reach for said, reach in _REACH if said.search(before)), (1.0, 1.0))
        within = [number for number in self.profile.numbers if asked * low <= number <= asked * high]
        within = [number for number in within if self.profile.numbers[number] in near] or within
        if asked in within:
            return asked
        return min(within, key=lambda number: abs(number - asked), default=asked)

    def _document(self, part: Part) -> Mark:
        symbol = self.event.vote.symbol if self.event.vote else None
        if is_number_of(part.value, f"{self.profile.text} {symbol or ''}"):
            return Mark("number", part.text, "fits", symbol or part.value)
        return Mark("number", part.text, "differs" if symbol else "silent", symbol or "")

    def _order(self, part: Part) -> Mark:
        """Count, for meetings; for anything else take the event's own word."""
        wanted = int(part.number or 0)
        if "meet" in self.actions and "summit" in self.event.categories:
            return self._count(part, wanted)
        if wanted == 1 and (earlier := self._earlier()):
            return Mark("order", part.text, "differs", f"{earlier.date.in_words()}: {earlier.title}")
        words = [word for word, number in lexicon.ORDINALS.items() if number == wanted]
        noun = re.match(r"\s+([a-z]{4,})", self.reading.claim[part.start + len(part.text) :])
        other = noun and re.search(rf"\b(\w+(?:th|st|nd|rd)) {noun[1]}", self.profile.told)
        if other and other[1].casefold() not in (*words, f"{wanted}th", f"{wanted}st", f"{wanted}nd") and wanted > 1:
            return Mark("order", part.text, "differs", other[0])
        if wanted > max(lexicon.ORDINALS.values()):
            fits = re.search(rf"\b{wanted}(?:st|nd|rd|th)?\b", self.profile.text)
            return Mark("order", part.text, "fits" if fits else "silent", part.text if fits else "")
        words.append(rf"{wanted}(?:st|nd|rd|th)")
        if self.profile.says_together(rf"\b(?:{'|'.join(words)})\b", self.actions) or not self.actions:
            return Mark("order", part.text, "fits", part.text)
        return Mark("order", part.text, "silent", "")

    def _earlier(self) -> Event | None:
        """Return the first event on record, if that is an earlier one, that calls itself the first of all this."""
        sides = [self.desk.belonging_to(other.names) for other in self.reading.of(*SIDES)]
        deeds = [part.value for part in self.reading.of("action") if not lexicon.THINGS.fullmatch(part.text)]
        for profile in self.desk.profiles.values():
            if profile.event.date.end >= self.event.date.start:
                return None
            first = re.search(r"\bfirst\b", profile.event.title, re.IGNORECASE)
            same = (deeds and all(map(profile.does_first, deeds))) or self._shares_title(profile)
            done = first and sides and same
            if done and all(side & profile.involved for side in sides):
                return profile.event
        return None

    def _shares_title(self, profile: Profile) -> bool:
        title = _stems(profile.event.title)
        return len(_stems(" ".join(self.reading.matter)) & title) > 1

    def _count(self, part: Part, wanted: int) -> Mark:
        sides = [self.desk.belonging_to(other.names) for other in self.reading.of(*SIDES)]
        meetings = [
            profile.event
            for profile in self.desk.profiles.values()
            if "summit" in profile.event.categories and all(side & profile.involved for side in sides)
        ]
        meetings.sort(key=lambda event: event.date.start)
        if self.event not in meetings:
            return Mark("order", part.text, "silent", "")
        number = meetings.index(self.event) + 1
        record = f"number {number} of {len(meetings)} on record"
        return Mark("order", part.text, "fits" if number == wanted else "differs", record)

    def _votes(self) -> list[Mark]:
        """Judge who voted how: the direction of a vote is its matter."""
        asked = [part for part in self.reading.of("action") if part.value in lexicon.VOTES]
        if not asked:
            return []
        verb = asked[0]
        if self.event.vote is None:
            undone = verb.value == "veto" and not lexicon.THINGS.fullmatch(verb.text)
            return [Mark("vote", verb.text, "differs", "no vote on record")] if undone else []
        marks = [self._vote(part, verb.value) for part in self._voters(verb)]
        found = [mark for mark in marks if mark is not None]
        if verb.value == "veto" and not found and "un-veto" not in self.event.categories:
            return [Mark("vote", verb.text, "differs", f"no veto: {self.event.vote.outcome}")]
        return found or [Mark("vote", part.text, "silent", "") for part in self._voters(verb)[:1]]

    def _voters(self, verb: Part) -> list[Part]:
        """Return the states that the claim says voted: those before the verb, or after "by"."""
        states = [
            part._replace(value=self.desk.state_of(part.value))
            for part in self.reading.of(*ACTORS)
            if self.desk.kind_of(self.desk.state_of(part.value)) == "state"
        ]
        by = re.search(r"\bby\b", self.reading.claim[verb.start :])
        if by:
            return [part for part in states if part.start > verb.start + by.start()]
        return [part for part in states if part.start < verb.start]

    def _vote(self, part: Part, action: str) -> Mark | None:
        cast = _cast(self.event, part.value)
        if cast is None:
            return None
        if cast == "no vote on record":
            voters = self.event.vote.against_by if self.event.vote else ()
            return Mark("country", part.text, "differs", f"against: {', '.join(voters)}" if voters else cast)
        if action == "veto" and cast == "against" and "un-veto" not in self.event.categories:
            return Mark("vote", part.text, "differs", f"{part.value} voted against; it was no veto")
        mark: Verdict = "fits" if cast == lexicon.VOTES[action] else "differs"
        return Mark("vote", part.text, mark, f"{part.value}: {cast}")

    def _action(self) -> list[Mark]:
        wanted = [part for part in self.reading.of("action") if part.value not in lexicon.VOTES and part.value != "say"]
        marks = [self._deed(part) for part in {part.value: part for part in wanted}.values()]
        fitting = {mark.text for mark in marks if mark.mark == "fits"}  # one word may name two deeds: either will do
        return [mark for mark in marks if mark.mark == "fits" or mark.text not in fitting]

    def _negation(self) -> list[Mark]:
        """Judge what a claim says did not happen: it fits if the event says so of the same thing."""
        negations = self.reading.of("negation")
        if not negations or "deny" in self.actions:
            return []
        word = negations[0]
        if not self._is_of_main_matter(word):
            return []
        scope = [lexicon.ACTIONS[part.value] for part in self.reading.of("action") if part.start > word.start]
        scope += [re.compile(rf"\b{re.escape(each[:5])}", re.IGNORECASE) for each in self.reading.matter]
        names = [each.value.split()[-1] for each in self.reading.of("person") if each.start > word.start]
        if any(self.profile.undone(pattern) for pattern in (*scope, *map(re.compile, map(re.escape, names)))):
            return [Mark("negation", word.text, "fits", "")]
        done = [part for part in self.reading.of("action") if self.profile.does_first(part.value)]
        return [Mark("negation", word.text, "differs" if done else "silent", done[0].text if done else "")]

    def _is_of_main_matter(self, word: Part) -> bool:
        """Tell whether a negation is of what the claim is about: before the first deed, and close to it."""
        deeds = [part for part in self.reading.of("action") if part.value != "say"]
        if deeds:
            return 0 < deeds[0].start - word.start <= _CLOSE
        return any(0 < word.start - part.start - len(part.text) <= _CLOSE // 2 for part in self.reading.of(*ACTORS))

    def _deed(self, part: Part) -> Mark:
        if part.value in lexicon.STANCES and self.event.claims and self.reading.of(*ACTORS):
            said = "; ".join(f"{claim.by} {claim.stance} on {claim.on}" for claim in self.ledger[:2])
            return Mark(
                "action", part.text, "fits" if self.ledger else "differs", said or "no such statement on record"
            )
        opposed = [b if part.value == a else a for a, b in lexicon.OPPOSED if part.value in (a, b)]
        thing = lexicon.THINGS.fullmatch(part.text)
        instead = [name for name in opposed if self.profile.does_first(name) and not thing]
        if instead and not self.profile.does_first(part.value):
            return Mark("action", part.text, "differs", instead[0])
        if part.value == "host" and "summit" in self.event.categories:
            return Mark("action", part.text, "fits", "")
        if part.text.casefold().startswith("summit"):
            return Mark("action", part.text, "fits" if "summit" in self.event.categories else "silent", "")
        return Mark("action", part.text, "fits" if self.profile.does(part.value) else "silent", "")


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in words(text) if word not in lexicon.SMALL)


def _days(period: Period) -> int:
    return (period.end - period.start).days


def _stands(relation: str, time: Period, asked: Period) -> bool:
    """Tell whether something of this time stands to the period asked as the claim says."""
    if relation in ("by", "until"):
        return time.start <= asked.end
    if relation == "before":
        return time.start < asked.start
    if relation == "after":
        return time.end > asked.end
    if relation == "since":
        return time.end >= asked.start
    return time.overlaps(asked)


def _cast(event: Event, state: str) -> str | None:
    """Return how a state voted, as far as the lists say; None if it has no vote or the lists are incomplete."""
    vote = event.vote
    if vote is None:
        return None
    if state in vote.against_by:
        return "against"
    if state in vote.abstained_by:
        return "abstained"
    complete = len(vote.against_by) == (vote.against or 0) and len(vote.abstained_by) == (vote.abstained or 0)
    council = vote.body == "UN Security Council"
    if not complete:
        return None
    if council and state not in ("China", "France", "Russia", "Soviet Union", "United Kingdom", "United States"):
        return "no vote on record"
    return "in favour"


def _counts_the_same(units: list[str], text: str) -> bool:
    """Tell whether a figure of an event counts what the claim's figure counts, by a word that both have beside it."""
    if units == ["per", "cent"]:
        return bool(re.search(r"^\S+\s?(?:%|per ?cent)", text))
    following = [_unit(word) for word in re.findall(r"[^\W\d_]+", text)[:5]]
    following += ["dolla"] if text.startswith("$") else []
    return any(word == _unit(unit) for word in following for unit in units if len(unit) > 2)


def _unit(word: str) -> str:
    """Return what a word counts, the same for words that count the same things."""
    lowered = word.casefold()
    return next((kind[0] for kind in lexicon.SAME_UNITS if lowered in kind), lowered[:5])
