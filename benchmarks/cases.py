"""What is measured, beside what, and what it may cost."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from benchmarks import peers

CLICK = ("import click", (sys.executable, "-c", "import click"))
RNK = os.path.join(os.path.dirname(sys.executable), "rnk")
LEAN = (sys.executable, "-m", "benchmarks.lean")
QUESTION = ("list", "--since", "2022", "-c", "military", "-a", "NATO", "-f", "csv")
EVENT = 1078  # bytes of a made-up event, on average
RECORD = os.path.join("data", "events.json")


class Limits(NamedTuple):
    """What a case may cost: times what it is beside, megabytes (2**20) at its peak, seconds, those to a first line."""

    ratio: float | None = None
    peak: float | None = None
    seconds: float | None = None
    first: float | None = None


class Case(NamedTuple):
    """A command and the one that it is measured beside."""

    name: str
    command: tuple[str, ...]
    beside: tuple[str, tuple[str, ...]]
    limits: Limits = Limits()
    terminal: bool = False
    stdin: str = ""


def small(claims: str) -> list[Case]:
    """Return the cases of the bundled record; `claims` is a file of a thousand of them."""
    recent = ("list", "--since", "2022")
    cases = [
        Case("--version", _rnk("--version"), CLICK, Limits(1.2)),
        Case("--help", _rnk("--help"), CLICK, Limits(1.3)),
        Case("list --since 2022 -f tsv", _rnk(*recent, "-f", "tsv"), CLICK, Limits(1.35)),
        Case("list --since 2022 -f csv", _rnk(*recent, "-f", "csv"), CLICK, Limits(1.35)),
        Case("list --since 2022 -f json", _rnk(*recent, "-f", "json"), CLICK, Limits(1.45)),
        Case("completion of an actor", _completion("rnk list -a Kim"), CLICK, Limits(1.35, seconds=0.1)),
        Case("list --since 2022, terminal", _rnk(*recent), CLICK, Limits(2.8, first=0.12), terminal=True),
        Case("check, one claim", _rnk("check", "Putin visited North Korea in 2019"), CLICK, Limits(3)),
        Case("check, 1,000 claims", _rnk("check", "-"), CLICK, Limits(seconds=5), stdin=claims),
    ]
    reading = [
        Case(f"the record itself, {name}", (*LEAN, decoder, RECORD), CLICK)
        for decoder, name in (("msgspec", "msgspec, a few fields"), ("json", "json of the library"))
    ]
    return cases + reading


def large(size: int, folder: str) -> list[Case]:
    """Return the cases of a file of `size` events."""
    lines = os.path.join(folder, f"events{size}.jsonl")
    asked = _of(lines, *QUESTION)
    limits = Limits(peak=48)
    best = ("msgspec, a few fields", (*LEAN, "msgspec", lines))
    million = size > 100_000
    beside_peers = {"jq": 0.15, "DuckDB": 2.5} if million else {"jq": 0.2, "DuckDB": 1.3}
    cases = [
        *_peers(f"{size:,} lines", asked, lines, beside_peers, every=not million),
        Case(f"{size:,} lines: filter", asked, best, limits._replace(ratio=1.8)),
        Case(f"{size:,} lines: json of the library", (*LEAN, "json", lines), best),
    ]
    return cases if million else [*cases, *_other_jobs(size, lines, asked), *_array(size, folder)]


def _other_jobs(size: int, lines: str, asked: tuple[str, ...]) -> list[Case]:
    job = ("the filter job", asked)
    jobs = {
        "text search": ("list", "-s", '"treaty bridge coal"', "-f", "csv"),
        "counts": ("stats", "--by", "year", "-f", "csv"),
        "every row": ("list", "-f", "csv"),
    }
    return [Case(f"{size:,} lines: {name}", _of(lines, *words), job, Limits(2)) for name, words in jobs.items()]


def _array(size: int, folder: str) -> list[Case]:
    file = os.path.join(folder, f"events{size}.json")
    asked = _of(file, *QUESTION)
    best = ("msgspec, a few fields", (*LEAN, "msgspec", file))
    return [
        *_peers(f"{size:,} in an array", asked, file, {"jq": 0.25}),
        Case(f"{size:,} in an array: filter", asked, best, Limits(peak=2.5 * size * EVENT / 2**20)),
        Case(f"{size:,} in an array: json of the library", (*LEAN, "json", file), best),
    ]


def _peers(name: str, asked: tuple[str, ...], file: str, limits: dict[str, float], *, every: bool = True) -> list[Case]:
    """Return the filter job beside the peers that are installed; the slow ones, without a budget, only if `every`."""
    return [
        Case(f"{name}: filter", asked, (peer, tuple(peers.command(peer, path, file))), Limits(limits.get(peer)))
        for peer, path in peers.installed().items()
        if every or peer in limits
    ]


def _rnk(*words: str) -> tuple[str, ...]:
    return (RNK, *words)


def _of(file: str, *words: str) -> tuple[str, ...]:
    return _rnk("--data", file, *words)


def _completion(line: str) -> tuple[str, ...]:
    words = (f"COMP_WORDS={line}", f"COMP_CWORD={len(line.split()) - 1}", "_RNK_COMPLETE=bash_complete")
    return ("/usr/bin/env", *words, RNK)
