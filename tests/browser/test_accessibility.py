"""Every page for everybody: axe finds nothing in light and dark, nothing scrolls sideways, the keyboard suffices."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import PAGES_OF

WHATEVER = {"resultTypes": ["violations"]}
COLOURS = {**WHATEVER, "runOnly": ["color-contrast", "link-in-text-block"]}

PAGES = [(None, path) for path in PAGES_OF["visitor"]] + [("member", path) for path in PAGES_OF["member"]]


@pytest.fixture(scope="module", params=[360, 1440], ids=str)
def windows(request, browser, served):
    """One window a person for all pages of a width (pixels): signing in once is enough."""
    opened = {}
    for person in (None, "member"):
        context = browser.new_context(
            base_url=served, viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
        )  # colours change at once, as from light to dark below
        page = opened[person] = context.new_page()
        if person:
            page.goto("/konto/anmelden/")
            page.locator("input[name=login]").fill(f"{person}@demo.example")
            page.locator("input[type=password]").fill("lernnetz-demo")
            page.locator("main button[type=submit]").click()
            page.wait_for_url("**/start/")
    yield opened
    for page in opened.values():
        page.context.close()


@pytest.mark.parametrize(("person", "path"), PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(windows, person, path):
    page = windows[person]
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)

    page.goto(path)

    # colours are the same at every width, so that dark is looked at once, and nothing but they differ in the dark
    for scheme in ("light", "dark") if page.viewport_size["width"] < 1000 else ("light",):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=WHATEVER if scheme == "light" else COLOURS).response["violations"]
        assert [(scheme, one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert [text for text in said if "404" not in text] == []


@pytest.mark.parametrize("path", ["/", "/wissen/", "/wissen/sprachkurse-ohne-bus/", "/suche/?q=Wohnung"])
def test_nothing_scrolls_sideways_at_320_pixels(open_page, path):
    page = open_page(viewport={"width": 320, "height": 700})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("h1").count() == 1


def test_the_first_tab_leads_past_the_head(open_page):
    page = open_page()
    page.goto("/wissen/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"


def test_a_slash_puts_the_cursor_into_the_search(open_page):
    page = open_page()
    page.goto("/wissen/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
