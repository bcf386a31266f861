"""A claim as it was read: its parts, its words of substance, and what nothing on record answers to."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon

if TYPE_CHECKING:
    from rnk_timeline.period import Period

_WITHIN = 30
"""Characters between who says something and the saying."""
_HEADLINE = re.compile(r"[^:;]{3,60}:\s")
_FEAST = re.compile(
    r"Halloween|Thanksgiving|Epiphany|Chuseok|Seollal|Ramadan|Boxing|Juche|\w+(?:day|tide|mas)\b", re.IGNORECASE
)
"""What days are called by; "on" before any other name stands where a place does."""
_ACTING = re.compile(r"['’]s\b| (?:met|saw|sat|went|came|took|got|was|had|did|left|gave|made|\w+ed)\b")
"""After somebody who owns or does something, as no day does."""
_TITLE = re.compile(
    r"\b(?:president|minister|premier|chancellor|governor|ambassador|general|marshal|admiral|envoy|spokes\w+|deputy|leader"
    rf"|secretary|senator|speaker|director|chief|{lexicon.FIRMS}|ship|vessel|tanker)\s+$",
    re.IGNORECASE,
)
"""What stands before somebody's name."""
_ENDS = re.compile(r"(?:declar|proclaim)\w+ [^,;]*\b(?:void|invalid|null|dead|over|closed)\b", re.IGNORECASE)
"""A saying that is a deed: "declared the treaty void"."""
_NAMED = re.compile(r"[A-Z][^\WA-Z\d_]+(?: [A-Z][^\WA-Z\d_]+|-[A-Za-z][^\WA-Z\d_]+)*")
_SHORT_NAME = re.compile(r"[A-Z]{3,6}")
"""The initials of a body."""
_FIRM = re.compile(rf"\b(?:{lexicon.FIRMS}) $", re.IGNORECASE)
_JUDGEMENT = re.compile(r"call(?:s|ed)|accus(?:es|ed)|describ(?:es|ed)|warn(?:s|ed)", re.IGNORECASE)
"""Sayings that say something of somebody: who does is the matter, as it is not for "said"."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before somebody to whom something was done: "was NK offered aid?"."""
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
"""Between what was done and who did it."""
MAKE = re.compile(r"[A-Z][A-Za-z]*-?\d+\w*")
"""The name of a make: "MiG-23s"."""
_OF = re.compile(r"\b[A-Z]\w+ of $")
"""Before the place that a body is of: "MRB Bank of Abkhazia"."""
PLACING = re.compile(
    r"\b(?:in|at|(?<!according )to|from|near|into|outside|towards?|visit\w*|tour\w*|left|leave|reach\w*|via|through"
    r"|(?:arriv|anchor|sail|s[aiu]nk|drift)\w* off)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place where something was, or where somebody went or came from."""
WHERE = re.compile(r"\swhere\b", re.IGNORECASE)
"""After a place that is asked for: "was it Vladivostok where they met?"."""
_ABOUT = re.compile(r"\b(?:over|amid|regarding|(?:war|conflict|invasion)\s+(?:in|of))\s+(?:the\s+)?$", re.IGNORECASE)
_WAR = re.compile(r"(?:['’]s)?\s+(?:war|invasion|conflict|crisis|fighting)\b", re.IGNORECASE)
"""Before and after what something is about."""
_DATING = re.compile(
    r"\b(?:before|after|ahead of|following|since|until)\s+(?:(?:the|his|her|their)\s+)?(?:(?:\w+\s)?\d{4}\s+)?$",
    re.IGNORECASE,
)
"""Before the place of a happening that only tells when another was: "before the 2019 Vladivostok summit"."""


class Part(NamedTuple):
    """Something that was read: which part of a claim it is, its words there, and what they were taken for.

    The parts are date, person, country, organisation, adjective, place, number, action, order and negation. `number`
    is a figure; without it, a part of that name is the number or symbol of a document.
    """

    part: str
    text: str
    value: str
    names: frozenset[str] = frozenset()
    period: Period | None = None
    number: float | None = None
    start: int = 0


class _Read(NamedTuple):
    claim: str
    parts: tuple[Part, ...]
    matter: tuple[str, ...]
    unread: tuple[str, ...]


class Reading(_Read):
    """A claim as it was read, and the words of it that nothing on record answers to.

    What follows from these is found once: every event that may answer the claim asks for it.
    """

    def of(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds, in the order of the claim."""
        return [each for each in self.parts if each.part in kinds]

    @cached_property
    def actions(self) -> list[str]:
        """The actions, in the order of the claim."""
        return [each.value for each in self.of("action")]

    @cached_property
    def stances(self) -> frozenset[str]:
        """The stances of statements that the actions name: "Moscow denied it" is of what it denies or disputes."""
        return frozenset(stance for action in self.actions for stance in lexicon.STANCES.get(action, ()))

    @cached_property
    def named(self) -> frozenset[str]:
        """Everybody and every place of the registries that the parts name."""
        return frozenset[str]().union(*(part.names for part in self.parts))

    @cached_property
    def done_by(self) -> list[tuple[Part, Part]]:
        """Who is said to have done what: the deeds, each with the actor right before it, or after "by"."""
        spoken = {*lexicon.VOTES, "say"}
        deeds = [part for part in self.of("action") if part.value not in spoken or _JUDGEMENT.fullmatch(part.text)]
        deeds = [part for part in deeds if not part.text.casefold().startswith("on")]  # "on its blacklist"
        by = [
            (doer, deed)
            for deed in deeds
            for doer in self.of("country")
            if _BY.fullmatch(self.claim[deed.start + len(deed.text) : doer.start])
        ]
        doing = [
            (doer, deed)
            for deed in deeds
            for doer in self.of(*lexicon.ACTORS)
            if lexicon.HELPERS.fullmatch(self.claim[doer.start + len(doer.text) : deed.start].replace(" that ", " "))
            and not lexicon.THINGS.fullmatch(deed.text)
            and not lexicon.MUTUAL.match(deed.text)
            and not (deed.value in spoken and doer.part != "country")
            and not _PASSIVE.search(self.claim[: doer.start])
        ]
        besides = [
            (other, deed)
            for doer, deed in doing
            for other in self.of("person")
            if self.claim[other.start + len(other.text) : doer.start] == " and "
        ]
        return [*by, *doing, *besides]

    @cached_property
    def strangers(self) -> list[str]:
        """The names that nothing on record bears: with a capital, or in the place of one who does something."""
        return [
            word
            for word in self.unread
            if self._is_model(word)
            or (_SHORT_NAME.fullmatch(word) and self._stands_beside_body(word))
            or (
                ((_NAMED.fullmatch(word) and not self._begins(word)) or (word.isalpha() and self._does_something(word)))
                and not self._dates(word)
            )
        ]

    @cached_property
    def names(self) -> list[str]:
        """The words of substance that are names, though of nobody and no place that is registered."""
        return [word for word in self.matter if self.is_name(word)]

    @cached_property
    def makes(self) -> list[str]:
        """The words of substance that are the names of makes: "MiG-23s"."""
        return [word for word in self.matter if MAKE.fullmatch(word)]

    def _stands_beside_body(self, word: str) -> bool:
        """Tell whether a word stands in a row with a firm or body: "VTB and Bank Sputnik"."""
        start = self.claim.find(word)
        bodies = self.of("organisation")
        after = any(each.start == start + len(f"{word} and ") for each in bodies)
        return after or any(each.start + len(f"{each.text} and ") == start for each in bodies)

    def is_of_body(self, word: str) -> bool:
        """Tell whether a name is by its look that of a body: initials, or what stands after "the firm"."""
        return word.isupper() or _FIRM.search(self.claim[: self.claim.find(word)]) is not None

    @staticmethod
    def _is_model(word: str) -> bool:
        """Tell whether a word is the name of a make: "S-400"."""
        return word[0].isupper() and re.search(r"\d", word) is not None

    def _dates(self, word: str) -> bool:
        """Tell whether a word stands where a day would: "on Halloween", but not what was fired on a town."""
        before = self.claim[: self.claim.find(word)]
        if re.search(r"\bon\s+$", before, re.IGNORECASE):
            return _FEAST.match(word) is not None and not lexicon.AIMED & set(self.actions)
        if _ACTING.match(self.claim, len(before) + len(word)):
            return False
        return re.search(r"\b(?:during|since|until|before|after)\s+$", before, re.IGNORECASE) is not None

    def _begins(self, word: str) -> bool:
        """Tell whether a word has its capital only because the claim begins with it: "Mystery Russian plane"."""
        return self.claim.startswith(f"{word} ") and any(
            each.start == len(word) + 1 for each in self.of(*lexicon.SIDES)
        )

    def _does_something(self, word: str) -> bool:
        end = self.claim.find(word) + len(word)
        return not self.claim[: end - len(word)].strip() and any(each.start == end + 1 for each in self.of("action"))

    def gives_name(self, part: Part) -> bool:
        """Tell whether a place only gives its name to a thing: "the Kursk museum"."""
        thing = re.match(r" ([a-z]+)", self.claim[part.start + len(part.text) :])
        return thing is not None and thing[1] in self.matter and self.claim[: part.start].endswith("the ")

    def tells_time(self, part: Part) -> bool:
        """Tell whether a place is that of another happening, before or after which something was."""
        after = self.claim[part.start + len(part.text) :].split(maxsplit=1)
        thing = bool(after) and lexicon.THINGS.fullmatch(after[0].rstrip(".,;?!")) is not None
        return thing and _DATING.search(self.claim[: part.start]) is not None

    def is_topic(self, part: Part) -> bool:
        """Tell whether a state or place is only what something is about: "sanctions over Ukraine"."""
        about = _ABOUT.search(self.claim[: part.start])
        return about is not None or _WAR.match(self.claim, part.start + len(part.text)) is not None

    def is_name(self, word: str) -> bool:
        """Tell whether a word with a capital stands where a place would, or after somebody's title."""
        before = self.claim[: self.claim.find(word)]
        placed = self.is_placed(word) or _OF.search(before) is not None
        return word.istitle() and word.isalpha() and (placed or _TITLE.search(before) is not None)

    def is_placed(self, word: str) -> bool:
        """Tell whether a word stands where a place would: "in Busan"."""
        start = self.claim.find(word)
        after = self.claim[start + len(word) :]
        of_there = re.match(r"[\s-](?:based|compan(?:y|ies)|firms?|region|oblast|airport|port)\b", after)
        on = re.search(r"\bon\s+(?:the\s+)?$", self.claim[:start], re.IGNORECASE)
        return bool(of_there or on or PLACING.search(self.claim[:start]))

    @cached_property
    def is_of_words(self) -> bool:
        """Whether the claim is of what somebody said.

        Its first action is then a saying with a speaker right before it, or it begins "Somebody:" or "according to", or
        ends "Somebody said".
        """
        actions = self.of("action")
        begins = _HEADLINE.match(self.claim)
        if begins and any(part.start < begins.end() for part in self.of(*lexicon.SIDES)):
            return True
        if re.search(r"\baccording to\b", self.claim, re.IGNORECASE):
            return True
        if not actions:
            return False
        return self._is_said(actions[0], _WITHIN) or (
            len(self.claim) - actions[-1].start < 20 and self._is_said(actions[-1], 2)
        )

    def _is_said(self, action: Part, within: int) -> bool:
        if action.value not in lexicon.SPEECH or _ENDS.search(self.claim[action.start :]):
            return False
        if action.text.casefold().startswith(("wrote", "writ")) and "letter" in self.claim:
            return False
        noun = lexicon.NOUNS.fullmatch(action.text)  # "Seoul claims", but not "the Seoul government's claims"
        speakers, within = (lexicon.ACTORS, 2) if noun else ((*lexicon.SIDES, "place"), within)
        return any(0 <= action.start - part.start - len(part.text) < within for part in self.of(*speakers))
