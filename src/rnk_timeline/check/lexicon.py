"""The words that a claim is read by: actions, stances, order, numbers, small words. General English, no event's own.

Longer than a module is elsewhere, for it is lists of words, which stand together.
"""

from __future__ import annotations

import re


def _items(text: str) -> list[str]:
    """Return what commas separate."""
    return [" ".join(item.split()) for item in text.split(",")]


ACTORS = ("person", "country", "organisation")
"""The parts of a claim that name an actor."""
SIDES = (*ACTORS, "adjective")
"""The parts that name an actor or what belongs to one."""

# An action under every way that news English names it, as patterns over words of the text, each a whole word or phrase.
_ACTIONS = {
    "visit": r"visit\w*|went to|go(?:es|ne)? to|travel\w*|trips?|came to|comes? to(?! (?:[\w-]+ ){0,2}[\w-]+['’]s (?:aid|help|rescue|defen[cs]e))|arriv\w*|flew|fl(?:y|ies) (?:to|on)|"
    r"flown|was in(?! the chair)|were in|tour(?:s|ed|ing)?\b|been to|called on (?=[A-Z])|set foot|(?:mov|head|carri|travell|journey)(?:es|s|ed|ing) on to|stopover|journey\w*|in (?:town|person)|attend\w*|"
    r"(?:drop|pop|stop)(?:s|p?ed|p?ing)? (?:in|by|off|over)\b|(?:turn|show)(?:s|ed|ing)? up|"
    r"time (?:ever )?in(?! (?:\d|years|decades|an? |many|more|almost|nearly|over|the |early|late|mid|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ))|"
    r"pulled in(?:to)?|roll(?:s|ed) (?:back )?in(?:to)?|touched down|paid (?:a call|calls)",
    "meet": r"meet\w*|met|sessions?|talked|(?:get|gets|got) to see|summits?|talks|re(?:cei|cie)v\w*(?= (?:the |a |an |his |her )?(?:[A-Z]|kim\b|putin|russian|north|south|soviet|delegation|foreign|defen[cs]e|minister|envoy|ambassador|leader|president))|confer(?:s|red)?|convene[sd]?|debat\w+|sat down|encounter\w*|audience",
    "host": r"host\w*|welcom\w*",
    "invite": r"invit\w*|ask(?:s|ed)(?= [A-Z]\w+ to [A-Z])",
    "veto": r"veto\w*",
    "adopt": r"adopt\w*|pass(?:es|ed)\b",
    "abstain": r"abstain\w*|abstention\w*|s[ai]ts? out",
    "vote against": r"sa(?:id|ys?) no(?: to)?\b(?=.{0,60}\b(?:resolution|text|draft)\b)|vot\w+ against|oppos(?:e|es|ed|ing|ition)\b|vot\w+ (?:[\w&]+,? ){0,6}against|vot\w+ no\b|sided with [\w ]{1,40}?against|no (?:vote|to|on)\b",
    "vote unanimously": r"unanimous\w*|(?:not one|not a single|nobody|no one|none|no)\b(?: (?!but\b)[\w-]+){0,6} (?:oppos\w+|dissent\w*|against)|"
    r"without (?:a (?:single )?)?(?:dissent\w*|vote against|opposition|no\b)",
    "vote for": r"vot\w+ (?:for|to(?= (?:keep|back|support|approve|adopt|endorse|condemn|uphold)\b)|yes|in favou?r)|back(?:s|ed) (?:the )?(?:[\w-]+ ){0,4}(?:resolution|sanctions|text|draft)|sa(?:id|ys?) yes(?: to)?\b(?=.{0,60}\b(?:resolution|text|draft)\b)|vot\w+ (?:[\w&]+,? ){0,3}in favou?r",
    "sign": r"sign(?:s|ed|ing)?(?! off on (?:[\w-]+ ){0,4}(?:treaty|pact|accord))|signature|put(?:s|ting)? (?:his|her|its|their) names? to|conclud\w+|initial(?:l)?ed|agreement|treaty|pact|accord|memorandum|"
    r"str(?:ike|ikes|uck) (?:[\w-]+ ){0,4}(?:deal|agreement|bargain)s?",
    "ratify": r"ratif\w*|sign(?:s|ed|ing)? off on(?= (?:[\w-]+ ){0,4}(?:treaty|pact|accord))",
    "take effect": r"take(?:s)? effect|took effect|taken effect|(?:en)?ters? (?:in(?:to)? )?force|ent\w+ into force|"
    r"c[ao]me(?:s)? into (?:force|effect)|in force",
    "sanction": r"sanction(?:s|ed|ing)?|blacklist\w*|designat\w+|list(?:s|ed|ing)\b|froz?en?\w*|freez\w*|"
    r"on(?:to)? (?:its|the|their|a) (?:\w+ ){0,2}(?:black)?list\b",
    "recognise": r"recogni[sz]\w+|(?:establish|open)\w* (?:diplomatic )?(?:relations|ties)|diplomatic (?:relations|ties)|set up diplomatic|"
    r"open\w* ties|swapp?(?:ed|ing) (?:ambassadors|embassies)",
    "break off": r"sever(?:s|ed|ing)?\b|br(?:eak|eaks|oke|oken) off|cut(?:s)? (?:diplomatic )?(?:ties|relations)|"
    r"(?:break|breaks|broke) (?:(?:diplomatic )?(?:ties|relations)|with(?= [A-Z]))",
    "supply": r"suppl\w+|deliver\w*|ship(?:s|ped|ping|ments?)\b|sen[dt]s?|sending(?! (?:(?:the|his|her|its|their|more) )?(?:troops|soldiers|men|workers))|sold|sells?|sale|provid\w+|gave|giv(?:es|en|ing)|give|"
    r"donat\w+|hand(?:s|ed|ing)? over|hand(?:s|ed|ing)(?= (?:\w+ ){1,3}over\b)|transfer\w*|export\w*|gift\w*|arm(?:s|ed|ing)\b|fuel+ed|fuels|aid|re(?:cei|cie)v\w*|got\b|present(?:s|ed)\b",
    "buy": r"b(?:uy|uys|ought|uying)|purchas\w+|import\w*|procur\w+",
    "forgive": r"wr(?:ite|ites|ote|itten)[ -]off|writes? off|forgav?[ei]\w*|cancel\w*|debt relief|writ\w+ off",
    "deny": r"den(?:y|ies|ied|ials?)|reject\w*|dismiss\w*|rebuff\w*|groundless|baseless|(?:wav|brush|shrugg|swatt)(?:es|ed) (?:away|off|aside)|rumou?rs?|fake|refut\w+|"
    r"never (?:sold|exported|sent|supplied)",
    "confirm": r"confirm\w*|admit\w*|acknowledg\w*|admission|concede\w*|official(?:ly)? (?:said|confirm\w+)",
    "say": r"sa(?:y|ys|id|ying)|claim\w*|alleg\w*|accus\w*|assert\w*|announc\w+|report\w*|told|tells?|declar\w+|proclaim\w*|estimat\w+|"
    r"assess\w*|believ\w+|call(?:s|ed)|warn\w*|according|spoke of|speaks of|thinks?|thought|noted?|notes|reckon\w*|put (?:it|them) at|"
    r"insist\w*|maintain\w*|count(?:s|ed)\b|wrote|writes|argu(?:e|es|ed)\b|describ\w+|disclos\w+|reveal\w*",
    "deploy": r"deploy\w*|dispatch\w*|troops|soldiers|fought|fight(?:s|ing)?\b|combat|sent (?:troops|soldiers)|withdr\w+",
    "launch": r"launch\w*|orbit\w*|test(?:s|ed|ing)?\b|fir(?:e|es|ed|ing)\b(?! (?:engine|truck|brigade))",
    "strike": r"str(?:ike|ikes|uck)|hit(?:s)?\b(?!\W*$)|kill\w*|attack\w*|shell(?:ed|ing)",
    "open": r"open(?:s|ed|ing)?\b|(?<!was )(?<!were )(?<!been )(?<!being )kick(?:s|ed)? off|inaugurat\w+|(?<!the )start(?:s|ed|ing)?\b|beg[iau]n\w*|launch\w*|unveil\w*|found(?:s|ed)|set(?:s)? up|creat\w+|"
    r"break\w* ground|groundbreaking",
    "close": r"clos(?:e|es|ed|ing|ure)|halt\w*|suspend\w*|suspens\w+|shut\w*|stop(?:s|ped)?(?! (?:short|over|by|off|in)\b)|bar(?:s|red)\b|seal\w*|expel\w*|expir\w+|"
    r"end(?:s|ed)\b(?! (?:in|up|with)\b)|lapse\w*|ceas(?:e|es|ed)\b|cut(?:s|ting)?\b|(?:thr[eo]w(?:s|n)?|kick(?:s|ed)?)(?= (?:[\w-]+ ){1,3}(?:off|out)\b)",
    "call off": r"cancel\w*|call(?:s|ed|ing)? off|pull(?:s|ed|ing)? out|back(?:s|ed|ing)? out|scrap(?:s|ped)?|postpon\w*|suspen[ds]\w*|"
    r"withdr\w+|skip(?:s|ped)?|abandon\w*|bail(?:s|ed)?(?: out)? on|did(?: not|n['’]t) (?:come|go|attend)",
    "approve": r"approv\w+|go[- ]ahead|clear(?:s|ed)\b|agree(?:s|d)?|consent\w*|ok(?:['’]?(?:d|ed))?|okay\w*|wav(?:e|es|ed) (?:it |them )?through|green[- ]light\w*|endors\w+|back(?:s|ed|ing)\b",
    "reopen": r"reopen\w*|resum\w*|restor\w+|restart\w*|back (?:to|in) service|renew\w*|return\w*|c[ao]mes? back|"
    r"(?:start|beg[aiu]n|flow|runn?|fl[yie]|sail)\w*(?: [\w-]+){0,4} again",
    "propose": r"propos\w+|draft\w*|suggest\w*|offer\w*|call(?:s|ed) for|urg(?:e|es|ed)|plans?\b|planned",
    "die": r"die[sd]?\b|dead|death\w*|kill\w*|casualt\w+|loss(?:es)?|wounded",
    "detain": r"detain\w*|captur\w+|held (?:captive|prisoner|hostage)|seiz\w+|arrest\w*|prisoner\w*|taken prisoner",
    "find": r"f(?:ind|inds|ound)\b|identif\w+|trac(?:e|es|ed)\b|conclud\w+|finding\w*|establish\w+ that",
    "condemn": r"condemn\w*|deplor\w*|protest\w*|critici[sz]\w*|blam\w+",
    "congratulate": r"congratulat\w*|greet\w*|letter\w*|messages?|telegram\w*|condolence\w*|exchang\w+",
    "lead": r"led|leads|lead(?:ing)? (?=the|a)|head(?:s|ed|ing)|chair(?:s|ed|ing)|presid(?:e|es|ed|ing|ency)\b|president (?:that|for the) month|in the chair|(?-i:under(?= [A-Z]\w+ [A-Z]\w+))",
    "enact": r"decree\w*|enact\w*",
    "decline": r"object(?:s|ed|ing|ions?)\b|declin\w*|refus\w*|reject\w*|turn(?:s|ed)? down|sa(?:id|ys?|ying) no\b(?: thanks)?(?: to)?|no thanks|balk\w*|"
    r"would(?:n['’]t| not) have|did(?:n['’]t| not) (?:want|accept)|would(?:n['’]t| not) (?:accept|agree)|resist\w*|w(?:on['’]t|ouldn['’]t|ill not|ould not) (?:let|allow)",
    "request": r"request\w*|ask(?:s|ed)? for|called(?= by\b)|call(?:s|ed)(?: for)?(?= (?:an? |the )?(?:[\w-]+ ){0,4}(?:session|meeting|debate)\b)",
    "join": r"join(?:s|ed|ing)?\b|g[eo]ts? into(?= (?:the )?(?:UN|United Nations|council|club|bloc)\b)|let in(?:to)?|accession|acced\w+|becom\w+ (?:an? )?(?:full )?members?",
    "fail": r"fail\w*|flop\w*|explod\w*|bl[eo]wn? up|crash\w*|came to nothing",
    "succeed": r"succeed\w*|success(?!or)\w*|made it (?:in|to)\w*|(?:reach|enter)\w* orbit|(?:in|into) orbit|work(?:s|ed) out",
    "award": r"award\w*|medal\w*|decorat\w+|honou?r\w*|order of",
}
ACTIONS = {name: re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE) for name, pattern in _ACTIONS.items()}

