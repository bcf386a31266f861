"""Command lines of every kind, sensible and not; the same for the same seed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mutants import EVENTS
from naughty import DATES, TEXTS

from rnk_timeline.cli import cli

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    import click

NAMES = ["Putin", "putn", "Kim", "Kim Jong Il", "DPRK", "Russia", "Pyongyang", "summit", "UN veto", "all", "date,title"]
CLAIMS = [
    "Putin visited North Korea in 2000",
    "Kim Jong Il met Putin in May",
    "13 voted for, 2 against on 26 May 2022",
    "troops 100,000 or 11\u201312 thousand",
    "resolution 2397 was vetoed by Chna and Rusia in 2022",
]
FILES = ("out.csv", "out.html", "out.json", "out", "no/such/out.csv", ".", "-", "a\0b.csv", "x" * 300)


def command_lines(rng: random.Random, path: str) -> Iterator[list[str]]:
    """Yield command lines: a command or something like it, its options with values of every kind."""
    root = cli.make_context("rnk", [], resilient_parsing=True)
    commands = {name: cli.get_command(root, name) for name in cli.list_commands(root)}
    while True:
        name = rng.choice(list(commands))
        command = commands[name]
        before = ["--data", path] if rng.random() < 0.97 else rng.choice(([], ["--data", "none.json"], ["--data", "-"]))
        words = [*before, *_options(cli.params, rng, most=1), _misspelt(name, rng), *_rest(command, root, rng)]
        yield [_tame(word) for word in words]


def _rest(command: Any, root: click.Context, rng: random.Random) -> list[str]:
    words: list[str] = []
    if hasattr(command, "list_commands"):
        inner = rng.choice(command.list_commands(root))
        words.append(_misspelt(inner, rng))
        command = command.get_command(root, inner)
    if command is None:
        return words
    words += _options(command.params, rng, most=4)
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    for argument in arguments:
        words += [_value(argument, rng) for _ in range(rng.choice((0, 1, 1, 1, 2)))]
    if rng.random() < 0.1:
        words.insert(rng.randrange(len(words) + 1), rng.choice((*TEXTS.values(), "--", "-", "-h", "extra")))
    return words


def _options(params: list[Any], rng: random.Random, most: int) -> list[str]:
    options = [param for param in params if param.param_type_name == "option" and param.name not in ("data", "pager")]
    words: list[str] = []
    for option in rng.sample(options, min(rng.randrange(most + 1), len(options))):
        name = _misspelt(rng.choice(option.opts), rng)
        if option.is_flag and rng.random() < 0.9:
            words.append(name)
        elif rng.random() < 0.2 and name.startswith("--"):
            words.append(f"{name}={_value(option, rng)}")
        else:
            words += [name, _value(option, rng)]
    return words


def _misspelt(word: str, rng: random.Random) -> str:
    if rng.random() > 0.05:
        return word
    at = rng.randrange(len(word))
    return rng.choice((word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word.upper(), word[: at + 1]))


def _value(param: Any, rng: random.Random) -> str:
    """Return a value for an option or an argument: a likely one, or anything."""
    if rng.random() < 0.15:
        return rng.choice((*TEXTS.values(), *DATES, "", "\udcff", "-1", "9" * 30))
    if hasattr(param.type, "choices"):
        return rng.choice(list(param.type.choices))
    by_name = {"file": FILES, "claims": (*CLAIMS, *DATES, *NAMES, "-")}
    by_type = {"integer range": ("0", "1", "3", "100", "-1", "x", "1.5", "\u0663"), "date": DATES}
    likely = by_name.get(param.name) or by_type.get(param.type.name)
    return rng.choice(likely or (*NAMES, *DATES, *(str(event["id"]) for event in EVENTS), "2000", "--"))


def _tame(word: str) -> str:
    """Keep what is written within the directory of the run: no absolute paths, none upwards."""
    word = re.sub(r"^(-[^/]*)?/", r"\1x", word)
    return word.replace("../", "x").replace("..\\", "x") if not word.endswith(".fuzz") else word
