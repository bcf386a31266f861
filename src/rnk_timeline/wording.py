"""A query said back in words, for the sentence that nothing matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_timeline.text import listed, quoted, visible

if TYPE_CHECKING:
    from rnk_timeline.query import Query


def kind_of_event(query: Query) -> str:
    """Return what the query looks for, as words before and after "event on record".

    >>> from rnk_timeline.period import parse
    >>> from rnk_timeline.query import Query
    >>> kind_of_event(Query(on=parse("1995"), category=("military",)))
    'military event on record in 1995'
    """
    before = [_either(query.status), "key" if query.key else "", _either(query.category)]
    after = [
        f"with {_either(query.actor)}" if query.actor else "",
        f"with {_either(query.involving)}" if query.involving else "",
        f"at {_either(query.place)}" if query.place else "",
        f"about {quoted(query.search)}" if query.search else "",
        _when(query),
        f"as of {query.as_of.in_words()}" if query.as_of else "",
    ]
    return " ".join(filter(None, [*before, "event on record", *after]))


def _either(names: tuple[str, ...]) -> str:
    return listed([visible(name) for name in names], last="or")


def _when(query: Query) -> str:
    parts = []
    if query.on:
        parts.append(f"{'on' if query.on.precision == 'day' else 'in'} {query.on.in_words()}")
    if query.since:
        parts.append(f"since {query.since.in_words()}")
    if query.until:
        parts.append(f"until {query.until.in_words()}")
    return f"{'surely ' if query.certain and parts else ''}{' '.join(parts)}"