LOCATED = frozenset({"visit", "meet", "host", "sign", "open", "launch", "strike"})
"""Actions that happen at a place, so that another place contradicts them."""
PLAIN = LOCATED | {
    "veto",
    "ratify",
    "take effect",
    "recognise",
    "break off",
    "deny",
    "confirm",
    "award",
    "invite",
    "enact",
}
"""Actions that are called by few names: where an event has none of them, it was not done there."""
SINGLE = frozenset({"ratify", "recognise", "break off", "award", "enact"})
"""Those that have but one name: an event without it is no such event, whatever else it holds."""
GOING = re.compile(
    r"(?:go|went|c[oa]me|fl(?:ew|own|y|ies)|w(?:as|ere) in|arrive[sd]?|(?:turn|show|popp)\w* up)\b", re.IGNORECASE
)
"""Ways to say that somebody was somewhere that say little else."""
OF_STATES = frozenset({"supply", "buy", "launch", "deploy", "veto", "vote against", "abstain"})
"""Deeds that news lays to a leader and that his state does: "Kim has sent guns"."""
SPEECH = frozenset({"say", "deny", "confirm", "condemn"})
"""Actions that are words: what is claimed is that somebody said so."""
NOUNS = re.compile(r"reports?|reporting|claims?|fake|rumou?rs?|admission|denials?", re.IGNORECASE)
"""Words of those actions that are things as well: "the report" says nothing."""
VOTES = {"veto": "against", "vote against": "against", "abstain": "abstained", "vote for": "in favour"}
WEIGHED = frozenset({*VOTES, "vote unanimously", "adopt", "say"})
"""Actions that are judged as votes, or not at all: that somebody said it is what every event is made of."""
STANCES = {"deny": ("denies", "disputes"), "confirm": ("confirms",)}
TITLED = re.compile(
    r"\s(?:(?!(?:over|of|for|on|in|at|to|by|with|from|and|about|after|before)\s)[a-z]+(?<!ed)(?<!s)\s){0,2}(?:(?:FM|DM|PM|minister|leader|president|ambassador|envoy|general|spokes\w+|broker|businessman|chief|head|"
    r"governor|official|premier|dictator|diplomat|director|banker|trader|secretary|marshal|admiral|citizen|national)\s)?$"
)
"""What may stand between somebody's nationality and name."""
HELPERS = re.compile(
    r"\s+(?:(?:had|has|have|was|were|is|are|also|then|been|will|would|did|first|only|again|later|already|never|\w+ly)\s+)*",
    re.IGNORECASE,
)
"""What may stand between a doer and the verb."""
LEADING = re.compile(r"^(?:acting )?President\b|\bleader of\b|\b(?:General|First) Secretary\b|, later President\b")
"""Offices of those who stand for their state; who presides over anything else is written small."""
THINGS = re.compile(
    r"agreements?|treat(?:y|ies)|pacts?|accords?|memorandum|signature|arms?|aid|talks|summits?|audience|trips?|stopover|tours?|"
    r"visits?|troops|soldiers|combat|casualt\w+|deaths?|dead|loss(?:es)?|reports?|letters?|messages?|telegrams?|condolences?|"
    r"congratulations|greetings?|medals?|plans?|gifts?|shipments?|sanctions|exports?|imports?|sale|tests?|prisoners?|attacks?|proposals?|draft|"
    r"(?:diplomatic )?(?:relations|ties)|closure|findings?|vetoe?s?|abstentions?",
    re.IGNORECASE,
)
"""What actions are called as things: "the talks" are part of a happening, "met" is that it happened."""
MUTUAL = re.compile(
    r"(?:meet|met|was|were|went|go|gone|came|come|get|got)\b|summit|talk|confer|encounter", re.IGNORECASE
)
"""Deeds that two do together, or that say only that somebody was there: who comes first in a sentence tells nothing."""
MEETING = frozenset({"meet", "visit", "host"})
"""Actions that meetings of leaders are: how often they were is counted on the record."""
AIMED = frozenset({"launch", "strike"})
"""Actions aimed at a place: "fired at Ukraine" is not where the launch was."""
KOREAS = ("North Korea", "South Korea")
AT_WAR = {"Ukraine": 2022}
"""States that news names for the war in them, and since when: what is of that war need not name them."""
NEIGHBOURS = frozenset({"Russia", "Soviet Union", "North Korea", "South Korea"})
"""States whose adjectives every second event has: another nationality beside them contradicts nothing."""
UN = "United Nations"
"""Whose sanctions and experts most are: a record need not say so."""
ARMS = re.compile(
    r"\b(?:arm(?:s|ed|ing)|weapon|munition|ammunition|missile|shell|rocket|artillery|container|bullet|drone|tank|howitzer)",
    re.IGNORECASE,
)
"""What arms are called; that something else was sent is no answer to who armed whom."""
INSTITUTION = re.compile(
    r"[ -](?:University|Military|Academy|Institute|Square|Palace|Stadium|Mausoleum|Street|Prize|Order|Award|Bridge|Hall)\b"
)
"""What makes a name before it that of a place or a thing: the Kim Il Sung Military University is nobody."""
FIRMS = "firm|company|bank|builder|trader"
"""What stands before the name of a firm, or between its place or nationality and its name."""
PRESS = re.compile(r"newspapers?|dail(?:y|ies)|papers?|press|media|magazine|tabloid|broadcaster|tv|outlets?|reports?")
"""What tells something of whatever land it is of; a record seldom says of which."""
ATTRIBUTED = r"treat(?:y|ies)|pacts?|agreements?|accords?|deals?|alliance|declaration|law|decree"
"""What a year before it names rather than dates: "the 1961 treaty" may lapse in another year."""
OPPOSED = (
    ("veto", "abstain"),
    ("vote against", "abstain"),
    ("vote for", "vote against"),
    ("vote for", "abstain"),
    ("sign", "take effect"),
    ("deny", "confirm"),
    ("open", "close"),
    ("close", "reopen"),
    ("succeed", "fail"),
)

