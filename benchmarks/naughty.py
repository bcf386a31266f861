"""Texts and files that broke other programs, made here by kind after the lists that everybody tests with.

The texts follow the Big List of Naughty Strings (minimaxir), the files the JSON parsing test suite (nst): equal kinds,
none of their content.
"""

from __future__ import annotations

TEXTS = {
    "clear the screen": "before\x1b[2Jafter",
    "colour": "a\x1b[31mred\x1b[0m",
    "C1 control": "c1\x9b2Jend",
    "window title": "t\x1b]0;owned\x07end",
    "OSC 8 link": "l\x1b]8;;https://evil.example/\x1b\\click\x1b]8;;\x1b\\",
    "OSC 52 clipboard": "c\x1b]52;c;cm0gLXJm\x07end",
    "device status": "s\x1b[6n\x1b[c\x05end",
    "unfinished escape": "u\x1b]8;;https://evil.example/",
    "bell and backspace": "b\x07\x08\x08\x08hidden",
    "carriage return": "VISIBLE\rHIDDEN",
    "line feeds": "one\ntwo\r\nthree\n",
    "tabs": "a\tb\t\tc",
    "other line ends": "a\x0bb\x0cc\x85d\u2028e\u2029f",
    "NUL and DEL": "a\0b\x7fc",
    "right-to-left override": "file\u202egnp.exe",
    "isolates": "\u2066a\u2067b\u2068c\u2069\u202dd\u202c",
    "zero width": "ze\u200bro\u200cwi\u200ddth\u2060\ufeff",
    "soft hyphen": "co\xadoperate",
    "tag characters": "x\U000e0041\U000e0042\U000e007f",
    "variation selectors": "a\ufe0fb\ufe0e",
    "fillers": "\u3164\u115f\uffa0x",
    "combining": "Z\u0351\u032b\u0343a\u0301lgo\u0315\u0319",
    "Hangul": "\uae40\uc815\uc740 \uad6d\ubb34\uc704\uc6d0\uc7a5",
    "Hangul in parts": "\u1100\u1175\u11b7\u110c\u1165\u11bc",
    "wide and narrow": "\uff28\uff41\uff4c\uff46 \uff8a\uff9d \u4e2d\u6587",
    "emoji": "a\U0001f600b\U0001f1f0\U0001f1f5c",
    "joined emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd",
    "Arabic and Hebrew": "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e2\u05d1\u05e8\u05d9\u05ea",
    "private use": "\ue000\U000f0000\U0010fffd",
    "noncharacters": "\ufffe\uffff\ufdd0\U0001ffff",
    "long word": "W" * 10_000,
    "long wide word": "\uae40" * 5_000,
    "rich markup": "[bold]x[/bold] [/nope] [link=https://evil.example]y[/link] [sic] \\[z]",
    "emoji codes": ":smile: 10:skull:00 :warning:",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&#x3c;\"'",
    "end of script": "</script><!--<script>]]>",
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7 %>",
    "Markdown": "**b** _i_ `c` [l](javascript:alert(1)) | # h ![i](x) ~~s~~ <b>",
    "formula": "=cmd|'/C calc'!A0",
    "formula plus": "+1+1",
    "formula minus": "-2+3",
    "formula at": "@SUM(1+1)",
    "quotes": '"double" \'single\' `back` \u201ccurly\u201d ""',
    "separators": "a,b;c|d\\e\\t\\n\\",
    "format strings": "%s%n%d {0} {name} %(x)s $HOME `id` $(id)",
    "SQL": "1;DROP TABLE event; -- ' OR 1=1 \" NEAR(",
    "spaces": "  lead and trail \xa0\u3000 ",
    "only a space": " ",
    "numbers": "1e309 NaN Infinity -0 0x1f \uff11\uff12 \u0663",
    "words that are values": "null undefined true None NULL",
    "paths": "../../etc/passwd C:\\con\\nul \\\\host\\share",
    "dots": ". .. ...",
    "accents": "\xe9 e\u0301 \u212b \xdf \u0130 \u01c5 \ufb01",
}
"""Each text that a data file, a file name or an option may bring, by what it tries."""

