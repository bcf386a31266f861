"""What a shell is told may stand where its user is typing. Whatever goes wrong here, it goes wrong in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from rnk_timeline.text import visible
from rnk_timeline.vocabulary import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rnk_timeline.outline import Entry

    Item = CompletionItem[str]

_LONGEST = 200
_ABOUT = 60
_BETWEEN_WORDS = " '-_.,()’"
_JOINED = str.maketrans("", "", _BETWEEN_WORDS)
_SPLIT = str.maketrans(dict.fromkeys(_BETWEEN_WORDS, " "))


def suggestions(kind: str, ctx: click.Context, typed: str) -> list[Item]:
    """Return what of this kind begins with what was typed, or else what has a word that does."""
    try:
        return _KINDS[kind](ctx, typed)
    except Exception:  # a bad data file, no file: the user is in the middle of a line
        return []


def commands(lines: Iterable[tuple[str, str]], typed: str) -> list[Item]:
    """Return the commands whose name begins with what was typed."""
    return [CompletionItem(name, help=about) for name, about in lines if name.startswith(typed)]


def _files(ctx: click.Context, typed: str) -> list[Item]:
    return [CompletionItem(typed, type="file")]


def _of_data(kind: str) -> Callable[[click.Context, str], list[Item]]:
    def found(ctx: click.Context, typed: str) -> list[Item]:
        from rnk_timeline import outline

        return matching(getattr(outline, kind)(ctx.find_root().params.get("data") or None), typed)

    return found


def _columns(ctx: click.Context, typed: str) -> list[Item]:
    return [CompletionItem(name) for name in (*COLUMNS, "all") if name.startswith(typed)]


def _several(one: Callable[[click.Context, str], list[Item]]) -> Callable[[click.Context, str], list[Item]]:
    """Complete the last of several values with commas between them, with none that is there already."""

    def found(ctx: click.Context, typed: str) -> list[Item]:
        before, comma, last = typed.rpartition(",")
        start = before + comma + last[: len(last) - len(last.lstrip())]
        given = {_joined(value) for value in before.split(",")}
        return [
            CompletionItem(start + item.value, help=item.help)
            for item in one(ctx, last.lstrip())
            if "," not in item.value and _joined(item.value) not in given
        ]

    return found


def _commands(ctx: click.Context, typed: str) -> list[Item]:
    group = ctx.find_root()
    for name in ctx.params.get("words") or ():
        command = group.command.get_command(group, name) if isinstance(group.command, click.Group) else None
        if command is None:
            return []
        group = click.Context(command, info_name=name, parent=group)
    return group.command.shell_complete(group, typed) if isinstance(group.command, click.Group) else []


def matching(entries: list[Entry], typed: str) -> list[Item]:
    """Return the entries under the spelling that begins with `typed`; if none does, under one with a word that does.

    What was typed so far stays as it is where that is possible: a shell that shows several suggestions puts what they
    have in common in its place.
    """
    plain, joined = typed.casefold(), _joined(typed)
    ways: tuple[Callable[[str], bool], ...] = (
        lambda spelling: spelling.casefold().startswith(plain),
        lambda spelling: _joined(spelling).startswith(joined),
        lambda spelling: any(rest.startswith(joined) for rest in _from_each_word(spelling)),
    )
    return next(filter(None, (_fitting(entries, fits) for fits in ways)), [])


def _fitting(entries: list[Entry], fits: Callable[[str], bool]) -> list[Item]:
    found: dict[str, Item] = {}
    for entry in entries:
        for spelling in (entry.name, *entry.aliases):
            if fits(spelling) and _harmless(spelling):
                found.setdefault(spelling, _item(entry, spelling))
                break
    return list(found.values())


def _joined(spelling: str) -> str:
    return spelling.casefold().translate(_JOINED)


def _from_each_word(spelling: str) -> Iterator[str]:
    parts = spelling.casefold().translate(_SPLIT).split()
    return ("".join(parts[start:]) for start in range(1, len(parts)))


def _item(entry: Entry, spelling: str) -> Item:
    about = entry.about if spelling == entry.name else entry.name
    return CompletionItem(spelling, help=visible(about)[:_ABOUT] or None)


def _harmless(spelling: str) -> bool:
    """Tell whether a text can stand on a command line: no control character, no option, no flood."""
    return 0 < len(spelling) <= _LONGEST and spelling == visible(spelling) and not spelling.startswith("-")


_KINDS: dict[str, Callable[[click.Context, str], list[Item]]] = {
    "files": _files,
    "columns": _several(_columns),
    "categories": _several(_of_data("categories")),
    "actors": _several(_of_data("actors")),
    "places": _several(_of_data("places")),
    "actor": _of_data("actors"),
    "ids": _of_data("ids"),
    "commands": _commands,
}
