"""What the letters and colours of a drawing stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from rnk_timeline.render.style import VALUES, sign_of
from rnk_timeline.render.wrap import width_of
from rnk_timeline.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable


def style_of_category(category: str) -> Style:
    """Return the colour of a category; none for one that rnk does not know."""
    return Style.parse(VALUES.get(category, ""))


def sign(category: str) -> str:
    """Return the letter of a category, harmless to show."""
    return visible(sign_of(category))


def legend(categories: Iterable[str], width: int, style: Style) -> list[Segment]:
    """Return a line, or several, that names the letter of each category; `style` is added to its colour."""
    segments: list[Segment] = []
    used = 0
    for category in categories:
        entry = f" {visible(category)}"
        needed = width_of(sign(category) + entry)
        if used and used + 2 + needed > width:
            segments.append(Segment.line())
            used = 0
        gap = "  " if used else ""
        segments += [Segment(gap), Segment(sign(category), style_of_category(category) + style), Segment(entry)]
        used += len(gap) + needed
    return [*segments, Segment.line()] if segments else []
