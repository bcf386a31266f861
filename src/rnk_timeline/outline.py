"""The names and ids of a data file, read fast and without a look at the rest: what a shell suggests to type."""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from rnk_timeline.bundled import bundled_path
from rnk_timeline.text import BOM

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 4_000_000
"""Bytes of a file that are looked at: somebody is waiting with a finger on a key."""
_REGISTRIES = 400_000
"""Bytes of the bundled file in which its registries surely end."""


class _Named(msgspec.Struct, gc=False):
    """An entry of a registry."""

    name: str
    title: str = ""
    country: str | None = None
    of: str | None = None
    aliases: tuple[str, ...] = ()


class _Happening(msgspec.Struct, gc=False):
    """An event, as far as it can be typed."""

    id: str
    title: str = ""
    categories: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class _Outline(msgspec.Struct, gc=False):
    """A data file, as far as it can be typed."""

    events: list[_Happening]
    categories: tuple[_Named, ...] = ()
    actors: tuple[_Named, ...] = ()
    places: tuple[_Named, ...] = ()


class Entry(msgspec.Struct, gc=False):
    """Something that can be typed: its name, its other names, and what it is."""

    name: str
    aliases: tuple[str, ...] = ()
    about: str = ""


def ids(path: str | None = None) -> list[Entry]:
    """Return the events of the file at `path`, None is the bundled one, by their ids.

    Like all functions here it raises `OSError` or `ValueError` if nothing can be had: of a pipe, of what is no data
    file, of a large file that is not JSON Lines.
    """
    found = msgspec.json.decode(_head(bundled_path()), type=_Outline) if path is None else _of_file(path)
    return [Entry(event.id, (), event.title) for event in found.events]


def categories(path: str | None = None) -> list[Entry]:
    """Return the categories."""
    found = _with_registries(path)
    known = [Entry(kind.name, (kind.title, *kind.aliases), kind.title) for kind in found.categories]
    return _and_unlisted(known, (name for event in found.events for name in event.categories))


def actors(path: str | None = None) -> list[Entry]:
    """Return the actors."""
    found = _with_registries(path)
    known = [Entry(actor.name, actor.aliases) for actor in found.actors]
    return _and_unlisted(known, (name for event in found.events for name in event.actors))


def places(path: str | None = None) -> list[Entry]:
    """Return the places, and the countries that they lie in."""
    found = _with_registries(path)
    known = [Entry(place.name, place.aliases, place.country or "") for place in found.places]
    countries = dict.fromkeys(place.country for place in found.places if place.country)
    known += [Entry(country, (), "every place there") for country in countries]
    return _and_unlisted(known, (name for event in found.events for name in event.places))


def _and_unlisted(known: list[Entry], used: Iterable[str]) -> list[Entry]:
    """Return the known entries, then what events name and no registry knows."""
    registered = {entry.name for entry in known}
    return [*known, *(Entry(name) for name in dict.fromkeys(used) if name not in registered)]


def _with_registries(path: str | None) -> _Outline:
    """Return the outline of a file; where it has no registry, with the entries of the bundled one that it has use for.

    None is the bundled file, of which nothing but the registries is read.
    """
    if path is None:
        return _bundled_registries()
    found = _of_file(path)
    if not (found.actors and found.places and found.categories):
        bundled = _bundled_registries()
        found.actors = found.actors or _used(bundled.actors, (event.actors for event in found.events))
        found.places = found.places or _used(bundled.places, (event.places for event in found.events))
        found.categories = found.categories or bundled.categories
    return found


def _used(entries: tuple[_Named, ...], named: Iterable[Iterable[str]]) -> tuple[_Named, ...]:
    """Return the entries that events name, and those that they belong to."""
    owner = {entry.name: entry.of for entry in entries}
    used: set[str] = set()
    for name in set(chain.from_iterable(named)):
        above: str | None = name
        while above is not None and above not in used:
            used.add(above)
            above = owner.get(above)
    return tuple(entry for entry in entries if entry.name in used)


def _bundled_registries() -> _Outline:
    """Return the registries of the bundled file, which stand before its events: nine tenths of it need no reading."""
    with open(bundled_path(), "rb") as file:
        before = file.read(_REGISTRIES).partition(b'"events"')[0]
    return msgspec.json.decode(before + b'"events": []}', type=_Outline)


def _of_file(path: str) -> _Outline:
    data = _head(os.path.expanduser(path)).removeprefix(BOM)
    if data.lstrip().startswith(b"["):
        return _Outline(msgspec.json.decode(data, type=list[_Happening]))
    try:
        return msgspec.json.decode(data, type=_Outline)
    except msgspec.DecodeError:
        return _Outline(msgspec.json.Decoder(_Happening).decode_lines(data))


def _head(path: str) -> bytes:
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    with open(path, "rb") as file:
        data = file.read(MOST)
    return data if len(data) < MOST else data[: data.rfind(b"\n") + 1]
