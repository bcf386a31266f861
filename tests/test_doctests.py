"""Every example in the docstrings and in docs/api.md does what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import rnk_timeline as rnk
from tests import readers

PAGE = Path(__file__).parents[1] / "docs" / "api.md"
BLOCKS = re.findall(r"^```pycon\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
MODULES = [module.name for module in pkgutil.walk_packages(rnk.__path__, "rnk_timeline.")]


def examples() -> list[doctest.DocTest]:
    """Return the examples of every docstring of the package."""
    modules = [rnk, *(importlib.import_module(name) for name in MODULES if not name.endswith("__main__"))]
    found = [test for module in modules for test in doctest.DocTestFinder().find(module)]
    return [test for test in found if test.examples]


def run(test: doctest.DocTest) -> None:
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert not told, "".join(told)


@pytest.mark.parametrize("test", examples(), ids=lambda test: test.name)
def test_an_example_of_a_docstring(test):
    run(test)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_an_example_of_the_page_on_python(number):
    if "import pandas" in BLOCKS[number]:
        readers.module("pandas")
    names = {"rnk": rnk, "timeline": rnk.load()}
    run(doctest.DocTestParser().get_doctest(BLOCKS[number], names, f"{PAGE.name}, block {number + 1}", str(PAGE), 0))
