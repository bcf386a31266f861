"""One event in full, for reading: what happened, who said what of it, who voted how, and where it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.lookup import related, roles_at
from rnk_timeline.render.style import RED
from rnk_timeline.text import listed, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rnk_timeline.model import Actor, Claim, Event, Record, Source, Vote
    from rnk_timeline.render import Sink


class Line(NamedTuple):
    """A line of a sheet: a label in the margin, text that may wrap beside it, its style, and where it links to."""

    text: str
    label: str = ""
    style: str = ""
    link: str | None = None


def render_sheets(record: Record, events: list[Event], sink: Sink, *, wraps: bool) -> None:
    """Draw each event of `events`, with a rule between them; without `wraps` no line is broken."""
    for number, event in enumerate(events):
        if number:
            draw([Line("─" * min(sink.width, 72) if wraps else "-" * 72, style="dim"), Line("")], sink, wraps=wraps)
        draw(list(sheet(record, event)), sink, wraps=wraps)


def sheet(record: Record, event: Event) -> Iterator[Line]:
    """Yield the lines of one event, section by section."""
    yield Line(event.title, style="bold")
    yield Line(" · ".join(filter(None, (date_in_words(event), ", ".join(event.categories), event.status))))
    yield Line(event.id, style="dim")
    if event.summary:
        yield Line("")
        yield Line(event.summary)
    for heading, lines in (
        ("Actors", _actors(record, event)),
        ("Places", _places(record, event)),
        ("Claims", _claims(event)),
        ("Vote", _vote(event.vote)),
        ("Often written otherwise", _corrections(event)),
        ("Sources", _sources(event)),
        ("Related", _related(record, event)),
    ):
        if lines:
            yield Line("")
            yield Line(heading, style="bold")
            yield from lines


def date_in_words(event: Event) -> str:
    """Return the date as a sentence says it, with what of it is not on record.

    A month stands for some day in it, and the reader is told so.
    """
    missing = {"month": " (day not on record)", "year": " (day and month not on record)"}
    text = event.date.in_words() + missing.get(event.date.precision, "")
    return f"{text}, known from {event.known_from.in_words()}" if event.known_from else text


def _actors(record: Record, event: Event) -> list[Line]:
    registered: dict[str, Actor] = {actor.name: actor for actor in record.actors}
    lines = []
    for name in event.actors:
        actor = registered.get(name)
        roles = roles_at(actor, event.date) if actor else []
        of = f" ({actor.of})" if actor and actor.of and actor.kind == "person" else ""
        lines.append(Line(f"  {name}{', ' + listed(roles) if roles else ''}{of}"))
    return lines


def _places(record: Record, event: Event) -> list[Line]:
    countries = {place.name: place.country for place in record.places}
    shown = [
        f"{name} ({countries[name]})" if countries.get(name) not in (None, name) else name for name in event.places
    ]
    return [Line(f"  {'; '.join(shown)}")] if shown else []


def claims_in_order(event: Event) -> list[Claim]:
    """Return the claims of an event in the order in which they became known."""
    return sorted(event.claims, key=lambda claim: (claim.on.known_by, claim.on.start))


def _claims(event: Event) -> list[Line]:
    numbers = {source.url: number for number, source in enumerate(event.sources, start=1)}
    lines = []
    for claim in claims_in_order(event):
        where = f" [{numbers[claim.source]}]" if claim.source in numbers else ""
        style = RED if claim.stance in ("denies", "disputes") else ""
        lines.append(
            Line(f"{claim.by} {claim.stance}: {claim.what}{where}", label=f"  {claim.on.text:<10}", style=style)
        )
    return lines


def _vote(vote: Vote | None) -> list[Line]:
    if vote is None:
        return []
    counts = [
        f"{'?' if count is None else count} {side}"
        for count, side in ((vote.in_favour, "in favour"), (vote.against, "against"), (vote.abstained, "abstained"))
    ]
    outcome = f": {vote.outcome}" if vote.outcome else ""
    lines = [Line(f"  {vote.body}{', ' + vote.symbol if vote.symbol else ''}{outcome}"), Line(f"  {', '.join(counts)}")]
    if vote.against_by:
        lines.append(Line(", ".join(vote.against_by), label="  against:  "))
    if vote.abstained_by:
        lines.append(Line(", ".join(vote.abstained_by), label="  abstained:"))
    return lines


def vote_in_words(vote: Vote) -> str:
    """Return a vote as one sentence: the body, the counts, and who voted how."""
    lines = _vote(vote)
    return "; ".join(f"{line.label} {line.text}".strip() for line in lines)


def _corrections(event: Event) -> list[Line]:
    return [
        line
        for correction in event.corrections
        for line in (Line(correction.error, label="  written:  "), Line(correction.fact, label="  on record:"))
    ]


def _sources(event: Event) -> list[Line]:
    lines = []
    for number, source in enumerate(event.sources, start=1):
        lines.append(Line(source_in_words(source), label=f"  [{number}]"))
        lines.append(Line(source.url, label="     ", style="dim", link=source.url))
    return lines


def source_in_words(source: Source) -> str:
    """Return who published what and when."""
    parts = [
        source.publisher,
        f"“{source.title}”" if source.title else "",
        str(source.published or "undated"),
        source.kind,
    ]
    return ", ".join(filter(None, parts))


def _related(record: Record, event: Event) -> list[Line]:
    return [
        line
        for other in related(record, event)
        for line in (
            Line(other.title, label=f"  {other.date.text[:10]:<10}"),
            Line(other.id, label=" " * 6, style="dim"),
        )
    ]


def draw(lines: list[Line], sink: Sink, *, wraps: bool) -> None:
    """Write `lines`, broken at the width of `sink` if it `wraps`, else each as it is."""
    if not wraps:
        sink.write("".join(f"{visible(line.label + (' ' if line.label else '') + line.text)}\n" for line in lines))
        return
    from rich.segment import Segment, Segments
    from rich.style import Style

    from rnk_timeline.render.console import console_for
    from rnk_timeline.render.wrap import padded, width_of, wrap

    segments = []
    for line in lines:
        label = visible(line.label) + " " if line.label else ""
        text = visible(line.text)
        indent = len(text) - len(text.lstrip())
        margin = width_of(label) + indent
        style = Style.parse(line.style) + Style(link=line.link if sink.links else None)
        # A URL stays in one piece, so that it can be copied and clicked.
        broken = [text.strip()] if line.link else wrap(text.strip(), max(sink.width - margin, 8))
        for number, part in enumerate(broken):
            segments += [
                Segment(padded("" if number else label, margin)),
                Segment(part, style if part else None),
                Segment.line(),
            ]
    console_for(sink).print(Segments(segments), end="")
