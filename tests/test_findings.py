"""What holds for every finding, whatever the claim: over the claims that the rules were made with."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import rnk_timeline as rnk
from rnk_timeline.cli.check import as_object
from rnk_timeline.text import fold

FOLDER = Path(__file__).parents[1] / "benchmarks" / "claims"
VERDICTS = {"on record", "not as stated", "alleged", "disputed", "not on record", "out of coverage"}
TODAY = date(2026, 11, 25)


def claims() -> list[str]:
    lists = [FOLDER / f"{name}.jsonl" for name in ("development", "second")]
    return [
        json.loads(line)["claim"] for path in lists if path.exists() for line in path.read_text("utf-8").splitlines()
    ]


pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the claims are in the repository, not in the sdist")


@pytest.fixture(scope="module")
def timeline() -> rnk.Timeline:
    return rnk.load()


@pytest.fixture(scope="module")
def findings(timeline) -> list[rnk.Finding]:
    return [timeline.check(claim, today=TODAY) for claim in claims()]


def test_a_verdict_is_one_of_six_and_all_six_occur(findings):
    assert {finding.verdict for finding in findings} == VERDICTS


def folded(text: str) -> str:
    return " ".join(fold(text).split())


def test_what_was_read_and_what_was_not_stands_in_the_claim(findings):
    for finding in findings:
        marked = [mark.text for judged in finding.events for mark in judged.marks]
        read = [part.text for part in finding.reading.parts]
        for text in (*read, *marked, *finding.reading.unread):
            assert folded(text) in folded(finding.claim), (finding.claim, text)


def test_three_events_at_most_all_on_record_and_none_twice(findings, timeline):
    for finding in findings:
        ids = [judged.event.id for judged in finding.events]
        assert len(ids) == len(set(ids)) <= 3
        assert all(timeline[name].id == name for name in ids)


def test_what_the_claim_holds_is_marked_in_each_event(findings):
    for finding in findings:
        for judged in finding.events:
            assert judged.marks
            assert {mark.mark for mark in judged.marks} <= {"fits", "differs", "silent"}
            assert 0 <= judged.coverage <= 1


def test_a_verdict_follows_from_its_marks(findings):
    for finding in findings:
        marks = {mark.mark for mark in finding.events[0].marks} if finding.events else set()
        if finding.verdict == "not as stated":
            assert "differs" in marks, finding.claim
        elif finding.verdict in ("on record", "alleged", "disputed"):
            assert "fits" in marks, finding.claim
            assert "differs" not in marks, finding.claim


def test_the_same_claim_has_the_same_finding_in_any_company(findings, timeline):
    for finding in findings[::7]:
        again = timeline.check(finding.claim, today=TODAY)
        assert as_object(again) == as_object(finding)


def test_blanks_and_a_full_stop_change_nothing(findings, timeline):
    for finding in findings[::5]:
        spaced = f"  {re.sub(' ', '   ', finding.claim.rstrip('.'))}.  "
        assert timeline.check(spaced, today=TODAY).verdict == finding.verdict, finding.claim


def test_a_finding_is_json(findings):
    for finding in findings:
        assert json.loads(json.dumps(as_object(finding)))["claim"] == finding.claim
