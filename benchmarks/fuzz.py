"""Broken files and senseless command lines by the hundred thousand: rnk answers each, or refuses it in a sentence.

python benchmarks/fuzz.py --files 200000 --commands 200000 --seed 1948

Everything runs in this process, the same for the same seed. The first thing that is neither an answer nor one of rnk's
own errors ends the run with a traceback and the input that led to it.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import io
import json
import os
import random
import re
import sys
import tempfile
import time
from datetime import date
from typing import TYPE_CHECKING, Any

from mutants import SEEDS, mutated
from wordings import command_lines

from rnk_timeline import dataset, sieve
from rnk_timeline.cli import cli
from rnk_timeline.cli.output import Output
from rnk_timeline.columns import event_answer
from rnk_timeline.errors import DataError, RnkError
from rnk_timeline.query import Query
from rnk_timeline.render import FORMATS, renderer
from rnk_timeline.text import visible
from rnk_timeline.validate import problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Screen(io.TextIOWrapper):
    """Standard output in memory that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def try_file(data: bytes, path: str, rng: random.Random) -> str:
    """Put a file before everything that reads files; return what became of it. Raises what should never be raised."""
    found = list(problems(data))
    with open(path, "wb") as file:
        file.write(data)
    held = _outcome(lambda: dataset.of_bytes(data, "the file"))
    sieved = _outcome(lambda: sieve.ask(path, Query()).record)
    _outcome(lambda: sieve.ask(path, Query(), skip_bad=True).record)
    if isinstance(held, str) != isinstance(sieved, str):
        # A small file is looked at twice: for keys that stand twice, and for what is broken in fields that rnk skips.
        assert isinstance(held, str), f"held, but the sieve said: {sieved}"
        twice = any("times there" in problem.sentence for problem in found)
        assert twice or re.search("stands twice|on one line|is not UTF-8|not JSON|too deeply", held), held
    if isinstance(held, str):
        assert found, f"refused ({held}), and validate finds nothing"
        assert len(held) < 1500, f"a sentence of {len(held)} characters: {held[:200]}…{held[-100:]}"
        return "refused"
    _draw(held, rng)
    return "read"


def _outcome(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except DataError as error:
        return str(error)


def _draw(record: Any, rng: random.Random) -> None:
    """Draw what was read in a format: nothing of a file may act on a terminal, and JSON must come back."""
    name = rng.choice(FORMATS)
    if name in ("html", "ics") and rng.random() < 0.9:  # ten times as slow as the others
        name = "json"
    drawn = io.BytesIO()
    sink = Output(
        drawn,
        width=rng.choice((1, 2, 20, 40, 80, 200)),
        color=rng.random() < 0.2,
        header=rng.choice((None, True, False)),
        excel=rng.random() < 0.2,
    )
    try:
        columns = () if rng.random() < 0.5 else ("all",)
        renderer(name)(event_answer(record, record.events, columns), sink)
    except RnkError:
        return
    text = drawn.getvalue().decode()
    if name in ("table", "timeline") and not sink.color:
        assert all(visible(line) == line for line in text.split("\n")), "the drawing acts on a terminal"
    if name == "json" and columns == ():
        assert [event["id"] for event in json.loads(text)] == [event.id for event in record.events]
    if name == "tsv":
        assert text.count("\n") == len(record.events) + (sink.header is True)


def try_command(words: list[str], rng: random.Random) -> str:
    """Run a command line in this process; return how it ended. Raises if rnk blames itself or says nothing clear."""
    out, err = io.BytesIO(), io.BytesIO()
    kind = Screen if rng.random() < 0.3 else io.TextIOWrapper
    streams = (
        kind(out, "utf-8"),
        io.TextIOWrapper(err, "utf-8"),
        io.TextIOWrapper(io.BytesIO(rng.choice(SEEDS)), "utf-8"),
    )
    kept = sys.stdout, sys.stderr, sys.stdin
    sys.stdout, sys.stderr, sys.stdin = streams
    code: Any = None
    try:
        cli.main(words, prog_name="rnk")
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout, sys.stderr, sys.stdin = kept
        said, answered = err.getvalue().decode(), out.getvalue()
        for stream in streams:
            stream.close()
    assert code in (0, 1, 2, 3, 4), f"exit code {code}: {said}"
    if code > 1 and not said.startswith("Usage:") and words[-2:-1] != ["validate"] and "validate" not in words:
        last = said.splitlines()[-1]
        assert last.startswith("rnk: error: "), said
        assert len(last) < 6000, f"a sentence of {len(last)} characters: {last[:200]}…{last[-100:]}"
    assert code not in (2, 3) or not answered or "validate" in words, f"an answer before the error: {answered[:200]!r}"
    assert all(visible(line) == line for line in said.split("\n")), "what is said acts on a terminal"
    return f"exit {code}"


def run(files: int, commands: int, seed: int) -> collections.Counter[str]:
    """Try so many files and command lines; return how many ended in which way."""
    counts: collections.Counter[str] = collections.Counter()
    rng = random.Random(seed)  # noqa: S311 (no secret)
    before, large = os.getcwd(), dataset.LARGE
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        try:
            for _ in range(files):
                data = mutated(rng)
                dataset.LARGE = rng.choice((large, max(len(data) - 1, 0)))
                with _shown(data, "last.fuzz", before):
                    counts[f"file {try_file(data, 'file.fuzz', rng)}"] += 1
            dataset.LARGE = large
            with open("record.fuzz", "wb") as file:
                file.write(SEEDS[0])
            for words, _ in zip(command_lines(rng, "record.fuzz"), range(commands), strict=False):
                with _shown(words, "", before):
                    counts[f"command {try_command(words, rng)}"] += 1
        finally:
            dataset.LARGE = large
            os.chdir(before)
    return counts


@contextlib.contextmanager
def _shown(what: bytes | list[str], name: str, directory: str) -> Iterator[None]:
    """Show what was tried if it raises; a file is kept in `directory` too."""
    try:
        yield
    except BaseException:
        sys.stderr.write(f"tried: {what!r:.2000}\n")
        if isinstance(what, bytes):
            with open(os.path.join(directory, name), "wb") as file:
                file.write(what)
        raise


def main() -> None:
    """Run, and print the counts."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--files", type=int, default=200_000)
    asked.add_argument("--commands", type=int, default=200_000)
    asked.add_argument("--seed", type=int, default=date.today().toordinal())
    options = asked.parse_args()
    began = time.monotonic()
    counts = run(options.files, options.commands, options.seed)
    for name, count in sorted(counts.items()):
        print(f"{count:8} {name}")
    print(f"seed {options.seed}, {time.monotonic() - began:.0f} s, nothing but answers and sentences")


if __name__ == "__main__":
    main()
