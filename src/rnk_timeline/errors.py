"""The problems that rnk reports: each exception carries its whole sentence and its exit code."""

from __future__ import annotations

DONE = 0
NOTHING_FOUND = 1
USAGE = 2
BAD_DATA = 3
NOT_WRITTEN = 4
OWN_FAULT = 70
INTERRUPTED = 130
PIPE_CLOSED = 141


class RnkError(Exception):
    """A problem that the reader can act on; `str(error)` is the sentence to show."""

    exit_code = OWN_FAULT


class QuestionError(RnkError):
    """The question cannot be asked as it stands: a bad date, a name nobody bears, a reversed range."""

    exit_code = USAGE


class DateError(QuestionError, ValueError):
    """A text is not a date, or not one without guessing."""


class UnknownNameError(QuestionError):
    """No actor, place, category, column or event has this name."""


class NothingFoundError(RnkError, LookupError):
    """The thing asked for by name is not on record."""

    exit_code = NOTHING_FOUND


class DataError(RnkError):
    """A data file is unreadable or invalid."""

    exit_code = BAD_DATA


class OutputError(RnkError):
    """The answer could not be written out in full."""

    exit_code = NOT_WRITTEN
