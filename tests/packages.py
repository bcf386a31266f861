"""The packages of rnk, built from a copy of the project's own files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import readers

ROOT = Path(__file__).parents[1]
NOT_ITS_OWN = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", ".coverage*", "__pycache__", "*.egg-info", "build", "dist"
)


def build(source: Path, out: Path, kind: str, **env: str) -> Path:
    """Build a package of this kind, sdist or wheel, from the files in `source`; return where it lies."""
    readers.module("hatchling")
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)]
    subprocess.run(command, cwd=source, env=os.environ | env, check=True, capture_output=True, timeout=60)
    (built,) = out.glob({"sdist": "*.tar.gz", "wheel": "*.whl"}[kind])
    return built


def copied(to: Path) -> Path:
    """Copy the project's own files into a new folder, and return it."""
    return Path(shutil.copytree(ROOT, to, ignore=NOT_ITS_OWN))
