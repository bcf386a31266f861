"""`rnk check`: a claim beside the record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from rnk_timeline.cli.helping import Command, argument, suggesting
from rnk_timeline.cli.options import AS_OF, choice, option
from rnk_timeline.cli.output import is_terminal, standard_output
from rnk_timeline.errors import NOTHING_FOUND, DataError, QuestionError

if TYPE_CHECKING:
    from rnk_timeline.check import Finding
    from rnk_timeline.check.case import Judged
    from rnk_timeline.cli import Settings
    from rnk_timeline.period import Period

FORMATS = ("text", "tsv", "json")


@click.command(
    "check",
    cls=Command,
    examples=(
        ("a sentence beside the record", 'rnk check "Putin visited North Korea in 2019"'),
        ("as it stood on a day", 'rnk check --as-of 2024-12-01 "North Korean troops are in Russia"'),
        ("many claims, one a line", "rnk check - < claims.txt"),
    ),
)
@argument(
    "claims",
    "CLAIM...",
    "A sentence, in quotation marks; - reads claims from standard input, one a line.",
    nargs=-1,
    required=True,
    shell_complete=suggesting("files"),
)
@AS_OF
@choice("Output", "-f", "--format", "form", of=FORMATS, metavar="FORMAT", default="text", show_default=True)
@option("Options", "--file", "as_files", is_flag=True, help="Each CLAIM is the name of a file with one claim a line.")
@click.pass_obj
def check_command(settings: Settings, claims: tuple[str, ...], as_of: Period | None, form: str, as_files: bool) -> None:
    """Put each CLAIM beside the record: which part of it fits, which differs, on which the record is silent.

    The verdict speaks of the record, never of the truth. The exit code is 0 if every claim is on record, else 1.
    """
    from rnk_timeline.check import check
    from rnk_timeline.check.desk import Desk
    from rnk_timeline.check.verdicts import ON_RECORD
    from rnk_timeline.cli.asking import held
    from rnk_timeline.query import as_of as as_known_on

    sentences = [sentence for claim in claims for sentence in _sentences(claim, as_file=as_files)]
    if not sentences:
        raise QuestionError("no claim to check: write it in quotation marks")
    record = held(settings)
    events = as_known_on(record.events, as_of.end) if as_of else record.events
    desk = Desk(record, events)
    findings = [check(sentence, desk, settings.today) for sentence in sentences]
    _deliver(findings, form, settings)
    if any(finding.verdict != ON_RECORD for finding in findings):
        raise Exit(NOTHING_FOUND)


def _sentences(claim: str, *, as_file: bool) -> list[str]:
    from rnk_timeline.cli.asking import waiting_for
    from rnk_timeline.dataset import LARGE, STDIN, label_of, opened, read_end

    if claim != STDIN and not as_file:
        # Bytes of the command line that are no text would be no text in JSON either.
        return [claim.encode("utf-8", "surrogateescape").decode("utf-8", "replace")] if claim.strip() else []
    with waiting_for(claim), opened(claim) as file:
        data = read_end(file, LARGE + 1, label_of(claim))
    if len(data) > LARGE:
        raise DataError(f"{label_of(claim)} holds more than {LARGE // 1_000_000} MB; give the claims in smaller files")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"the claims are not UTF-8 at byte {error.start}; save them as UTF-8") from None
    return [line.strip() for line in text.splitlines() if line.strip()]


def _deliver(findings: list[Finding], form: str, settings: Settings) -> None:
    terminal = is_terminal(sys.stdout)
    out = standard_output(color=settings.color, drawn=form == "text")
    if form == "json":
        import msgspec

        whole = msgspec.json.encode([as_object(finding) for finding in findings])
        out.write_utf8(msgspec.json.format(whole, indent=2) + b"\n")
    elif form == "tsv":
        from rnk_timeline.columns import Answer, Column
        from rnk_timeline.render.tsv import render_tsv

        columns = (
            Column("verdict", lambda finding: finding.verdict),
            Column("claim", lambda finding: finding.claim),
            Column("event", lambda finding: finding.events[0].event.id if finding.events else ""),
            Column("differs", _differences),
        )
        render_tsv(Answer(columns, findings), out)
    else:
        from rnk_timeline.render.finding import render_findings

        render_findings(findings, out, wraps=terminal)


def _differences(finding: Finding) -> tuple[str, ...]:
    marks = finding.events[0].marks if finding.events else ()
    return tuple(f"{mark.part} {mark.text}: {mark.record}" for mark in marks if mark.mark == "differs")


def as_object(finding: Finding) -> dict[str, object]:
    """Return a finding as the JSON object that `-f json` prints."""
    return {
        "claim": finding.claim,
        "verdict": finding.verdict,
        "reading": [{"part": part.part, "text": part.text, "value": part.value} for part in finding.reading.parts],
        "unread": list(finding.reading.unread),
        "events": [_event(judged) for judged in finding.events],
    }


def _event(judged: Judged) -> dict[str, object]:
    event = judged.event
    return {
        "id": event.id,
        "date": event.date.text,
        "title": event.title,
        "status": event.status,
        "marks": [{"part": mark.part, "mark": mark.mark, "record": mark.record} for mark in judged.marks],
    }
