"""Who voted how: the direction of a vote is its matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rnk_timeline.check import lexicon
from rnk_timeline.check.case import Mark
from rnk_timeline.check.lexicon import ACTIONS, SIDES, VOTES

if TYPE_CHECKING:
    from rnk_timeline.check.case import Case
    from rnk_timeline.check.reading import Part
    from rnk_timeline.model import Event

_EARLY = 12
"""Characters: a claim that begins with a state before that is of what this state did."""
_PERMANENT = ("China", "France", "Russia", "Soviet Union", "United Kingdom", "United States")
_NO_VOTE = "no vote on record"
_COUNCIL = (11, 15)
"""Members of the Security Council, until 1965 and since: if fewer votes are on record, somebody cast none."""
_SMALL_COUNCIL = 1965
_ONE_OF = re.compile(r"\b(?:one of|among)\b", re.IGNORECASE)
_JOINING = re.compile(r"\s(?:join(?:s|ed)|sided with|(?:was|were) with|stood with|alongside)\s", re.IGNORECASE)
"""After a state that voted as those named after it."""
_AND = re.compile(r"\s*(?:,|and|,\s*and|,?\s*as well as|,?\s*like|,?\s*joined|both)?\s*", re.IGNORECASE)
"""What stands between two that voted alike."""
_NOT_VOTING = re.compile(
    r"not voting|did not vote|took no part|did not take part|stay(?:s|ed) away|cast no vote", re.IGNORECASE
)
_BALLOT = re.compile(r"\b(?:vot\w+|resolution|adopt\w*|pass(?:es|ed)|assembly|council|veto\w*)\b", re.IGNORECASE)
"""What a claim speaks of in which "107 for" are votes."""
_VOTING = r"\s*(?:votes? |states? |countries )?"
_COUNTED = {
    "in favour": re.compile(
        rf"{_VOTING}(?:for|in favou?r|yes|back(?:ed|ing)|support\w*)\b|\s?(?:-|–|to)\s?\d", re.IGNORECASE
    ),
    "against": re.compile(rf"{_VOTING}(?:against|no)\b", re.IGNORECASE),
    "abstained": re.compile(rf"{_VOTING}abst\w+", re.IGNORECASE),
}
"""What stands after the number of those who voted so."""
_TO = re.compile(r"\d\s?(?:-|–|to)\s?$")
"""What stands before the number of those against, in "91 to 12"."""
_THEN = re.compile(
    r"\s*,?\s*(?:(?:both|each|alone|also|again|then|only|merely|simply|even|had|has|have|did|was|were|in|one|of|the|\w+|"
    r"delegate|delegates|representative|envoy|ambassador|that)\s+){0,4}",
    re.IGNORECASE,
)
"""What may stand between a voter and the verb."""


def votes(case: Case) -> list[Mark]:
    """Judge each vote that the claim tells of."""
    passed = [mark for part in case.reading.of("action") if part.value == "adopt" and (mark := _passed(part, case))]
    asked = [part for part in case.reading.of("action") if part.value in VOTES]
    if all_agreed := [part for part in case.reading.of("action") if part.value == "vote unanimously"]:
        return _agreed(all_agreed[0], case)
    return passed[:1] + [mark for verb in asked[:2] for mark in _marks(verb, case)]


def _agreed(part: Part, case: Case) -> list[Mark]:
    """Judge whether nobody voted against: by the count, else by the event's own word."""
    against = case.event.vote.against if case.event.vote else None
    if against == 0 or (against is None and ACTIONS["vote unanimously"].search(case.profile.text)):
        return [Mark("vote", part.text, "fits", "")]
    return [Mark("vote", part.text, "differs" if against else "silent", f"{against} against" if against else "")]


def ballots(part: Part, case: Case) -> Mark | None:
    """Judge a figure that is a number of votes by the counts on record; None if it is none, or they are not known."""
    vote, claim = case.event.vote, case.reading.claim
    if vote is None or not _BALLOT.search(claim):
        return None
    after = claim[part.start + len(part.text) :]
    said = "against" if _TO.search(claim[: part.start]) else ""
    said = said or next((said for said, words in _COUNTED.items() if words.match(after)), "")
    counted = {"in favour": vote.in_favour, "against": vote.against, "abstained": vote.abstained}.get(said)
    if counted is None or (counted != part.number and part.number in case.profile.numbers):
        return None  # the text may tell of another body's vote too
    return Mark("number", part.text, "fits" if counted == part.number else "differs", f"{counted} {said}")


def _passed(part: Part, case: Case) -> Mark | None:
    """Judge whether something was adopted: by the outcome of the vote, or by what the text says was not."""
    outcome = case.event.vote.outcome if case.event.vote else ""
    if outcome == "adopted" or (not outcome and not case.profile.undone(ACTIONS["adopt"])):
        return None
    return Mark("vote", part.text, "differs", outcome or "not adopted")


def _marks(verb: Part, case: Case) -> list[Mark]:
    voters = _voters(verb, case)
    if case.event.vote is None:
        return _without_list(verb, voters, case)
    of_list = _ONE_OF.search(case.reading.claim[: verb.start])  # then who is on the list is the matter
    marks = [mark for voter in voters if (mark := _vote(voter, verb.value, case.event)) is not None]
    marks = [] if of_list and voters and _cast(case.event, voters[0].value) is None else marks
    if verb.value == "veto" and not marks and "un-veto" not in case.event.categories:
        return [Mark("vote", verb.text, "differs", f"no veto: {case.event.vote.outcome}")]
    return marks or _without_list(verb, voters, case)


