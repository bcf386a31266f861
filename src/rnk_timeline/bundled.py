"""Where the files lie that come with the program."""

from __future__ import annotations

import os


def bundled_path(name: str = "events.json") -> str:
    """Return where a bundled data file lies: in the installed package, or at the top of a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data", name)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", name)
