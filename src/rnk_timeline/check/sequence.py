"""Claims of two happenings, one before or after the other: each is looked up for itself, then their dates decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Judged, Mark
from rnk_timeline.check.lexicon import ACTORS
from rnk_timeline.check.read import read_claim
from rnk_timeline.check.reading import Part, Reading
from rnk_timeline.check.weighing import candidates

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk
    from rnk_timeline.period import Period

_JOINT = re.compile(
    r"\s+(?:only\s+|just\s+|shortly\s+|long\s+)?(before|ahead of|prior to|earlier than|after|following|later than"
    r"|(?:and )?only (?:then|after that)(?: did)?|and then|preceded|came(?: out)? before|came(?: out)? after)\s+",
    re.IGNORECASE,
)
_UNITS = {"day": (1, 0), "week": (7, 4), "month": (30, 16), "year": (365, 183)}
"""Days of a unit of time, and how many days off a number of them may be."""
_APART = re.compile(
    rf"\s+(?:exactly\s+|about\s+)?(the|an?|\d+|{'|'.join(lexicon.NUMBERS)})\s+({'|'.join(_UNITS)})s?$", re.IGNORECASE
)
"""How far apart two happenings are said to be, before the word that joins them."""
_ECHO = re.compile(
    r"\s+(?:did|does|had|has|do|was|were|got (?:a?round|there)(?: to it)?)(?:,? (?:(?:so )?(?:in|on) )?[\w ]*\d{4})?\W*$",
    re.IGNORECASE,
)
"""The end of a clause that only says of another that it did the same, with the time of both."""
_TURNED = re.compile(r"only (?:after|once) (.+?),? did (.+)", re.IGNORECASE)
_ALREADY = re.compile(
    r"(?P<first>.+?)\s+(?:(?:ha[ds]|was|were)\s+already|already\s+ha[ds])\s+(?P<deed>.+?),?\s+when\s+(?P<second>.+)",
    re.IGNORECASE,
)
_COUNT = rf"(?P<count>an?|\d+|{'|'.join(lexicon.NUMBERS)})\s+(?P<unit>{'|'.join(_UNITS)})s?\s+later"
_THEN = re.compile(
    rf"(?P<first>.+?)(?:,?\s+(?:and|but)|,)\s+"
    rf"(?:{_COUNT}\s+(?P<second>.+)|(?P<other>.+?)\s+{_COUNT.replace('P<', 'P<other_')}\W*)",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"(?P<first>.+?)\s+first,?\s+and\s+(?P<second>.+?),?\s+(?:afterwards|later|after that|next)\b.*", re.IGNORECASE
)
_FIRST_THEN = re.compile(r"(?P<first>.+?) first,?\s+(?:and\s+)?(?:only\s+)?then\s+(?P<second>.+)", re.IGNORECASE)
_FOLLOWED = re.compile(r"\s+(?:followed(?: suit)?|did the same|did so too)\W*$", re.IGNORECASE)
_ANAPHOR = re.compile(r"\b(?:it|this|that|the (?:first|\w+th))$", re.IGNORECASE)
"""What stands for something said before, so that the clause cannot be looked up by itself."""
_PRONOUN = re.compile(r"^(?:it|he|she|they)\s+", re.IGNORECASE)
_VERB = re.compile(r"\s+(?:\w+(?:ed|id|aid|ew|oke|ent|ame|ets?|ought|old|ook|ave|eld)|put|cut|hit|led|made|won)\b")
_STRONG = re.compile(r"only|than|then|came|preceded", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b(?! once)|\bfirst\b(?=;|,|\s*$)", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:him|her|them)\W*$", re.IGNORECASE)
_SELF = re.compile(
    r"(?:(?:his|her|their) [a-z]+ )?((?:[A-Z][\w-]+ ?)+)(?: (?:himself|herself|itself|themselves))?"
    r"|(\S+) (?:himself|herself|itself|themselves)"
)
"""A second clause that is nothing but whom the same was done to."""
_SUMMIT = re.compile(
    r"the (?:[A-Z]\w+ )+summit\b(?: (?:of|in) (?:\w+ )?\d{4})?"
    r"|[A-Z]\w+['’]s (?:\w+ ){0,2}(?:trip|visit|summit)(?: (?:to|in|with) [A-Z]\w+(?: [A-Z]\w+)*)?"
)
"""A happening of its own that one noun names."""
_EVEN = re.compile(r"\b(?:had|even) (?:even|yet|had|said)\b", re.IGNORECASE)
"""What in the first and in the second clause says that their order is the matter."""
_ENOUGH = 0.6
_LIKELY = 0.65
_SURE = 0.75
"""How much of a clause's substance an event must hold to be what it means, likely and surely that."""
_ALIKE = 0.75
"""How near to the best event others must come to answer a clause about as well."""
_FEW = 4
"""Events, of both clauses: with no more than that, each is surely of its clause."""
_LATER = {"after", "following", "later than", "came after", "came out after"}


