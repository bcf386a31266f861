"""Standard output and standard error: what is known of them, and writing that loses no byte in silence."""

from __future__ import annotations

import codecs
import os
import sys
from typing import IO, TYPE_CHECKING, TextIO

from rnk_timeline.errors import OutputError
from rnk_timeline.text import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_WIDTH = 80


class Output:
    """Where an answer goes: a stream of bytes, with what a format may know of the terminal behind it.

    `guarded` makes a file's own control characters visible instead of letting them act on a terminal. `drawn` is for
    people: its lines and signs become ASCII ones where the encoding has no others.
    """

    def __init__(  # noqa: PLR0913 (the facts of a stream, each by its name)
        self,
        stream: IO[bytes] | None,
        *,
        encoding: str = "utf-8",
        width: int = DEFAULT_WIDTH,
        color: bool = False,
        header: bool | None = None,
        excel: bool = False,
        guarded: bool = False,
        drawn: bool = False,
    ) -> None:
        self._stream = stream
        self._encoding = encoding
        self._guarded = guarded
        self._unencodable = "rnk.drawn" if drawn else "rnk.escaped"
        self.width = width
        self.color = color
        self.links = color
        self.header = header
        self.excel = excel
        self.remarks: list[str] = []

    def write(self, text: str) -> int:
        """Write all of `text`, or raise `OutputError`; a closed pipe raises `BrokenPipeError`."""
        if self._guarded:
            text = "\n".join(map(visible, text.replace("\r\n", "\n").split("\n")))
        self._put(text.encode(self._encoding, self._unencodable))
        return len(text)

    def write_utf8(self, text: bytes) -> None:
        """Write text that is UTF-8 already, as it is where that may be; otherwise as `write` does."""
        if self._guarded or self._encoding.lower() not in ("utf-8", "utf8"):
            self.write(text.decode())
        else:
            self._put(text)

    def _put(self, data: bytes) -> None:
        if self._stream is None:
            raise OutputError("cannot write the answer: standard output is closed")
        try:
            write_all(self._stream, data)
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:
            raise OutputError(f"cannot write the answer: {reason_of(error)}") from None

    def into(self, stream: IO[bytes]) -> Output:
        """Return an output with the same looks that writes to another stream: a pager's."""
        from copy import copy

        other = copy(self)
        other._stream = stream
        return other

    def remark(self, text: str) -> None:
        """Keep something to tell the reader beside the answer."""
        self.remarks.append(text)

    def flush(self) -> None:
        """Do nothing: `write` leaves nothing behind."""


def standard_output(*, color: bool | None, header: bool | None = None, excel: bool = False, drawn: bool) -> Output:
    """Return standard output as it is: its encoding, its width, and whether it takes colour.

    `drawn` is a format that makes its text harmless itself; any other is guarded on a terminal.
    """
    stream = sys.stdout
    terminal = is_terminal(stream)
    return Output(
        None if stream is None else stream.buffer,
        encoding=(stream and stream.encoding) or "utf-8",
        width=terminal_width(stream, os.environ),
        color=wants_color(os.environ, terminal=terminal) if color is None else color,
        header=header,
        excel=excel,
        guarded=terminal and not drawn,
        drawn=drawn,
    )


def _escaped(error: UnicodeError) -> tuple[str, int]:
    r"""Put escapes that JSON reads back for what an encoding cannot hold.

    >>> "\uae40 \U0001f600".encode("ascii", "rnk.escaped")
    b'\\uae40 \\ud83d\\ude00'
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4)), error.end


# What rnk itself draws and says with, each by one character, so that columns stay straight.
_STAND_INS = str.maketrans("─│┌⋮·→–—…“”’", '-|+:->--.""\'')


def _drawn(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    char = error.object[error.start]
    if ord(char) in _STAND_INS:
        return char.translate(_STAND_INS), error.start + 1
    return _escaped(UnicodeEncodeError(error.encoding, char, 0, 1, error.reason))[0], error.start + 1


codecs.register_error("rnk.escaped", _escaped)
codecs.register_error("rnk.drawn", _drawn)


def write_all(stream: IO[bytes], data: bytes) -> None:
    """Write every byte of `data`; an unbuffered stream may take only some of them and not say so."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]
    stream.flush()


def reason_of(error: OSError | ValueError) -> str:
    """Return what the system says of an error, without its number."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether `stream` is a terminal; a closed one is not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def terminal_width(stream: TextIO | None, environ: Mapping[str, str]) -> int:
    """Return the width to draw for: COLUMNS if that is a number above 0, else the terminal's, else 80."""
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
        return int(columns[:6])
    try:
        return (os.get_terminal_size(stream.fileno()).columns if stream else 0) or DEFAULT_WIDTH
    except (OSError, ValueError):  # not a terminal; not a file at all
        return DEFAULT_WIDTH


def wants_color(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Decide on colour by the environment: NO_COLOR, then FORCE_COLOR or CLICOLOR_FORCE, CLICOLOR, TERM, the terminal.

    See no-color.org, force-color.org and bixense.com/clicolors: an empty NO_COLOR counts as unset, and 0 turns a
    forcing variable off.
    """
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0", "false") or environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environ.get("CLICOLOR") == "0" or environ.get("TERM", "dumb") == "dumb":
        return False
    return terminal


def say(text: str) -> None:
    """Say something to the reader on standard error; if nobody can hear it, it goes unsaid."""
    try:
        if sys.stderr is not None:
            write_all(sys.stderr.buffer, (visible(text) + "\n").encode(sys.stderr.encoding or "utf-8", "rnk.drawn"))
    except (OSError, ValueError):
        abandon(sys.stderr)


def abandon(stream: TextIO | None) -> None:
    """Point a standard stream at nothing, so that the interpreter's last flush finds no fault with it."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return
