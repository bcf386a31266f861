"""The bundled record: what data/README.md promises of it holds."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from urllib.parse import urlsplit

import jsonschema
import msgspec
import pytest

from rnk_timeline import dataset, model, validate
from rnk_timeline.bundled import bundled_path
from rnk_timeline.dataset import in_order
from rnk_timeline.text import fold

DATA = dataset.read_bytes(bundled_path())
RECORD = dataset.load()
EVENTS = RECORD.events
CATEGORIES = ("summit", "sanctions", "un-veto", "military", "diplomacy", "economy")


def of_each_event(*names: str):
    return pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)


def test_it_validates():
    assert list(validate.problems(DATA)) == []


def test_it_fits_its_schema_by_an_independent_validator():
    schema = json.loads(dataset.read_bytes(bundled_path("events.schema.json")))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(DATA), schema)


def test_the_published_schema_is_the_one_of_the_types():
    published = json.loads(dataset.read_bytes(bundled_path("events.schema.json")))
    assert published == model.schema()


def test_it_holds_no_field_that_the_types_do_not_know():
    decoded = msgspec.json.decode(DATA, type=model.Record, dec_hook=model.to_period)
    encoded = msgspec.json.encode(decoded, enc_hook=str)
    assert json.loads(encoded) == json.loads(DATA)


def test_there_are_enough_events():
    assert len(EVENTS) >= 400


def test_categories():
    assert tuple(category.name for category in RECORD.categories) == CATEGORIES


@of_each_event()
def test_an_event_is_complete(event):
    assert re.fullmatch(r"[12]\d{3}-[a-z0-9]+(-[a-z0-9]+)*", event.id)
    assert len(event.id) <= 30
    assert event.id.startswith(f"{event.date.start.year}-")
    assert len(event.title) <= 90
    assert not event.title.endswith(".")
    assert event.summary.endswith((".", "”", '"', ")"))
    assert event.categories
    assert event.actors
    assert event.sources
    assert len(set(event.actors)) == len(event.actors)
    assert len(set(event.categories)) == len(event.categories)


@of_each_event()
def test_a_key_event_has_two_sources(event):
    if event.significance == 3:
        assert len({urlsplit(source.url).netloc for source in event.sources}) >= 2


@of_each_event()
def test_claims_name_their_source_and_stand_in_order(event):
    for claim in event.claims:
        assert claim.source is not None
        assert claim.what
    said = [claim.on.known_by for claim in event.claims]
    assert said == sorted(said)


@of_each_event()
def test_a_vote_is_counted_whole(event):
    vote = event.vote
    if vote and vote.body == "UN Security Council" and None not in (vote.in_favour, vote.against, vote.abstained):
        assert vote.in_favour + vote.against + vote.abstained <= 15
        # Accounts of the years before the Council had fifteen members do not name all who voted.
        assert len(vote.against_by) == vote.against or event.date.start.year < 1966


def test_a_veto_is_a_vote_with_a_permanent_member_against():
    permanent = {"China", "France", "Russia", "Soviet Union", "United Kingdom", "United States"}
    for event in EVENTS:
        if "un-veto" in event.categories:
            assert event.vote is not None, event.id
            assert permanent & set(event.vote.against_by), event.id


def test_events_stand_in_order():
    whole = msgspec.json.decode(DATA, type=model.Record, dec_hook=model.to_period)
    assert all(in_order(one)[:2] <= in_order(other)[:2] for one, other in pairwise(whole.events))


def test_one_name_for_one_actor():
    spellings: dict[str, str] = {}
    for actor in RECORD.actors:
        assert spellings.setdefault(fold(actor.name), actor.name) == actor.name
    for actor in RECORD.actors:
        for alias in actor.aliases:
            assert spellings.get(fold(alias), actor.name) == actor.name, (alias, actor.name)


def test_every_russian_bears_the_name_in_russian_script_too():
    russians = [actor for actor in RECORD.actors if actor.kind == "person" and actor.of in {"Russia", "Soviet Union"}]
    assert len(russians) > 100
    assert [actor.name for actor in russians if not re.search("[А-я]{3}", " ".join(actor.aliases))] == []


def test_every_actor_and_place_is_used_or_belongs():
    used = {name for event in EVENTS for name in (*event.actors, *(claim.by for claim in event.claims))}
    used |= {actor.of for actor in RECORD.actors if actor.of}
    used |= {name for event in EVENTS if event.vote for name in (*event.vote.against_by, *event.vote.abstained_by)}
    assert [actor.name for actor in RECORD.actors if actor.name not in used] == []
    places = {name for event in EVENTS for name in event.places}
    assert [place.name for place in RECORD.places if place.name not in places] == []


def test_every_row_of_the_working_notes_became_an_event():
    rows = json.loads(dataset.read_bytes(bundled_path("provenance.json")))["rows"]
    ids = {event.id for event in EVENTS}
    assert len(rows) >= 421
    assert {row: event for row, event in rows.items() if event not in ids} == {}


def test_what_the_first_article_told_is_all_there():
    told = [event for event in EVENTS if any("hotscup.com" in source.url for source in event.sources)]
    assert len(told) >= 14
    corrected = " ".join(correction.error for event in told for correction in event.corrections).casefold()
    for error in ("second visit", "imposed", "february 2020", "first", "who fired", "only"):
        assert error in corrected
