"""Each part of a claim beside an event: it fits, it differs, or the event is silent on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Case, Mark
from rnk_timeline.check.lexicon import ACTORS
from rnk_timeline.check.parts.actors import actor, adjective
from rnk_timeline.check.parts.dates import date
from rnk_timeline.check.parts.deeds import deeds, negation
from rnk_timeline.check.parts.figures import number
from rnk_timeline.check.parts.orders import on_the_way, order
from rnk_timeline.check.parts.places import place
from rnk_timeline.check.parts.votes import votes
from rnk_timeline.check.stems import stems

if TYPE_CHECKING:
    from rnk_timeline.check.reading import Part
    from rnk_timeline.period import Period

_WAYS = {
    "date": date,
    **dict.fromkeys(ACTORS, actor),
    "adjective": adjective,
    "place": place,
    "number": number,
    "order": order,
}
_SAME_BY_ANY_NAME = frozenset({"lead", "ratify", "veto", "request", "invite"})
"""Deeds that are the same under each of their names: for others, only the very verb of the claim is."""
_JUDGEMENT = re.compile(r"call(?:s|ed)|accus(?:es|ed)|describ(?:es|ed)|warn(?:s|ed)", re.IGNORECASE)
"""Sayings that say something of somebody: who does is the matter, as it is not for "said"."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before somebody to whom something was done: "was NK offered aid?"."""
_ALREADY = re.compile(r"\b(?:as early as|already in|back in)\s+$", re.IGNORECASE)
"""What makes a time the matter of a claim, whatever other it names."""
_MOST = 0.6
"""How much of what is often written a claim must share to be that."""
_NEARLY = 0.8
_DEPARTING = ("order", "number", "date", "vote", "person", "organisation", "place", "country")
"""The parts that are wrong when a claim says what is often written wrongly, the likeliest first."""
_TELLING = 4
"""Words of substance: what is shorter says too little to be told apart from what is right."""


def marks_of(case: Case) -> list[Mark]:
    """Return what the event says to each part of the claim, in the order of the claim."""
    found = [_WAYS[part.part](part, case) for part in case.reading.parts if part.part in _WAYS]
    found = _by_whom(_on_one_date(found, case), case)
    cast = votes(case)
    marks = [*_as_voters(found, cast, case), *_strangers(case), *cast, *deeds(case), *negation(case), *on_the_way(case)]
    return _corrected(marks, case)


def _as_voters(marks: list[Mark], cast: list[Mark], case: Case) -> list[Mark]:
    """Let nobody else stand in the place of a state that voted for something: the record names few of those.

    How a state voted says more than that it is not among the actors.
    """
    told = {mark.text for mark in cast if mark.mark == "differs"}
    marks = [mark for mark in marks if not (mark.text in told and mark.part == "country" and mark.mark == "differs")]
    if case.event.vote is None or "vote for" not in case.actions:
        return marks
    voted = {mark.text for mark in cast if mark.mark == "fits"}
    return [
        mark._replace(mark="fits" if mark.text in voted else "silent", record="")
        if mark.part == "country" and mark.mark == "differs"
        else mark
        for mark in marks
    ]


def _by_whom(marks: list[Mark], case: Case) -> list[Mark]:
    """Turn to "differs" the actor whom a claim says did what on record another did: who did it is the matter."""
    for doer, deed in _done_by(case):
        at = next((n for n, mark in enumerate(marks) if mark.text == doer.text and mark.mark == "fits"), None)
        if at is not None and (instead := _other_doer(doer, deed, case)):
            return [*marks[:at], marks[at]._replace(mark="differs", record=instead), *marks[at + 1 :]]
    return marks


def _done_by(case: Case) -> list[tuple[Part, Part]]:
    """Return the deeds of the claim, each with the actor that stands right before it."""
    spoken = {*lexicon.VOTES, "say"}
    deeds = [part for part in case.reading.of("action") if part.value not in spoken or _JUDGEMENT.fullmatch(part.text)]
    return [
        (doer, deed)
        for deed in deeds
        for doer in case.reading.of(*ACTORS)
        if lexicon.HELPERS.fullmatch(case.reading.claim[doer.start + len(doer.text) : deed.start])
        and not lexicon.THINGS.fullmatch(deed.text)
        and not lexicon.MUTUAL.match(deed.text)
        and not (deed.value in spoken and doer.part != "country")
        and not _PASSIVE.search(case.reading.claim[: doer.start])
    ]


def _other_doer(doer: Part, deed: Part, case: Case) -> str:
    """Return who, in every sentence of the event with this very verb, does it instead of the doer."""
    verb = re.compile(rf"\b{re.escape(deed.text.split()[0][:5])}\w*", re.IGNORECASE)
    verb = lexicon.ACTIONS[deed.value] if deed.value in _SAME_BY_ANY_NAME else verb
    found = ""
    for sentence, match in case.profile.sentences_with(verb):
        after = sentence[match.end() :]
        clause = after if after.startswith((" by ", " of ")) else sentence[: match.start()]
        if _names(clause, doer, case):
            return ""
        found = _last_named(clause, doer.part, case) or found
    return found


def _names(text: str, doer: Part, case: Case) -> bool:
    """Tell whether a text names a doer, or one who belongs to it or it to them."""
    near = case.desk.names.belonging_to(doer.names)
    others = (
        name
        for name in case.profile.involved
        if name in near or doer.value in case.desk.names.belonging_to(frozenset({name}))
    )
    family = doer.value.split()[0] if doer.part == "person" else doer.value  # the family name of Koreans stands first
    named = (doer.text, doer.value, *others)
    return family in text or any(each in text for name in named for each in (name, name.split()[-1]))