NATIONALS = ("koreans", "russians", "ukrainians", "americans", "chinese", "japanese")
"""Whom a claim counts by nationality, whatever they do."""
SAME_UNITS = (
    ("states", "state", "countries", "country", "nations", "nation", "members", "member"),
    ("troops", "soldiers", "men", "servicemen", "fighters", "personnel", "forces"),
    ("megawatts", "megawatt", "mw"),
    ("kilometres", "kilometre", "kilometers", "kilometer", "km"),
    (
        "people",
        "persons",
        "individuals",
        "passengers",
        "citizens",
        "officials",
        "experts",
        "specialists",
        "guards",
        "delegates",
        "diplomats",
    ),
    *((people,) for people in NATIONALS),
    ("firms", "firm", "companies", "company", "entities", "organisations", "organizations", "outfits", "businesses"),
    ("prisoners", "pows", "captives"),
    ("children", "kids", "minors"),
    ("shells", "rounds", "munitions"),
    ("builders", "workers", "labourers", "engineers", "sappers", "workforce"),
    ("dead", "killed", "deaths", "died"),
    ("wounded", "injured", "hurt"),
    ("tonnes", "tons", "tonne", "ton"),
    ("trips", "voyages", "journeys", "runs", "sailings"),
    ("years", "year", "decades", "decade", "yrs", "yr"),
    ("months", "month", "mths"),
    ("weeks", "week", "wks"),
    ("days", "day"),
    ("hours", "hour", "hrs", "hr"),
    ("times", "time"),
    ("votes", "vote", "voted", "against", "abstentions", "abstained"),
)
"""Words beside a figure that count the same things."""
KIND = {word: number for number, kind in enumerate(SAME_UNITS) for word in kind}
"""Which of those each of the words is of."""
DEAD = re.compile(r"\b(?:dead|killed|deaths?|died)\b", re.IGNORECASE)
HURT = re.compile(r"\bcasualties|\bkilled (?:and|or) wounded|\bdead (?:and|or) wounded", re.IGNORECASE)
"""Casualties are not deaths: a figure of the one does not answer for the other."""

