"""Full text search over events, by SQLite's FTS5 in memory: stemmed, ranked, never a syntax error."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from rnk_timeline.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rnk_timeline.model import Actor, Event

_TOKEN = re.compile(r'"([^"]*)"?|(\S+)')
_MOST = 100  # words: with a thousand alternatives SQLite takes a minute
_FIELDS = ("title", "summary", "actors", "places", "claims", "corrections")
_CREATE = f"""
    CREATE VIRTUAL TABLE event USING fts5(
        id UNINDEXED, {", ".join(_FIELDS)}, tokenize = 'porter unicode61 remove_diacritics 2'
    )"""
_INSERT = f"INSERT INTO event VALUES (?{', ?' * len(_FIELDS)})"  # noqa: S608 (constants)
# A word in the title says more of an event than one in its corrections: the weights follow _FIELDS.
_RANK = "SELECT id FROM event WHERE event MATCH ? ORDER BY bm25(event, 0, 10, 4, 3, 2, 2, 1)"


def rank(text: str, events: Iterable[Event], actors: Iterable[Actor] = ()) -> dict[str, int]:
    """Return the place of each event that holds all words of `text`, by its id; 0 is the best.

    Words in quotation marks must stand together; OR between words or phrases makes them alternatives; anything else
    is text. Words are stemmed (Porter), so "sanction" finds "sanctions"; accents and case do not count. Raises
    `QuestionError` if `text` has no word in it, or this Python's SQLite no FTS5.
    """
    expression = _expression(terms(text))
    with closing(index(events, actors)) as database:
        return {row[0]: place for place, row in enumerate(database.execute(_RANK, [expression]))}


def match_expression(text: str) -> str:
    """Return the FTS5 expression for what was typed: every word quoted, so that none is syntax.

    >>> match_expression('arms OR "ballistic missile" NEAR(')
    '("arms" OR "ballistic missile") AND "NEAR("'
    """
    return _expression(_groups(text))


def _expression(groups: list[list[str]]) -> str:
    quoted = [[f'"{term}"' for term in group] for group in groups]
    return " AND ".join(f"({' OR '.join(group)})" if len(group) > 1 else group[0] for group in quoted)


def terms(text: str) -> list[list[str]]:
    """Return the words and phrases that were typed: of each list one must be found.

    Raises `QuestionError` if `text` has no word in it, or too many.
    """
    groups = _groups(text)
    if not groups:
        raise QuestionError("--search needs a word to look for")
    if sum(map(len, groups)) > _MOST:
        raise QuestionError(f"--search takes at most {_MOST} words; leave the commonest out")
    return groups


def _groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = []
    alternative = False
    for phrase, word in _TOKEN.findall(text):
        if word == "OR":
            alternative = bool(groups)
            continue
        term = (phrase or word).replace('"', "").replace("\0", "")
        if not any(char.isalnum() for char in term):
            continue
        if alternative:
            groups[-1].append(term)
        else:
            groups.append([term])
        alternative = False
    return groups


def index(events: Iterable[Event], actors: Iterable[Actor]) -> sqlite3.Connection:
    """Return a database in memory whose table `event` holds the words of each event; whoever asked for it closes it."""
    called = also_called(actors)
    return _database([event.id, *map(_clean, _fields(event, called))] for event in events)


def _database(rows: Iterable[list[str]]) -> sqlite3.Connection:
    # Any thread may ask it, one at a time: whoever shares it sees to that.
    database = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        database.execute(_CREATE)
    except sqlite3.OperationalError:
        raise QuestionError("--search needs SQLite with FTS5, which this Python lacks") from None
    database.executemany(_INSERT, rows)
    return database


def stems(phrases: list[str]) -> list[list[str]]:
    """Return the words of each phrase as the index has them: folded and stemmed."""
    found: list[list[str]] = [[] for _ in phrases]
    empty = [""] * (len(_FIELDS) - 1)
    with closing(_database([str(number), _clean(phrase), *empty] for number, phrase in enumerate(phrases))) as database:
        database.execute("CREATE VIRTUAL TABLE word USING fts5vocab(event, instance)")
        database.text_factory = bytes  # stemming cuts bytes, and so may cut a character
        for document, stem in database.execute("SELECT doc, term FROM word ORDER BY doc, offset"):
            found[document - 1].append(stem.decode("utf-8", "ignore"))
    return found


def also_called(actors: Iterable[Actor]) -> dict[str, str]:
    """Return all names of each actor, by the first."""
    return {actor.name: " ".join((actor.name, *actor.aliases)) for actor in actors}


def _fields(event: Event, called: dict[str, str]) -> tuple[str, ...]:
    title, summary, *others = own_words(event)
    return title, summary, " ".join(called.get(name, name) for name in event.actors), *others


def own_words(event: Event) -> tuple[str, str, str, str, str]:
    """Return what is searched of an event but for the names of its actors: field by field, in the index's order."""
    vote = event.vote
    return (
        event.title,
        f"{event.summary} {vote.symbol or '' if vote else ''}",
        " ".join(event.places),
        " ".join([f"{claim.by} {claim.stance} {claim.what}" for claim in event.claims]),
        " ".join([f"{correction.error} {correction.fact}" for correction in event.corrections]),
    )


def _clean(text: str) -> str:
    # SQLite takes no lone surrogates; a search has no use for them either.
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
