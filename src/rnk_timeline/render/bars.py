"""Counts as bars, drawn to the width: each cell carries the letter and the colour of a category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment, Segments
from rich.style import Style

from rnk_timeline.render.console import console_for
from rnk_timeline.render.legend import legend, sign, style_of_category
from rnk_timeline.render.wrap import padded, pieces, width_of
from rnk_timeline.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Sink
    from rnk_timeline.tally import Count

_WIDEST_LABEL = 36
_NARROWEST_BAR = 12  # cells, with the number before it
_REVERSE = Style(reverse=True)


def render_bars(answer: Answer, sink: Sink) -> None:
    """Draw the `Count` records of `answer`: label, number, and a bar of one cell an event, or scaled to fit."""
    counts: Sequence[Count] = answer.records
    if not counts:
        return
    widest = max(min(_WIDEST_LABEL, sink.width - _NARROWEST_BAR), 1)
    labels = [pieces(visible(count.value), widest)[0] for count in counts]
    margin = max(map(width_of, labels))
    most = max(count.events for count in counts)
    room = max(sink.width - margin - len(str(most)) - 3, 5)
    scale = min(1.0, room / most)
    segments = []
    for count, label in zip(counts, labels, strict=True):
        number = str(count.events).rjust(len(str(most)))
        segments += [Segment(f"{padded(label, margin)} {number} "), *_bar(count, scale), Segment.line()]
    categories = dict.fromkeys(category for count in counts for category in count.by_category)
    segments += legend(categories, sink.width, _REVERSE)
    if scale < 1:
        segments += [Segment(f"one letter is about {1 / scale:.1f} events", Style.parse("dim")), Segment.line()]
    if answer.footer:
        segments += [Segment(answer.footer, Style.parse("dim")), Segment.line()]
    console_for(sink).print(Segments(segments), end="")


def _bar(count: Count, scale: float) -> list[Segment]:
    return [
        Segment(sign(category) * cells, style_of_category(category) + _REVERSE)
        for category, cells in zip(count.by_category, shares(list(count.by_category.values()), scale), strict=True)
    ]


def shares(events: list[int], scale: float) -> list[int]:
    """Return how many cells each category of a bar has: the bar is to scale, and a single veto is not rounded away."""
    cells = [max(round(number * scale), 1) for number in events]
    over = sum(cells) - max(round(sum(events) * scale), len(events))
    while over:
        step = 1 if over > 0 else -1
        cells[cells.index(max(cells))] -= step
        over -= step
    return cells
