"""How well `rnk check` answers claims whose answer is known, beside a plain full text search.

python -m benchmarks.claims                   all lists
python -m benchmarks.claims kept-aside        the claims that nobody looked at while the rules were made
python -m benchmarks.claims --misses          every claim that was not answered as it should be
python -m benchmarks.claims --markdown        the table of docs/check.md
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rnk_timeline.check import Finding, check
from rnk_timeline.check.desk import Desk
from rnk_timeline.check.verdicts import NOT_AS_STATED, ON_RECORD
from rnk_timeline.dataset import load
from rnk_timeline.search import index

if TYPE_CHECKING:
    import sqlite3

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "claims")
LISTS = (
    "development",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "kept-aside",
    "kept-aside-second",
)
VERDICTS = (ON_RECORD, NOT_AS_STATED, "alleged", "disputed", "not on record", "out of coverage")
COLUMNS = (
    "list",
    "claims",
    "right event first",
    "among three",
    "plain search",
    "true: on record",
    "wrong: on record",
    "right part",
    "absent: on record",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n| --- |{' --: |' * (len(COLUMNS) - 1)}"
TODAY = date(2026, 11, 25)


class Answered(NamedTuple):
    """A claim of the lists with what `check` says to it."""

    claim: dict[str, Any]
    finding: Finding
    plain: list[str]

    @property
    def place(self) -> int:
        """Where the settling event stands among those found; 99 if nowhere."""
        return _place(self.claim["events"], [judged.event.id for judged in self.finding.events])

    @property
    def right(self) -> bool:
        """Whether the verdict is the expected one."""
        return self.finding.verdict == self.claim["verdict"]


class Figures(NamedTuple):
    """What a list of claims comes to; shares are from 0 to 1."""

    claims: int
    first: float
    among_three: float
    plain_first: float
    plain_among_three: float
    true_on_record: float
    contradicted_on_record: float
    right_part: float
    absent_on_record: int
    right_verdict: float


def read(name: str) -> list[dict[str, Any]]:
    """Return the claims of one list."""
    with open(os.path.join(FOLDER, f"{name}.jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def answer(claims: list[dict[str, Any]]) -> list[Answered]:
    """Put each claim beside the bundled record."""
    desk, words = _ready()
    return [Answered(each, check(each["claim"], desk, TODAY), _plain(words, each["claim"])) for each in claims]


@cache
def _ready() -> tuple[Desk, sqlite3.Connection]:
    """Return what is made ready once for all lists: the desk, and the index of the plain search."""
    record = load()
    return Desk(record, record.events), index(record.events, record.actors)


def _plain(words: sqlite3.Connection, claim: str) -> list[str]:
    query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", claim))
    return [row[0] for row in words.execute("SELECT id FROM event WHERE event MATCH ? ORDER BY rank LIMIT 3", [query])]


def _place(wanted: list[str], found: list[str]) -> int:
    return next((place for place, name in enumerate(found, start=1) if name in wanted), 99)


def figures(answered: list[Answered]) -> Figures:
    """Return the figures of some claims."""
    held = [each for each in answered if each.claim["events"]]
    true = [each for each in answered if each.claim["verdict"] == ON_RECORD]
    contradicted = [each for each in answered if each.claim["verdict"] == NOT_AS_STATED]
    absent = [each for each in answered if each.claim["verdict"] in ("not on record", "out of coverage")]
    return Figures(
        len(answered),
        _share(held, lambda each: each.place == 1),
        _share(held, lambda each: each.place <= 3),
        _share(held, lambda each: _place(each.claim["events"], each.plain) == 1),
        _share(held, lambda each: _place(each.claim["events"], each.plain) <= 3),
        _share(true, lambda each: each.finding.verdict == ON_RECORD),
        _share(contradicted, lambda each: each.finding.verdict == ON_RECORD),
        _share(contradicted, lambda each: each.right and each.claim["part"] in parts_that_differ(each.finding)),
        sum(each.finding.verdict == ON_RECORD for each in absent),
        _share(answered, lambda each: each.right),
    )


def _share(answered: list[Answered], holds: Any) -> float:
    return sum(map(holds, answered)) / len(answered) if answered else 0.0


def parts_that_differ(finding: Finding) -> set[str]:
    """Return the parts of a claim that the best event contradicts, as the lists call them: bodies are persons there."""
    marks = finding.events[0].marks if finding.events else ()
    return {"person" if mark.part == "organisation" else mark.part for mark in marks if mark.mark == "differs"}


def table(answered: list[Answered]) -> str:
    """Return the table of verdicts, a row for each expected one, a column for each given one."""
    given = Counter((each.claim["verdict"], each.finding.verdict) for each in answered)
    rows = [["expected \\ given", *VERDICTS]]
    rows += [[wanted, *(str(given[wanted, got] or "·") for got in VERDICTS)] for wanted in VERDICTS]
    return "\n".join("".join(f"{cell:>17}" for cell in row) for row in rows)


def row(name: str, reached: Figures) -> str:
    """Return the row of one list in the table of docs/check.md."""
    cells = (
        name,
        str(reached.claims),
        f"{reached.first:.0%}",
        f"{reached.among_three:.0%}",
        f"{reached.plain_among_three:.0%}",
        f"{reached.true_on_record:.0%}",
        f"{reached.contradicted_on_record:.0%}",
        f"{reached.right_part:.0%}",
        str(reached.absent_on_record),
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the figures of the lists asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="*", default=list(LISTS))
    parser.add_argument("--misses", action="store_true", help="print every claim with another verdict or event")
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/check.md")
    asked = parser.parse_args()
    if asked.markdown:
        print(HEAD, *(row(name, figures(answer(read(name)))) for name in asked.lists), sep="\n")
        return
    for name in asked.lists:
        claims = read(name)
        began = time.perf_counter()
        answered = answer(claims)
        spent = time.perf_counter() - began
        print(f"\n== {name}: {len(claims)} claims, {spent / len(claims) * 1000:.1f} ms each\n")
        for label, value in figures(answered)._asdict().items():
            print(f"{label.replace('_', ' '):<24}{value:.2f}" if isinstance(value, float) else f"{label:<24}{value}")
        print(f"\n{table(answered)}")
        if asked.misses:
            print(*filter(None, map(_miss, answered)), sep="\n")


def _miss(each: Answered) -> str:
    wrong_part = each.right and each.claim.get("part") and each.claim["part"] not in parts_that_differ(each.finding)
    if each.right and not wrong_part and (each.place <= 3 or not each.claim["events"]):
        return ""
    lines = [f"\n{each.claim['claim']}", f"  expected {each.claim['verdict']} {each.claim.get('part') or ''}"]
    lines.append(f"  given {each.finding.verdict}; {each.claim['events']} at {each.place}")
    parts = [f"{part.part}={part.text}:{part.value}" for part in each.finding.reading.parts]
    lines.append(
        f"  read {'; '.join(parts)}; words {each.finding.reading.matter}; unread {each.finding.reading.unread}"
    )
    for judged in each.finding.events:
        marks = [f"{mark.part} {mark.text}: {mark.mark} {mark.record[:40]}" for mark in judged.marks]
        lines.append(f"    {judged.event.id} {judged.score:.1f} {judged.coverage:.2f} {'; '.join(marks)}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
