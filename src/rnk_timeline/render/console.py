"""The one place that makes a rich console."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NoReturn, cast

from rich.console import Console

if TYPE_CHECKING:
    from rnk_timeline.render import Sink


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the one policy of the program; rich would end the run with code 1."""
        raise  # noqa: PLE0704 (rich calls this where it has caught the error)


def console_for(sink: Sink) -> Console:
    """Return a console that writes to `sink`: its width, its colours, and nothing of what it prints read as markup."""
    return _Console(
        _environ={},  # the sink has decided on width and colour; rich would stumble on COLUMNS of 5,000 digits
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
