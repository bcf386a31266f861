"""Claims of two happenings, one before or after the other: each is looked up for itself, then their dates decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

_JOINT = re.compile(
    r"\s+(?:only\s+|just\s+|shortly\s+|long\s+)?(before|ahead of|prior to|earlier than|after|following|later than"
    r"|and only (?:then|after that)|and then|preceded|came before|came after)\s+",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?)$", re.IGNORECASE)
_ECHO = re.compile(r"\s+(?:did|does|had|has|do|was|were)\W*$", re.IGNORECASE)
_TURNED = re.compile(r"only (?:after|once) (.+?),? did (.+)", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|he|she|they)\s+", re.IGNORECASE)
_STRONG = re.compile(r"only|than|then", re.IGNORECASE)
_LATER = {"after", "following", "later than", "came after"}


class Sequence(NamedTuple):
    """Two clauses and how the claim orders them; `joint` is the words of the second with what joins it.

    `strong` are those whose order is all that they are about: "only after", "earlier than", "before Russia did".
    """

    first: str
    second: str
    later: bool
    joint: str
    strong: bool

    def holds(self, first_day: date, second_day: date) -> bool:
        """Tell whether the days of the two clauses stand in the order of the claim."""
        return first_day >= second_day if self.later else first_day <= second_day


def split(claim: str) -> Sequence | None:
    """Return the two clauses of a claim such as "A confirmed it before B did"; None if it is not one.

    What follows the joint must be a clause of its own or an echo of the first ("did", "had"); a mere date ("before
    2019") is a period, not a second happening.
    """
    if turned := _TURNED.fullmatch(claim):
        return Sequence(turned[2], turned[1], later=True, joint=f"after {turned[1]}", strong=True)
    match = _JOINT.search(claim)
    if match is None or not claim[: match.start()].strip() or _COUNTED.search(claim[: match.start()]):
        return None
    first, second = claim[: match.start()], claim[match.end() :].rstrip(" ?.!")
    if len(second.split()) < 2:
        return None
    strong = bool(_STRONG.search(match[0]) or _ECHO.search(second))
    if _ECHO.search(second):
        second = _echoed(first, _ECHO.sub("", second))
    second = _PRONOUN.sub(lambda found: f"{first.split()[0]} ", second)
    return Sequence(first, second, match[1].casefold() in _LATER, claim[match.start() :].strip(), strong)


def _echoed(first: str, subject: str) -> str:
    """Say the first clause of another subject: "NK sent soldiers" and "Russia" give "Russia sent soldiers"."""
    verb = re.search(r"\s+\w+(?:ed|id|aid|ew|oke|ent|ame|ets?|ought)\b", first)
    return f"{subject}{first[verb.start() :]}" if verb else f"{subject} {first}"
