"""Readers that no one here wrote: skipped with a reason where missing, unless RNK_TEST_ALL says that none may be."""

from __future__ import annotations

import importlib
import os
import shutil
from types import ModuleType

import pytest

ALL = bool(os.environ.get("RNK_TEST_ALL"))


def program(name: str) -> str:
    """Return the path of a program, or skip the test that needs it."""
    found = shutil.which(name)
    if found is None:
        _missing(f"the program {name} is not installed")
    return found or ""


def module(name: str) -> ModuleType:
    """Return a module, or skip the test that needs it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        _missing(f"the module {name} is not installed")
        raise


def _missing(reason: str) -> None:
    if ALL:
        pytest.fail(f"{reason}, and RNK_TEST_ALL is set")
    pytest.skip(reason)
