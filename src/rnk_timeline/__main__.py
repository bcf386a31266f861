"""The start of the `rnk` command and of `python -m rnk_timeline`."""

import gc
from _signal import (  # type: ignore[import-not-found]  # the public module takes 3 ms to load
    SIG_DFL,
    SIGINT,
    default_int_handler,
    getsignal,
    signal,
)


def main() -> None:
    """Run the command line and exit with its code."""
    # First of all, so that Ctrl-C while modules load is no traceback: the system ends the process by itself.
    if getsignal(SIGINT) is default_int_handler:
        signal(SIGINT, SIG_DFL)
    # A run is short and its records are freed by their counts: looking for cycles took a tenth of its time.
    gc.disable()
    from rnk_timeline.signals import end_quietly

    end_quietly()
    from rnk_timeline.cli import cli

    cli.main(prog_name="rnk")


if __name__ == "__main__":
    main()
