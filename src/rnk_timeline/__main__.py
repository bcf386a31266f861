"""The start of the `rnk` command and of `python -m rnk_timeline`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    # A run is short and its records are freed by their counts: looking for cycles took a tenth of its time.
    gc.disable()
    try:
        from rnk_timeline.cli import cli
    except KeyboardInterrupt:  # Ctrl-C while the modules load
        sys.exit(130)
    cli.main(prog_name="rnk")


if __name__ == "__main__":
    main()