def _without_list(verb: Part, voters: list[Part], case: Case) -> list[Mark]:
    """Judge a vote by the text of an event that holds no list of who voted how."""
    cast = re.search(r"\bcast\s+(?:\w+\s+)?$", case.reading.claim[: verb.start])
    if lexicon.THINGS.fullmatch(verb.text) and not cast:
        return []
    if instead := _told_instead(verb, voters, case):
        return [Mark("vote", verb.text, "differs", instead)]
    if case.profile.does(verb.value) or "un-veto" in case.event.categories:
        return [Mark("vote", verb.text, "fits", "")]
    return [Mark("vote", verb.text, "silent", "")] if voters else []


def _told_instead(verb: Part, voters: list[Part], case: Case) -> str:
    """Return what the event tells instead of the vote of the claim; nothing if it tells nothing of it."""
    vetoed = "un-veto" in case.event.categories
    if voters and (sentence := _took_no_part(voters[0], case)):
        return sentence
    if vetoed and any(voter.value in _PERMANENT for voter in voters) and verb.value in ("abstain", "vote for"):
        return "vetoed"
    if voters and verb.value != "vote for" and re.search(r"\bunanimous", case.profile.text):
        return "unanimous"
    done = vetoed or case.profile.does(verb.value)
    return _NO_VOTE if verb.value == "veto" and not done else ""


def _took_no_part(voter: Part, case: Case) -> str:
    """Return what the text says of a state that did not vote."""
    for sentence, match in case.profile.sentences_with(_NOT_VOTING):
        if voter.value in sentence:
            return match[0]
    return ""


def _voters(verb: Part, case: Case) -> list[Part]:
    """Return the states that the claim says voted: those right before the verb, or after "by"."""
    claim = case.reading.claim
    states = [
        part._replace(value=case.desk.names.state_of(part.value))
        for part in case.reading.of(*SIDES)
        if case.desk.names.kind_of(case.desk.names.state_of(part.value)) == "state"
    ]
    if by := re.search(r"\bby\b", claim[verb.start :]):
        return [part for part in states if part.start > verb.start + by.start()]
    voters: list[Part] = []
    begins, between = verb.start, _THEN
    for part in reversed([part for part in states if part.start < verb.start]):
        if not between.fullmatch(claim[part.start + len(part.text) : begins]):
            break
        voters.insert(0, part)
        begins, between = part.start, _AND
    subject = case.reading.of(*SIDES)[:1]
    led = [part for part in states if subject and part.start == subject[0].start]
    if led and voters and led[0] not in voters and _JOINING.match(claim, led[0].start + len(led[0].text)):
        return led + voters
    led = [part for part in led if part.start < min(verb.start, _EARLY)]
    return voters or (led if not case.reading.of("negation") else [])


def _vote(part: Part, action: str, event: Event) -> Mark | None:
    cast = _cast(event, part.value)
    if cast is None:
        mark = _on_no_list(part, action, event) if _is_listed_whole(event, action) else None
        return mark._replace(part="vote") if mark else None
    if cast == _NO_VOTE:
        return _on_no_list(part, action, event)
    if action == "veto" and cast == "against" and "un-veto" not in event.categories:
        return Mark("vote", part.text, "differs", f"{part.value} voted against; it was no veto")
    return Mark("vote", part.text, "fits" if cast == VOTES[action] else "differs", f"{part.value}: {cast}")


def _is_listed_whole(event: Event, action: str) -> bool:
    """Tell whether all who voted as the claim says are on record, even if those who voted otherwise are not."""
    vote, cast = event.vote, VOTES[action]
    if vote is None or cast == "in favour":
        return False
    count, listed = (vote.abstained, vote.abstained_by) if cast == "abstained" else (vote.against, vote.against_by)
    return count is not None and count == len(listed) > 0


def _on_no_list(part: Part, action: str, event: Event) -> Mark | None:
    """Judge a state that is on no list: it did not abstain or vote against; that it voted for is unsure."""
    if event.vote is None or action == "vote for":
        return None
    cast, listed = ("abstained", event.vote.abstained_by) if action == "abstain" else ("against", event.vote.against_by)
    kind = "vote" if part.value in _PERMANENT else "country"  # of the others nobody knows who was a member
    return Mark(kind, part.text, "differs", f"{cast}: {', '.join(listed)}" if listed else _NO_VOTE)


def _cast(event: Event, state: str) -> str | None:
    """Return how a state voted, as far as the lists say; None if it has no vote or the lists are incomplete."""
    vote = event.vote
    if vote is None:
        return None
    if state in vote.against_by:
        return "against"
    if state in vote.abstained_by:
        return "abstained"
    complete = len(vote.against_by) == (vote.against or 0) and len(vote.abstained_by) == (vote.abstained or 0)
    if not complete:
        return None
    counts = (vote.in_favour or 0) + len(vote.against_by) + len(vote.abstained_by)
    all_voted = vote.body == "UN Security Council" and counts == _COUNCIL[event.date.start.year > _SMALL_COUNCIL]
    return "in favour" if all_voted and state in _PERMANENT else _NO_VOTE
