"""Which of two happenings the text of one event puts first: "China and then Russia", "the day before he saw Putin".

A sentence that orders is cut at the word that does so; each half is of the clause of the claim that it shares the most
with, beside what both clauses have.
"""

from __future__ import annotations

import re
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.check.read import read_names
from rnk_timeline.check.stems import stem
from rnk_timeline.check.told import TOKEN, dated_parts, told_by

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.told import Told

_JOINED = re.compile(
    r"\b(?P<word>before|ahead of|after|following|and then)\s+(?P<rest>(?:(?! and (?:that|then)\b)[^,;.])+)",
    re.IGNORECASE,
)
"""What orders the rest of a sentence before or after what stands behind it."""
_EARLIER = re.compile(
    r"\b(?:the (?:day|week|month|year) before|(?:days?|weeks?|months?|hours?) (?:before|earlier)|first)(?=[,;.]|$)",
    re.IGNORECASE,
)
"""What puts a sentence before the event that it stands in."""
_CLAUSE_BEGINS = re.compile(r"[;,] | which | who | that (?=had |was |were )")
_SAID = re.compile(rf"\b(?:that|{lexicon.ACTIONS['say'].pattern})", re.IGNORECASE)
"""After which it is what somebody tells that had been, not the event."""
_PRONOUN = re.compile(r"\b(?:he|his|she|her|they|their|it|its)\b", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\b(?:he|his|she|her|they|their|it|its|did|had|was|were|sat|met|saw|went|came|left|held|took|gave|spoke)\b|\w+ed\b",
    re.IGNORECASE,
)
"""What a clause of its own has."""
_MEETING = re.compile(r"(?:the|their|his) (?:meeting|summit|talks|visit|trip|parade|ceremony)\b", re.IGNORECASE)
"""What stands for what an event itself is."""
_OPPOSITES = (("open", "close"), ("succeed", "fail"))
_NAME = 2.5
"""What a name that a clause and a half of a sentence share counts, beside the rarity of words."""
_LEAST = 2.0
"""What a half must share with a clause to be of it."""
_ALONE = 5.0
"""What one half must share if the other is of neither clause."""
_LITTLE = 0.25
"""How much less, beside the other half, is no sign that both halves are of one clause."""
_SPELT = {
    word: next(each for each, same in lexicon.ORDINALS.items() if same == number)
    for word, number in lexicon.ORDINALS.items()
}
"""Order words as they are written out."""


class _Clause(NamedTuple):
    """What tells one clause of a claim from the other: its words and its names."""

    stems: frozenset[str]
    names: frozenset[str]


def first_is_earlier(first: str, second: str, event: str, desk: Desk, today: date) -> tuple[bool, str] | None:
    """Return whether the text of an event puts what the first clause says first, with the sentence; None if neither."""
    one, other = _clauses(first, second, desk, today)
    opposites = _opposites(first)
    for sentence in told_by(event, desk):
        if any(opposite.search(sentence.text) and not deed.search(sentence.text) for deed, opposite in opposites):
            continue  # it is of closing, where the clause is of opening
        for main, rest, main_is_earlier in _halves(sentence.text):
            in_main, in_rest = (_lead(one, other, sentence, half, desk) for half in (main, rest))
            in_main = in_main or _lead(one, other, sentence, main[:1], desk)  # what follows may be of both
            apart = in_main * in_rest <= 0 or abs(in_main) < abs(in_rest) * _LITTLE
            if rest and apart and abs(in_rest) >= (_LEAST if in_main else _ALONE):
                return (in_rest < 0) == main_is_earlier, sentence.text
            if rest and abs(in_main) >= _ALONE and _MEETING.match(sentence.text[rest[0].start :]):
                return (in_main > 0) == main_is_earlier, sentence.text
            if not rest and abs(in_main) >= _LEAST:
                return in_main > 0, sentence.text
    told = _HAPPENS.search(second)  # "after the launches" is a time, not a happening of its own
    return _by_dates(one, other, event, desk) if told else None


def first_had_been(first: str, second: str, event: str, desk: Desk, today: date) -> tuple[bool, str] | None:
    """Return whether what an event tells of as past when it happened is of the first clause; None if of neither."""
    one, other = _clauses(first, second, desk, today)
    for sentence in told_by(event, desk):
        if lexicon.HAD_BEEN.search(sentence.text) and not _SAID.search(sentence.text):
            lead = _lead(one, other, sentence, [range(len(sentence.text))], desk)
            if abs(lead) >= _LEAST:
                return lead > 0, sentence.text
    return None


