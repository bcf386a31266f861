"""Words cut to their beginnings, in which their forms meet."""

from __future__ import annotations

from functools import lru_cache

from rnk_timeline.check.lexicon import SMALL
from rnk_timeline.text import words

_LETTERS = 6
"""With fewer, words that have nothing in common meet; with more, the forms of one do not."""


def stem(word: str) -> str:
    """Return the beginning of a word: what its forms share."""
    return word.casefold()[:_LETTERS]


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of substance in a text."""
    return frozenset(stem(word) for word in words(text) if word not in SMALL)