DURATIONS = frozenset(
    word for kind in SAME_UNITS if kind[0] in ("years", "months", "weeks", "days", "hours") for word in kind
)
MORE = re.compile(r"\b(?:more than|over|above|at least|upwards of|no fewer than|exceed\w*)\s+\W?$", re.IGNORECASE)
LESS = re.compile(r"\b(?:less than|not even|fewer than|under|below|at most|no more than)\s+\W?$", re.IGNORECASE)
ROUGHLY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|circa|close to|an estimated)\s+\W?$", re.IGNORECASE
)
"""What stands before a figure that is meant only roughly."""
UNDONE = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nobody|without|cannot|nothing|fail(?:s|ed|ing)? to|refus(?:es|ed|ing) to|declin(?:es|ed|ing) to|moratorium on|\w+n['’]t)\W+"
    r"(?:[\w-]+\W+){0,3}?$",
    re.IGNORECASE,
)
"""What stands right before a word that is said not to have happened."""
HAD_BEEN = re.compile(r"\bhad (?:already |earlier |both )?been \w+ed\b", re.IGNORECASE)
"""What says that something was before the event that tells of it."""
NEGATION = frozenset(
    _items(
        """never, not, no, none, nobody, neither, nor, without, cannot, n't, didnt, doesnt, dont, wasnt, werent, isnt, arent,
        hasnt, havent, hadnt, couldnt, wouldnt"""
    )
)
"""What denies, contractions without their apostrophe too."""
ORDINALS = {
    word: number
    for number, words in enumerate(
        ("", "first 1st maiden inaugural", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
         "ninth 9th", "tenth 10th")
    )
    for word in words.split()
}  # fmt: skip
NUMBERS = {
    word: number
    for number, word in enumerate(
        _items(
            "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, "
            "fifteen, sixteen, seventeen, eighteen, nineteen, twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
SHARES = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
"""What parts of a whole are in per cent."""
TIMES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "tenfold": 10} | {
    f"{word}fold": number for word, number in NUMBERS.items() if number > 1
}
"""What says how many times as much something became."""
MULTIPLES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12)}

