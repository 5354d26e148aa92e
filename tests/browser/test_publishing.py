"""An adopted text becomes a recommendation: coordinator, two editors and the office, each in a window of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import found_by_axe
from tests.browser.pressing import press
from tests.forum_process import forum_process

DRAFT = "/entwuerfe/2/"
TITLE = "Kurzpapier: Einladung an Eigentümer:innen"
ADDED = "Ihre Arbeitsgruppe Wohnen"


@pytest.fixture(scope="module")
def served(chromium, demo_world):
    with forum_process(demo_world()) as process:
        yield process.address


def test_from_the_adopted_draft_to_the_page_of_members(open_page):
    lead, editor, second, office = (open_page(name) for name in ("coordinator", "editor", "editor2", "office"))
    hand_in(lead)
    edit_language(editor)

    sign(second)
    expect(second.get_by_text("wurde aktualisiert")).to_be_visible()
    change(editor, " vor Ort")
    lead.goto(f"{DRAFT}veroeffentlichung/")
    expect(lead.get_by_text("Nicht mehr gültig")).to_be_visible()
    assert found_by_axe(lead) == []

    sign(office)
    visitor, member = open_page(), open_page("outsider")
    assert member.goto("/wissen/kurzpapier-einladung-an-eigentuemerinnen/").status == 404
    sign(second)
    assert member.goto("/wissen/kurzpapier-einladung-an-eigentuemerinnen/").status == 200
    expect(member.get_by_text(f"{ADDED} vor Ort")).to_be_visible()
    assert visitor.goto("/wissen/kurzpapier-einladung-an-eigentuemerinnen/").status == 404
    lead.goto(DRAFT)
    press(lead.get_by_role("link", name="Empfehlung lesen"))
    expect(lead.get_by_role("heading", name=TITLE)).to_be_visible()


def hand_in(lead):
    """Asked first."""
    lead.goto(f"{DRAFT}beschluss/")
    press(lead.get_by_role("link", name="Zur Veröffentlichung geben"))
    press(lead.get_by_role("button", name="An die Redaktion geben"))
    expect(lead.get_by_text("Noch zu tun")).to_be_visible()
    assert found_by_axe(lead) == []


def edit_language(editor):
    """What was changed stands beside what was adopted; there is no button that publishes."""
    open_text(editor)
    expect(editor.get_by_role("button", name="Veröffentlichen", exact=True)).to_have_count(0)
    write(editor, f" {ADDED}")
    press_more(editor, "Sprache ist bearbeitet")
    open_text(editor)
    press(editor.get_by_role("link", name="Mit dem beschlossenen Text vergleichen"))
    expect(editor.locator("ins", has_text=ADDED)).to_be_visible()


def change(editor, words):
    open_text(editor)
    write(editor, words)
    press(editor.get_by_role("button", name="Entwurf speichern"))


def sign(person):
    """Both boxes, then the name stands under the text."""
    open_text(person)
    more(person, "Prüfung zeichnen").click()
    asked = person.locator(".modal-content")
    for says in ("Der Text ist neutral", "nichts Vertrauliches preis"):
        asked.get_by_label(says).check()
    press(asked.locator("button[type=submit]"))


def open_text(person):
    person.goto("/cms/")
    press(person.locator("a", has_text=TITLE).first)
    expect(person.get_by_text("Das ist der beschlossene Text")).to_be_visible()


def write(editor, words):
    editor.locator(".public-DraftEditor-content").last.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.type(words)
    expect(editor.get_by_text(words.strip()).last).to_be_visible()
    editor.wait_for_timeout(600)  # Wagtail's editor puts what is typed into its form a quarter of a second later


def press_more(person, name):
    press(more(person, name))


def more(person, name):
    """A button in the menu under the form."""
    person.get_by_role("button", name="Mehr Aktionen").click()
    return person.get_by_role("button", name=name).last
