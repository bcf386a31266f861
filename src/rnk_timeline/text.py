"""Text from strangers: made harmless to show, folded to compare, quoted in sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)
)
# What a terminal acts on, or what makes a line read otherwise than it is: C0 and C1 controls (ECMA-48), soft hyphen,
# bidirectional controls (UAX #9), zero-width and invisible format characters, line and paragraph separators,
# interlinear marks, language tags, surrogates, noncharacters.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff" + _NONCHARACTERS + "]"
)
_WORD = re.compile(r"[^\W_]+")
BOM = b"\xef\xbb\xbf"
"""What some programs put in front of a file in UTF-8."""
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str) -> str:
    r"""Return `text` with everything that a terminal would act on written out as an escape.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNSAFE, _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def quoted(text: str, longest: int = 60) -> str:
    """Return `text` in quotation marks, harmless and no longer than a sentence bears.

    >>> quoted("10")
    "'10'"
    """
    shown = visible(text)
    return f"'{shown[: longest - 1]}…'" if len(shown) > longest else f"'{shown}'"


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the key under which spellings of one name meet: no case, accents, hyphens, dots or spaces.

    >>> fold("Kim Jong-un") == fold("KIM JONG UN")
    True
    """
    return "".join(words(text))


def words(text: str) -> list[str]:
    """Return the words of `text`, folded like names: lower case, without accents, split at all else."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _WORD.findall(text.casefold().replace("'", "").replace("’", ""))


def listed(items: list[str], *, last: str = "and", most: int = 8) -> str:
    """Join `items` as a sentence does, naming `most` of them at the longest.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) > most:
        items = [*items[: most - 1], f"{len(items) - most + 1} more"]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