def _last_named(text: str, kind: str, case: Case) -> str:
    """Return the actor of the event, of this kind, that a text names last, by its own name or its last word."""
    actors = [name for name in case.profile.involved if case.desk.names.part_for(name) == kind]
    places = [(text.rfind(name.split()[-1] if kind == "person" else name), name) for name in actors]
    at, last = max(places, default=(-1, ""))
    return last if at >= 0 else ""


def _on_one_date(marks: list[Mark], case: Case) -> list[Mark]:
    """Let one date that fits do: another in the same claim is of something else."""
    named = {part.text for part in case.reading.of("date") if part.value.startswith("of ")}
    if not any(mark.part == "date" and mark.mark == "fits" and mark.text not in named for mark in marks):
        return marks
    periods = {
        part.text: part.period
        for part in case.reading.of("date")
        if not _ALREADY.search(case.reading.claim[: part.start])
    }
    return [
        mark._replace(mark="silent")
        if mark.part == "date"
        and mark.mark == "differs"
        and mark.text in periods
        and _may_be_of_else(periods.get(mark.text), case)
        else mark
        for mark in marks
    ]


def _may_be_of_else(period: Period | None, case: Case) -> bool:
    """Tell whether a time may be of something else than the event: it is earlier, or its year stands in the text."""
    return period is None or period.end < case.event.date.start or str(period.start.year) in case.profile.text


def _corrected(marks: list[Mark], case: Case) -> list[Mark]:
    """Turn to "differs" the part by which a claim says what the event's corrections say is often written wrongly.

    That is so if the claim has all the words by which the error departs from the event, and most of the error; or,
    where nothing else in it differs, if it repeats the error. If no part of it is the wrong one, it differs as a whole.
    """
    claimed = stems(case.reading.claim)
    settled = any(mark.mark == "differs" for mark in marks)
    for correction in case.event.corrections:
        error = stems(correction.error)
        if any(word.isdigit() for word in error - claimed):  # the error has a figure or time that the claim has not
            continue
        wrong = error - stems(case.profile.text)
        departs = wrong and wrong <= claimed and len(error & claimed) >= len(error) * _MOST
        if not departs and (settled or not _repeats(claimed, error, wrong)):
            continue
        at = _likeliest(
            [
                (mark.part, n)
                for n, mark in enumerate(marks)
                if stems(mark.text) & (error if mark.part == "number" else wrong)
            ]
        )
        at = _departing(marks, error, stems(correction.fact)) if at is None else at
        if at is None and len(error) >= _TELLING and not settled:
            return [*marks, Mark("words", case.reading.claim, "differs", correction.fact)]
        if at is not None and marks[at].mark != "differs":
            return [*marks[:at], marks[at]._replace(mark="differs", record=correction.fact), *marks[at + 1 :]]
    return marks


def _departing(marks: list[Mark], error: frozenset[str], fact: frozenset[str]) -> int | None:
    """Return which mark is of the part that an error has and the fact has not, the most telling one."""
    return _likeliest([(mark.part, at) for at, mark in enumerate(marks) if (stems(mark.text) & error) - fact])


def _likeliest(marks: list[tuple[str, int]]) -> int | None:
    """Return where the mark stands whose part is the likeliest to be the wrong one; None if none may be."""
    found = [(_DEPARTING.index(part), at) for part, at in marks if part in _DEPARTING]
    return min(found)[1] if found else None


def _repeats(claimed: frozenset[str], error: frozenset[str], wrong: frozenset[str]) -> bool:
    """Tell whether a claim says nearly all of a long error, half of what is wrong in it included, and little else."""
    both = len(error & claimed)
    telling = len(error) >= _TELLING and both >= len(error) * _NEARLY
    return telling and 2 * len(wrong & claimed) >= len(wrong) and 2 * both >= len(claimed)


def _elsewhere(case: Case) -> list[str]:
    """Return the names, of nobody and no place that is registered, that other events hold and this one does not."""
    return [
        word
        for word in case.reading.matter
        if case.reading.is_name(word)
        and case.event.id not in case.desk.events_with(word)
        and not case.desk.is_common(word)
        and not word.startswith("Korean")
    ]


def _models(case: Case) -> list[str]:
    """Return the makes of a claim that other events hold and this one does not: "MiG-23s"."""
    return [
        word
        for word in case.reading.matter
        if re.fullmatch(r"[A-Z][A-Za-z]*-?\d+\w*", word) and case.event.id not in case.desk.events_with(word)
    ]


def _strangers(case: Case) -> list[Mark]:
    """Judge the names that nothing on record bears: somebody or some place stands in theirs, if any does."""
    named = frozenset[str]().union(*(part.names for part in case.reading.parts))
    people = [name for name in case.event.actors if case.desk.names.kind_of(name) == "person" and name not in named]
    places = [name for name in case.event.places if name not in named]
    bodies = [
        name for name in case.event.actors if case.desk.names.kind_of(name) == "organisation" and name not in named
    ]
    marks = [Mark("number", word, "silent", "") for word in _models(case)]
    for word in (*case.reading.strangers, *_elsewhere(case)):
        if re.search(r"\d", word):  # a make: no other thing is known to stand in its place
            marks.append(Mark("number", word, "silent", ""))
            continue
        kind, instead = (
            ("place", places)
            if case.reading.is_placed(word)
            else ("person", people or (bodies if _goes_on(word, case) else []))
        )
        marks.append(Mark(kind, word, "differs" if instead else "silent", ", ".join(instead[:3])))
    return marks


def _goes_on(word: str, case: Case) -> bool:
    """Tell whether a name goes on with a word that the event has: "Hyundai Steel"."""
    before = re.search(r"([A-Z]\w+) $", case.reading.claim[: case.reading.claim.find(word)])
    return before is not None and case.profile.mentions(before[1])
