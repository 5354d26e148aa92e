"""Wagtail's pages for editors and authors: axe finds nothing that is ours, on a desk and on a phone."""

from __future__ import annotations

import re

import pytest

from tests.browser.axe import violations
from tests.browser.pages import DESK_OF
from tests.browser.pressing import press, sign_in

PAGES = [(person, path) for person, paths in DESK_OF.items() for path in paths]
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 900}
FOLLOWS = 400  # milliseconds; where a picture is cropped, Wagtail waits 300 until it follows its window

WAGTAILS_OWN = {
    ("label", "#HandsontableCopyPaste"): "the hidden field with which Wagtail's tables copy and paste",
    ("region", "#HandsontableCopyPaste"): "the same field stands outside of all landmarks",
    ("scrollable-region-focusable", ".w-minimap__list"): "the outline beside the form scrolls with what is in focus",
    ("button-name", ".w-editing-sessions__session"): "the picture of somebody else who is in the same form",
    ("empty-heading", "td > h2"): "a heading without words in the report on workflows",
    ("label", ".ui-autocomplete-input"): "the inner field of Wagtail's keywords; the field around it has the label",
    (
        "landmark-unique",
        "section.w-panel--nested[id^=block-]",
    ): "each block of a stream is a landmark called by its kind",
}
"""What Wagtail 8.0 brings along and we cannot change: rule of axe and selector of its element, and what it is."""


@pytest.fixture(scope="module")
def windows(browser, served):
    """One window for all pages of a person."""
    opened = {}
    for person in DESK_OF:
        context = browser.new_context(base_url=served, locale="de-DE", color_scheme="light")
        opened[person] = context.new_page()
        sign_in(opened[person], person)
    yield opened
    for page in opened.values():
        page.context.close()


@pytest.fixture(scope="module")
def places(browser, served):
    """Numbers of things in the demo world, and of a draft that an author has written and submitted."""
    context = browser.new_context(base_url=served, locale="de-DE")
    page = context.new_page()
    sign_in(page, "author")
    page.goto("/cms/pages/")
    index = number_in(page.url)
    ids = {row["slug"]: row["id"] for row in page.request.get("/api/v1/entries/?limit=100").json()["results"]}
    yield {
        "index": index,
        "entry": ids["sprachkurse-ohne-bus"],
        "unreleased": ids["beratungsbus"],
        "picture": number_in(page.request.get("/cms/images/").text(), r"/cms/images/(\d+)/"),
        "file": number_in(page.request.get("/cms/documents/").text(), r"/cms/documents/edit/(\d+)/"),
        "draft": submit_draft(page, index),
    }
    context.close()


def number_in(text: str, pattern: str = r"/(\d+)/") -> int:
    return int(re.search(pattern, text)[1])


def submit_draft(page, index: int) -> int:
    """Written in two steps, so that there is something to compare."""
    page.goto(f"/cms/pages/add/cms/goodpractice/{index}/")
    page.locator("#id_title").fill("Holunder am Zaun")
    page.locator("#id_summary").fill("Die Durchführung der Überprüfung der Vereinbarung erfolgt.")
    press(page.get_by_role("button", name="Entwurf speichern"))
    page.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))
    draft = number_in(page.url)
    page.locator("#id_summary").fill("Ein Strauch.")
    page.get_by_role("button", name="Mehr Aktionen").click()
    press(page.locator("button[name=action-submit]"))
    return draft


@pytest.mark.parametrize(("person", "path"), PAGES)
def test_axe_finds_nothing_of_ours_and_nothing_scrolls_sideways(windows, places, person, path):
    """A page follows its window, so that it is loaded once and looked at in both widths."""
    window, path = windows[person], path.format(**places)
    window.set_viewport_size(DESK)
    answer = window.goto(path)
    window.wait_for_load_state("networkidle")

    assert (answer.status, window.url.endswith(path)) == (200, True)
    for size in (DESK, PHONE):
        if window.viewport_size != size:
            window.set_viewport_size(size)
            window.wait_for_timeout(FOLLOWS)
        ours = [
            (one["id"], node["html"][:200])
            for one in violations(window)
            for node in one["nodes"]
            if not wagtails(window, one, node)
        ]
        assert ours == [], f"{size['width']} pixels"
        assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), size["width"]


def wagtails(page, violation, node) -> bool:
    """Whether this element stands in the table of what we cannot change."""
    target = page.locator(node["target"][-1]).first
    return any(
        rule == violation["id"] and target.evaluate("(element, selector) => element.matches(selector)", selector)
        for rule, selector in WAGTAILS_OWN
    )


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_editor_of_text_is_called_like_its_field(open_page, places, size):
    page = open_page("author", viewport=size)
    page.goto(f"/cms/pages/add/cms/goodpractice/{places['index']}/")
    assert page.get_by_role("textbox", name="Ausgangslage: Text").count() == 1
