"""`rnk actors`: who is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rnk_timeline.cli.deliver import deliver
from rnk_timeline.cli.helping import Command, argument, suggesting
from rnk_timeline.cli.options import LIMIT, output
from rnk_timeline.render import TABULAR

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Target
    from rnk_timeline.columns import Column
    from rnk_timeline.model import Role


@click.command(
    "actors",
    cls=Command,
    examples=(
        ("who is on record most", "rnk actors -n 10"),
        ("one actor: offices, other names, and who belongs to it", "rnk actors Shoigu"),
    ),
)
@argument(
    "names",
    "[NAME]...",
    "Only the actors that bear this name, and those that belong to them.",
    nargs=-1,
    shell_complete=suggesting("actor"),
)
@LIMIT
@output(TABULAR)
@click.pass_obj
def actors_command(settings: Settings, names: tuple[str, ...], limit: int | None, target: Target) -> None:
    """List who is on record: roles, other names, and the number of events, the most frequent first."""
    from rnk_timeline.cli.asking import held
    from rnk_timeline.columns import Answer
    from rnk_timeline.names import Names
    from rnk_timeline.tally import actors_on_record

    record = held(settings)
    counts = actors_on_record(record, record.events)
    if names:
        known = Names(record)
        wanted = frozenset[str]().union(*(known.actor(name).names for name in names))
        counts = [count for count in counts if count.actor.name in wanted]
    footer = f"{len(counts[:limit])} of {len(record.actors)} actors · rnk list -a NAME for the events"
    deliver(Answer(_columns(), counts[:limit], footer=footer), target, settings)


def _columns() -> tuple[Column, ...]:
    from rnk_timeline.columns import Column

    return (
        Column("name", lambda count: count.actor.name, wraps=True),
        Column("kind", lambda count: count.actor.kind, rank=2),
        Column("of", lambda count: count.actor.of, wraps=True, rank=3),
        Column("events", lambda count: count.events),
        Column("claims", lambda count: count.claims, rank=1),
        Column("roles", lambda count: tuple(map(_role, count.actor.roles)), wraps=True, rank=4),
        Column("aliases", lambda count: count.actor.aliases, wraps=True, rank=5),
    )


def _role(role: Role) -> str:
    """Return an office with its dates, as far as they are on record."""
    if role.from_ is None and role.until is None:
        return role.role
    dates = [f"from {role.from_}" if role.from_ else "", f"until {role.until}" if role.until else ""]
    return f"{role.role} ({' '.join(filter(None, dates))})"
