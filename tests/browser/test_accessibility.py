"""Every page for everybody: axe finds nothing in light and dark, nothing scrolls sideways, the keyboard suffices."""

from __future__ import annotations

import pytest

from tests.browser.axe import found_by_axe
from tests.browser.pages import PAGES_OF
from tests.browser.pressing import sign_in

PAGES = [(None, path) for path in PAGES_OF["visitor"]] + [("member", path) for path in PAGES_OF["member"]]

PHONE, DESK = {"width": 360, "height": 800}, {"width": 1440, "height": 800}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
LOOKS = [(DESK, "light", {}), (PHONE, "light", {}), (PHONE, "dark", COLOURS)]
"""Colours are the same at every width, so that dark is looked at once, and nothing but they differ in the dark."""


@pytest.fixture(scope="module")
def windows(browser, served):
    """One window for all pages of a person: signing in once is enough. In it, colours change at once."""
    size, scheme, _options = LOOKS[-1]  # as one page leaves the window to the next
    opened = {}
    for person in (None, "member"):
        context = browser.new_context(base_url=served, viewport=size, color_scheme=scheme, reduced_motion="reduce")
        opened[person] = context.new_page()
        if person:
            sign_in(opened[person], person)
    yield opened
    for page in opened.values():
        page.context.close()


@pytest.fixture
def window(windows, person):
    return windows[person]


@pytest.fixture
def said(window):
    """What the browser has to complain about while a page is open."""
    errors = []

    def hear(message):
        if message.type == "error" and "404" not in message.text:
            errors.append(message.text)

    window.on("console", hear)
    yield errors
    window.remove_listener("console", hear)


@pytest.mark.parametrize(("person", "path"), PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(window, said, person, path):
    """A page follows its window, so that it is loaded once and looked at in each width and scheme."""
    window.goto(path)
    for size, scheme, options in LOOKS:
        window.set_viewport_size(size)
        window.emulate_media(color_scheme=scheme)
        assert found_by_axe(window, **options) == [], f"{size['width']} pixels, {scheme}"
        assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), size["width"]
    assert said == []


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
