"""From an answer to its reader: the format, the stream or the file."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from typing import TYPE_CHECKING

from rnk_timeline.cli.output import Output, is_terminal, reason_of, say, standard_output
from rnk_timeline.errors import OutputError
from rnk_timeline.render import DRAWN, FORMATS, renderer
from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.options import Target
    from rnk_timeline.columns import Answer


def deliver(answer: Answer, target: Target, settings: Settings) -> None:
    """Draw `answer` as asked, on standard output or into a file; raises `OutputError` if it cannot be written."""
    if target.file is not None:
        _to_file(answer, target, target.file)
        return
    name = target.format or ("table" if is_terminal(sys.stdout) else "tsv")
    out = standard_output(color=settings.color, header=target.header, drawn=name in DRAWN)
    renderer(name)(answer, out)


def _to_file(answer: Answer, target: Target, path: str) -> None:
    ending = path.rpartition(".")[2].lower()
    written = io.BytesIO()
    draw = renderer(target.format or (ending if ending in FORMATS else "tsv"))
    draw(answer, Output(written, header=target.header))
    write_file(path, written.getvalue())
    say(f"wrote {len(answer.records)} records to {path}")


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
        raise OutputError(f"cannot write {quoted(path)}: {reason_of(error)}") from None
    finally:
        if part is not None:
            os.unlink(part)


def _as_umask_says(path: str) -> None:
    """Give a temporary file, made for its owner alone, the mode that any new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(path, 0o666 & ~mask)
