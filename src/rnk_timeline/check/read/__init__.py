"""A claim read into its parts, a module for each kind; what nothing reads is what the claim leaves unread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.read.deeds import take_actions, take_first_of_all, take_small_words
from rnk_timeline.check.read.draft import Draft
from rnk_timeline.check.read.figures import take_figures, take_shares, take_spans, take_symbols, take_times_of_all
from rnk_timeline.check.read.names import leave_strangers, take_names
from rnk_timeline.check.read.times import take_hints, take_times
from rnk_timeline.check.reading import Reading

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.reading import Part


def read_claim(claim: str, desk: Desk, today: date) -> Reading:
    """Read a claim against what is on record; "last year" and the like count from `today`."""
    draft = Draft(" ".join(claim.split()))
    take_hints(draft)
    take_symbols(draft, desk)
    take_times(draft, today)
    leave_strangers(draft, desk)
    take_names(draft, desk, nearly=True)
    take_actions(draft)
    take_times_of_all(draft)
    take_spans(draft)
    take_shares(draft)
    take_figures(draft, desk)
    take_small_words(draft)
    take_first_of_all(draft)
    matter = _matter(draft, desk)
    parts = tuple(sorted(draft.parts, key=lambda part: part.start))
    return Reading(draft.claim, parts, matter, tuple(word for _, word in sorted(draft.unread)))


def read_names(sentence: str, desk: Desk, today: date) -> list[Part]:
    """Return just the times and the names in a sentence, in its order."""
    draft = Draft(sentence)
    take_times(draft, today)
    take_names(draft, desk, nearly=False)  # a record spells them right
    return sorted(draft.parts, key=lambda part: part.start)


def _matter(draft: Draft, desk: Desk) -> tuple[str, ...]:
    """Return the words of substance that are left; those that occur nowhere on record are unread."""
    matter = []
    for word in draft.words():
        text = re.sub(r"['’]s?$", "", word.text)
        if text.casefold() in lexicon.SMALL or len(text) < 2 or draft.acted[word.start]:
            continue
        text = lexicon.BRITISH.get(text.casefold(), text)
        if desk.events_with(text):
            matter.append(text)
        elif near := desk.nearest_word(text):
            matter.append(near)
        else:
            draft.unread.append((word.start, text))
    return tuple(matter)
