"""`rnk check` around its verdicts: where claims come from, how findings are drawn, how a run ends."""

from __future__ import annotations

import json

import pytest

from tests.terminal import on_terminal, plain

MET = "Putin met Kim Jong Un in Vladivostok"
ELSEWHERE = "Putin visited North Korea in 2019"
TROOPS = "North Korean troops are in Russia"


def verdicts(ran) -> list[str]:
    return [finding["verdict"] for finding in json.loads(ran.out)]


@pytest.mark.parametrize(
    ("claims", "expected", "code"),
    [
        ([MET], ["on record"], 0),
        ([ELSEWHERE], ["not as stated"], 1),
        ([MET, ELSEWHERE], ["on record", "not as stated"], 1),
        ([MET, "", MET], ["on record"] * 2, 0),
        (["--as-of", "2024-10-20", TROOPS], ["alleged"], 1),
        (["Putin met Kim Jong Un in 2035"], ["out of coverage"], 1),
        (["The cat sat on the mat"], ["not on record"], 1),
    ],
)
def test_every_claim_has_a_verdict_and_all_must_be_on_record(rnk, claims, expected, code):
    ran = rnk("check", "-f", "json", *claims)
    assert (verdicts(ran), ran.code, ran.err) == (expected, code, "")


def test_claims_come_from_standard_input_and_from_files(rnk, tmp_path):
    path = tmp_path / "claims.txt"
    path.write_bytes(f"\ufeff{MET}\r\n\r\n  {ELSEWHERE}  \r\n".encode())
    for ran in (
        rnk("check", "-f", "json", "-", stdin=path.read_bytes()),
        rnk("check", "-f", "json", "--file", str(path)),
    ):
        assert verdicts(ran) == ["on record", "not as stated"]
        assert [finding["claim"] for finding in json.loads(ran.out)] == [MET, ELSEWHERE]


REFUSED = [
    (["check", ""], "", 2, "no claim to check: write it in quotation marks"),
    (["check", "-"], " \n\n", 2, "no claim to check"),
    (["check", "-"], b"Putin\xff", 3, "the claims are not UTF-8 at byte 5; save them as UTF-8"),
    (["check", "--file", "nowhere.txt"], "", 3, "cannot read 'nowhere.txt': No such file or directory"),
    (["check"], "", 2, "see rnk check --help"),
]


@pytest.mark.parametrize(("args", "stdin", "code", "sentence"), REFUSED)
def test_what_is_no_claim_is_refused_in_a_sentence(rnk, args, stdin, code, sentence):
    ran = rnk(*args, stdin=stdin)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_json_says_how_a_claim_was_read_and_what_each_part_came_to(rnk):
    (found,) = json.loads(rnk("check", "-f", "json", ELSEWHERE).out)
    assert list(found) == ["claim", "verdict", "reading", "unread", "events"]
    assert {part["text"] for part in found["reading"]} >= {"Putin", "North Korea", "2019"}
    best = found["events"][0]
    assert (best["id"], best["status"]) == ("2019-vladivostok-summit", "confirmed")
    assert {"part": "place", "mark": "differs", "record": "Vladivostok"} in best["marks"]


def test_tsv_has_a_line_for_each_claim_with_what_differs(rnk):
    rows = [line.split("\t") for line in rnk("check", "-f", "tsv", ELSEWHERE, "The cat sat on the mat").lines]
    assert rows[0] == ["not as stated", ELSEWHERE, "2019-vladivostok-summit", "place North Korea: Vladivostok"]
    assert rows[1] == ["not on record", "The cat sat on the mat", "", ""]


def test_the_text_names_verdict_reading_events_and_what_was_not_understood(rnk, five):
    ran = rnk("--data", five, "check", "Troops were in Russia in October 2024, mumbled", "Two vetoes in 2022")
    first, second = ran.out.split("\n\n")
    lines = first.splitlines()
    assert lines[0] == "Troops were in Russia in October 2024, mumbled"
    said = {line[:10].strip(): line[10:].strip() for line in lines[1:4]}
    assert list(said) == ["verdict", "read as", "not read"]
    assert "date October 2024 = 2024-10" in said["read as"]
    assert said["not read"] == "mumbled"
    assert "2024-10-18 Troops said to be in Russia" in lines
    assert "2022-veto" in second


def test_a_terminal_has_the_verdict_in_colour_and_in_words():
    code, screen = on_terminal(["check", ELSEWHERE], columns=60)
    assert code == 1
    assert "\x1b[1;31mnot as stated" in screen
    assert max(map(len, plain(screen).splitlines())) <= 60
    assert "differs North Korea: on record Vladivostok" in " ".join(plain(screen).split())
