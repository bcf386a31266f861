"""A claim read into its parts: when, who, where, what was done, which figures, in which order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rnk_timeline.check import lexicon
from rnk_timeline.errors import DateError
from rnk_timeline.period import MONTHS, Period, parse, read
from rnk_timeline.text import fold

if TYPE_CHECKING:
    from datetime import date

    from rnk_timeline.check.desk import Desk

_WORD = re.compile(r"[^\W\d_]+-\d+\w*|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
_MONTH = "|".join([*MONTHS, *(f"{name[:3]}\\.?" for name in MONTHS), "Sept\\.?"])
_WITHIN = 30
"""Characters between who says something and the saying."""
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_DATES = re.compile(
    rf"""\b(?:
    (?P<plain>\d{{4}}-\d\d(?:-\d\d)?
      | \d{{1,2}}\s?[-–]\s?\d{{1,2}}\s(?:{_MONTH})\s{_YEAR}
      | \d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH}),?\s{_YEAR}
      | (?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}
      | (?:{_MONTH}),?\s{_YEAR})
    | (?:(?P<short_day>\d{{1,2}})\s)?(?P<short_month>{_MONTH})(?:\s(?P<later_day>\d{{1,2}})(?:st|nd|rd|th)?)?,?
      \s['’](?P<short_year>\d\d)
    | (?:(?:early|mid|late|the\s(?:beginning|start|end|close|last\sdays)\sof)[\s-])?
      (?P<month_of>{_MONTH})\s(?:of\s)?(?P<of_year>{_YEAR})
    | (?P<numbers>\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d))
    | (?P<season>spring|summer|autumn|fall|winter)\s(?:of\s|in\s)?(?P<season_year>{_YEAR})
    | (?P<half>first|second|1st|2nd)\shalf\sof\s(?P<half_year>{_YEAR})
    | (?P<part>early|mid|late|the\s(?:beginning|start|end|close|last\sdays|last\sweeks)\sof)[\s-](?:in\s)?(?:the\s)?
      (?P<part_year>{_YEAR})(?P<part_decade>s?)
    | (?P<decade>\d{{3}}0)s
    | (?P<year>{_YEAR})(?!\s(?:{_MONTH}))(?!\s(?:tonnes|tons|troops|soldiers|workers|containers|barrels))
    )(?!\w)(?!-\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_RELATION = re.compile(
    r"(?:^|\b)(by|until|till|before|after|since|from)(?:\s+(?:the|end of|last|in|about))*\s*$", re.IGNORECASE
)
_ATTRIBUTIVE = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?(?:{lexicon.ATTRIBUTED})\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"([A-Z][a-z]+)[ -]$")
_NAME_AFTER = re.compile(r"^[ -]([A-Z][a-z]+)(?!['’\w])")
_HEADLINE = re.compile(r"[^:;]{3,60}:\s")
_CONTRAST = re.compile(r"(?:,|\bbut|\band)\s+$", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:neither|nor)\s+$", re.IGNORECASE)
_NOT_BY = re.compile(r"\s+(?:yet|even|merely|by|to|from|in|at|on|for|with|only|just)\b", re.IGNORECASE)
"""Around a "not" that tells two things apart, rather than saying that something did not happen."""
_PART_OF = re.compile(r"\b(?:north\w*|south\w*|east\w*|west\w*|first|second|other|and a)\s$", re.IGNORECASE)
"""Before a "half" that is one of two, not a figure."""
_AND = re.compile(r"\s*(?:and|to|until|-|–)\s*", re.IGNORECASE)
_SYMBOL = re.compile(
    r"\b(?P<full>S/RES/\d+|A/RES/[\w-]+/\d+|ES-\d+/\d+|S/\d{4}/\d+|A/[\w-]+/L\.\d+|SC/\d+)"
    r"|\b(?:resolutions?|res\.?|unscr?|unsc res(?:olution)?)\s+(?:no\.?\s*)?(?P<number>\d{2,4}(?:/\d+)?)\b"
    r"|\b(?P<session>\d{2}/\d{1,3})\b(?!/)",
    re.IGNORECASE,
)
_NOT_UNDERSTOOD = re.compile(
    r"\b(?:\w+ (?:years?|months?|weeks?|days?|decades?) (?:later|earlier|(?:before|after)(?: [\w'’-]+){1,4})"
    r"|the (?:same|following|next|previous) (?:year|month|day))\b",
    re.IGNORECASE,
)
PLACING = re.compile(
    r"\b(?:in|at|to|from|near|into|outside|towards?|visit\w*|tour\w*|left|leave|reach\w*|via|through)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """Something that was read: which part of a claim it is, its words there, and what they were taken for.

    The parts are date, person, country, organisation, adjective, place, number, action, order and negation. `number`
    is a figure; without it, a part of that name is the number or symbol of a document.
    """

    part: str
    text: str
    value: str
    names: frozenset[str] = frozenset()
    period: Period | None = None
    number: float | None = None
    start: int = 0


class Reading(NamedTuple):
    """A claim as it was read, and the words of it that nothing on record answers to."""

    claim: str
    parts: tuple[Part, ...]
    matter: tuple[str, ...]
    unread: tuple[str, ...]

    def of(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds, in the order of the claim."""
        return [each for each in self.parts if each.part in kinds]

    @property
    def actions(self) -> list[str]:
        """The actions, in the order of the claim."""
        return [each.value for each in self.of("action")]

    @property
    def strangers(self) -> list[str]:
        """The names that nothing on record bears: with a capital, or in the place of one who does something."""
        return [
            word
            for word in self.unread
            if self._is_model(word)
            or (word.isalpha() and (word.istitle() or self._does_something(word)) and not self._dates(word))
        ]

    @staticmethod
    def _is_model(word: str) -> bool:
        """Tell whether a word is the name of a make: "S-400"."""
        return word[0].isupper() and re.search(r"\d", word) is not None

    def _dates(self, word: str) -> bool:
        return (
            re.search(
                r"\b(?:on|during|since|until|before|after)\s+$", self.claim[: self.claim.find(word)], re.IGNORECASE
            )
            is not None
        )

    def _does_something(self, word: str) -> bool:
        end = self.claim.find(word) + len(word)
        return not self.claim[: end - len(word)].strip() and any(each.start == end + 1 for each in self.of("action"))

    def is_placed(self, word: str) -> bool:
        """Tell whether a word stands where a place would: "in Busan"."""
        return PLACING.search(self.claim[: self.claim.find(word)]) is not None

    @property
    def is_of_words(self) -> bool:
        """Whether the claim is of what somebody said.

        Its first action is then a saying with a speaker right before it, or it begins "Somebody:" or "according to", or
        ends "Somebody said".
        """
        actions = self.of("action")
        begins = _HEADLINE.match(self.claim)
        if begins and any(part.start < begins.end() for part in self.of(*lexicon.SIDES)):
            return True
        if re.search(r"\baccording to\b", self.claim, re.IGNORECASE):
            return True
        if not actions:
            return False
        return self._is_said(actions[0], _WITHIN) or (
            len(self.claim) - actions[-1].start < 20 and self._is_said(actions[-1], 2)
        )

    def _is_said(self, action: Part, within: int) -> bool:
        if action.value not in lexicon.SPEECH:
            return False
        noun = lexicon.NOUNS.fullmatch(action.text)  # "Seoul claims", but not "the Seoul government's claims"
        speakers, within = (lexicon.ACTORS, 2) if noun else ((*lexicon.SIDES, "place"), within)
        return any(0 <= action.start - part.start - len(part.text) < within for part in self.of(*speakers))


class Word(NamedTuple):
    """A word of the claim and where it stands."""

    text: str
    start: int
    end: int


class Reader:
    """Reads one claim; marks what it has understood, so that nothing is read twice."""

    def __init__(self, claim: str, desk: Desk, today: date) -> None:
        self.claim = claim
        self.desk = desk
        self.today = today
        self.taken = [False] * len(claim)
        self.acted = [False] * len(claim)
        self.parts: list[tuple[int, Part]] = []
        self.unread: list[tuple[int, str]] = []

    def read(self) -> Reading:
        """Return the reading."""
        self._not_understood()
        self._symbols()
        self._periods()
        self._names()
        self._near_names()
        self._actions()
        self._figures()
        self._small_words()
        self._first_of_all()
        matter = self._matter()
        parts = tuple(part for _, part in sorted(self.parts, key=lambda each: each[0]))
        return Reading(self.claim, parts, tuple(matter), tuple(word for _, word in sorted(self.unread)))

    def _free(self, start: int, end: int) -> bool:
        return not any(self.taken[start:end])

    def _take(self, start: int, end: int, part: Part | None = None) -> None:
        self.taken[start:end] = [True] * (end - start)
        if part is not None:
            self.parts.append((start, part._replace(start=start)))

    def _words(self) -> list[Word]:
        found = (Word(match[0], match.start(), match.end()) for match in _WORD.finditer(self.claim))
        return [word for word in found if self._free(word.start, word.end)]

    def _not_understood(self) -> None:
        for match in _NOT_UNDERSTOOD.finditer(self.claim):
            self._take(*match.span())
            self.unread.append((match.start(), match[0]))

    def _symbols(self) -> None:
        for match in _SYMBOL.finditer(self.claim):
            value = match["full"] or match["number"] or match["session"]
            if value and re.fullmatch(_YEAR, value) and not self.desk.has_symbol(value):
                continue
            if value and self._free(*match.span()):
                self._take(*match.span(), Part("number", match[0], value.upper()))

    def _periods(self) -> None:
        dates = [match for match in _DATES.finditer(self.claim) if self._free(*match.span())]
        found = [(match, period) for match in dates if (period := self._period(match))]
        while found:
            match, period = found.pop(0)
            start, end = match.span()
            before = self.claim[:start]
            if found and re.search(r"\b(?:between|from)\s+(?:the\s+)?$", before, re.IGNORECASE):
                gap = self.claim[end : found[0][0].start()]
                if _AND.fullmatch(gap) and period.start <= found[0][1].start:
                    period = parse(f"{period.text.split('/')[0]}/{found[0][1].text.split('/')[-1]}")
                    end = found.pop(0)[0].end()
            relation = _RELATION.search(before)
            word = relation[1].casefold() if relation else ""
            word = {"till": "until", "from": "since"}.get(word, word)
            if match["year"] and not word and _ATTRIBUTIVE.match(self.claim[end:]):
                word = "of"
            if relation:
                start = relation.start(1)
            self._take(start, end, Part("date", self.claim[start:end], f"{word} {period}".strip(), period=period))

    def _period(self, match: re.Match[str]) -> Period | None:
        try:
            return self._named_period(match)
        except DateError:
            self._take(*match.span())
            self.unread.append((match.start(), match[0]))
            return None

    def _named_period(self, match: re.Match[str]) -> Period:
        if match["plain"]:
            return read(match[0], self.today)
        if match["numbers"]:
            return _only_day(match["numbers"])
        if month := match["short_month"] or match["month_of"]:
            year = match["of_year"] or _full_year(match["short_year"])
            return read(f"{match['short_day'] or match['later_day'] or ''} {month} {year}".strip(), self.today)
        if match["season"]:
            first, last = lexicon.SEASONS[match["season"].casefold()]
            return parse(f"{match['season_year']}-{first:02}/{match['season_year']}-{last:02}")
        if match["half"]:
            months = "01/{0}-06" if match["half"].casefold() in ("first", "1st") else "07/{0}-12"
            return parse(f"{match['half_year']}-{months.format(match['half_year'])}")
        if match["part"]:
            return _part_of(match["part"].casefold(), int(match["part_year"]), decade=bool(match["part_decade"]))
        return parse(f"{match['decade']}/{match['decade'][:3]}9" if match["decade"] else match["year"])

    def _names(self) -> None:
        words = self._words()
        position = 0
        while position < len(words):
            position += self._name_at(words, position) or 1

    def _name_at(self, words: list[Word], position: int) -> int:
        """Read the longest name that begins at this word; return of how many words, 0 if there is none."""
        for count in range(min(7, len(words) - position), 0, -1):
            first, last = words[position], words[position + count - 1]
            text = self.claim[first.start : last.end]
            if not self._free(first.start, last.end) or (count > 1 and re.search(r"(?:\w\w\.|[;:!?])\s", text)):
                continue
            possessive = re.sub(r"['’]s?$", "", text)
            for spelling in dict.fromkeys((text, possessive)):
                if part := self._named(spelling, first.start) or self._nearly_named(spelling, count):
                    self._take(first.start, last.end, part)
                    return count
        return 0

    def _nearly_named(self, text: str, count: int) -> Part | None:
        """Read a name of several words under a near spelling: "Choe Son Hee"."""
        if count not in (2, 3) or not text.replace("-", " ").istitle():
            return None
        name = self.desk.names.nearest_person(text)
        return Part("person", text, name, names=frozenset({name})) if name else None

    def _named(self, text: str, start: int) -> Part | None:
        if state := lexicon.DEMONYMS.get(text.casefold()):
            return Part("adjective", text, state, names=frozenset({state}))
        if " " in text and text.islower() and self.desk.names.actors_bearing(fold(text)):
            return None  # "put in" is not Putin
        name = lexicon.SHORT.get(text.casefold(), text)
        actors, places = self.desk.names.actors_called(name), self.desk.names.places_called(name)
        if not actors and not places and text.title() in lexicon.STATES:
            return Part("country", text, text.title(), names=frozenset({text.title()}))
        if name == text and len(fold(text)) <= 3 and not self._may_be_a_name(text):
            return None
        if places and (not actors or PLACING.search(self.claim[:start])):
            value = (places[0] if fold(places[0]) == fold(name) else self.desk.names.country_called(name)) or places[0]
            return Part("place", text, value, names=self.desk.names.places_within(name, places))
        if not actors and " " not in text and (text[:1].isupper() or not self.desk.is_common(text)):
            actors = self._bearing_all(text, start)
        return self._one_of(text, actors) if actors else None

    def _bearing_all(self, text: str, start: int) -> tuple[str, ...]:
        """Return those who bear a word as a name, and the names right beside it too: "Lee Jong-sup" is no other Lee."""
        beside = [*_NAME_BEFORE.findall(self.claim[:start]), *_NAME_AFTER.findall(self.claim[start + len(text) :])]
        names = [word for word in beside if not self.desk.is_common(word) and not self.desk.names.is_known(word)]
        bearers = [self.desk.names.actors_bearing(word) for word in names]
        return tuple(actor for actor in self.desk.names.actors_bearing(text) if all(actor in each for each in bearers))

    def _may_be_a_name(self, short: str) -> bool:
        """Tell whether a text of three letters or fewer may be a name: "US" is one, "us" and "it" are not."""
        if short.isupper() or (short.istitle() and len(short) == 3):
            return True
        return short.casefold() not in lexicon.SMALL and len(short) > 1 and not self.desk.is_common(short)

    def _one_of(self, text: str, actors: tuple[str, ...]) -> Part:
        """Choose among those who bear a short name: whoever is most on record at the time of the claim."""
        if len(actors) == 1:
            return Part(self.desk.names.part_for(actors[0]), text, actors[0], names=frozenset(actors))
        periods = [part.period for _, part in self.parts if part.period]
        chosen = self.desk.most_on_record(actors, periods[0] if periods else None)
        return Part(self.desk.names.part_for(chosen), text, chosen, names=frozenset({chosen}))

    def _near_names(self) -> None:
        for word in self._words():
            text = re.sub(r"['’]s?$", "", word.text)
            if len(text) < 5 or not text.isalpha() or text.casefold() in lexicon.SMALL or self.desk.events_with(text):
                continue
            near = self.desk.names.nearest_name(text)
            if near and (part := self._named(near, word.start)):
                self._take(word.start, word.end, part._replace(text=word.text))

    def _actions(self) -> None:
        found = [
            (name, match)
            for name, pattern in lexicon.ACTIONS.items()
            for match in pattern.finditer(self.claim)
            if self._free(*match.span()) or name in lexicon.VOTES
        ]
        for name, match in found:
            if any(_lies_within(match, other) for _, other in found):  # the "cut" of "cut ties"
                continue
            if _EITHER.search(self.claim[: match.start()]):  # "neither confirmed nor denied" is neither
                continue
            self.parts.append((match.start(), Part("action", match[0], name, start=match.start())))
            self.acted[match.start() : match.end()] = [True] * len(match[0])

    def _figures(self) -> None:
        words = self._words()
        position = 0
        while position < len(words):
            used, number, text = self._number_at(words, position)
            if used:
                last = words[position + used - 1]
                if used == 1 and len(text) > 2 and text.isdigit() and self.desk.has_symbol(text):
                    self._take(last.start, last.end, Part("number", text, text))
                    position += 1
                    continue
                money = "dollars " if self.claim[words[position].start - 1 : words[position].start] == "$" else ""
                value = f"{number:,.12g} {money}{self._unit(last, words[position + used :])}".strip()
                self._take(words[position].start, last.end, Part("number", text, value, number=number))
            position += used or 1

    def _unit(self, last: Word, following: list[Word]) -> str:
        """Return what a figure counts: per cent, or the words of substance that follow it at once."""
        if re.match(r"\s*(?:%|per ?cent)", self.claim[last.end :]) or last.text.casefold() in ("half", "halved"):
            return "per cent"
        near = [word.text.casefold() for word in following if word.start - last.end < 40]
        return " ".join([word for word in near if word not in lexicon.SMALL or word in lexicon.DURATIONS][:3])

    def _ordinal(self, word: Word) -> int | None:
        """Return which one a word says: "third" and "3rd" are 3."""
        if word.text.isdigit() and (self._suffix(word) or "").casefold() in ("st", "nd", "rd", "th"):
            return int(word.text)
        return lexicon.ORDINALS.get(word.text.casefold())

    def _number_at(self, words: list[Word], position: int) -> tuple[int, float, str]:
        word = words[position]
        before = self.claim[word.start - 1 : word.start]
        lowered = word.text.casefold()
        if lowered == "halved" or (lowered == "half" and re.match(r" (?:of|the|its|their)\b", self.claim[word.end :])):
            return 1, 50, word.text
        if lowered == "half" and _PART_OF.search(self.claim[: word.start]):
            return 0, 0, ""
        if lowered == "half":
            dozen = re.match(r"half a dozen\b", self.claim[word.start :], re.IGNORECASE)
            return (3, 6, dozen[0]) if dozen else (0, 0, "")
        if word.text[0].isdigit():
            if before == "-" or (self.claim[word.end : word.end + 1].isalpha() and self._suffix(word) is None):
                return 0, 0, ""
            if self._ordinal(word):
                return 0, 0, ""
            number = float(word.text.replace(",", ""))
        elif lowered in lexicon.NUMBERS and lowered not in ("one", "zero"):
            number = float(lexicon.NUMBERS[lowered])
            if number >= 20 and (more := re.match(r"[- ](\w+)", self.claim[word.end :])) and more[1] in lexicon.NUMBERS:
                return 2, number + lexicon.NUMBERS[more[1]], word.text + more[0]
        elif lowered in ("million", "billion") and position:
            number = 1.0 * lexicon.MULTIPLES[lowered]
            return 1, number, word.text
        else:
            return 0, 0, ""
        used = 1
        while position + used < len(words) and words[position + used].text.casefold() in lexicon.MULTIPLES:
            number *= lexicon.MULTIPLES[words[position + used].text.casefold()]
            used += 1
        text = self.claim[word.start : words[position + used - 1].end]
        return used, number, text

    def _suffix(self, word: Word) -> str | None:
        match = re.match(r"(k|m|bn|mn|st|nd|rd|th)\b", self.claim[word.end :], re.IGNORECASE)
        return match[1] if match else None

    def _small_words(self) -> None:
        for word in self._words():
            lowered = word.text.casefold()
            if number := self._ordinal(word):
                end = word.end + (2 if word.text.isdigit() else 0)
                self._take(word.start, end, Part("order", self.claim[word.start : end], str(number), number=number))
            elif lowered in ("neither", "nor"):
                self._take(word.start, word.end)
            elif not self.acted[word.start] and (lowered in lexicon.NEGATION or lowered.endswith(("n't", "n’t"))):
                contrast = _CONTRAST.search(self.claim[: word.start]) or _NOT_BY.match(self.claim[word.end :])
                self._take(word.start, word.end, None if contrast else Part("negation", word.text, "not"))
                if contrast:  # "without confirming it": what is told apart was not done
                    self.parts = [each for each in self.parts if not 0 < each[0] - word.end < 3]

    def _first_of_all(self) -> None:
        """Take "no one ... before", in whatever order, for what it means: the first."""
        negated = [each for each in self.parts if each[1].part == "negation"]
        so_far = re.search(r"\buntil\b", self.claim) or (
            re.search(r"\bbefore\b", self.claim) and re.search(r"\b(?:ever|never)\b", self.claim)
        )
        if negated and so_far:
            self.parts = [each for each in self.parts if each[1].part != "negation"]
            self.parts.append((negated[0][0], Part("order", negated[0][1].text, "1", number=1)))

    def _matter(self) -> list[str]:
        """Return the words of substance that are left; those that occur nowhere on record are unread."""
        matter = []
        for word in self._words():
            text = re.sub(r"['’]s?$", "", word.text)
            if text.casefold() in lexicon.SMALL or len(text) < 2 or self.acted[word.start]:
                continue
            if self.desk.events_with(text):
                matter.append(text)
            elif near := self.desk.nearest_word(text):
                matter.append(near)
            else:
                self.unread.append((word.start, text))
        return matter


def _lies_within(match: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= match.start() and match.end() <= other.end() and len(match[0]) < len(other[0])


def _only_day(numbers: str) -> Period:
    """Return the day that bare numbers must be; `DateError` if they could be two."""
    first, second, year = (int(number) for number in re.split(r"[./]", numbers))
    year = _full_year(str(year)) if year < 100 else year
    if first <= 12 and second <= 12 and first != second:
        raise DateError(f"{numbers} could be two dates")
    day, month = (first, second) if second <= 12 else (second, first)
    return parse(f"{year:04}-{month:02}-{day:02}")


def _full_year(short: str) -> int:
    """Return the year that two digits stand for in news of a record that begins in 1945."""
    return int(short) + (1900 if int(short) >= 45 else 2000)


def _part_of(part: str, year: int, *, decade: bool) -> Period:
    if decade:
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
        return parse(f"{year + first}/{year + last}")
    part = part.removeprefix("the ").partition(" ")[0]
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "beginning": (1, 3), "start": (1, 3)}.get(
        part, (10, 12)
    )
    return parse(f"{year}-{first:02}/{year}-{last:02}")


def read_claim(claim: str, desk: Desk, today: date) -> Reading:
    """Read a claim against what is on record; `today` is there for words like "yesterday" only."""
    return Reader(" ".join(claim.split()), desk, today).read()
