"""The sentences of an event beside the words around a name in a claim: who is named where the claim names another.

An event that holds a name need not say of it what the claim says: "China called the vote" stands in an event in which
Russia voted too. So for each name that fits, the sentence is looked up that says the most of what stands around the
name in the claim. If that sentence names somebody else of the same kind, and none that names the same one says nearly
as much, the event contradicts the claim.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.beside import NEAR, Beside
from rnk_timeline.check.lexicon import ACTORS, SIDES
from rnk_timeline.check.owners import other_head, other_owner, other_seat, owned, seated
from rnk_timeline.check.parts.actors import is_attribute
from rnk_timeline.check.parts.figures import counts, counts_the_same
from rnk_timeline.check.profile import figures_of
from rnk_timeline.check.reading import PLACING, Part
from rnk_timeline.check.told import clauses_of, told_by

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
_OWNS = re.compile(r"['’]s\b")
_ROW = re.compile(r"(?:,|,? and)\s(?:the )?$")
_ROW_ON = re.compile(r"(?:,|,? and)\s(?:the )?")
"""What stands between those in a row."""
_AGAINST = re.compile(r"\b(?:against|oppos\w+|no votes?|veto\w*|block\w*)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\W*(?:and )?(?:it|he|she|they|that)\b", re.IGNORECASE)
"""What a sentence begins with that is still of whom the one before it was of."""
_BEGINNING = 12
"""Characters by which a figure of the event is found again in its sentence."""
_NAMED_ONLY = 0.7
"""What a sentence counts that names a place, but not as where something was."""
_NAMED_STATE = 0.35
"""And one that names a capital, which may well stand for its state."""
_IN_ROW = 0.6
"""And one that names it as one of several places: most of them were stops on the way."""
_LEAST = 3.0
"""What a sentence must hold to be of the same thing as a figure."""
_AHEAD = 1.1
_BY = 0.8
_FIGURE_BY = 3.0
_EDGE = 8.0
"""How far the sentence that names another must be ahead of those that name the same: a factor, and what to add."""


def corrected(judged: Judged, reading: Reading, desk: Desk) -> Judged:
    """Return an event with its marks, those turned to "differs" for which a sentence of it names another."""
    aligned = _Aligned(told_by(judged.event.id, desk), reading, desk)
    settled = {mark.text for mark in judged.marks if mark.part == "vote" or mark.mark == "differs"}
    marks = tuple(mark if mark.text in settled else aligned.mark(mark, judged) for mark in judged.marks)
    return judged._replace(marks=marks)


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


class _Aligned(Beside):
    """The sentences of one event beside one claim, asked for each part of it."""

    def mark(self, mark: Mark, judged: Judged) -> Mark:
        """Return the mark, or one that says who or when it was instead."""
        part = next((each for each in self.reading.parts if (each.part, each.text) == (mark.part, mark.text)), None)
        if part is None and mark.part == "place" and mark.text in self.reading.strangers:
            part = Part("place", mark.text, mark.text, start=self.reading.claim.find(mark.text))
        if part is None:
            return mark
        instead = self._instead(part, mark, judged)
        if not instead:
            return mark
        far = {part.value, instead} & lexicon.FAR and self.desk.names.kind_of(part.value) == "state"
        state = mark.part == "place" and (far or owned(part, self.reading))
        kind = "country" if state or mark.part == "adjective" else mark.part
        kind = "place" if seated(part, self.reading) else kind
        return mark._replace(part=kind, mark="differs", record=instead)

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
        aside = self.reading.is_topic(part) or (part.part == "person" and is_attribute(part, self.reading))
        return "" if aside else self._other_name(part, mark, judged)

    def _counts_meetings(self, part: Part) -> bool:
        """Tell whether a figure says how often somebody met, which the count of the record answers."""
        return part.value.endswith((" time", " times")) and bool(lexicon.MEETING & set(self.reading.actions))

    def _other_name(self, part: Part, mark: Mark, judged: Judged) -> str:
        """Return whom, whose or where the event says in the place of a name."""
        if part.part == "organisation":
            return other_head(part, self)
        if body := seated(part, self.reading):
            return other_seat(part, body, self)
        if owned(part, self.reading) or self.reading.gives_name(part):
            return other_owner(part, self)
        silent = mark.mark == "silent"
        unsure = silent or mark.record in ("named", "takes part")
        if part.part == "place" and _OWNS.match(self.reading.claim, part.start + len(part.text)):
            return ""  # "to Pyongyang's aid" is the state's
        placed = part.part == "place" and PLACING.search(self.reading.claim[: part.start]) is not None
        if placed and (unsure or len(judged.event.places) > 1):
            return self._other_place(part)
        asked = (
            part.part == "person"
            or (part.part == "place" and unsure)
            or self._does(part)
            or (silent and self._is_listed(part))
        )
        settled = self._is_told_to_do(part) or self._voted(part, judged)
        return self._other(part) if asked and not settled else ""

    def _is_told_to_do(self, part: Part) -> bool:
        """Tell whether a sentence says that this very state did what the claim says that it did."""
        done = [deed for doer, deed in self.reading.done_by if doer is part and part.part == "country"]
        deeds = [lexicon.ACTIONS[deed.value] for deed in done]
        return any(
            lexicon.HELPERS.fullmatch(sentence.text[named.start + len(named.text) : match.start()])
            for sentence in self.told
            for named in sentence.names
            if deeds and self.is_same(named, part)
            for deed in deeds
            for match in deed.finditer(sentence.text, named.start)
        )

    def _voted(self, part: Part, judged: Judged) -> bool:
        """Tell whether the record says that a state voted against something, as the claim does."""
        vote = judged.event.vote
        against = vote is not None and part.value in vote.against_by and _AGAINST.search(self.reading.claim)
        return bool(against)

    def _other_first(self, part: Part) -> str:
        """Return who was first on record, where the claim says so of somebody whom no such sentence names."""
        claim = self.reading.claim
        doers = [
            each for each in self.reading.of(*ACTORS) if _WAS.fullmatch(claim[each.start + len(each.text) : part.start])
        ]
        told = [(sentence, match.start()) for sentence in self.told if (match := _FIRST.search(sentence.text))]
        if not doers or any(self.mentions(sentence, doers[-1]) for sentence, _ in told):
            return ""
        others = [
            each.value
            for sentence, first in told
            for each in sentence.names
            if each.part in ACTORS and each.start < first and not self.is_same(each, doers[-1])
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

    def _other_figure(self, part: Part, own: str) -> str:
        """Return a figure of the sentence that says most of what stands around one that it does not hold.

        If another sentence of the event holds it (`own`: the words from there), only what counts the same, in a
        sentence that says more, is another.
        """
        units = part.value.split()[1:]
        alike = bool(own) or bool(lexicon.DURATIONS & set(units))  # how long is the answer to how long
        same, best, found = 0.0, _LEAST, ""
        spoken: dict[bool, str] = {}
        near = len(self.tokens) if own else NEAR
        for sentence in itertools.chain.from_iterable(map(clauses_of, self.told)):
            score = self.score(sentence, part, near)
            told = figures_of(sentence.text)
            figures = [text for texts in told.values() for text in texts if not alike or counts_the_same(units, text)]
            holds = part.number in told or bool(own and own in " ".join(sentence.text.split()))
            if holds:
                same = max(same, score)
            elif score > best and figures:
                best, found = score, figures[0]
            if (holds or (figures and score > _LEAST)) and self._is_by_speaker(sentence):
                spoken.setdefault(holds, "".join(figures[:1]))
        if own and spoken and True not in spoken:
            return spoken[False]  # somebody else gave the figure
        return found if not own or best > same * _AHEAD + _FIGURE_BY else ""

    def _is_by_speaker(self, sentence: Told) -> bool:
        """Tell whether a sentence names the one who, by the claim, said what it says."""
        speakers = self.reading.of(*SIDES)[:1] if self.reading.is_of_words else []
        goes_on = _GOES_ON.match(sentence.text) is not None
        return bool(speakers) and (goes_on or any(self.mentions(sentence, speaker) for speaker in speakers))

    def _other(self, part: Part) -> str:
        """Return who or what the best sentence names in the place of a name; nothing if it names the same."""
        same, other, instead = 0.0, 0.0, ""
        for sentence in self.told:
            score = self.score(sentence, part)
            if self.mentions(sentence, part):
                same = max(same, score)
            elif score > other and (names := self.others(sentence.names, part)):
                other, instead = score, ", ".join(names[:2])
        return instead if other > same * _AHEAD + _BY else ""

    def _other_place(self, part: Part) -> str:
        """Return where it was by the best sentence: of its names, those that stand where a place does."""
        whole = self.desk.names.kind_of(part.value) == "state"
        capital = not whole and self.desk.names.actors_called(part.value)  # "it is for Pyongyang to decide"
        only_named = _NAMED_STATE if capital else _NAMED_ONLY
        same, other, instead = 0.0, 0.0, ""
        for sentence in self.told:
            score = self.score(sentence, part)
            placed = [each for each in sentence.names if PLACING.search(sentence.text[: each.start])]
            placed = [each for each in placed if not self.is_of_its_state(part, each)]
            if sentence == self.told[0] and any(self.is_same(each, part) for each in placed):
                return ""  # the title is the last word
            if any(self.is_same(each, part) for each in placed):
                same = max(same, score)
            elif any(self.is_same(each, part) for each in _in_rows(placed, sentence)):
                same = max(same, score * _IN_ROW)
            elif self._only_named(part, sentence, placed):
                same = max(same, score * only_named)
            elif score > other and (names := self.others(tuple(placed), part)):
                other, instead = score, ", ".join(names[:2])
        return instead if other > same * _AHEAD + _BY else ""

    def _only_named(self, part: Part, sentence: Told, placed: list[Part]) -> bool:
        """Tell whether a sentence has a place without saying that something was there; a nationality is no place."""
        named = [each for each in sentence.names if not (placed and each.part == "adjective")]
        return any(self.is_same(each, part) for each in named) or (not placed and part.value in sentence.text)

    def _other_time(self, part: Part, date: Period) -> str:
        """Return the time that the best sentence gives instead of the time of the claim."""
        if part.period is None or " " in part.value:
            return ""
        same, other, instead = 0.0, 0.0, ""
        for sentence in self.told:
            score = self.score(sentence, part, len(self.tokens)) if sentence.times else 0.0
            if any(time.overlaps(part.period) for time in sentence.times):
                same = max(same, score)
            elif score > other:
                other, instead = score, sentence.times[0].in_words()
        edge = part.period.start in (date.start, date.end)  # the days by which the event itself is dated
        return instead if other > same * _AHEAD + (_EDGE if edge else _BY) else ""
