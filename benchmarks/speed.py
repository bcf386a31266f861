"""How fast rnk is, beside what else does the same job on the same machine at the same time.

benchmarks/run                    start-up and a file of 100,000 events: less than three minutes
benchmarks/run --full             a million events as well
benchmarks/run --only version     the cases that have the word in their name

Peers are those on the PATH: jq, duckdb, mlr, sqlite-utils. Every case is run in turn with what it is measured beside,
and the ratio (×) is the median of the pairs; the times are medians too. "× cpu" is the ratio of the processor time,
which says more where other programs keep the machine busy. Exit 1 if a budget is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from itertools import cycle, islice
from typing import TYPE_CHECKING

from benchmarks import peers
from benchmarks.cases import Case, large, small
from benchmarks.generate import write
from benchmarks.timing import Pairs, ProgramError, compare

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (100_000, 1_000_000)
CLAIMS = 1000
HEAD = ("job", "beside", "×", "budget", "× cpu", "ms", "other ms", "peak MiB", "other MiB", "")


def main() -> int:
    """Measure, print the table, and return the exit code."""
    asked = _parser().parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or temporary
        chosen = [case for case in _cases(asked.full, folder) if asked.only in case.name]
        _make_inputs(chosen, folder)
        print(f"{_machine()}\n{_peers()}\n")
        _print_row(HEAD)
        _print_row(("---",) * len(HEAD))
        broken = sum([_measured(case, asked.pairs) for case in chosen])
    print(f"\n{broken or 'no'} case{'' if broken == 1 else 's'} over budget")
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "benchmarks/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="a file of a million events as well")
    parser.add_argument("--only", default="", metavar="WORD", help="only the cases with this in their name")
    parser.add_argument("--pairs", type=int, metavar="N", help="pairs of runs of each case: 15, and 3 for large files")
    parser.add_argument("--folder", metavar="DIR", help="where the files to read are made, and kept for the next run")
    return parser


def _cases(full: bool, folder: str) -> list[Case]:
    sizes = SIZES if full else SIZES[:1]
    return [*small(_claims(folder)), *(case for size in sizes for case in large(size, folder))]


def _claims(folder: str) -> str:
    return os.path.join(folder, "claims.txt")


def _make_inputs(cases: list[Case], folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    wanted = {word for case in cases for word in (*case.command, case.stdin) if word.startswith(folder)}
    for path in sorted(path for path in wanted if not os.path.exists(path)):
        with open(f"{path}.part", "w", encoding="utf-8") as file:
            if path == _claims(folder):
                file.writelines(islice(cycle(_known_claims()), CLAIMS))
            else:
                write(file, int("".join(filter(str.isdigit, os.path.basename(path)))), array=path.endswith(".json"))
        os.rename(f"{path}.part", path)


def _known_claims() -> Iterator[str]:
    folder = os.path.join(os.path.dirname(__file__), "claims")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".jsonl"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                yield from (f"{json.loads(line)['claim']}\n" for line in file)


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _peers() -> str:
    found = peers.installed()
    missing = [name for name in peers.PROGRAMS if name not in found]
    return f"peers: {', '.join(found) or 'none'}" + (f"; not installed: {', '.join(missing)}" if missing else "")


def _measured(case: Case, pairs: int | None) -> bool:
    """Measure a case and print its row; tell whether it is over its budget."""
    beside, other = case.beside
    try:
        found = compare(
            list(case.command),
            list(other),
            pairs or (3 if "in an array" in case.name or "lines" in case.name else 15),
            terminal=case.terminal,
            stdin=case.stdin,
        )
    except ProgramError as error:
        _print_row((case.name, beside, *("",) * 7, f"FAILED: {error}"))
        return True
    over = _over(case, found)
    _print_row(
        (
            case.name,
            beside,
            f"{found.ratio:.2f}",
            f"{case.limits.ratio or ''}",
            f"{found.cpu:.2f}",
            f"{found.ran.seconds * 1000:,.0f}",
            f"{found.beside.seconds * 1000:,.0f}",
            f"{found.ran.peak:.0f}",
            f"{found.beside.peak:.0f}",
            "; ".join([*over, *_told(case, found)]),
        )
    )
    return bool(over)


def _over(case: Case, found: Pairs) -> list[str]:
    """Return which budgets a case breaks, each in words."""
    reached = (found.ratio, found.ran.peak, found.ran.seconds, found.ran.first)
    limits = zip(case.limits._fields, case.limits, reached, strict=True)
    return [f"OVER {name} {limit:g}" for name, limit, value in limits if limit is not None and value > limit]


def _told(case: Case, found: Pairs) -> list[str]:
    """Return what has no column: the budgets of memory and seconds, and when the first lines came."""
    limits = case.limits
    return [
        *([f"≤ {limits.peak:.0f} MiB"] if limits.peak else []),
        *([f"≤ {limits.seconds:g} s"] if limits.seconds else []),
        *([f"first lines after {found.ran.first * 1000:.0f} ms, ≤ {limits.first * 1000:.0f}"] if limits.first else []),
    ]


def _print_row(cells: tuple[str, ...]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
