"""The record of Russia-North Korea relations: dated, sourced, offline.

>>> import rnk_timeline as rnk
>>> for event in rnk.load().select(since="2022", category="un-veto"):
...     print(event.date, event.title)
2022-05-26 Russia and China veto new UN sanctions on North Korea
2024-03-28 Russia vetoes renewal of the UN panel of experts on North Korea sanctions

`load` gives a `Timeline`; what can be done with it, what each call returns and raises, is in docs/api.md.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the module typing takes 7 ms to load: as long, Ctrl-C would be a traceback
if TYPE_CHECKING:
    from rnk_timeline.check import Finding
    from rnk_timeline.check.case import Judged, Mark
    from rnk_timeline.errors import (
        DataError,
        DateError,
        NothingFoundError,
        QuestionError,
        RnkError,
        UnknownNameError,
    )
    from rnk_timeline.model import Actor, Category, Claim, Correction, Coverage, Event, Place, Role, Source, Vote
    from rnk_timeline.period import Period
    from rnk_timeline.query import Query
    from rnk_timeline.timeline import Timeline, load

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Category",
    "Claim",
    "Correction",
    "Coverage",
    "DataError",
    "DateError",
    "Event",
    "Finding",
    "Judged",
    "Mark",
    "NothingFoundError",
    "Period",
    "Place",
    "Query",
    "QuestionError",
    "RnkError",
    "Role",
    "Source",
    "Timeline",
    "UnknownNameError",
    "Vote",
    "__version__",
    "load",
]

if not TYPE_CHECKING:  # a checker sees the imports above; a run loads what it asks for, so that `rnk` starts at once
    _HOMES = {
        "check": ("Finding",),
        "check.case": ("Judged", "Mark"),
        "errors": ("DataError", "DateError", "NothingFoundError", "QuestionError", "RnkError", "UnknownNameError"),
        "model": ("Actor", "Category", "Claim", "Correction", "Coverage", "Event", "Place", "Role", "Source", "Vote"),
        "period": ("Period",),
        "query": ("Query",),
        "timeline": ("Timeline", "load"),
    }

    def __getattr__(name):
        for module, names in _HOMES.items():
            if name in names:
                from importlib import import_module

                globals()[name] = found = getattr(import_module(f"{__name__}.{module}"), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return sorted({*globals(), *__all__})
