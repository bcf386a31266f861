"""`rnk list`: the right events, in every format, on every day of the calendar."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

AWKWARD_DAYS = [date(2024, 2, 29), date(2025, 1, 31), date(2025, 12, 31)]


@pytest.mark.parametrize("today", AWKWARD_DAYS)
def test_the_two_vetoes_of_this_war(rnk, today):
    ran = rnk("list", "--since", "2022", "--category", "UN veto", today=today)
    assert ran.dates == ["2022-05-26", "2024-03-28"]
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("today", AWKWARD_DAYS)
def test_since_2022_begins_with_the_first_day_of_2022(rnk, record, today):
    dates = rnk("list", "--since", "2022", today=today).dates
    expected = [event.date.text for event in record.events if event.date.end >= date(2022, 1, 1)]
    assert dates == expected
    assert len(dates) > 200


@pytest.mark.parametrize("today", AWKWARD_DAYS)
def test_putin_until_2019(rnk, today):
    dates = rnk("list", "--actor", "Putin", "--until", "2019", today=today).dates
    assert {"2000-07-19/2000-07-20", "2001-08-04", "2002-08-20/2002-08-24", "2019-04-25"} <= set(dates)
    assert dates == sorted(dates)
    assert max(dates) < "2020"


@pytest.mark.parametrize("today", AWKWARD_DAYS)
def test_the_summit_of_april_2019(rnk, today):
    ran = rnk("list", "--category", "summit", "--since", "2019-04", "--until", "2019-04", today=today)
    assert ran.dates == ["2019-04-25"]
    assert "Vladivostok" in ran.out


def test_a_month_may_hold_the_day_asked_for(rnk, five):
    assert "2000-07" in rnk("--data", five, "list", "--since", "2000-07-20").dates
    assert "2000-07" in rnk("--data", five, "list", "--until", "2000-07-02").dates
    assert "2000-07" in rnk("--data", five, "list", "--on", "2000-07-31").dates
    assert "2000-07" not in rnk("--data", five, "list", "--since", "2000-08").dates


def test_certain_keeps_what_surely_lies_inside(rnk, five):
    ran = rnk("--data", five, "list", "--since", "2000-07-19", "--until", "2000-12", "--certain")
    assert ran.dates == ["2000-07-19/2000-07-20"]
    assert rnk("--data", five, "list", "--on", "2000-07", "--certain").dates == ["2000-07", "2000-07-19/2000-07-20"]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--on", "2000"], ["2000-month", "2000-visit"]),
        (["--since", "2000-07-20", "--until", "2000-07-20"], ["2000-month", "2000-visit"]),
        (["-c", "sanctions"], ["2000-month", "2022-veto"]),
        (["-c", "Sanctions,summit"], ["2000-month", "2000-visit", "2022-veto"]),
        (["-c", "un_veto", "-c", "military"], ["2022-veto", "2024-troops"]),
        (["-a", "Putin"], ["2000-visit"]),
        (["-a", "Russia"], ["2000-month", "2000-visit", "2022-veto", "2024-troops"]),
        (["-a", "DPRK"], ["2000-visit", "2024-troops"]),
        (["-a", "КНДР", "-a", "中国"], ["2000-visit", "2022-veto", "2024-troops"]),
        (["-a", "Russia", "--with", "China"], ["2022-veto"]),
        (["--place", "North Korea"], ["2000-visit"]),
        (["--place", "평양"], ["2000-visit"]),
        (["--status", "confirmed", "-c", "military"], ["2024-troops"]),
        (["--status", "disputed", "--as-of", "2024-12-01"], ["2024-troops"]),
        (["--status", "alleged", "--as-of", "2024-10-20"], ["2024-troops"]),
        (["--status", "Disputed, alleged", "--as-of", "2024-10-20"], ["2024-troops"]),
        (["--status", "confirmed,disputed", "-c", "military"], ["2024-troops"]),
        (["--as-of", "2024-10-18"], ["1950-early", "2000-month", "2000-visit", "2022-veto"]),
        (["--key"], ["2000-visit"]),
        (["-s", "sign declare"], ["2000-visit"]),
        (["-s", '"two vetoes" OR troops'], ["2022-veto", "2024-troops"]),
        (["-s", "veto* NEAR("], []),
        (["-r", "-n", "2"], ["2024-troops", "2022-veto"]),
        (["--sort", "title", "-n", "1"], ["2000-visit"]),
        (["--sort", "significance", "-n", "1"], ["2000-visit"]),
        (["-n", "0"], []),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_filters(rnk, five, arguments, ids):
    ran = rnk("--data", five, "list", *arguments, "--columns", "id")
    assert (ran.code, ran.lines) == (0, ids)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--since", "03/04/2024"], "--since: '03/04/2024' could be two dates: write 2024-04-03 or 2024-03-04"),
        (["--since", "2022-02-30"], "--since: '2022-02-30': February 2022 has 28 days"),
        (["--since", "2023", "--until", "2022"], "did you mean --since 2022 --until 2023?"),
        (["--category", "sumit"], "no category 'sumit' on record; did you mean summit?"),
        (["--category", "zzz"], "the categories are summit, sanctions, un-veto, military, diplomacy and economy"),
        (["--actor", "Putn"], "no actor 'Putn' on record; did you mean Vladimir Putin"),
        (["--actor", "Shoygu"], "did you mean Sergei Shoigu?"),
        (["--place", "Vladivostock"], "no place 'Vladivostock' on record; did you mean Vladivostok?"),
        (["--actor", "\x1b[2J"], r"no actor '\x1b[2J' on record"),
        (["--columns", "datum"], "no column 'datum'; the columns are date, start"),
        (["--sort", "relevance"], "--sort relevance needs --search"),
        (["--search", " "], "--search needs a word"),
        (["--limit", "-1"], "-1 is not in the range"),
        (["--limit", "x"], "'x' is not a valid integer"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--sinc", "2022"], "--since"),
        (["extra"], "unexpected extra argument"),
    ],
)
def test_a_question_that_cannot_be_asked(rnk, arguments, sentence):
    ran = rnk("list", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("rnk: error: ")
    assert ran.err.count("\n") == 1
    assert sentence in ran.err


def test_an_ambiguous_name_matches_all_who_bear_it_and_says_so(rnk):
    ran = rnk("list", "-a", "Kim", "--until", "1999")
    assert "1961" in ran.out
    assert "'Kim' is borne by" in ran.err


def test_no_match_is_an_answer_with_advice(rnk, five):
    ran = rnk("--data", five, "list", "-c", "military", "--on", "2000")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "rnk: no military event on record in 2000; without --on: 1, without --category: 2\n"


def test_beyond_the_record(rnk, record):
    ran = rnk("list", "--since", "2031")
    assert f"the record ends on {record.coverage.through.in_words()}" in ran.err
    assert "the record begins in August 1945" in rnk("list", "--until", "1939").err
    assert "no actor" not in ran.err


@pytest.mark.parametrize(
    ("form", "empty"), [("tsv", ""), ("csv", "date,title\n"), ("json", "[]\n"), ("jsonl", ""), ("table", "")]
)
def test_no_match_is_valid_in_every_format(rnk, five, form, empty):
    ran = rnk("--data", five, "list", "--on", "1960", "-f", form, "--columns", "date,title")
    assert ran.code == 0
    assert ran.out == empty if form != "table" else "title" in ran.out


def test_csv_by_the_reader_that_everybody_has(rnk, five):
    rows = list(csv.DictReader(io.StringIO(rnk("--data", five, "list", "-f", "csv").out, newline="")))
    assert [row["id"] for row in rows] == ["1950-early", "2000-month", "2000-visit", "2022-veto", "2024-troops"]
    assert rows[3] == {
        "date": "2022-05-26",
        "categories": "un-veto; sanctions",
        "title": "Two vetoes",
        "actors": "Russia; China",
        "places": "",
        "status": "confirmed",
        "id": "2022-veto",
    }


def test_headers_can_be_turned_round(rnk, five):
    assert rnk("--data", five, "list", "-f", "csv", "--no-header").lines[0].startswith("1950")
    assert rnk("--data", five, "list", "--header").lines[0].split("\t")[0] == "date"


def test_json_is_the_event_and_what_derives_from_it(rnk, five):
    events = json.loads(rnk("--data", five, "list", "-f", "json").out)
    troops = events[-1]
    assert [claim["stance"] for claim in troops["claims"]] == ["asserts", "denies", "confirms"]
    assert (troops["start"], troops["end"], troops["precision"]) == ("2024-10-18", "2024-10-18", "day")
    assert troops["status"] == "confirmed"
    assert events[2]["sources"][0]["url"] == "https://example.org/came"


def test_what_json_gives_data_takes(rnk, five, tmp_path):
    again = tmp_path / "again.json"
    for form in ("json", "jsonl"):
        first = rnk("--data", five, "list", "-f", form)
        again.write_text(first.out, encoding="utf-8")
        assert rnk("--data", str(again), "list", "-f", form).out == first.out
        assert rnk("--data", "-", "list", "-f", form, stdin=first.out).out == first.out


def test_a_file_is_written_whole_in_the_format_of_its_name(rnk, five, tmp_path):
    target = tmp_path / "out.csv"
    ran = rnk("--data", five, "list", "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert target.read_text(encoding="utf-8") == rnk("--data", five, "list", "-f", "csv").out
    assert ran.err == f"wrote 5 records, {target.stat().st_size} bytes, to {target}\n"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".rnk")] == []


def test_a_file_that_cannot_be_written(rnk, five, tmp_path):
    ran = rnk("--data", five, "list", "-o", str(tmp_path / "no" / "such" / "out.csv"))
    assert (ran.code, ran.out) == (4, "")
    assert "No such file or directory" in ran.err


def test_tsv_keeps_a_line_a_record(rnk, tmp_path):
    path = tmp_path / "odd.json"
    path.write_text(json.dumps([{"id": "x", "date": "2022", "title": "tab\there\nline \\ \r end"}]))
    ran = rnk("--data", str(path), "list", "--columns", "date,title")
    assert ran.out == "2022\ttab\\there\\nline \\\\ \\r end\n"
