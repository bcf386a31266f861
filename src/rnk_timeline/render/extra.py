"""The libraries of the extra `export`, which everything else works without."""

from __future__ import annotations

from importlib.util import find_spec

from rnk_timeline.errors import QuestionError


def needs(library: str, form: str) -> None:
    """Raise `QuestionError`, saying what to install, unless `library` is there to write the format `form`."""
    if find_spec(library) is None:
        raise QuestionError(f"the format {form} needs {library}: pip install 'rnk-timeline[export]'")
