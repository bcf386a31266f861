"""A claim while it is read: its words, what of it has been understood, and the parts found so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rnk_timeline.check.reading import Part

_WORD = re.compile(r"[^\W\d_]+-\d+\w*|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)


class Word(NamedTuple):
    """A word of the claim and where it stands."""

    text: str
    start: int
    end: int


class Draft:
    """A claim with marks on what has been understood, so that nothing is read twice.

    `acted` marks the words that name an action: they are still free to be part of something else.
    """

    def __init__(self, claim: str) -> None:
        self.claim = claim
        self.taken = [False] * len(claim)
        self.acted = [False] * len(claim)
        self.parts: list[Part] = []
        self.unread: list[tuple[int, str]] = []

    def free(self, start: int, end: int) -> bool:
        """Tell whether nothing between two places has been understood yet."""
        return not any(self.taken[start:end])

    def take(self, start: int, end: int, part: Part | None = None) -> None:
        """Mark what stands between two places as understood, as this part or as nothing of substance."""
        self.taken[start:end] = [True] * (end - start)
        if part is not None:
            self.parts.append(part._replace(start=start))

    def leave(self, start: int, end: int) -> None:
        """Mark what stands between two places as not understood."""
        self.take(start, end)
        self.unread.append((start, self.claim[start:end]))

    def words(self) -> list[Word]:
        """Return the words that have not been understood yet."""
        found = (Word(match[0], match.start(), match.end()) for match in _WORD.finditer(self.claim))
        return [word for word in found if self.free(word.start, word.end)]
