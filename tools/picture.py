"""Draw docs/rnk.svg: what a terminal shows after two commands, by rich's recorder, from real runs.

python tools/picture.py
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

PICTURE = Path(__file__).parents[1] / "docs" / "rnk.svg"
WIDTH = 100
LINES = (
    "rnk list --category summit --since 2019 --columns date,title,places",
    'rnk check "Kim Jong Un met Medvedev in 2011"',
)
SHOWN = 7
"""Lines of the claim's finding: the verdict and the best event."""


def run(line: str) -> str:
    """Return what a command writes to a terminal of `WIDTH` columns, with its colours."""
    script = shlex.join([sys.executable, "-m", "rnk_timeline", *shlex.split(line)[1:]])
    asked = {"COLUMNS": str(WIDTH), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    done = subprocess.run(
        ["script", "-qec", script, "/dev/null"], env=asked, capture_output=True, text=True, check=False
    )
    return done.stdout.replace("\r\n", "\n")


def draw() -> str:
    """Return the picture, as SVG that asks no other place for anything."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    for number, line in enumerate(LINES):
        console.print(Text.assemble(("$ ", "bold green"), line))
        answer = run(line).splitlines()
        console.print(Text.from_ansi("\n".join(answer[:SHOWN] if number else answer)))
        console.print()
    drawn = console.export_svg(title="rnk", theme=MONOKAI, unique_id="rnk")
    return re.sub(r"\s*@font-face \{.*?\}\n", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(draw(), "utf-8")
