"""Putting a challenge to the forum without a script, and what the programme office does with it."""

from __future__ import annotations

from tests.browser.axe import found_by_axe

TITLE = "Wie kommen Sprachkurse ohne Bus ins Dorf?"


def test_likely_answers_are_shown_and_what_was_typed_arrives(open_page):
    page = open_page("member", java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto("/herausforderungen/neu/")
    page.get_by_label("Ihre Frage in einem Satz").fill(TITLE)
    page.locator("textarea[name=text]").fill("Der Kurs ist zwölf Kilometer entfernt.")
    page.get_by_role("button", name="Alle Mitglieder fragen").click()
    assert page.get_by_role("link", name="Sprachkurse ohne Bus").count()
    assert page.get_by_label("Ihre Frage in einem Satz").input_value() == TITLE
    assert "zwölf Kilometer" in page.locator("textarea[name=text]").input_value()
    page.get_by_role("button", name="Trotzdem fragen").last.click()
    assert page.locator("h1").inner_text() == TITLE
    assert "zwölf Kilometer" in page.locator("main").inner_text()


def test_the_pages_of_the_office_are_usable_by_everybody(open_page):
    page = open_page("office", viewport={"width": 360, "height": 800})
    for path in ("?silent=1", "1/", "1/fragen/", "2/beitrag/"):
        page.goto(f"/herausforderungen/{path}")
        assert found_by_axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