class Sequence(NamedTuple):
    """Two clauses and how the claim orders them; `joint` is the words of the second with what joins it.

    `strong` are those whose order is all that they are about: "only after", "earlier than", "before Russia did";
    `apart` is how many days lie between the two, at least and at most, if the claim says so.
    """

    first: str
    second: str
    later: bool
    joint: str
    strong: bool
    apart: tuple[int, int] | None = None

    def holds(self, first: Period, second: Period) -> bool:
        """Tell whether the times of the two clauses stand to each other as the claim says."""
        before, after = (second, first) if self.later else (first, second)
        if self.apart is None:
            return before.start <= after.start
        least, most = (after.start - before.end).days, (after.end - before.start).days
        return least <= self.apart[1] and most >= self.apart[0]


class Ordered(NamedTuple):
    """A claim of two happenings as it was read, and the events for it: those of its clauses, then others."""

    reading: Reading
    events: tuple[Judged, ...]


def split(claim: str) -> Sequence | None:
    """Return the two clauses of a claim such as "A confirmed it before B did"; None if it is not one.

    What follows the joint must be a clause of its own or an echo of the first ("did", "had"); a mere date ("before
    2019") is a period, not a second happening.
    """
    return _turned(claim) or _joined(claim)


def _turned(claim: str) -> Sequence | None:
    """Return the clauses of a claim that says with more than one word between them which came first."""
    if turned := _TURNED.fullmatch(claim):
        return Sequence(turned[2], turned[1], later=True, joint=f"after {turned[1]}", strong=True)
    if already := _ALREADY.fullmatch(claim):
        second = already["second"]
        return Sequence(f"{already['first']} {already['deed']}", second, False, f"already … when {second}", strong=True)
    if then := _THEN.fullmatch(claim):
        return _one_then_other(then)
    if (found := _FIRST_THEN.fullmatch(claim)) and (second := _as_first(found["first"], found["second"])):
        return Sequence(found["first"], second, later=False, joint=f"then {found['second']}", strong=True)
    if found := _AFTERWARDS.fullmatch(claim):
        return Sequence(found["first"], found["second"], later=False, joint=f"then {found['second']}", strong=True)
    return None


def _as_first(first: str, second: str) -> str:
    """Say the first clause with the end of the second: "cut links with Russia" and "with China" give one with China."""
    begins = second.split()[0]
    at = first.rfind(f" {begins} ")
    return f"{first[:at]} {second}".rstrip(" ?.!") if at >= 0 and begins.casefold() in lexicon.SMALL else ""


def _joined(claim: str) -> Sequence | None:
    """Return the clauses of a claim that one word joins."""
    match = _JOINT.search(claim)
    if match is None or not claim[: match.start()].strip():
        return None
    counted = _APART.search(claim[: match.start()])
    start = counted.start() if counted else match.start()
    first, second = claim[:start], claim[match.end() :].rstrip(" ?.!")
    second = re.sub(r"^(\S+)['’]s?$", r"\1 did", second)  # "a day ahead of Washington's"
    if len(second.split()) < 2 and match[1].casefold() in ("earlier than", "later than"):
        second = f"{second} did"
    if len(second.split()) < 2:
        return None
    those = re.match(r"(?:those|that|the ones?) (?=\w+ )", second, re.IGNORECASE)
    himself = (
        _SELF.fullmatch(second)
        if second.islower() or re.match(r"(?:his|her|their) ", second) or " him" in second
        else None
    )
    if those:
        second = _as_first(first, second[those.end() :]) or second
    elif summit := _SUMMIT.match(second):
        second = summit[0]
    elif himself and (verb := _VERB.search(first)):
        second = f"{first[: verb.end()]} {himself[1] or himself[2]}"
    strong = bool(
        those
        or himself
        or _SUMMIT.match(second)
        or _STRONG.search(match[0])
        or _ECHO.search(second)
        or _ONLY.search(first)
        or _EVEN.search(second)
    )
    if _ECHO.search(second):
        second = _echoed(first, _ECHO.sub("", second))
    second = _PRONOUN.sub(lambda _: f"{first.split()[0]} ", second)
    return Sequence(first, second, match[1].casefold() in _LATER, claim[start:].strip(), strong, _days(counted))


def _one_then_other(match: re.Match[str]) -> Sequence:
    """Return the two clauses of "A acted first, and a day later B did": the second may leave the deed unsaid."""
    first = re.sub(r"\s+first\b", "", match["first"], flags=re.IGNORECASE)
    second = (match["second"] or match["other"]).rstrip(" ?.!")
    if _FOLLOWED.search(second):
        second = _echoed(first, _FOLLOWED.sub("", second))
    apart = _in_days(match["count"] or match["other_count"], match["unit"] or match["other_unit"])
    return Sequence(first, second, later=False, joint=f"then {second}", strong=True, apart=apart)


def _days(counted: re.Match[str] | None) -> tuple[int, int] | None:
    return _in_days(counted[1], counted[2]) if counted else None


