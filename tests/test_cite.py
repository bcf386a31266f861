"""Citations to the letter: text, BibTeX, CSL-JSON."""

from __future__ import annotations

import json

import pytest

from rnk_timeline import __version__

WORK = "rnk-timeline: the record of Russia–North Korea relations"
EDITION = f"{WORK}, version {__version__}, record of 24 November 2026"
RECORD = {
    "revised": "2026-11-24",
    "events": [
        {
            "id": "2000-a&b",
            "date": "2000-07-19/2000-07-20",
            "title": "50% of {braces} & $1 #_~^\\",
            "sources": [
                {"publisher": "Smith and Sons", "title": "", "url": "https://example.org/{x}", "published": "2000-07"},
                {"publisher": "A Ministry", "title": "T", "url": "https://example.org/y", "kind": "primary"},
            ],
        },
        {"id": "2001-no-source", "date": "2001~", "title": "Nothing to rest on"},
    ],
}


@pytest.fixture
def cite(rnk, tmp_path):
    path = tmp_path / "mine.json"

    def run(*args: str, **changed: object) -> str:
        path.write_text(json.dumps(RECORD | changed), "utf-8")
        ran = rnk("--data", str(path), "cite", *args)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    return run


def test_as_text(cite):
    assert cite("2000-a&b", "2001-no-source") == (
        f"“50% of {{braces}} & $1 #_~^\\” (19–20 July 2000), {EDITION}, 2000-a&b.\n"
        "  [1] Smith and Sons, “”, July 2000. https://example.org/{x}\n"
        "  [2] A Ministry, “T”, undated. https://example.org/y\n"
        "\n"
        f"“Nothing to rest on” (about 2001), {EDITION}, 2001-no-source.\n"
    )


def test_an_edition_without_a_day_says_none(cite):
    assert "record of" not in cite("2001-no-source", revised=None).replace(WORK, "")


def test_as_bibtex(cite):
    assert cite("2000-a&b", "-f", "bibtex") == (
        "@misc{2000-a-b,\n"
        "  title = {50\\% of \\{braces\\} \\& \\$1 \\#\\_\\textasciitilde{}\\textasciicircum{}\\textbackslash{}},\n"
        f"  booktitle = {{{WORK}}},\n"
        f"  note = {{19–20 July 2000; {EDITION}; entry 2000-a\\&b}},\n"
        "  year = {2026},\n"
        "  month = {11},\n"
        "  day = {24},\n"
        "}\n"
        "\n"
        "@misc{2000-a-b.1,\n"
        "  title = {Smith and Sons},\n"
        "  author = {{Smith and Sons}},\n"
        "  url = {https://example.org/%7Bx%7D},\n"
        "  year = {2000},\n"
        "  month = {7},\n"
        "}\n"
        "\n"
        "@misc{2000-a-b.2,\n"
        "  title = {T},\n"
        "  author = {{A Ministry}},\n"
        "  url = {https://example.org/y},\n"
        "}\n"
    )


def test_as_csl(cite):
    event, first, second = json.loads(cite("2000-a&b", "-f", "csl"))
    assert event == {
        "id": "2000-a&b",
        "type": "entry",
        "title": RECORD["events"][0]["title"],
        "container-title": WORK,
        "version": __version__,
        "note": "19–20 July 2000",
        "issued": {"date-parts": [[2026, 11, 24]]},
    }
    assert (first["id"], first["type"], first["issued"]) == (
        "2000-a&b.1",
        "article-newspaper",
        {"date-parts": [[2000, 7]]},
    )
    assert (second["type"], second["URL"], "issued" in second) == ("document", "https://example.org/y", False)


def test_an_event_named_twice_is_cited_once(cite):
    assert cite("2001-no-source", "2001-no") == cite("2001-no-source")
