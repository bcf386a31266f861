"""What was done, and what was not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.lexicon import ACTORS

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.reading import Part

_LIGHT = re.compile(r"sen[dt]s?|g[ai]ve[sn]?|held|got", re.IGNORECASE)
_SENT = re.compile(r"sen[dt]s?", re.IGNORECASE)
_THERE = re.compile(r" (?:over |off )?to\b", re.IGNORECASE)
"""Around whoever was sent somewhere: that says only that they were there."""
_DOES_NOT = r"(?:do|does|did) not\b"
_HIT = re.compile(r"hits?", re.IGNORECASE)
"""What sanctions do too."""
_NEVER_BEFORE = re.compile(r"\bnever\b.*\b(?:before|until)\b", re.IGNORECASE)
"""What says that something was the first."""
_ASKED = re.compile(r"\s\w+ (?:\w+ ){0,2}(?:who|whether|what|where|why|how|if)\b", re.IGNORECASE)
"""After a negation that is of knowing: "could not say who fired it"."""
_UNKNOWN = re.compile(
    r"\b(?:not|never|n['’]t|un|neither\b[^.;]*)\W*(?:be )?(?:\w+ )?"
    r"(?:establish|determin|verif|identif|confirm|expla|known|clear|said)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:when|while|as)\b", re.IGNORECASE)
"""Before a deed that is only the time of what was not: "they were not there when it passed"."""
_PLANNED = re.compile(
    r"\b(?:(?:calls?|called) off|cancel\w*|postpon\w*|does not take place|speaks? of|plan(?:s|ned)?|invit\w+)\b",
    re.IGNORECASE,
)
"""What the title of an event says of a journey that it was not."""
_TO_BE = re.compile(
    r"\b(?:will|would|due|about to|plan\w*|set to|supposed to|meant to|(?:was|is) to|never)\b", re.IGNORECASE
)
"""What a claim says of a journey that was still to be, or never was."""
_CLOSE = 35
"""Characters between a negation and what it denies."""
_NEXT = 12
"""Characters from a negation in passing to the verb that it denies."""


def deeds(case: Case) -> list[Mark]:
    """Judge what the claim says was done."""
    wanted = [part for part in case.reading.of("action") if part.value not in lexicon.WEIGHED]
    wanted = [part for part in wanted if not _is_light(part, case) and not _is_purpose(part, case)]
    wanted = [part for part in wanted if not (_HIT.fullmatch(part.text) and "sanctions" in case.event.categories)]
    once = {(part.value, lexicon.THINGS.fullmatch(part.text) is None): part for part in wanted}
    marks = [_planned(part, case) or _deed(part, case) for part in once.values()]
    fitting = {mark.text for mark in marks if mark.mark == "fits"}  # one word may name two deeds: either will do
    return [mark for mark in marks if mark.mark == "fits" or mark.text not in fitting]


def _is_light(part: Part, case: Case) -> bool:
    """Tell whether a verb says little beside the thing after it: "sent congratulations"."""
    end = part.start + len(part.text)
    sent = (each for each in case.reading.of("person") if _SENT.fullmatch(part.text) and each.start == end + 1)
    if any(_THERE.match(case.reading.claim, each.start + len(each.text)) for each in sent):
        return True
    things = (each for each in case.reading.of("action") if lexicon.THINGS.fullmatch(each.text))
    return _LIGHT.fullmatch(part.text) is not None and any(0 < each.start - end < _CLOSE for each in things)


def _is_purpose(part: Part, case: Case) -> bool:
    """Tell whether a verb says what for, rather than what was done: "set up a team to stop smuggling"."""
    before = [each for each in case.reading.of("action") if each.start < part.start]
    return bool(before) and re.search(r"\bto\s+$", case.reading.claim[: part.start]) is not None


def _deed(part: Part, case: Case) -> Mark:
    if part.value in lexicon.STANCES and case.event.claims and case.reading.of(*ACTORS):
        said = "; ".join(f"{claim.by} {claim.stance} on {claim.on}" for claim in case.ledger[:2])
        return Mark("action", part.text, "fits" if case.ledger else "differs", said or "no such statement on record")
    opposed = [b if part.value == a else a for a, b in lexicon.OPPOSED if part.value in (a, b)]
    thing = lexicon.THINGS.fullmatch(part.text)
    instead = [name for name in opposed if case.profile.does_first(name) and not thing]
    if instead and not case.profile.does_first(part.value) and not _is_said_so(part, case):
        return Mark("action", part.text, "differs", instead[0])
    if part.value in ("host", "visit") and "summit" in case.event.categories:  # somebody was host, somebody guest
        return Mark("action", part.text, "fits", "")
    if part.text.casefold().startswith("summit"):
        return Mark("action", part.text, "fits" if "summit" in case.event.categories else "silent", "")
    done = case.profile.does(part.value, verbs=part.value == "sign" and not thing) and (
        not thing or not _is_of_arms(part) or lexicon.ARMS.search(case.profile.told)
    )
    if part.value == "host" and not done:
        return _hosting(part, case)
    return Mark("action", part.text, "fits" if done else "silent", "")


def _planned(part: Part, case: Case) -> Mark | None:
    """Return that a journey was only planned or called off, by the title, where a claim says that it was made."""
    if part.value != "visit" or lexicon.THINGS.fullmatch(part.text) or not _PLANNED.search(case.event.title):
        return None
    said = {each.value for each in case.reading.of("action") if not lexicon.THINGS.fullmatch(each.text)}
    told = case.reading.is_of_words or case.reading.of("negation") or _TO_BE.search(case.reading.claim)
    made = "summit" in case.event.categories or told or not said <= {"visit", "meet"}
    return None if made else Mark("action", part.text, "differs", case.event.title)


def _hosting(part: Part, case: Case) -> Mark:
    """Judge that somebody was host by where the event was, if it was a state; who came or was met was a guest."""
    hosts = [each for each in case.reading.of("country") if each.start + len(each.text) + 1 == part.start]
    there = [case.desk.names.places_within(host.value, ()) for host in hosts]
    if case.event.places and there and there[0].isdisjoint(case.event.places):
        return Mark("place", part.text, "differs", ", ".join(case.event.places))
    return Mark("action", part.text, "silent", next(filter(case.profile.does, ("visit", "meet")), ""))


def _is_said_so(part: Part, case: Case) -> bool:
    """Tell whether the event does the same thing to the same in the very word: "ended the boycott"."""
    verb = re.escape(part.text.split()[0])
    return any(
        re.search(rf"\b{verb}\W+(?:\w+\W+){{0,2}}{re.escape(word)}", case.profile.told, re.IGNORECASE)
        for word in case.reading.matter
    )


def _is_of_arms(part: Part) -> bool:
    return part.text.casefold().startswith("arm")


def negation(case: Case) -> list[Mark]:
    """Judge what a claim says did not happen: it fits if the event says so of the same thing."""
    negations = case.reading.of("negation")
    if not negations or "deny" in case.actions:
        return []
    word = negations[0]
    if not _is_of_main_matter(word, case):
        return _at_the_end(word, case)
    if _ASKED.match(case.reading.claim, word.start + len(word.text)):
        unknown = _UNKNOWN.search(case.profile.told)
        return [Mark("negation", word.text, "fits" if unknown else "silent", "")]
    if _is_undone(word, case):
        return [Mark("negation", word.text, "fits", "")]
    acted = [part for part in case.reading.of("action") if part.value != "say"]
    done = [part for part in acted if case.profile.does_first(part.value)]
    done.sort(key=lambda part: part.start < word.start)
    if case.reading.is_of_words and all(lexicon.THINGS.fullmatch(each.text) for each in done):
        return []  # what somebody said of a thing is not told by what was done
    part = "order" if done and _NEVER_BEFORE.search(case.reading.claim) else "negation"
    return [Mark(part, word.text, "differs" if done else "silent", done[0].text if done else "")]


def _is_undone(word: Part, case: Case) -> bool:
    """Tell whether the event says itself that what a claim denies was not done, or of its doer that he did not."""
    scope = [lexicon.ACTIONS[part.value] for part in case.reading.of("action") if part.start > word.start]
    scope += [re.compile(rf"\b{re.escape(each[:5])}", re.IGNORECASE) for each in case.reading.matter]
    people = [each.value.split()[-1] for each in case.reading.of("person") if each.start > word.start]
    scope += [re.compile(re.escape(name)) for name in people]
    doers = [re.escape(each.value.split()[-1]) for each in case.reading.of(*ACTORS) if each.start < word.start]
    return any(map(case.profile.undone, scope)) or any(
        re.search(rf"\b{doer}\b.{{0,20}}\b{_DOES_NOT}", case.profile.told) for doer in doers
    )


def _at_the_end(word: Part, case: Case) -> list[Mark]:
    """Judge what a claim denies in passing, "signed but did not ratify it": it differs if the title says otherwise."""
    denied = [part for part in case.reading.of("action") if 0 < part.start - word.start <= _NEXT]
    denied = [part for part in denied if case.profile.does_first(part.value)]
    if not denied or case.profile.undone(lexicon.ACTIONS[denied[0].value]):
        return []
    return [Mark("negation", word.text, "differs", denied[0].text)]


def _is_of_main_matter(word: Part, case: Case) -> bool:
    """Tell whether a negation is of what the claim is about: before the first deed, and close to it.

    The things before it are not what was denied: "the troops never fought".
    """
    deeds = [part for part in case.reading.of("action") if part.value != "say"]
    if deeds and _WHEN.search(case.reading.claim[word.start : deeds[0].start]):
        return False
    deeds = [part for part in deeds if part.start > word.start or not lexicon.THINGS.fullmatch(part.text)]
    if deeds:
        return 0 < deeds[0].start - word.start <= _CLOSE
    return any(0 < word.start - part.start - len(part.text) <= _CLOSE // 2 for part in case.reading.of(*ACTORS))
