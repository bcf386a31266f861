"""A claim beside the record, for reading: how it was read, the verdict, and the best events with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rnk_timeline.render.sheet import Line, draw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rnk_timeline.check import Finding
    from rnk_timeline.check.case import Judged, Mark
    from rnk_timeline.render import Sink

STYLES = {"on record": "bold green", "not as stated": "bold red", "disputed": "bold red", "alleged": "red"}


def render_findings(findings: Sequence[Finding], sink: Sink, *, wraps: bool) -> None:
    """Draw each finding, an empty line between them."""
    lines = []
    for number, finding in enumerate(findings):
        if number:
            lines.append(Line(""))
        lines += list(_finding(finding))
    draw(lines, sink, wraps=wraps)


def _finding(finding: Finding) -> Iterator[Line]:
    yield Line(finding.claim, style="bold")
    yield Line(finding.verdict, label="verdict:", style=STYLES.get(finding.verdict, "bold"))
    read = ", ".join(f"{part.part} {part.value}" for part in finding.reading.parts)
    yield Line(read or "nothing that the record could answer", label="read as:", style="dim")
    if finding.reading.unread:
        yield Line(", ".join(finding.reading.unread), label="unread: ", style="dim")
    for judged in finding.events:
        yield from _judged(judged)


def _judged(judged: Judged) -> Iterator[Line]:
    event = judged.event
    status = "" if event.status == "confirmed" else f" ({event.status})"
    yield Line(f"{event.title}{status}", label=f"{event.date.text.partition('/')[0]:<10}")
    marks = [
        f"{name}: {', '.join(said)}"
        for name in ("fits", "differs", "silent")
        if (said := [_said(mark) for mark in judged.marks if mark.mark == name])
    ]
    yield Line("; ".join(marks), label=" " * 10)
    for correction in event.corrections[:1]:
        yield Line(f"often written: {correction.error}; on record: {correction.fact}", label=" " * 10, style="dim")
    yield Line(event.id, label=" " * 10, style="dim")


def _said(mark: Mark) -> str:
    return f"{mark.text} (on record: {mark.record})" if mark.mark == "differs" and mark.record else mark.text
