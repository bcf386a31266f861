"""From an answer to its reader: the format, the stream, the pager or the file."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from click.exceptions import Exit

from rnk_timeline.cli.output import Output, is_terminal, say, standard_output
from rnk_timeline.errors import NOTHING_FOUND
from rnk_timeline.render import DRAWN, ENDINGS, renderer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rnk_timeline.cli import Settings
    from rnk_timeline.cli.wanted import Target
    from rnk_timeline.columns import Answer
    from rnk_timeline.render import Renderer


STDOUT = "-"


def deliver(
    answer: Answer, target: Target, settings: Settings, *, notes: Iterable[str] = (), table: Renderer | None = None
) -> None:
    """Draw `answer` as asked, on standard output or into a file, then say the `notes`.

    `table` draws the format of that name where an answer has a drawing of its own. Raises `OutputError` if not all of
    it can be written, and ends with code 1 if nothing matched where that was the question.
    """
    if target.file not in (None, STDOUT):
        to_file(answer, target, target.file)
    else:
        _to_stdout(answer, target, settings, table)
    for note in notes:
        say(f"rnk: {note}")
    if target.exit_status and not answer.records:
        raise Exit(NOTHING_FOUND)


def _to_stdout(answer: Answer, target: Target, settings: Settings, table: Renderer | None) -> None:
    name = target.format or ("csv" if target.excel else "table" if is_terminal(sys.stdout) else "tsv")
    draw = table if table and name == "table" else renderer(name)
    out = standard_output(color=settings.color, header=target.header, excel=target.excel, drawn=name in DRAWN)
    show(draw, answer, out, pager=target.pager)
    _remark(out)


def show(draw: Renderer, answer: Answer, out: Output, *, pager: bool) -> None:
    """Draw `answer` on `out`, through the reader's pager if that is wanted and `out` is a terminal."""
    if not is_terminal(sys.stdout) or not (pager or os.environ.get("RNK_PAGER", "0") != "0"):
        draw(answer, out)
        return
    from rnk_timeline.cli.pager import paged

    with paged() as pipe:
        draw(answer, out.into(pipe))


def to_file(answer: Answer, target: Target, path: str) -> None:
    """Draw `answer` into the file at `path`, in the format asked for, else the one its name asks for, else tsv."""
    from rnk_timeline.cli.files import write_file

    written = io.BytesIO()
    out = Output(written, header=target.header, excel=target.excel)
    name = target.format or ENDINGS.get(path.rpartition(".")[2].lower(), "csv" if target.excel else "tsv")
    renderer(name)(answer, out)
    write_file(path, written.getvalue())
    _remark(out)
    count = len(answer.records)
    say(f"wrote {count} record{'' if count == 1 else 's'}, {len(written.getvalue())} bytes, to {path}")


def _remark(out: Output) -> None:
    for remark in out.remarks:
        say(f"rnk: {remark}")
