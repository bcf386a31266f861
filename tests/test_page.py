"""The page in a real browser: headless Chromium, driven by Playwright, checked by axe-core."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import pytest

from tests import readers

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    playwright = readers.module("playwright.sync_api")
    chromium = readers.program("chromium")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


class Page:
    """A page that remembers what it asked for and what it complained of."""

    def __init__(self, browser, path: str, **how) -> None:
        self.page = browser.new_context(**how).new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(f"file://{path}")

    def shown(self) -> list[str]:
        return self.page.eval_on_selector_all(
            "main ol > li", "all => all.filter(li => li.offsetParent !== null).map(li => li.id)"
        )


@pytest.fixture
def page_of(rnk, tmp_path, browser):
    def make(*arguments: str, **how) -> Page:
        path = tmp_path / "page.html"
        ran = rnk(*arguments, "export", str(path), "--force")
        assert ran.code == 0, ran.err
        return Page(browser, str(path), **how)

    return make


def ids(rnk, *arguments: str) -> list[str]:
    return rnk("list", *arguments, "--columns", "id").lines


def test_it_shows_every_event_and_asks_nobody_for_anything(page_of, record):
    page = page_of()
    assert page.shown() == [event.id for event in record.events]
    assert len(page.requests) == 1
    assert page.complaints == []


def test_it_reads_without_scripts(page_of, record):
    page = page_of(java_script_enabled=False)
    assert page.page.locator("main ol > li:visible").count() == len(record.events)
    assert not page.page.locator("#filters").is_visible()


def test_filters(page_of, rnk, record):
    page = page_of()
    page.page.select_option("#category", "summit")
    assert page.shown() == ids(rnk, "-c", "summit")
    assert f"of {len(record.events)} events" in page.page.inner_text("#count")
    page.page.select_option("#actor", "Vladimir Putin")
    putin = {event.id for event in record.events if "Vladimir Putin" in event.actors}
    assert page.shown() == [name for name in ids(rnk, "-c", "summit") if name in putin]
    page.page.click("button[type=reset]")
    page.page.get_by_text(f"{len(record.events)} of {len(record.events)} events", exact=True).wait_for()
    page.page.select_option("#status", "disputed")
    assert page.shown() == ids(rnk, "--status", "disputed")


def test_an_actor_stands_for_all_who_belong_to_it_as_on_the_command_line(page_of, rnk):
    page = page_of()
    page.page.select_option("#actor", "Russia")
    assert page.shown() == ids(rnk, "-a", "Russia")


def test_filters_show_that_they_are_on(page_of):
    page = page_of()
    assert page.page.is_disabled("button[type=reset]")
    page.page.select_option("#status", "disputed")
    assert page.page.eval_on_selector_all("#filters .on", "all => all.map(each => each.id)") == ["status"]
    page.page.fill("#text", "no such words anywhere")
    assert page.page.inner_text("#none").startswith("No event on record matches all of this")
    page.page.click("button[type=reset]")
    page.page.wait_for_selector("#none", state="hidden")
    assert page.page.locator("#filters .on").count() == 0


def test_a_decade_leads_to_the_first_of_its_years_that_is_shown(page_of, rnk):
    page = page_of()
    page.page.select_option("#category", "un-veto")
    decades = page.page.locator("nav a:visible")
    assert decades.all_inner_texts() == list(dict.fromkeys(f"{name[:3]}0s" for name in ids(rnk, "-c", "un-veto")))
    decades.last.click()
    assert page.page.evaluate("location.hash") == "#y2022"
    assert page.page.locator("#y2022").bounding_box()["y"] > page.page.locator("#filters").bounding_box()["height"]


def test_dates_of_a_span_are_said_shortly_and_marked_each(page_of, five):
    page = page_of("--data", five)
    when = page.page.locator("[id='2000-visit'] .when")
    assert when.inner_text() == "19–20 July 2000"
    assert when.locator("time").evaluate_all("all => all.map(each => each.dateTime)") == ["2000-07-19", "2000-07-20"]
    assert page.page.inner_text("[id='2024-troops'] .when") == "18 October 2024, known from 19 October 2024"


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_shows_what_a_screen_folds(page_of, five, scripts):
    page = page_of("--data", five, java_script_enabled=scripts)
    source = page.page.locator("a", has_text="He came")
    assert not source.is_visible()
    page.page.emulate_media(media="print")
    if scripts:
        page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert source.is_visible()
    assert not page.page.locator("#filters").is_visible()
    page.page.emulate_media(media="screen")
    if scripts:
        page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not source.is_visible()


def test_search(page_of):
    page = page_of()
    page.page.fill("#text", "vladivostok SUMMIT")
    assert 1 <= len(page.shown()) < 40
    assert any(name.startswith("2019-") for name in page.shown())
    page.page.fill("#text", "no such words anywhere")
    assert page.shown() == []
    assert page.page.inner_text("#count").startswith("0 of ")


def test_it_works_by_keyboard(page_of):
    page = page_of()
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.textContent") == "Skip to the events"
    page.page.keyboard.press("Tab")
    page.page.keyboard.type("veto")
    assert page.page.evaluate("document.activeElement.id") == "text"
    assert page.shown()
    page.page.focus("main ol > li:not([hidden]) summary")
    page.page.keyboard.press("Enter")
    assert page.page.locator("details[open]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility(page_of, scheme):
    axe = readers.module("axe_playwright_python.sync_playwright")
    page = page_of(color_scheme=scheme)
    page.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe.Axe().run(page.page).response["violations"]
    assert [fault for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_dark_and_light_differ(page_of):
    colors = {
        page_of(color_scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert len(colors) == 2


def test_a_telephone_needs_no_sideways_scrolling(page_of):
    page = page_of(viewport={"width": 320, "height": 640})
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_text_of_a_file_is_never_markup(page_of, tmp_path):
    event = {
        "id": "x",
        "date": "2022",
        "title": "</h3><script>alert(1)</script><img src=x onerror=alert(2)>",
        "summary": "{{ 7 * 7 }} <b>bold</b> </script>",
        "categories": ['"><script>alert(3)</script>'],
        "actors": ["' onclick='alert(4)"],
        "sources": [{"publisher": "<i>P</i>", "title": "T", "url": 'https://example.org/"><script>alert(5)</script>'}],
    }
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps([event]), encoding="utf-8")
    page = page_of("--data", str(path))
    assert page.page.inner_text("h3") == event["title"]
    assert event["summary"] in page.page.inner_text("main")
    assert page.page.locator("main script, main img, main b, main i").count() == 0
    assert (page.complaints, len(page.requests)) == ([], 1)


def test_five_thousand_events_answer_a_filter_at_once(page_of, tmp_path, rnk):
    events = json.loads(rnk("list", "-f", "json", "-n", "200").out)
    many = [event | {"id": f"{event['id']}-{number}"} for number in range(25) for event in events]
    assert len(many) == 5000
    path = tmp_path / "many.json"
    path.write_text(json.dumps(many), encoding="utf-8")
    page = page_of("--data", str(path))
    page.page.fill("#text", "missile")
    assert page.page.inner_text("#count").endswith(" of 5000 events")
    assert 0 < len(page.shown()) < 5000
    if os.environ.get("RNK_TEST_TIMES"):
        taken = page.page.evaluate(
            "() => { const box = document.getElementById('text'); const begun = performance.now(); box.value = 'veto';"
            " box.dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight;"
            " return performance.now() - begun; }"
        )
        assert taken < 200
