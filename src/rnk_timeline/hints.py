"""A quick look at an event before a search: it lets through all that the search would find, and little else.

The index of a search stems every word, which takes longer than all else that is done to an event. Stemming changes the
end of a word, never how it begins; so an event without the beginning of a wanted word need not be indexed.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.search import also_called, own_words, stems, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rnk_timeline.model import Actor, Event

_MARKS = re.compile("[\u0300-\u036f]+")


class _Phrase(NamedTuple):
    """How the words of a phrase begin, and the pattern of such words side by side in ASCII text."""

    words: tuple[str, ...]
    side_by_side: re.Pattern[str]

    def may_stand_in(self, text: str) -> bool:
        """Tell whether a text may hold the phrase."""
        for word in self.words:
            if word not in text:
                return False
        # What beyond ASCII is a letter to SQLite, and what parts words, is not for us to know.
        return len(self.words) == 1 or not text.isascii() or self.side_by_side.search(text) is not None


def quick_look(text: str, actors: Iterable[Actor]) -> Callable[[Event], bool]:
    """Return the condition that an event may hold what is searched for, by its own words or its actors' names.

    Raises `QuestionError` as a search does.
    """
    groups = [[_phrase(words) for words in stems(group)] for group in terms(text)]
    called = also_called(actors)
    borne: dict[str, frozenset[str]] = {}  # how many of the wanted words begin a name of each actor seen so far

    def of_name(name: str) -> frozenset[str]:
        if name not in borne:
            names = folded(called.get(name, name))
            borne[name] = frozenset(word for group in groups for each in group for word in each.words if word in names)
        return borne[name]

    def may_match(event: Event) -> bool:
        own = folded("\n".join(own_words(event)))
        theirs: frozenset[str] | None = None
        for group in groups:
            if any(each.may_stand_in(own) for each in group):
                continue
            if theirs is None:
                theirs = frozenset().union(*map(of_name, event.actors))
            if not any(theirs.issuperset(each.words) for each in group):
                return False
        return True

    return may_match


def _phrase(words: list[str]) -> _Phrase:
    begun = tuple(_beginning(word) for word in words)
    return _Phrase(begun, re.compile("[a-z0-9]*[^a-z0-9]+".join(map(re.escape, begun))))


def _beginning(stem: str) -> str:
    """Return how a word begins that has this stem: all but its last letter, which stemming may have put there."""
    # Where a letter falls apart into one and a mark, the order of marks in the text may be another.
    return "".join(takewhile(lambda char: not unicodedata.combining(char), folded(stem[:-1] or stem)))


def folded(text: str) -> str:
    """Return a text as alike as a search takes it, or more so: without case and accents."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
