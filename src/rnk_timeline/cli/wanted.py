"""What a command line wants besides its question: how much of the answer, where, and as what.

By themselves, for `--help` asks for nothing, and types take a while to make.
"""

from __future__ import annotations

import msgspec


class Shape(msgspec.Struct, frozen=True):
    """Which columns of the answer, in which order, and how much of it."""

    columns: tuple[str, ...]
    sort: str
    reverse: bool
    limit: int | None


class Target(msgspec.Struct, frozen=True):
    """Where the answer goes and as what."""

    format: str | None
    file: str | None
    header: bool | None
    excel: bool
    pager: bool
    exit_status: bool
