"""A short run of benchmarks/fuzz.py, of which longer ones are made by hand: no exception but rnk's own."""

from __future__ import annotations

import pytest
from fuzz import run


@pytest.mark.parametrize("seed", [1948, 2024])
def test_broken_files_and_senseless_command_lines_are_answered_or_refused(seed):
    counts = run(files=150, commands=150, seed=seed)
    assert counts.total() == 300
    assert {"file read", "file refused", "command exit 0", "command exit 2"} <= set(counts)
