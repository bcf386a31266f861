"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile

from rnk_timeline.cli.output import reason_of
from rnk_timeline.errors import OutputError
from rnk_timeline.text import quoted


def write_file(path: str, data: bytes) -> None:
    """Write `data` to `path` whole or not at all: into a file beside it, then renamed over it."""
    part = None
    try:
        handle, part = tempfile.mkstemp(prefix=".rnk-", dir=os.path.dirname(os.path.abspath(path)))
        with open(handle, "wb") as file:
            file.write(data)
        _as_umask_says(part)
        os.replace(part, path)
        part = None
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write {quoted(path, 4096)}: {reason_of(error)}") from None
    finally:
        if part is not None:
            os.unlink(part)


def _as_umask_says(path: str) -> None:
    """Give a temporary file, made for its owner alone, the mode that any new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(path, 0o666 & ~mask)
