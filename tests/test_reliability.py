"""The page of what cannot break rnk is what happens: every row is run again."""

from __future__ import annotations

import re

import pytest

from benchmarks import reliability
from benchmarks.reliability_cases import CASES
from tests import readers

ROWS, VERSIONS = reliability.kept()
TOLD = {cells[0]: cells for cells in ROWS}


def test_the_page_has_a_row_for_every_case_and_no_other():
    assert [name for name in TOLD if name not in ("input", "---")] == [case.name for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_rnk_does_what_the_page_says(case):
    assert reliability.row(case) == TOLD[case.name][1:3]


@pytest.mark.parametrize(("number", "tool"), [*enumerate(reliability.NEIGHBOURS, start=3)])
def test_a_neighbour_does_what_the_page_says(number, tool):
    if not readers.ALL:
        pytest.skip("the neighbours run where RNK_TEST_ALL is set")
    readers.program(tool.program)
    if reliability.version(tool) != VERSIONS[tool.name]:
        pytest.skip(f"the page tells of {tool.name} {VERSIONS[tool.name]}, not of {reliability.version(tool)}")
    differing = {case.name: reliability.cell(tool, case) for case in CASES}
    assert differing == {case.name: TOLD[case.name][number] for case in CASES}


def test_no_run_of_rnk_ends_in_a_traceback_or_without_end():
    codes = {cells[2] for cells in TOLD.values()} - {"exit", "---"}
    assert codes == {"0", "3", "4", "130", "141", "143"}
    assert not re.search("traceback|fault of rnk", "".join(cells[1] for cells in TOLD.values()))
