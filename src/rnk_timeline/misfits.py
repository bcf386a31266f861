"""What the decoder lets pass and a record does not hold: ids with spaces, addresses that are not of the web."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from rnk_timeline.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rnk_timeline.model import Event


_sources, _claims, _url, _source, _id = map(attrgetter, ("sources", "claims", "url", "source", "id"))
_beginning = itemgetter(slice(9))


def are_fit(events: Sequence[Event]) -> bool:
    """Tell whether nothing is wrong with any of `events`: quickly, for most files have nothing wrong in them."""
    urls = list(map(_url, chain.from_iterable(map(_sources, events))))
    urls += [url for url in map(_source, chain.from_iterable(map(_claims, events))) if url is not None]
    unbroken = "".join((*map(_id, events), *urls))
    has_blanks = bool(unbroken) and unbroken.split() != [unbroken]
    return not has_blanks and all(map(_opens_well, set(map(_beginning, urls))))


@lru_cache(maxsize=1024)
def _opens_well(url: str) -> bool:
    return re.match(r"https?://[^\s/]", url) is not None


def misfits(events: Iterable[Event]) -> Iterator[tuple[int, str, str]]:
    """Yield what is wrong with `events`: the number of the event, from 0, the path of the value in it, the reason."""
    for number, event in enumerate(events):
        if re.search(r"\s", event.id):
            yield number, "id", f"expected no space in it, found {quoted(event.id)}"
        for path, url in _addresses(event):
            if not re.fullmatch(r"https?://[^\s/]\S*", url):
                yield number, path, f"expected an address that begins with http:// or https://, found {quoted(url)}"


def _addresses(event: Event) -> Iterator[tuple[str, str]]:
    for number, source in enumerate(event.sources):
        yield f"sources[{number}].url", source.url
    for number, claim in enumerate(event.claims):
        if claim.source is not None:
            yield f"claims[{number}].source", claim.source
