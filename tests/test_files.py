"""Files of the user's own: every shape that is read, and the sentence for every one that is not."""

from __future__ import annotations

import gzip
import json

import pytest

EVENT = {"id": "a", "date": "2022-05-26", "title": "Something"}
ONE = json.dumps(EVENT)


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


BROKEN = [
    (b"", "the file is empty"),
    (b" \n ", "the file is empty"),
    (b'[{"id": "a"', "cut short"),
    (f"[{ONE},]".encode(), "line 1, column"),
    (f"// a comment\n[{ONE}]".encode(), "line 1, column 1: not JSON"),
    (b"{'id': 'a'}", "not JSON"),
    (json.dumps([EVENT]).encode("utf-16"), "UTF-16"),
    (ONE.replace("Something", "Müller").encode("latin-1"), "byte 0xfc is not UTF-8"),
    (ONE.encode().replace(b"Some", "Петр".encode("cp1251")), "line 1, column"),
    (b"\x00" * 40, "not UTF-8"),
    (gzip.compress(ONE.encode()), "compressed"),
    (b"<!DOCTYPE html><p>", "not JSON"),
    (ONE.replace('"Something"', "NaN").encode(), "not JSON"),
    (ONE.replace('"Something"', "Infinity").encode(), "not JSON"),
    (ONE.replace('"Something"', "9" * 5000).encode(), ""),
    (b"[" * 100_000, ""),
    (b'{"a":' * 100_000, ""),
    (ONE.replace("Something", "\\ud800").encode(), ""),
    (b"3", "expected an object"),
    (b'"text"', "expected an object"),
    (b"null", "expected an object"),
    (b"[3]", "event 1: expected an object, found a number"),
    (b'{"events": 3}', "events: expected a list, found a number"),
    (json.dumps([EVENT | {"title": 3}]).encode(), "event 1 (a): title: expected text, found a number"),
    (
        json.dumps([EVENT | {"date": "03/04/2024"}]).encode(),
        "event 1 (a): date: '03/04/2024' is not a date of the form",
    ),
    (json.dumps([EVENT | {"date": "2022-02-30"}]).encode(), "February 2022 has 28 days"),
    (json.dumps([EVENT | {"date": None}]).encode(), "date"),
    (json.dumps([{"id": "a", "title": "b"}]).encode(), "event 1 (a): the field 'date' is missing"),
    (json.dumps([EVENT | {"significance": 7}]).encode(), "significance"),
    (json.dumps([EVENT | {"actors": "Putin"}]).encode(), "actors: expected a list, found text"),
    (json.dumps([EVENT | {"sources": [{"url": "javascript:alert(1)"}]}]).encode(), "sources[0]"),
    (
        json.dumps([EVENT | {"claims": [{"by": "x", "on": "2022", "stance": "hopes", "what": ""}]}]).encode(),
        "claims[0]",
    ),
    (json.dumps([EVENT, EVENT]).encode(), "two events have the id 'a'"),
    (f"{ONE}\n{ONE}".encode(), "two events have the id 'a'"),
    ((ONE + "\n" + json.dumps(EVENT | {"id": "b", "title": 3})).encode(), "line 2 (b): title: expected text"),
    ((ONE + "\n{]").encode(), "line 2, column 2: not JSON"),
]


@pytest.mark.parametrize(("content", "sentence"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_one_sentence(rnk, tmp_path, content, sentence):
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    ran = rnk("--data", str(path), "list")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("rnk: error: '")
    assert "broken.json': " in ran.err
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 500
    assert sentence in ran.err


def test_a_file_that_cannot_be_read(rnk, tmp_path):
    for path, reason in [
        (str(tmp_path / "none.json"), "No such file or directory"),
        (str(tmp_path), "Is a directory"),
        ("/dev/null", "the file is empty"),
        ("a\0b", "null byte"),
    ]:
        ran = rnk("--data", path, "list")
        assert (ran.code, ran.out) == (3, "")
        assert reason in ran.err


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
    whole = json.dumps({"events": [first, second, third, third]} | registries)
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
        "events[0].claims[0].stance: a:",
        "events[0].claims[0]: a: the field 'what' is missing",
        "events[3]: c: the id is that of events[2] too",
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


@pytest.mark.parametrize(("content", "sentence"), BROKEN, ids=range(len(BROKEN)))
def test_validate_never_breaks(rnk, content, sentence):
    ran = rnk("data", "validate", "-", stdin=content)
    assert ran.code == 3
    assert ran.out


def test_data_info_schema_and_path(rnk, record):
    info = rnk("data", "info").out
    assert f"events     {len(record.events)}" in info
    assert "CC-BY-4.0" in info
    assert json.loads(rnk("data", "schema").out)["$schema"].endswith("2020-12/schema")
    assert rnk("data", "path").out.strip().endswith("events.json")
