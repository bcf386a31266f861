"""A claim of two happenings, taken apart: "A confirmed it before B did", "A first, and two days later B"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.period import MONTHS

if TYPE_CHECKING:
    from rnk_timeline.period import Period

_JOINT = re.compile(
    r"\s+(?:only\s+|just\s+|shortly\s+|long\s+)?(before|ahead of|prior to|earlier than|after|following|later than"
    r"|(?:and )?only (?:then|after that)(?: did)?|and then|preceded|came(?: out)? before|came(?: out)? after)\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s(?:[-–—]\s|[–—])|;\s")
"""After which a claim goes on with something else."""
_CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d\d|midnight|noon|dawn"
    r"|(?:first |originally )?(?:planned|expected|scheduled|usual)\b",
    re.IGNORECASE,
)
"""What is a time of the day, or a plan, not a happening."""
_UNITS = {"day": (1, 0), "week": (7, 4), "month": (30, 16), "year": (365, 183)}
"""Days of a unit of time, and how many days off a number of them may be."""
_APART = re.compile(
    rf"(?:^|\s+)(?:exactly\s+|about\s+)?(the|an?|\d+|{'|'.join(lexicon.NUMBERS)})\s+({'|'.join(_UNITS)})s?$",
    re.IGNORECASE,
)
"""How far apart two happenings are said to be, before the word that joins them."""
_YEAR = rf"(?:(?:{'|'.join(month[:3] for month in MONTHS)}|early|late|mid|\d)\w* ){{0,2}}\d{{4}}"
_ECHO = re.compile(
    r"\s+(?:did|does|had|has|do|was|were|got (?:a?round|there)(?: to it)?"
    r"|had (?:voted|approved|passed|ratified)(?: on)?(?: it)?)"
    rf"(?:,? (?:so )?(?:(?:back )?(?:in|on|by) )?{_YEAR})?\W*$",
    re.IGNORECASE,
)
"""The end of a clause that only says of another that it did the same, with the time of both."""
_TURNED = re.compile(r"only (?:after|once) (.+?),? did (.+)", re.IGNORECASE)
_ALREADY = re.compile(
    r"(?P<first>.+?)\s+(?:(?:ha[ds]|was|were)\s+already|already\s+ha[ds])\s+(?P<deed>.+?),?\s+when\s+(?P<second>.+)",
    re.IGNORECASE,
)
_WHEN_ALREADY = re.compile(
    r"(?:by the time|when)\s+(?P<second>[^,]+),\s+(?P<first>.+?\s+(?:ha[ds]|was|were))\s+already\s+(?P<deed>.+)",
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
_FIRST_THEN = re.compile(
    r"(?P<first>.+?) first,?\s+(?:and\s+)?(?:only\s+)?(?:then|afterwards|after that|later)\s+(?P<second>.+)",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r"\s+(?:followed(?: suit)?|did the same|did so too)\W*$", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|he|she|they)\s+", re.IGNORECASE)
_VERB = re.compile(r"\s+(?:\w+(?:ed|id|aid|ew|oke|ent|ame|ets?|ought|old|ook|ave|eld)|put|cut|hit|led|made|won)\b")
_STRONG = re.compile(r"only|than|then|came|preceded", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b(?! once)|\bfirst\b(?=;|,|\s*$)", re.IGNORECASE)
_THOSE = re.compile(r"(?:those|that|the ones?) (?=\w+ )", re.IGNORECASE)
_WHOM = re.compile(
    r"(?:his|her|their) [a-z]+ ((?:[A-Z][\w-]+ ?)+)|(\S+) (?:himself|herself|itself|themselves)", re.IGNORECASE
)
"""A second clause that is nothing but what, or whom, the same was done to."""
_NAME_ALONE = re.compile(r"(?:[A-Z][a-z][\w-]+ ){1,3}[A-Z][a-z][\w-]+")
"""A second clause that is nothing but a name: somebody else did the same, or it was done to them."""
_GOT_TO = re.compile(r"(?:it|they|he|she) (?:got|came) (?:a?round )?to (?=[A-Z])")
"""What says of whom that follows only that the same was done to them."""
_IS = re.compile(r"\b(?:was|were|is|got|had been)\b", re.IGNORECASE)
_SUMMIT = re.compile(
    r"the (?:[A-Z]\w+ )+summit\b(?: (?:of|in) (?:\w+ )?\d{4})?"
    r"|[A-Z]\w+['’]s (?:\w+ ){0,2}(?:trip|visit|summit)(?: (?:to|in|with) [A-Z]\w+(?: [A-Z]\w+)*)?"
)
"""A happening of its own that one noun names."""
_EVEN = re.compile(r"\b(?:had|even) (?:even|yet|had|said)\b", re.IGNORECASE)
"""What in the first and in the second clause says that their order is the matter."""
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

    @property
    def is_of_summit(self) -> bool:
        """Whether the second happening is a meeting that one noun names: there may be several of that name."""
        return _SUMMIT.match(self.second) is not None


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
    if already := _ALREADY.fullmatch(claim) or _WHEN_ALREADY.fullmatch(claim):
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
    """Say the second clause with what it leaves to the first.

    "Cut links with Russia" and "with China" give one with China; "NK stopped trains" and "cut flights" one of NK's.
    """
    begins = second.split(maxsplit=1)[0]
    if _VERB.match(f" {second}") and (verb := _VERB.search(first)):
        return f"{first[: verb.start()]} {second}".rstrip(" ?.!")
    at = first.rfind(f" {begins} ")
    return f"{first[:at]} {second}".rstrip(" ?.!") if at >= 0 and begins.casefold() in lexicon.SMALL else ""


def _joined(claim: str) -> Sequence | None:
    """Return the clauses of a claim that one word joins."""
    match = _JOINT.search(claim)
    if match is None or not claim[: match.start()].strip() or _CLOCK.match(claim, match.end()):
        return None
    counted = _APART.search(claim[: match.start()])
    start = counted.start() if counted else match.start()
    first, second = claim[:start], _ASIDE.split(claim[match.end() :])[0].rstrip(" ?.!")
    second = re.sub(r"^(\S+)['’]s?$", r"\1 did", second)  # "a day ahead of Washington's"
    if len(second.split()) < 2 and match[1].casefold() in ("earlier than", "later than"):
        second = f"{second} did"
    if len(second.split()) < 2 or not first.strip():
        return None
    whole = _completed(first, second)
    strong = whole != second or any(
        (_SUMMIT.match(second), _STRONG.search(match[0]), _ONLY.search(first), _EVEN.search(second))
    )
    second = _PRONOUN.sub(lambda _: f"{first.split()[0]} ", whole)
    return Sequence(first, second, match[1].casefold() in _LATER, claim[start:].strip(), strong, _days(counted))


def _completed(first: str, second: str) -> str:
    """Return the second clause with what it leaves to the first: "before Russia did", "before those with China"."""
    second = _GOT_TO.sub("", second)
    if those := _THOSE.match(second):
        return _as_first(first, second[those.end() :]) or second
    if summit := _SUMMIT.match(second):
        return summit[0]
    if _NAME_ALONE.fullmatch(second):
        verb = None if _IS.search(first) else _VERB.search(first)
        return f"{first[: verb.end()]} {second}" if verb else _echoed(first, second)
    if (whom := _WHOM.fullmatch(second)) and (verb := _VERB.search(first)):
        return f"{first[: verb.end()]} {whom[1] or whom[2]}"
    return _echoed(first, _ECHO.sub("", second)) if _ECHO.search(second) else second


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