DEMONYMS = dict(
    pair.split(": ")
    for pair in _items(
        """north korean: North Korea, north koreans: North Korea, n korean: North Korea, south korean: South Korea,
        south koreans: South Korea, russian: Russia, russians: Russia, russo: Russia, sino: China, soviet: Soviet Union, soviets: Soviet
        Union, chinese: China, american: United States, americans: United States, ukrainian: Ukraine,
        ukrainians: Ukraine, british: United Kingdom, japanese: Japan, vietnamese: Vietnam, czech: Czechia,
        slovak: Slovakia, german: Germany, french: France, italian: Italy, polish: Poland, swiss: Switzerland,
        belarusian: Belarus, syrian: Syria, iranian: Iran, cuban: Cuba, mongolian: Mongolia, australian:
        Australia, canadian: Canada, indian: India, singaporean: Singapore, malaysian: Malaysia, turkish:
        Turkey, georgian: Georgia, armenian: Armenia, kazakh: Kazakhstan, latvian: Latvia, lithuanian:
        Lithuania, estonian: Estonia, finnish: Finland, swedish: Sweden, norwegian: Norway, danish: Denmark,
        dutch: Netherlands, spanish: Spain, brazilian: Brazil, israeli: Israel, pakistani: Pakistan, laotian:
        Laos, cambodian: Cambodia, thai: Thailand, hungarian: Hungary, romanian: Romania, bulgarian: Bulgaria,
        serbian: Serbia, greek: Greece, yugoslav: Yugoslavia, angolan: Angola, libyan: Libya, egyptian: Egypt,
        venezuelan: Venezuela, nicaraguan: Nicaragua, eritrean: Eritrea, qatari: Qatar, emirati: United Arab
        Emirates, saudi: Saudi Arabia, new zealander: New Zealand, south african: South Africa, mexican: Mexico,
        nigerian: Nigeria, ethiopian: Ethiopia, indonesian: Indonesia, portuguese: Portugal, austrian: Austria,
        belgian: Belgium, irish: Ireland, azerbaijani: Azerbaijan, uzbek: Uzbekistan, moldovan: Moldova, tajik:
        Tajikistan, east german: East Germany, kyrgyz: Kyrgyzstan, turkmen: Turkmenistan, afghan: Afghanistan, iraqi: Iraq,
        jordanian: Jordan, lebanese: Lebanon, yemeni: Yemen, bangladeshi: Bangladesh, kenyan: Kenya, ugandan: Uganda,
        tanzanian: Tanzania, namibian: Namibia, congolese: Congo, sudanese: Sudan, malian: Mali, zambian: Zambia, chilean:
        Chile, colombian: Colombia, peruvian: Peru, argentine: Argentina, bolivian: Bolivia, croatian: Croatia, icelandic:
        Iceland, cypriot: Cyprus, kuwaiti: Kuwait, taiwanese: Taiwan, abkhaz: Abkhazia, abkhazian: Abkhazia""",
    )
)
"""What English calls the people and things of a state; a registry of actors has the states' names only."""
PEOPLES: dict[str, list[str]] = {}
"""The same, by the state."""
for _word, _state in DEMONYMS.items():
    PEOPLES.setdefault(_state, []).append(_word)

