"""A claim beside the record, for reading: the verdict, how it was read, and the best events with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_timeline.render.sheet import Line, draw
from rnk_timeline.render.style import GREEN, RED
from rnk_timeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rnk_timeline.check import Finding
    from rnk_timeline.check.case import Judged, Mark
    from rnk_timeline.check.reading import Part
    from rnk_timeline.render import Sink

STYLES = {"on record": f"bold {GREEN}", "not as stated": f"bold {RED}", "disputed": f"bold {RED}", "alleged": RED}
_MARGIN = 10
"""Columns of the label before each line."""
_RECORD = 90
"""Characters of what is on record instead of a part; `rnk show` has all of it."""
_LONGEST, _OTHERS = 134, 68
"""Characters of a list of parts, for the best event and for the others: two lines and one at 80 columns, so that a
finding fits one screen of 24 lines. In a pipe nothing is cut."""


def render_findings(findings: Sequence[Finding], sink: Sink, *, wraps: bool) -> None:
    """Draw each finding, an empty line between them."""
    lines = []
    for number, finding in enumerate(findings):
        if number:
            lines.append(Line(""))
        lines += list(_finding(finding, whole=not wraps))
    draw(lines, sink, wraps=wraps)


def _finding(finding: Finding, *, whole: bool) -> Iterator[Line]:
    longest, others = (None, None) if whole else (_LONGEST, _OTHERS)
    yield Line(finding.claim, style="bold")
    yield _labelled("verdict", finding.verdict, style=STYLES.get(finding.verdict, "bold"))
    words = [f"words {', '.join(finding.reading.matter)}"] if finding.reading.matter else []
    read = _shortened("; ".join([*map(_read, finding.reading.parts), *words]), longest)
    yield _labelled("read as", read or "nothing that the record could answer", style="dim")
    if finding.reading.unread:
        yield _labelled("not read", ", ".join(finding.reading.unread), style="dim")
    for judged in finding.events[:1]:
        yield from _judged(judged, longest, judged.lacks)
    for judged in finding.events[1:]:
        yield from _judged(judged, others)


def _labelled(label: str, text: str, style: str = "") -> Line:
    return Line(text, label=f"{label:<{_MARGIN}}", style=style)


def _read(part: Part) -> str:
    """Say what words of the claim were taken for: "person Kim = Kim Jong Un"."""
    same = part.part == "action" or not part.value or fold(part.text) == fold(part.value)
    return f"{part.part} {part.text}" if same else f"{part.part} {part.text} = {part.value}"


def _judged(judged: Judged, longest: int | None, lacks: tuple[str, ...] = ()) -> Iterator[Line]:
    event = judged.event
    status = "" if event.status == "confirmed" else f" ({event.status})"
    yield _labelled(event.date.text.partition("/")[0], _shortened(f"{event.title}{status}", longest), style="bold")
    differing = {mark.text for mark in judged.marks if mark.mark == "differs"}  # there, but did otherwise
    for name in ("fits", "differs", "silent"):
        marks = [mark for mark in judged.marks if mark.mark == name and (name != "fits" or mark.text not in differing)]
        said = [_said(mark, longest) for mark in marks]
        if name == "silent" and lacks:  # else all would fit, and nothing say why that is not enough
            said.append(f"words {', '.join(lacks)}")
        if said:
            yield _labelled(f"  {name}", _shortened("; ".join(dict.fromkeys(said)), longest))
    yield _labelled("", event.id, style="dim")


def _said(mark: Mark, longest: int | None) -> str:
    if mark.mark != "differs" or not mark.record:
        return mark.text
    return f"{mark.text}: on record {_shortened(mark.record, longest and _RECORD)}"


def _shortened(text: str, longest: int | None) -> str:
    return text if longest is None or len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
