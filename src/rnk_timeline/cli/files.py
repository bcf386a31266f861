"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat

from rnk_timeline.cli.output import reason_of, write_all
from rnk_timeline.errors import OutputError
from rnk_timeline.signals import undone
from rnk_timeline.text import quoted


def write_file(path: str, data: bytes) -> None:
    """Write `data` to the file at `path` whole or not at all; a device or a pipe gets it as it comes.

    A new file has the mode that the user's umask gives it, one that is overwritten keeps its own, and a link stays a
    link. Raises `OutputError` if not all of it can be written; then nothing of it is left.
    """
    try:
        mode = _mode_of(path)
        if mode is None or stat.S_ISREG(mode):
            _replace(os.path.realpath(path), data, mode)
        else:
            with open(path, "wb") as device:
                write_all(device, data)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise OutputError(f"cannot write {quoted(path, 4096)}: {reason_of(error)}") from None


def _mode_of(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _replace(target: str, data: bytes, mode: int | None) -> None:
    """Write a file beside the target and rename it over it: at no moment is there half a file of that name."""
    part = os.path.join(os.path.dirname(target), f".rnk-{os.getpid()}-{os.urandom(4).hex()}")
    with undone(lambda: os.unlink(part)):
        try:
            _write_new(part, data, mode)
            os.replace(part, target)
        except BaseException:
            _remove(part)
            raise


def _write_new(path: str, data: bytes, mode: int | None) -> None:
    with open(path, "xb") as file:
        if mode is not None:
            os.chmod(path, stat.S_IMODE(mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # some file systems find that there is no room only here


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
