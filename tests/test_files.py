"""Files of the user's own: every shape that is read, and all that validate finds."""

from __future__ import annotations

import json

import pytest

from tests.hostile import EVENT, FILES, ONE

BROKEN = [file for file in FILES if file.code]


@pytest.mark.parametrize(
    "content",
    [
        f"[{ONE}]",
        ONE,
        f"{ONE}\n",
        f'{{"events": [{ONE}]}}',
        json.dumps({"events": [EVENT]}, indent=2),
        json.dumps([EVENT], indent=2),
        "\n\n" + ONE + "\n\n",
        json.dumps({"format": 1, "title": "T", "coverage": {"from": "2022", "through": "2023"}, "events": [EVENT]}),
        json.dumps(EVENT | {"unknown": {"deep": [1]}, "start": "x"}),
        "\ufeff" + ONE,
    ],
)
def test_shapes(rnk, content):
    data = content.encode()
    assert rnk("--data", "-", "list", stdin=data).dates == ["2022-05-26"]


def test_json_lines(rnk):
    lines = "\n".join(json.dumps(EVENT | {"id": name, "date": day}) for name, day in [("b", "2023"), ("a", "2022")])
    assert rnk("--data", "-", "list", "--columns", "id", stdin=lines).lines == ["a", "b"]


def test_no_events_at_all(rnk):
    assert rnk("--data", "-", "list", stdin="[]").code == 0
    assert rnk("--data", "-", "list", "-f", "json", stdin='{"events": []}').out == "[]\n"


def test_a_path_with_a_nul_in_it_is_refused(rnk):
    ran = rnk("--data", "a\0b", "list")
    assert (ran.code, ran.out, ran.err) == (3, "", r"rnk: error: cannot read 'a\x00b': embedded null byte" + "\n")


def test_validate_finds_every_problem_with_its_place(rnk, tmp_path):
    path = tmp_path / "many.json"
    first = EVENT | {"date": "2022-13", "title": 3, "claims": [{"by": "", "on": "May", "stance": "says"}]}
    second = EVENT | {
        "id": "b",
        "date": "1999",
        "categories": ["sumit"],
        "actors": ["Nobody"],
        "places": ["Nowhere"],
        "title": "bell\x07",
        "claims": [{"by": "No one", "on": "1999", "stance": "denies", "what": "", "source": "https://example.org/x"}],
        "sources": [{"publisher": "P", "title": "T", "url": "https://example.org/y"}],
        "vote": {"body": "B", "against": 1, "against_by": ["x", "y"]},
        "known_from": "1990",
    }
    third = EVENT | {"id": "c", "date": "1990"}
    registries = {
        "actors": [{"name": "A", "kind": "person", "of": "Z"}],
        "places": [{"name": "P"}, {"name": "P"}],
        "coverage": {"from": "1995", "through": "2023"},
    }
    whole = json.dumps({"events": [first, second, third, third, first]} | registries)
    path.write_text(whole.replace('"id": "c"', '"id": "x", "id": "c"', 1))
    ran = rnk("data", "validate", str(path))
    assert ran.code == 3
    expected = [
        "the key 'id' stands 2 times",
        "actors[0].of: 'Z' is no registered actor",
        "places: 'P' stands in the registry more than once",
        "events[0].date: a: '2022-13': there is no month 13",
        "events[0].title: a: expected text, found a number",
        "events[0].claims[0].by: a:",
        "events[0].claims[0].on: a: 'May' is not a date",
        "events[0].claims[0].stance: a: invalid enum value 'says'; write asserts, denies, confirms or disputes",
        "events[0].claims[0]: a: the field 'what' is missing",
        "events[3]: c: the id is that of events[2] too",
        "events[4]: a: the id is that of events[0] too",
        "events[2]: c: comes after 'b', which is later; sort by date",
        "events[1]: b: the category 'sumit' is not registered",
        "the actor 'Nobody' is not registered",
        "the claimant 'No one' is not registered",
        "the place 'Nowhere' is not registered",
        "which is not among the sources",
        "vote.against is 1, but 2 are named",
        "known_from 1990 lies before the event",
        "events[2]: c: the date 1990 lies outside the coverage 1995 to 2023",
        r"title holds a character that is not text: 'bell\x07'",
    ]
    for sentence in expected:
        assert sentence in ran.out, sentence
    assert ran.err.startswith(f"rnk: {len(ran.lines)} problems in ")


def test_validate_finds_nothing_in_what_list_gives(rnk, five):
    given = rnk("--data", five, "list", "-f", "json").out
    ran = rnk("data", "validate", "-", stdin=given)
    assert (ran.code, ran.out, ran.err) == (0, "", "rnk: 0 problems in -\n")


@pytest.mark.parametrize("given", BROKEN, ids=[file.name for file in BROKEN])
def test_validate_refuses_what_every_other_command_refuses(rnk, given):
    ran = rnk("data", "validate", "-", stdin=given.data)
    assert ran.code == 3
    assert ran.out


def test_data_info_schema_and_path(rnk, record):
    info = rnk("data", "info").out
    assert f"events     {len(record.events)}" in info
    assert "CC-BY-4.0" in info
    assert json.loads(rnk("data", "schema").out)["$schema"].endswith("2020-12/schema")
    assert rnk("data", "path").out.strip().endswith("events.json")
