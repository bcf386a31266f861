"""The words that a question may choose from: statuses, orders and what to count by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_timeline.model import Status

STATUSES: tuple[Status, ...] = ("confirmed", "disputed", "alleged")
COLUMNS = (
    *("date", "start", "end", "precision", "categories", "title", "summary", "actors", "places", "significance"),
    *("status", "claims", "vote", "corrections", "known_from", "publishers", "sources", "id"),
)
"""What can be shown of an event, each in a column."""
ORDERS = ("date", "relevance", "significance", "title")
"""In which order events can be listed."""
TRAITS = ("year", "month", "category", "actor", "place", "status", "publisher")
"""What events can be counted by."""
COUNT_ORDERS = ("value", "events")
CITATIONS = ("text", "bibtex", "csl")
