"""The one place that makes a rich console."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, cast

from rich.console import Console

if TYPE_CHECKING:
    from rnk_timeline.render import Sink


def console_for(sink: Sink) -> Console:
    """Return a console that writes to `sink`: its width, its colours, and nothing of what it prints read as markup."""
    return Console(
        file=cast("IO[str]", sink),
        width=sink.width,
        force_terminal=sink.color,
        force_interactive=False,
        color_system="256" if sink.color else None,
        no_color=False,  # the sink has decided, with more to go by than NO_COLOR alone
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        legacy_windows=False,
    )
