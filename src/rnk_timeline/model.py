"""What is on record: the types that data/events.json decodes into, and the one rule derived from them.

The field descriptions here are the ones published in data/events.schema.json.
"""

import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from rnk_timeline import period
from rnk_timeline.period import Period

Stance = Literal["asserts", "denies", "confirms", "disputes"]
Status = Literal["confirmed", "disputed", "alleged"]
SourceKind = Literal["primary", "agency", "press", "research"]
ActorKind = Literal["state", "organisation", "person"]

Text = Annotated[str, Meta(min_length=1)]
# The patterns are for the schema alone: as a constraint of the decoder they cost more than all else about an event.
# Whoever decodes what strangers wrote asks `misfits` after it.
Url = Annotated[str, Meta(extra_json_schema={"pattern": r"^https?://[^\s/]+\S*$"})]
EventId = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=100,
        description="Year and slug, for example 2019-vladivostok-summit; stable for ever.",
        extra_json_schema={"pattern": r"^\S+$"},
    ),
]


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where a statement can be read. `published` is the page's own date; `kind` says who speaks."""

    publisher: Text
    title: str
    url: Url
    published: Period | None = None
    kind: SourceKind = "press"


class Claim(msgspec.Struct, frozen=True, gc=False):
    """What one actor said of a contested happening, and when.

    `confirms` is kept for the accused party's own admission and for findings of bodies independent of both sides; a
    second accuser `asserts`; a dismissal without a plain no `disputes`. `source` is the URL of one of the event's
    sources.
    """

    by: Text
    on: Period
    stance: Stance
    what: str
    source: Url | None = None


class Vote(msgspec.Struct, frozen=True, gc=False):
    """A vote in a body of the United Nations. The lists may be incomplete; None is a count not on record."""

    body: Text
    symbol: str | None = None
    in_favour: Annotated[int, Meta(ge=0)] | None = None
    against: Annotated[int, Meta(ge=0)] | None = None
    abstained: Annotated[int, Meta(ge=0)] | None = None
    against_by: tuple[str, ...] = ()
    abstained_by: tuple[str, ...] = ()
    outcome: str = ""


class Correction(msgspec.Struct, frozen=True, gc=False):
    """What is often written of an event, and what is on record instead."""

    error: Text
    fact: Text


class Event(msgspec.Struct, frozen=True, gc=False):
    """One happening.

    `known_from` is the day it became public, where that was later than the day it happened. `significance` is 3 for a
    key event, 2 for a notable one, 1 for a detail. The first of `categories` is the main one.
    """

    id: EventId
    date: Period
    title: Text
    summary: str = ""
    categories: tuple[Text, ...] = ()
    actors: tuple[Text, ...] = ()
    places: tuple[Text, ...] = ()
    significance: Annotated[int, Meta(ge=1, le=3)] = 1
    claims: tuple[Claim, ...] = ()
    vote: Vote | None = None
    corrections: tuple[Correction, ...] = ()
    known_from: Period | None = None
    sources: tuple[Source, ...] = ()

    @property
    def status(self) -> Status:
        """How contested the happening of the title is, from the claims (see `status_of`)."""
        return status_of(self.claims)

    @property
    def public_by(self) -> datetime.date:
        """The day by which the event was surely known to the public."""
        return (self.known_from or self.date).known_by


def status_of(claims: tuple[Claim, ...]) -> Status:
    """Derive a status from what was claimed; the rule has no judgement of its own.

    No claims, or a confirmation: confirmed. Asserted, and denied or disputed: disputed. Only asserted: alleged. A
    denial or dispute that answers no assertion on record is a contest all the same: disputed.
    """
    if not claims:
        return "confirmed"
    stances = {claim.stance for claim in claims}
    if "confirms" in stances:
        return "confirmed"
    return "disputed" if stances & {"denies", "disputes"} else "alleged"


class Category(msgspec.Struct, frozen=True, gc=False):
    """A kind of event."""

    name: Text
    title: Text
    aliases: tuple[str, ...] = ()
    about: str = ""


class Role(msgspec.Struct, frozen=True, gc=False, rename={"from_": "from"}):
    """An office that an actor held; None is a day not on record, or an office still held."""

    role: Text
    from_: Period | None = None
    until: Period | None = None


class Actor(msgspec.Struct, frozen=True, gc=False):
    """A person, state or organisation. `of` names the actor that it belongs to."""

    name: Text
    kind: ActorKind
    of: str | None = None
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where something happened. `country` is the state it lies in today, None for waters and borders between states."""

    name: Text
    country: str | None = None
    aliases: tuple[str, ...] = ()


class Coverage(msgspec.Struct, frozen=True, gc=False, rename={"from_": "from"}):
    """From when to when the record has been searched for; outside it, silence says nothing."""

    from_: Period
    through: Period


class Record(msgspec.Struct, frozen=True, gc=False):
    """A whole data file: its events, and the registries of actors, places and categories they name."""

    events: tuple[Event, ...]
    format: Literal[1] = 1
    title: str = ""
    revised: Period | None = None
    license: str = ""
    coverage: Coverage | None = None
    categories: tuple[Category, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()


def to_period(kind: type, value: object) -> Period:
    """Decode the texts that stand for periods: msgspec's `dec_hook`, called for each of them."""
    if kind is Period and isinstance(value, str):
        return period.parse(value)
    raise TypeError(f"Expected `date`, got `{type(value).__name__}`")


def to_noted_period(kind: type, value: object) -> Period:
    """Decode the texts that stand for periods in a file that is known to be right."""
    return period.noted(value) if kind is Period and isinstance(value, str) else to_period(kind, value)


def schema() -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of a whole data file."""
    made = msgspec.json.schema(Record, schema_hook=_period_schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A record of events for rnk"}
    plain: dict[str, object] = msgspec.json.decode(msgspec.json.encode(head | made))
    _level(plain)
    return plain


def _level(node: object) -> None:
    """Make a schema the same whichever Python took the docstrings (3.13 unindents them) and msgspec ordered it."""
    from inspect import cleandoc

    if not isinstance(node, dict):
        return
    if isinstance(choices := node.get("anyOf"), list):
        choices.sort(key=lambda choice: choice == {"type": "null"})
    if isinstance(said := node.get("description"), str):
        node["description"] = cleandoc(said)
    for inner in node.values():
        _level(inner)


def _period_schema(kind: type) -> dict[str, object]:
    one = r"\d{4}(-\d{2}(-\d{2})?)?~?"
    return {
        "type": "string",
        "description": "A day, month or year, or a span A/B of them (EDTF); ~ is about.",
        "pattern": f"^{one}(/{one})?$",
    }