SHORT = {
    "n korea": "North Korea",
    "n. korea": "North Korea",
    "nk": "North Korea",
    "nkorea": "North Korea",
    "s korea": "South Korea",
    "s. korea": "South Korea",
    "sk": "South Korea",
    "skorea": "South Korea",
    "upper house": "Federation Council",
    "upper chamber": "Federation Council",
    "russian senators": "Federation Council",
    "lower house": "State Duma",
    "uk": "United Kingdom",
    "nz": "New Zealand",
    "ny times": "The New York Times",
    "russia's mod": "Ministry of Defence of Russia",
    "mod in moscow": "Ministry of Defence of Russia",
    "kim's sister": "Kim Yo Jong",
    "kim jong un's sister": "Kim Yo Jong",
}
"""What headlines call a state, its houses and its people."""

SUCCESSORS = {"Russia": "Soviet Union"}
"""States that news calls by the name of their successor: "Moscow" and "the Kremlin" of 1950 are the Soviet Union's."""
FORMER = {"Yugoslavia": "Serbia", "Czechoslovakia": "Czechia", "East Germany": "Germany"}
"""States that are no more, and where their places lie now."""
BOTH = re.compile(r"\b(?:both|the two) koreas\b", re.IGNORECASE)
"""What names two states in one."""
UNRECOGNISED = frozenset({"Abkhazia", "South Ossetia", "Taiwan", "Kosovo", "Palestine", "Hong Kong", "Macau"})
"""Those that are states to some: "in Abkhazia" is where."""
STATES = UNRECOGNISED | frozenset(
    _items(
        """Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
        Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Botswana, Brazil,
        Brunei, Bulgaria, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Croatia,
        Cuba, Cyprus, Denmark, Djibouti, Dominica, Ecuador, Egypt, Eritrea, Estonia, Eswatini, Ethiopia, Fiji,
        Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guyana,
        Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan,
        Jordan, Kazakhstan, Kenya, Kiribati, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya,
        Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania,
        Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar,
        Namibia, Nauru, Nepal, Netherlands, Nicaragua, Niger, Nigeria, Norway, Oman, Pakistan, Palau, Panama,
        Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Rwanda, Samoa, Senegal, Serbia,
        Seychelles, Singapore, Slovakia, Slovenia, Somalia, Spain, Sudan, Suriname, Sweden, Switzerland, Syria,
        Tajikistan, Tanzania, Thailand, Togo, Tonga, Tunisia, Turkey, Turkmenistan, Tuvalu, Uganda, Ukraine,
        Uruguay, Uzbekistan, Vanuatu, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, Bosnia And Herzegovina,
        Burkina Faso, Costa Rica, Czechia, Czechoslovakia, Czech Republic, Dominican Republic, East Germany, El
        Salvador, Equatorial Guinea, Ivory Coast, Marshall Islands, New Zealand, North Macedonia, Papua New
        Guinea, Saudi Arabia, Sierra Leone, South Africa, South Sudan, Sri Lanka, United Arab Emirates,
        Yugoslavia""",
    )
)
"""States, as English titles them: a claim may name one that nobody on record belongs to."""

