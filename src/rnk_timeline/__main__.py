"""The start of the `rnk` command and of `python -m rnk_timeline`."""

import os
import sys
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
    import gc

    # A run is short and its records are freed by their counts: looking for cycles took a tenth of its time.
    gc.disable()
    from rnk_timeline.signals import end_quietly

    end_quietly()
    from rnk_timeline.cli import cli

    try:
        cli.main(prog_name="rnk")
    except SystemExit as done:
        _leave(int(done.code or 0))


def _leave(code: int) -> None:
    """End the process at once: taking the modules apart, which no reader waits for, took another tenth."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # what could be said of it has been
            pass
    os._exit(code)


if __name__ == "__main__":
    main()