def _in_days(said: str, unit: str) -> tuple[int, int]:
    """Return how many days "two weeks" are, at least and at most."""
    number = int(said) if said.isdigit() else lexicon.NUMBERS.get(said.casefold(), 1)
    days, off = _UNITS[unit.casefold()]
    return number * days - off, number * days + off


def _echoed(first: str, subject: str) -> str:
    """Say the first clause of another subject: "NK sent soldiers" and "Russia" give "Russia sent soldiers"."""
    verb = _VERB.search(first)
    return f"{subject}{first[verb.start() :]}" if verb else f"{subject} {first}"


def in_sequence(claim: str, joined: Sequence, desk: Desk, today: date) -> Ordered | None:
    """Judge a claim of two happenings by the dates of both; None if the record does not hold both."""
    reading, second = (read_claim(clause, desk, today) for clause in (joined.first, joined.second))
    if _OBJECT.search(joined.second):  # "after Putin had met him"
        second = second._replace(parts=(*second.parts, *reading.of("person")[-1:]))
    said = [part.text for part in second.of("action")]
    if not (reading.actions or joined.strong or joined.apart) or (joined.apart and _ANAPHOR.search(joined.second)):
        return None
    of_first = candidates(reading, desk)
    if not (joined.strong or joined.apart) and (
        all(map(lexicon.THINGS.fullmatch, said)) or _is_one(of_first, candidates(second, desk))
    ):
        return None
    ones, others = _alike(of_first), _alike(_best_of_second(reading, second, desk))
    if not joined.strong and min(_held(ones), _held(others)) < _LIKELY:
        return None
    few = joined.strong and not _SUMMIT.match(joined.second) and len(ones) + len(others) <= _FEW
    found = _earliest(ones, others) if few else _nearest_in_time(ones, others)
    if found is None:
        return None
    one, other = found
    holds = joined.holds(one.when, other.when)
    record = f"{one.when.in_words()}; {other.event.title}: {other.when.in_words()}"
    order = Mark("order", joined.joint, "fits" if holds else "differs", record)
    first = one._replace(marks=(*one.marks, order))
    rest = [each for each in of_first if each.event.id not in (one.event.id, other.event.id)]
    reading = reading._replace(claim=claim, parts=(*reading.parts, Part("order", joined.joint, other.event.title)))
    return Ordered(reading, (first, other, *rest))


def _is_one(ones: tuple[Judged, ...], others: tuple[Judged, ...]) -> bool:
    """Tell whether both clauses are of one event: "offered aid after the floods"."""
    return bool(ones and others) and ones[0].event.id == others[0].event.id


def _held(found: list[Judged]) -> float:
    return found[0].coverage if found else 0.0


def _alike(best: tuple[Judged, ...]) -> list[Judged]:
    """Return the events that answer a clause about as well as the best one, if that answers it well enough."""
    if not best or best[0].coverage < _ENOUGH:
        return []
    own = [each for each in best if not _is_of_another(each) and each.coverage >= _ENOUGH]
    top = own[0] if own and own[0].score >= best[0].score * _ALIKE else best[0]
    alike = [each for each in best if each.coverage >= top.coverage * _ALIKE and each.score >= top.score * _ALIKE]
    return [each for each in alike if not _is_of_another(each)] or alike


def _is_of_another(judged: Judged) -> bool:
    """Tell whether an event is of somebody else's deed."""
    return any(mark.mark == "differs" and mark.part in (*ACTORS, "action", "place") for mark in judged.marks)


def _earliest(ones: list[Judged], others: list[Judged]) -> tuple[Judged, Judged] | None:
    """Return an event for each clause: the earliest, for a claim of who was first or what had to come first."""
    one = min(ones, key=_begin, default=None)
    other = min((each for each in others if one and each.event.id != one.event.id), key=_begin, default=None)
    return (one, other) if one and other else None


def _begin(judged: Judged) -> date:
    return judged.when.start


def _nearest_in_time(ones: list[Judged], others: list[Judged]) -> tuple[Judged, Judged] | None:
    """Return an event for each clause: of those alike, the two that lie closest together."""
    pairs = [(one, other) for one in ones for other in others if one.event.id != other.event.id]
    return min(pairs, key=lambda pair: abs((pair[0].when.start - pair[1].when.start).days), default=None)


def _best_of_second(first: Reading, second: Reading, desk: Desk) -> tuple[Judged, ...]:
    """Return the events for the second clause, with what it leaves unsaid taken from the first.

    "Before cutting its routes" is done by whoever did the first thing; "earlier than his predecessor" is done to
    somebody else.
    """
    if not second.actions:
        kinds = {part.part for part in second.parts} | {"date"}
        second = second._replace(parts=(*(part for part in first.parts if part.part not in kinds), *second.parts))
    best = candidates(second, desk)
    if second.of(*ACTORS) or (best and best[0].coverage >= _SURE):
        return best
    with_actor = second._replace(parts=(*first.of(*ACTORS)[:1], *second.parts))
    return max(best, candidates(with_actor, desk), key=lambda found: found[0].coverage if found else 0.0)