def _opposites(clause: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return each deed of which a clause speaks, and not of its opposite, with that."""
    ways = [(lexicon.ACTIONS[one], lexicon.ACTIONS[other]) for pair in _OPPOSITES for one, other in (pair, pair[::-1])]
    return [(deed, opposite) for deed, opposite in ways if deed.search(clause) and not opposite.search(clause)]


def _by_dates(one: _Clause, other: _Clause, event: str, desk: Desk) -> tuple[bool, str] | None:
    """Return which clause is earlier by the days that the text gives to what each says; None if not to both."""
    dated: dict[bool, tuple[float, date, str]] = {}
    for sentence, part, day in dated_parts(told_by(event, desk), desk.events[event].date.start.year):
        ones, others = _in_common(one, other, sentence, [part], desk)
        best = dated.get(ones > 0)
        if not ones * others and ones + others >= _LEAST and (best is None or ones + others > best[0]):
            dated[ones > 0] = (ones + others, day, sentence.text)
    if len(dated) < 2 or dated[True][1] == dated[False][1]:
        return None
    return dated[True][1] < dated[False][1], dated[True][2]


def _halves(text: str) -> list[tuple[list[range], list[range], bool]]:
    """Return where the two halves of an ordering sentence stand, and whether the first is said to be earlier."""
    found = []
    for match in _JOINED.finditer(text):
        main, rest = [range(match.start()), range(match.end(), len(text))], [range(match.start("rest"), match.end())]
        found.append((main, rest, match["word"].casefold() not in ("after", "following")))
    for match in _EARLIER.finditer(text):
        begins = [each.end() for each in _CLAUSE_BEGINS.finditer(text, 0, match.start())]
        found.append(([range(begins[-1] if begins else 0, match.start())], list[range](), True))
    return found


def _lead(one: _Clause, other: _Clause, sentence: Told, half: list[range], desk: Desk) -> float:
    """Return how much more one clause has in common with a half of a sentence than the other has."""
    ones, others = _in_common(one, other, sentence, half, desk)
    return ones - others


def _in_common(one: _Clause, other: _Clause, sentence: Told, half: list[range], desk: Desk) -> tuple[float, float]:
    """Return how much each of two clauses has in common with a part of a sentence."""
    words = {token for token, start in _tokens(sentence.text) if any(start in part for part in half)}
    named = [each.names for each in sentence.names if any(each.start in part for part in half)]
    names = frozenset[str]().union(*named)
    ones, others = (
        fsum(desk.weight(word) for word in words if stem(word) in clause.stems)
        + _NAME * len((names & clause.names) - (lexicon.STATES if clause.stems else frozenset()))
        for clause in (one, other)
    )
    return ones, others


def _clauses(first: str, second: str, desk: Desk, today: date) -> tuple[_Clause, _Clause]:
    one, other = (_clause(text, desk, today) for text in (first, second))
    both = one.names & other.names
    shared = _PRONOUN.search(second) or lexicon.THINGS.match(second)  # "before she saw him", "after talks with him"
    if shared and (subject := read_names(first, desk, today)):
        both |= desk.names.belonging_to(subject[0].names)
    return _Clause(one.stems - other.stems, one.names - both), _Clause(other.stems - one.stems, other.names - both)


def _clause(text: str, desk: Desk, today: date) -> _Clause:
    parts = read_names(text, desk, today)
    named = [range(part.start, part.start + len(part.text)) for part in parts]
    words = {token for token, start in _tokens(text) if not any(start in each for each in named)}
    who = (part for part in parts if part.part != "place")
    names = frozenset[str]().union(*(desk.names.belonging_to(part.names) for part in who))
    return _Clause(frozenset(map(stem, words)), names)


def _tokens(text: str) -> list[tuple[str, int]]:
    found = re.finditer(r"\d+(?:st|nd|rd|th)\b", text)
    ordinals = [(_SPELT.get(match[0], match[0]), match.start()) for match in found]
    words = [(match[0], match.start()) for match in TOKEN.finditer(text)]
    return ordinals + [(word, start) for word, start in words if word.casefold() not in lexicon.SMALL]
