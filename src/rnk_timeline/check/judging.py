"""Each part of a claim beside an event: it fits, it differs, or the event is silent on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.correcting import beside_corrections
from rnk_timeline.check.lexicon import ACTORS
from rnk_timeline.check.parts.actors import actor, adjective
from rnk_timeline.check.parts.dates import OF, called_otherwise, date, other_day
from rnk_timeline.check.parts.deeds import deeds, negation
from rnk_timeline.check.parts.figures import number
from rnk_timeline.check.parts.orders import on_the_way, order
from rnk_timeline.check.parts.places import place
from rnk_timeline.check.parts.strangers import strangers
from rnk_timeline.check.parts.turns import turns
from rnk_timeline.check.parts.votes import votes

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case, Mark
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
_SAME_BY_ANY_NAME = frozenset({"lead", "ratify", "veto", "request", "invite", "decline"})
"""Deeds that are the same under each of their names: for others, only the very verb of the claim is."""
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
"""Who may be whoever was named before."""
_LETTERS = 5
"""Of a verb, by which its forms are found."""
_LONG = 3
"""Years: so long a time dates no happening."""
_ALREADY = re.compile(r"\b(?:as early as|already in|back in)\s+$", re.IGNORECASE)
"""What makes a time the matter of a claim, whatever other it names."""


def marks_of(case: Case) -> list[Mark]:
    """Return what the event says to each part of the claim, in the order of the claim."""
    found = [_WAYS[part.part](part, case) for part in case.reading.parts if part.part in _WAYS]
    found = _by_whom(_called_otherwise(_on_one_date(found, case), case), case)
    cast = votes(case)
    marks = [*_as_voters(found, cast, case), *strangers(case), *cast, *deeds(case), *negation(case)]
    return beside_corrections([*marks, *on_the_way(case), *turns(case)], case)


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
    for doer, deed in case.reading.done_by:
        at = next((n for n, mark in enumerate(marks) if mark.text == doer.text and mark.mark == "fits"), None)
        if at is not None and (instead := _other_doer(doer, deed, case)):
            return [*marks[:at], marks[at]._replace(mark="differs", record=instead), *marks[at + 1 :]]
    return marks


def _other_doer(doer: Part, deed: Part, case: Case) -> str:
    """Return who, in every sentence of the event with this very verb, does it instead of the doer."""
    begins = deed.text.split()[0].removesuffix("ed")
    ending = r"\w*" if len(begins) > _LETTERS else r"(?:ed|e?s|ing)?\b"
    verb = re.compile(rf"\b{re.escape(begins[:_LETTERS])}{ending}", re.IGNORECASE)
    verb = lexicon.ACTIONS[deed.value] if deed.value in _SAME_BY_ANY_NAME else verb
    found = ""
    for sentence, match in case.profile.sentences_with(verb):
        after = sentence[match.end() :]
        behind = after.startswith((" by ", " of ")) or match[0] == "under"
        clause = after if behind else sentence[: match.start()]
        clause = clause.rpartition(" with ")[2] if match[0] == "presiding" else clause
        pronoun = doer.part == "person" and _PRONOUN.search(clause)
        if pronoun or _names(clause, doer, case):
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
    korean = case.desk.names.state_of(doer.value) in lexicon.KOREAS  # the family name of Koreans stands first
    family = doer.value.split()[0 if korean else -1] if doer.part == "person" else doer.value
    peoples = map(str.title, lexicon.PEOPLES.get(doer.value, ()))
    named = (doer.text, doer.value, *peoples, *others)
    return family in text or any(each in text for name in named for each in (name, name.split()[-1]))


def _last_named(text: str, kind: str, case: Case) -> str:
    """Return the actor of the event, of this kind, that a text names last: one that the claim has not, if there is."""
    named = frozenset[str]().union(*(part.names for part in case.reading.of(kind)))
    actors = [name for name in case.profile.involved if case.desk.names.part_for(name) == kind]
    places = [(text.rfind(name.split()[-1] if kind == "person" else name), name) for name in actors]
    _, at, last = max(((name not in named and at >= 0, at, name) for at, name in places), default=(False, -1, ""))
    return last if at >= 0 else ""


def _on_one_date(marks: list[Mark], case: Case) -> list[Mark]:
    """Let one date that fits do: another in the same claim is of something else.

    One that the text gives to something else excuses only what lies after the event.
    """
    plain = {part.text for part in case.reading.of("date") if " " not in part.value}
    fitting = [mark for mark in marks if mark.part == "date" and mark.mark == "fits" and mark.text in plain]
    own = any(OF not in mark.record for mark in fitting)
    others = {
        part.text
        for part in case.reading.of("date")
        if part.period
        and not _ALREADY.search(case.reading.claim[: part.start])
        and (own or part.period.start > case.event.date.end)
        and _may_be_of_else(part.period, case)
    }
    return [
        mark._replace(mark="silent")
        if fitting and mark.part == "date" and mark.mark == "differs" and mark.text in others
        else mark
        for mark in marks
    ]


def _called_otherwise(marks: list[Mark], case: Case) -> list[Mark]:
    """Turn to "differs" the times by which a claim calls things that the event calls by others."""
    others = {part.text: other for part in case.reading.of("date") if (other := called_otherwise(part, case))}
    return [
        mark._replace(mark="differs", record=others[mark.text]) if mark.part == "date" and mark.text in others else mark
        for mark in marks
    ]


def _may_be_of_else(period: Period, case: Case) -> bool:
    """Tell whether a time may be of something else than the event: it is earlier, or its year stands in the text.

    A day is not, where the text names others of that month and not this one.
    """
    if other_day(period, case):
        return False
    if period.end < case.event.date.start or period.end.year - period.start.year >= _LONG:
        return True
    return str(period.start.year) in case.profile.text
