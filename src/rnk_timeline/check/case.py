"""One claim beside one event: what the judges of its parts look at, and the marks that they give."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from rnk_timeline.check.lexicon import SIDES

if TYPE_CHECKING:
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.profile import Profile
    from rnk_timeline.check.reading import Reading
    from rnk_timeline.model import Claim, Event
    from rnk_timeline.period import Period

Verdict = Literal["fits", "differs", "silent"]


class Mark(NamedTuple):
    """What an event says to one part of a claim; `record` is what stands there instead, or how it fits."""

    part: str
    text: str
    mark: Verdict
    record: str


class Judged(NamedTuple):
    """An event with its marks, how much of the claim's substance it holds (0 to 1), and its rank among others.

    `shared` is how much the words of substance tell that both hold, rare ones more; `held` is that with the parts that
    fit.

    `when` is the time that settles the claim: of the statement that it speaks of, else of the event. `lacks` are the
    words of substance that the claim has and the event has not, in any of their forms.
    """

    event: Event
    marks: tuple[Mark, ...]
    coverage: float
    shared: float
    held: float
    score: float
    when: Period
    lacks: tuple[str, ...] = ()

    @property
    def does_any(self) -> bool:
        """Whether any of the actions of the claim is done in the event."""
        return any(mark.part in ("action", "vote") and mark.mark != "silent" for mark in self.marks)


class Case:
    """A claim and an event that may answer it, with the whole record behind them."""

    def __init__(self, reading: Reading, profile: Profile, desk: Desk) -> None:
        self.reading = reading
        self.profile = profile
        self.event = profile.event
        self.desk = desk
        self.actions = frozenset(reading.actions)

    @cached_property
    def ledger(self) -> list[Claim]:
        """The statements on the event that the claim speaks of: of its actors, with the stance that it names."""
        stances = self.reading.stances
        return [
            claim
            for claim in self.event.claims
            if claim.stance in stances and any(claim.by in side for side in self.sides)
        ]

    @cached_property
    def sides(self) -> list[frozenset[str]]:
        """Each actor of the claim with everyone and everything that belongs to it."""
        return [self.desk.names.belonging_to(part.names) for part in self.reading.of(*SIDES)]

    @property
    def when(self) -> Period:
        """The time that settles the claim: of the first statement that it speaks of, else of the event."""
        return self.ledger[0].on if self.ledger else self.event.date
