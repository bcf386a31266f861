"""An event and its sources as citations: text, BibTeX, CSL-JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from rnk_timeline.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rnk_timeline.model import Event, Record, Source
    from rnk_timeline.period import Period

WORK = "rnk-timeline: the record of Russia–North Korea relations"
_TYPES = {"primary": "document", "agency": "article-newspaper", "press": "article-newspaper", "research": "report"}


def as_text(record: Record, events: Sequence[Event], version: str) -> str:
    """Return a citation of each event, followed by those of its sources."""
    blocks = []
    for event in events:
        lines = [f"“{event.title}” ({event.date.in_words()}), {_edition(record, version)}, {event.id}."]
        lines += [f"  [{number}] {_source_as_text(source)}" for number, source in enumerate(event.sources, start=1)]
        blocks.append("\n".join(map(visible, lines)) + "\n")
    return "\n".join(blocks)


def _edition(record: Record, version: str) -> str:
    revised = f", record of {record.revised.in_words()}" if record.revised else ""
    return f"{WORK}, version {version}{revised}"


def _source_as_text(source: Source) -> str:
    when = source.published.in_words() if source.published else "undated"
    return f"{source.publisher}, “{source.title}”, {when}. {source.url}"


def as_bibtex(record: Record, events: Sequence[Event], version: str) -> str:
    """Return BibTeX entries: one for each event, `ID`, and one for each of its sources, `ID.1` and on."""
    entries = []
    for event in events:
        fields = {
            "title": event.title,
            "booktitle": WORK,
            "note": f"{event.date.in_words()}; {_edition(record, version)}; entry {event.id}",
            **_bibtex_date(record.revised),
        }
        entries.append(_bibtex_entry(event.id, fields))
        for number, source in enumerate(event.sources, start=1):
            fields = {
                "title": source.title or source.publisher,
                "author": "{" + source.publisher + "}",
                "url": source.url,
                **_bibtex_date(source.published),
            }
            entries.append(_bibtex_entry(f"{event.id}.{number}", fields))
    return "\n".join(entries)


def _bibtex_entry(key: str, fields: dict[str, str]) -> str:
    lines = [f"  {name} = {{{_bibtex_value(name, value)}}},\n" for name, value in fields.items()]
    return f"@misc{{{re.sub(r'[^A-Za-z0-9.:_-]', '-', key)},\n{''.join(lines)}}}\n"


def _bibtex_value(name: str, value: str) -> str:
    if name == "url":
        return value.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    if name == "author":  # the inner braces say that it is one name, not first and last
        return "{" + _tex(value[1:-1]) + "}"
    return _tex(value)


def _tex(text: str) -> str:
    """Return `text` with the characters that TeX acts on escaped."""
    escapes = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    escapes |= {char: "\\" + char for char in "&%$#_{}"}
    return "".join(escapes.get(char, char) for char in " ".join(text.split()))


def _bibtex_date(when: Period | None) -> dict[str, str]:
    if when is None:
        return {}
    date = {"year": f"{when.start.year:04}"}
    if when.precision in ("day", "month"):
        date["month"] = str(when.start.month)
    if when.precision == "day":
        date["day"] = str(when.start.day)
    return date


def as_csl(record: Record, events: Sequence[Event], version: str) -> str:
    """Return CSL-JSON 1.0 items: one for each event, `ID`, and one for each of its sources, `ID.1` and on."""
    items: list[dict[str, object]] = []
    for event in events:
        items.append(
            {
                "id": event.id,
                "type": "entry",
                "title": event.title,
                "container-title": WORK,
                "version": version,
                "note": event.date.in_words(),
                **_csl_issued(record.revised),
            }
        )
        items += [_csl_source(f"{event.id}.{number}", source) for number, source in enumerate(event.sources, start=1)]
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


def _csl_source(name: str, source: Source) -> dict[str, object]:
    return {
        "id": name,
        "type": _TYPES[source.kind],
        "title": source.title,
        "publisher": source.publisher,
        "container-title": source.publisher,
        "URL": source.url,
        **_csl_issued(source.published),
    }


def _csl_issued(when: Period | None) -> dict[str, object]:
    if when is None:
        return {}
    first = when.text.partition("/")[0].rstrip("~")
    return {"issued": {"date-parts": [[int(part) for part in first.split("-")]]}}


FORMS: dict[str, Callable[[Record, Sequence[Event], str], str]] = {
    "text": as_text,
    "bibtex": as_bibtex,
    "csl": as_csl,
}
