"""What was done and what was not: the actions, negations and order words of a claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.read.figures import ordinal
from rnk_timeline.check.reading import Part

if TYPE_CHECKING:
    from rnk_timeline.check.read.draft import Draft

_CONTRAST = re.compile(r"(?:,|\bbut|\band)\s+$", re.IGNORECASE)
_IDIOM = re.compile(r"no (?:matter|doubt|longer than|problem|more(?! than))\b", re.IGNORECASE)
_ASKING = re.compile(r"(?:was|were|is|are|did|do|does|has|have|had)n['’]t\b", re.IGNORECASE)
"""What a question begins with that expects a yes: "wasn't there a trip?"."""
_TOLD_APART = re.compile(r"(?:w(?:on|ould)n?|do(?:es)?n|would n)['’]?t", re.IGNORECASE)
_TO_BE = re.compile(r"\b(?:would|will|shall)\b|['’](?:d|ll)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:neither|nor)\s+$", re.IGNORECASE)
_BEFORE_THAT = re.compile(r"\b(?:no|nobody|none)\b[^.;]*\bhad\b[^.;]*\bbefore\b")
"""What says that something was the first: "no minister had been there before him"."""
_NOT_BY = re.compile(r"\s+(?:yet|even|merely|by|to|from|in|at|on|for|with|only|just)\b", re.IGNORECASE)
"""Around a "not" that tells two things apart, rather than saying that something did not happen."""


def take_actions(draft: Draft) -> None:
    """Read the actions, under every name that the lexicon has for them."""
    found = [
        (name, match)
        for name, pattern in lexicon.ACTIONS.items()
        for match in pattern.finditer(draft.claim)
        if draft.free(*match.span()) or name in (*lexicon.VOTES, "vote unanimously")
    ]
    for name, match in found:
        if any(_lies_within(match, other) for _, other in found):  # the "cut" of "cut ties"
            continue
        if _EITHER.search(draft.claim[: match.start()]):  # "neither confirmed nor denied" is neither
            continue
        draft.parts.append(Part("action", match[0], name, start=match.start()))
        draft.acted[match.start() : match.end()] = [True] * len(match[0])


def take_small_words(draft: Draft) -> None:
    """Read the words of order and of negation."""
    for word in draft.words():
        lowered = word.text.casefold()
        if number := ordinal(draft.claim, word):
            end = word.end + (2 if word.text.isdigit() else 0)
            draft.take(word.start, end, Part("order", draft.claim[word.start : end], str(number), number=number))
        elif (
            lowered in ("neither", "nor")
            or _IDIOM.match(draft.claim, word.start)
            or (word.start == 0 and _ASKING.match(draft.claim))
        ):
            draft.take(word.start, word.end)
        elif not draft.acted[word.start] and (lowered in lexicon.NEGATION or lowered.endswith(("n't", "n’t"))):
            plain = not lowered.endswith(("n't", "n’t"))  # "but didn't see him" tells nothing apart
            contrast = plain and (_CONTRAST.search(draft.claim[: word.start]) or _NOT_BY.match(draft.claim[word.end :]))
            draft.take(word.start, word.end, None if contrast else Part("negation", word.text, "not"))
            if contrast:  # "without confirming it": what is told apart was not done
                draft.parts = [each for each in draft.parts if not 0 < each.start - word.end < 3]


def take_first_of_all(draft: Draft) -> None:
    """Take "no one ... before", in whatever order, for what it means: the first."""
    negated = [each for each in draft.parts if each.part == "negation"]
    claim = draft.claim.casefold()
    so_far = (
        re.search(r"\buntil\b", claim)
        or _BEFORE_THAT.search(claim)
        or (re.search(r"\bbefore\b", claim) and re.search(r"\b(?:ever|never)\b", claim))
    )
    if negated and so_far:
        draft.parts = [each for each in draft.parts if each.part != "negation"]
        if not _is_condition(negated[0], draft):
            draft.parts.append(Part("order", negated[0].text, "1", number=1, start=negated[0].start))


def _is_condition(negation: Part, draft: Draft) -> bool:
    """Tell whether something is only not to be until then: "would not until", "promised in May that none until"."""
    until = [each.period for each in draft.parts if each.period and each.value.startswith("until ")]
    others = [each.period for each in draft.parts if each.period and not each.value.startswith("until ")]
    promised = bool(until) and any(period.end < until[0].start for period in others)
    return promised or bool(_TOLD_APART.fullmatch(negation.text) or _TO_BE.search(draft.claim))


def _lies_within(match: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= match.start() and match.end() <= other.end() and len(match[0]) < len(other[0])