_DATES = """
2022 2022-05 2022-05-26 2022-05~ 2020/2022 2020..2022 0000 0001 9999 10000 -2022 2022-13 2022-00 2022-02-30 2023-02-29
2022-W07 2022-W07-3 2022-146 2022-Q2 Q2-2022 1990s 10 1 May may-2022 20220526 2022.05 26.05.2022 03/04/2024 202X
\uff12\uff10\uff12\uff12 \u0662\u0660\u0662\u0662 today yesterday 2022/ /2022 .. / - ~ 9999-12-31 0001-01-01 2022-2
2022-05-26T00:00 99999999999 1e3 2022/2021 9999-12-31/9999-12-31
"""
DATES = [
    *_DATES.split(),
    *("May 2022", "26 May 2022", "19-20 July 2000", "spring 2022", "3 years ago", "999999 years ago", "last week"),
    *("the 1990s", "the 0000s", "", " ", "1" * 10_000, "2022 to 2023", "first of May", "29 February 2023"),
]
"""Dates, and what may be taken for one, in a file or on the command line."""

_BROKEN_VALUES = """
[1 true] ["":1] [""], [,1] [1,,2] ["x",,] ["x"]] ["",] ["x" [3[4]] [,] [-] [1,,] [*] [\\u000A""] ["a"
[fals] [nul] [tru] [True] [undefined] ['x'] [a [1:2] [1}
-01 .-1 +1 ++1 +Inf 0.1.2 0.3e+ 0.3e 0e 0e+ 0E 1.0e 1.0e- 1_000 1eE2 2.e3 2.e+3 9.e+ Inf NaN -NaN Infinity -Infinity
0x1 0x42 1e -foo .123 012 -2. 1.2a 1ea -1x - 1.8011670033376514H-308 \uff11 .
"\\x00" "\\u00A" "\\uD834\\u" "\\uD834\\uD" "\\" "\\a" "\\\\\\" "\\u" "\\uqqqq" "\\U0001f600" "\\'" 'x' "x \u201cx\u201d
<null> <.> 2@ {}} {"": {"a":"b"}/**/ {"a":/*c*/"b"} // # \u2060 \xe5 \ufeff\ufeff {] [} ]
{"x","y"} {"x"::"b"} {\U0001f1e8\U0001f1ed} {"a":"a"123} {key:'value'} {"a":1,} {:"b"} {"a"b} {"a": {"a" {1:1}
{null:null} {"id":0,,,,,} {'a':0} {"a":"b",,"c":"d"} {a:"b"} {"a":"a {"a":"b"}# {"a":"b"}// {"a":true}x {"a"1"b"}
{[:"x"}
"""
BROKEN_VALUES = _BROKEN_VALUES.split()
BROKEN_VALUES += ['["\n"]', '["\t"]', '"\x1f"', '["\x00"]', '["new\nline"]', "[1\x0b]", "[\x0c]", '"a" "b"', "[1] [2]"]
"""Texts that are no JSON value, each by one mistake."""

WHOLE_VALUES = [
    *["[]", "{}", "[[]]", "[{}]", "0", "-0", "1e5", "1E+2", "0.4e006", "123.456e78", "-1.5", "true", "false", "null"],
    *['""', '"\\u0060"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\uD834\\uDD1E"', '"\\u0000"', '"\\uFFFF"', '"\x7f"'],
    '"\u20ac\U0001d11e\u2028"',
    "[1, null ,\r\n\t 2]",
    '{"a":{"b":[{"c":[]}]}}',
    "[" * 300 + "]" * 300,
    "123456789012345678901234567890",
    "1e400",
    "-1" + "0" * 5000,
]
"""Texts that are JSON values, for a field that rnk does not know and does not look at."""

BROKEN_FILES = {
    "nothing": b"",
    "blanks": b" \n\t\r ",
    "mark alone": b"\xef\xbb\xbf",
    "two marks": b"\xef\xbb\xbf\xef\xbb\xbf[]",
    "UTF-16": "[]".encode("utf-16"),
    "UTF-16 without mark": '[{"id": 1}]'.encode("utf-16-le"),
    "UTF-32": "[]".encode("utf-32"),
    "continuation byte": b'[{"id": "\x81"}]',
    "overlong": b'[{"id": "\xc0\xaf"}]',
    "surrogate in UTF-8": b'[{"id": "\xed\xa0\x80"}]',
    "above Unicode": b'[{"id": "\xf4\xbf\xbf\xbf"}]',
    "unfinished character": b'[{"id": "\xe0\xff"}]',
    "open brackets": b"[" * 100_000,
    "open objects": b'{"a":' * 100_000,
    "open brackets and objects": b'[{"":' * 50_000,
    "deep and closed": b"[" * 100_000 + b"]" * 100_000,
    "NULs": b"\0" * 64,
    "one byte": b"\xff",
    "two values": b"[]\n[]",
    "comma at the end": b"[],",
    "letter": b"y\n" * 50,
}
"""Files that hold no record, whatever their name."""