FAR = STATES - NEIGHBOURS
"""States that a claim names as states even where it puts something there: "a delegation from Vietnam"."""

BRITISH = dict(
    pair.split(": ")
    for pair in _items(
        """defense: defence, labor: labour, laborers: labourers, center: centre, program: programme, programs:
        programmes, organization: organisation, organizations: organisations, armored: armoured, harbor: harbour,
        theater: theatre, neighbor: neighbour, neighbors: neighbours, maneuvers: manoeuvres, aluminum: aluminium,
        offense: offence, militarization: militarisation"""
    )
)
"""The record's spelling of what American English spells otherwise."""
SMALL = frozenset(
    """
    went go goes going gone took takes taking taken came coming
    a about above after again against all almost also although am an and another any are around as at away back be
    because been before being below between both but by can come could did do does doing done down due during each
    either else ever every few for from further get got had has have having he her here hers him his how however i
    if in into is it its itself just know last later least less mid monday tuesday wednesday thursday friday
    saturday sunday christmas easter let like made make many may me might mine more most much must my near nearly
    next now of off often on once one only onto or other our out over own per put quite rather really right said
    same say says she should since so some soon still such take than that the their them themselves then there these
    they this those though through thus till to together too true under until up upon us used very via was way we
    well were what when where whether which while who whom whose why will with within won would yet dept govt yr yrs hr hrs
    i'll i'm i've i'd we'll we're it's that's there's he's she's they're let's there'd it'd that'd he'd they'd she'd you'd
    yes yeah yep nope we'd who'd what'd there'll it'll aboard onboard remember roughly approximately
    hour hours you your year years month months day days
    """.split()  # noqa: SIM905 (as a list it would fill five screens)
)


def is_plain(said: str) -> bool:
    """Tell whether a deed is one of those that hardly go by another name."""
    return any(ACTIONS[name].fullmatch(said) for name in PLAIN) and not GOING.match(said)


def is_single(said: str) -> bool:
    """Tell whether a deed is one that has but one name."""
    return any(ACTIONS[name].fullmatch(said) for name in SINGLE)
