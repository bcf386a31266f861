"""The sentences of an event beside the words around a name in a claim: who is named where the claim names another.

An event that holds a name need not say of it what the claim says: "China called the vote" stands in an event in which
Russia voted too. So for each name that fits, the sentence is looked up that says the most of what stands around the
name in the claim. If that sentence names somebody else of the same kind, and none that names the same one says nearly
as much, the event contradicts the claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.lexicon import ACTIONS, ACTORS, SIDES
from rnk_timeline.check.parts.figures import counts, counts_the_same
from rnk_timeline.check.profile import figures_of
from rnk_timeline.check.reading import PLACING, Part
from rnk_timeline.check.stems import stem
from rnk_timeline.check.synonyms import others_for
from rnk_timeline.check.told import TOKEN, clauses_of, told_by

if TYPE_CHECKING:
    from rnk_timeline.check.case import Judged, Mark
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Reading
    from rnk_timeline.check.told import Told
    from rnk_timeline.period import Period

_VERB = re.compile(r"(?:\sthat|\swho)?\s(?!\w+ing\b)(?:\w+(?:ed|s)|held|put|cut|broke|took|let|kept|made)\b")
"""What follows a subject that does something, where it is none of the actions."""
_BEGINS = re.compile(r"(?:^|\b(?:because|that|when|while|since|as|who|whom|was it)\s)$", re.IGNORECASE)
"""What a clause begins with, before its subject."""
_FIRST = re.compile(r"\bfirst\b(?! time)", re.IGNORECASE)
_WAS = re.compile(r"\s+(?:(?:was|were|had been|which|that|who|to|the|\w+ed)\s+){0,3}", re.IGNORECASE)
"""What may stand between somebody and the word that says that he was the first."""
_ROW = re.compile(r"(?:,|,? and)\s(?:the )?$")
_ROW_ON = re.compile(r"(?:,|,? and)\s(?:the )?")
"""What stands between those in a row."""
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|them|their|the (?:guest|visitor|envoy))\b", re.IGNORECASE)
_OWNED = re.compile(r"\s+([^\W\d_]{4,})")
_OWNER = re.compile(r"['’]s?\s+([^\W\d_]{4,})")
_SEAT = re.compile(r"(?:['’]s)?\s(?:[a-z]\w+\s)?")
"""Between a place and the body that is said to be of it."""
_HIS = re.compile(r"(?:['’]s|,? (?:and|with) (?:his|her|their)) (?:\w+ )?", re.IGNORECASE)
"""Between a person and the body that is said to be theirs."""
_SEATED_AT = re.compile(r", an? (?:\w+ )?\w+ (?:from|of|in|based in) $", re.IGNORECASE)
"""Between a body and the place that a claim says it is of: "Mokran, a builder from Vladivostok"."""
_SEATED = re.compile(r",?\s(?:[^.;,]{1,40}\s)?(?:of|in|from|at)\s", re.IGNORECASE)
"""Between a body and the place that it is of."""
_ENDING = r"(?:(?<=\w{6})\w*|s?)\b"
"""What a word goes on with after its beginning; a short one is whole."""
_BEGINNING = 12
"""Characters by which a figure of the event is found again in its sentence."""
_NEAR = 5
"""Words on either side of a name that are surely of it."""
_FAR = 0.35
"""What a word further off counts, beside one that is near."""
_DEED = 1.5
_NAMED = 0.8
_MOST = 4.0
"""What an action and, at most, a word of the claim count that a sentence holds too."""
_NAMED_ONLY = 0.7
"""What a sentence counts that names a place, but not as where something was."""
_IN_ROW = 0.6
"""And one that names it as one of several places: most of them were stops on the way."""
_LEAST = 3.0
"""What a sentence must hold to be of the same thing as a figure."""
_AHEAD = 1.1
_BY = 0.8
_FIGURE_BY = 3.0
_EDGE = 8.0
"""How far the sentence that names another must be ahead of those that name the same: a factor, and what to add."""
_KINDS = {"person": ("person",), "country": ("country", "adjective"), "place": ("place",)}


def corrected(judged: Judged, reading: Reading, desk: Desk) -> Judged:
    """Return an event with its marks, those turned to "differs" for which a sentence of it names another."""
    aligned = _Aligned(told_by(judged.event.id, desk), reading, desk)
    settled = {mark.text for mark in judged.marks if mark.part == "vote" or mark.mark == "differs"}
    marks = tuple(mark if mark.text in settled else aligned.mark(mark, judged) for mark in judged.marks)
    return judged._replace(marks=marks)


def _is_owner(named: Part, text: str, thing: int) -> bool:
    """Tell whether a name stands right before a thing, as whose it is."""
    between = text[named.start + len(named.text) : thing]
    return named.part in ("country", "adjective", "place") and re.fullmatch(r"(?:['’]s)?\s", between) is not None


def _is_wider(date: Period, part: Part) -> bool:
    """Tell whether an event reaches beyond the time of a claim: another day of it may be meant."""
    if part.period is None or part.period.precision != "day":
        return False
    return date.start < part.period.start or date.end > part.period.end


def _in_rows(placed: list[Part], sentence: Told) -> list[Part]:
    """Return the names of a sentence that follow in a row on one that stands where a place does."""
    ends = {each.start + len(each.text) for each in placed}
    found: list[Part] = []
    for each in sentence.names:
        row = _ROW.search(sentence.text[: each.start])
        if row and row.start() in ends:
            ends.add(each.start + len(each.text))
            found.append(each)
    return found


def _holds(sentence: Told, word: str) -> bool:
    """Tell whether a sentence has a word, or another for the same thing."""
    return stem(word) in sentence.stems or any(stem(other) in sentence.stems for other in others_for(word))


class _Aligned:
    """The sentences of one event beside one claim."""

    def __init__(self, told: tuple[Told, ...], reading: Reading, desk: Desk) -> None:
        self.told = told
        self.reading = reading
        self.desk = desk
        self.tokens = [(match[0], match.start()) for match in TOKEN.finditer(reading.claim)]
        self.named = self._all_of(reading.of(*SIDES, "place"))

    def _all_of(self, parts: list[Part]) -> frozenset[str]:
        names = frozenset[str]().union(*(self.desk.names.belonging_to(part.names) | part.names for part in parts))
        return names | {self.desk.names.state_of(name) for name in names}

    def mark(self, mark: Mark, judged: Judged) -> Mark:
        """Return the mark, or one that says who or when it was instead."""
        part = next((each for each in self.reading.parts if (each.part, each.text) == (mark.part, mark.text)), None)
        if part is None and mark.part == "place" and mark.text in self.reading.strangers:
            part = Part("place", mark.text, mark.text, start=self.reading.claim.find(mark.text))
        if part is None:
            return mark
        instead = self._instead(part, mark, judged)
        state = self.desk.names.kind_of(part.value) == "state"
        far = part.value in lexicon.FAR or (state and instead in lexicon.FAR)
        state = mark.part == "place" and (far or self._owns(part))
        kind = "country" if state or mark.part == "adjective" else mark.part
        return mark._replace(part=kind, mark="differs", record=instead) if instead else mark

    def _instead(self, part: Part, mark: Mark, judged: Judged) -> str:
        """Return what the event says in the place of a part; nothing if it says the same, or nothing of it."""
        fits, silent = mark.mark == "fits", mark.mark == "silent"
        if part.part == "date":
            return self._other_time(part, judged.event.date) if fits and _is_wider(judged.event.date, part) else ""
        if part.part == "order":
            return self._other_first(part) if fits and part.number == 1 else ""
        if part.part == "number":
            rough = lexicon.ROUGHLY.search(self.reading.claim[: part.start])
            exact = fits and (not rough or any(part.number in figures_of(sentence.text) for sentence in self.told))
            asked = not self._counts_meetings(part) and (exact or (silent and counts(part)))
            return self._other_figure(part, mark.record[:_BEGINNING] if fits else "") if asked else ""
        return self._other_name(part, mark, judged)

    def _counts_meetings(self, part: Part) -> bool:
        """Tell whether a figure says how often somebody met, which the count of the record answers."""
        return part.value.endswith((" time", " times")) and bool(lexicon.MEETING & set(self.reading.actions))

    def _other_name(self, part: Part, mark: Mark, judged: Judged) -> str:
        """Return whom, whose or where the event says in the place of a name."""
        if part.part == "organisation":
            return self._other_body(part)
        if self._owns(part):
            return self._other_owner(part)
        if seated := self._seated(part):
            return self._other_seat(part, seated)
        if self.reading.gives_name(part):
            return self._other_owner(part)
        silent = mark.mark == "silent"
        unsure = silent or mark.record in ("named", "takes part")
        placed = part.part == "place" and PLACING.search(self.reading.claim[: part.start]) is not None
        if placed and (unsure or len(judged.event.places) > 1):
            return self._other_place(part)
        asked = (
            part.part == "person"
            or (part.part == "place" and unsure)
            or self._does(part)
            or (silent and self._is_listed(part))
        )
        return self._other(part) if asked else ""

    def _other_first(self, part: Part) -> str:
        """Return who was first on record, where the claim says so of somebody whom no such sentence names."""
        claim = self.reading.claim
        doers = [
            each for each in self.reading.of(*ACTORS) if _WAS.fullmatch(claim[each.start + len(each.text) : part.start])
        ]
        told = [(sentence, match.start()) for sentence in self.told if (match := _FIRST.search(sentence.text))]
        if not doers or any(self._mentions(sentence, doers[-1]) for sentence, _ in told):
            return ""
        others = [
            each.value
            for sentence, first in told
            for each in sentence.names
            if each.part in ACTORS and each.start < first and not self._is_same(each, doers[-1])
        ]
        return others[-1] if others else ""

    def _does(self, part: Part) -> bool:
        """Tell whether a state is what the claim says did it: it stands right before the deed, and did it alone."""
        if "vote for" in self.reading.actions:
            return False
        end = part.start + len(part.text)
        deeds = [
            deed.start
            for deed in self.reading.of("action")
            if deed.start > end and not deed.text.endswith("ing") and not lexicon.THINGS.fullmatch(deed.text)
        ]
        between = self.reading.claim[end : deeds[0]] if deeds else "."
        does = lexicon.HELPERS.fullmatch(between.replace(" that ", " ")) or (
            _BEGINS.search(self.reading.claim[: part.start]) and _VERB.match(self.reading.claim[end:])
        )
        return part.part == "country" and bool(does)

    def _is_listed(self, part: Part) -> bool:
        """Tell whether a state is one of several in a row."""
        others = [each for each in self.reading.of("country", "place") if each.start != part.start]
        ends = {each.start + len(each.text): each.start for each in others}
        before = _ROW.search(self.reading.claim[: part.start])
        after = _ROW_ON.match(self.reading.claim, part.start + len(part.text))
        starts = {each.start for each in others}
        return part.part == "country" and bool((before and before.start() in ends) or (after and after.end() in starts))

    def _owned(self, part: Part) -> str:
        """Return the word for what is somebody's, or of some nationality: the word right after it."""
        after = self.reading.claim[part.start + len(part.text) :]
        names = part.part == "adjective" or self.reading.gives_name(part)
        match = (_OWNED if names else _OWNER).match(after)
        return match[1] if match and match[1].casefold() not in lexicon.SMALL else ""

    def _owns(self, part: Part) -> bool:
        return part.part in ("adjective", "country", "place") and bool(self._owned(part))

    def _other_owner(self, part: Part) -> str:
        """Return whose it is on record, if of every sentence that speaks of the thing none names the same owner."""
        thing = re.compile(rf"\b{re.escape(stem(self._owned(part)))}{_ENDING}", re.IGNORECASE)
        found = ""
        for sentence in self.told:
            for match in thing.finditer(sentence.text):
                if self.reading.gives_name(part) and self._mentions(sentence, part):
                    return ""
                beside = [each for each in sentence.names if _is_owner(each, sentence.text, match.start())]
                if any(self._is_same(each, part) for each in beside) or (not beside and self._mentions(sentence, part)):
                    return ""
                found = found or ", ".join(each.value for each in beside[:1] if not each.names & self.named)
        return found

    def _other_body(self, part: Part) -> str:
        """Return whose a body is on record, if a claim says that it is the person's named before it."""
        claim = self.reading.claim
        owners = [each for each in self.reading.of("person") if each.start < part.start]
        if not owners or not _HIS.fullmatch(claim[owners[-1].start + len(owners[-1].text) : part.start]):
            return ""
        found = ""
        for sentence in self.told:
            for named in (each for each in sentence.names if self._is_same(each, part)):
                people = [each for each in sentence.names if each.part == "person" and each.start < named.start]
                if any(self._is_same(each, owners[-1]) for each in people[-1:]):
                    return ""
                found = found or "".join(each.value for each in people[-1:])
        return found

    def _seated(self, part: Part) -> Part | None:
        """Return the body that a claim says is of a place: "Vladivostok builder Mokran", "Moscow's Agrosoyuz"."""
        bodies = {each.start: each for each in self.reading.of("organisation")}
        if part.part != "place":
            return None
        if match := _SEAT.match(self.reading.claim, part.start + len(part.text)):
            return bodies.get(match.end())
        before = _SEATED_AT.search(self.reading.claim[: part.start])
        return next((each for each in bodies.values() if before and each.start + len(each.text) == before.start()), None)

    def _other_seat(self, part: Part, body: Part) -> str:
        """Return the place that a sentence gives a body right after its name, if none gives it that of the claim."""
        found = ""
        for sentence in self.told:
            for named in (each for each in sentence.names if self._is_same(each, body)):
                end = named.start + len(named.text)
                seats = [each for each in sentence.names if _SEATED.fullmatch(sentence.text[end : each.start])]
                if any(self._is_same(each, part) for each in seats):
                    return ""
                found = found or ", ".join(each.value for each in seats[:1] if each.part in ("place", "country"))
        return found

    def _other_figure(self, part: Part, own: str) -> str:
        """Return a figure of the sentence that says most of what stands around one that it does not hold.

        If another sentence of the event holds it (`own`: the words from there), only what counts the same, in a
        sentence that says more, is another.
        """
        units = part.value.split()[1:]
        alike = bool(own) or bool(lexicon.DURATIONS & set(units))  # how long is the answer to how long
        same, best, found = 0.0, _LEAST, ""
        near = len(self.tokens) if own else _NEAR
        for sentence in (clause for sentence in self.told for clause in clauses_of(sentence)):
            score = self._score(sentence, part, near)
            told = figures_of(sentence.text)
            figures = [text for text in told.values() if not alike or counts_the_same(units, text)]
            if part.number in told or (own and own in " ".join(sentence.text.split())):
                same = max(same, score)
            elif score > best and figures:
                best, found = score, figures[0]
        return found if not own or best > same * _AHEAD + _FIGURE_BY else ""

    def _other(self, part: Part) -> str:
        """Return who or what the best sentence names in the place of a name; nothing if it names the same."""
        same, other, instead = 0.0, 0.0, ""
        for sentence in self.told:
            score = self._score(sentence, part, _NEAR)
            if self._mentions(sentence, part):
                same = max(same, score)
            elif score > other and (names := self._others(sentence, part)):
                other, instead = score, ", ".join(names[:2])
        return instead if other > same * _AHEAD + _BY else ""

    def _other_place(self, part: Part) -> str:
        """Return where it was by the best sentence: of its names, those that stand where a place does."""
        city = len(part.names) == 1
        same, other, instead = 0.0, 0.0, ""
        for sentence in self.told:
            score = self._score(sentence, part, _NEAR)
            placed = [each for each in sentence.names if PLACING.search(sentence.text[: each.start])]
            placed = [each for each in placed if not (city and len(each.names) > 1)]  # its country is no answer
            if sentence == self.told[0] and any(self._is_same(each, part) for each in placed):
                return ""  # the title is the last word
            if any(self._is_same(each, part) for each in placed):
                same = max(same, score)
            elif any(self._is_same(each, part) for each in _in_rows(placed, sentence)):
                same = max(same, score * _IN_ROW)
            elif not placed and (
                part.value in sentence.text or any(self._is_same(each, part) for each in sentence.names)
            ):
                same = max(same, score * _NAMED_ONLY)
            elif score > other and (names := self._others(sentence._replace(names=tuple(placed)), part)):
                other, instead = score, ", ".join(names[:2])
        return instead if other > same * _AHEAD + _BY else ""

    def _other_time(self, part: Part, date: Period) -> str:
        """Return the time that the best sentence gives instead of the time of the claim."""
        if part.period is None or " " in part.value:
            return ""
        same, other, instead = 0.0, 0.0, ""
        for sentence in self.told:
            score = self._score(sentence, part, len(self.tokens)) if sentence.times else 0.0
            if any(time.overlaps(part.period) for time in sentence.times):
                same = max(same, score)
            elif score > other:
                other, instead = score, sentence.times[0].in_words()
        edge = part.period.start in (date.start, date.end)  # the days by which the event itself is dated
        return instead if other > same * _AHEAD + (_EDGE if edge else _BY) else ""

    def _is_same(self, named: Part, part: Part) -> bool:
        near = self.desk.names.belonging_to(part.names) | part.names
        return bool(named.names & near or part.names & self.desk.names.belonging_to(named.names))

    def _mentions(self, sentence: Told, part: Part) -> bool:
        if any(self._is_same(each, part) for each in sentence.names):
            return True
        if part.part == "person" and (_PRONOUN.search(sentence.text) or stem(part.value.split()[0]) in sentence.stems):
            return True
        return any(
            name.casefold() in sentence.text.casefold() for name in (part.text, part.value, part.value.split()[-1])
        )

    def _others(self, sentence: Told, part: Part) -> list[str]:
        kinds = _KINDS[part.part]
        city = part.part == "place" and len(part.names) == 1  # a country is no other place for a city
        return [
            each.value
            for each in sentence.names
            if each.part in kinds and not each.names & self.named and not (city and len(each.names) > 1)
        ]

    def _score(self, sentence: Told, part: Part, near: int) -> float:
        """Return how much of what stands around a name a sentence holds; the other names do not count."""
        own = range(part.start, part.start + len(part.text))
        at = [number for number, (_, start) in enumerate(self.tokens) if start in own] or [0]
        deeds = {deed.start: ACTIONS[deed.value] for deed in self.reading.of("action")}
        names = {
            start
            for each in self.reading.of(*SIDES, "place", "date")
            for start in range(each.start, each.start + len(each.text))
        }
        for word in self.reading.strangers:
            begins = self.reading.claim.find(word)
            names |= set(range(begins, begins + len(word)))
        score = sum(
            _NAMED * self._mentions(sentence, each)
            for each in self.reading.of(*SIDES, "place")
            if each.start != part.start
        )
        for number, (token, start) in enumerate(self.tokens):
            nearness = 1.0 if min(abs(number - each) for each in at) <= near else _FAR
            if start in deeds:
                score += nearness * _DEED if deeds[start].search(sentence.text) else 0.0
            elif start not in names and token.casefold() not in lexicon.SMALL and _holds(sentence, token):
                score += nearness * min(self.desk.weight(token), _MOST)
        return score
