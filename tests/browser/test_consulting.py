"""All members are asked about a draft, from the questions to the answer beneath a contribution; a script only helps."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import found_by_axe
from tests.browser.pressing import press
from tests.forum_process import forum_process

DRAFT = "/entwuerfe/1/"


@pytest.fixture(scope="module")
def served(chromium, demo_world):
    with forum_process(demo_world()) as process:
        yield process.address


def test_all_are_asked_and_each_contribution_is_answered(open_page):
    lead = open_page("coordinator", java_script_enabled=False)
    lead.goto(DRAFT)
    press(lead.get_by_role("link", name="Alle Mitglieder fragen"))
    lead.get_by_label("Frage 1").fill("Reicht Ihnen eine Telefonnummer?")
    press(lead.get_by_role("button", name="Weitere Frage"))
    expect(lead.get_by_label("Frage 1")).to_have_value("Reicht Ihnen eine Telefonnummer?")
    lead.get_by_label("Frage 4").fill("Wer trägt die Kosten?")
    press(lead.get_by_role("button", name="Text einfrieren und alle fragen"))
    expect(lead.get_by_text("alle Mitglieder sind gefragt").first).to_be_visible()
    asked = lead.url

    other = open_page("outsider", java_script_enabled=False)
    other.goto("/start/")
    press(other.get_by_role("link", name="Sie sind gefragt: „Empfehlung: Leer stehenden Wohnraum"))
    other.get_by_label("Ihre Antwort auf Frage 2").fill("Bei uns der Landkreis.")
    other.get_by_label("Für meinen Landkreis als Ganzes").nth(1).check()
    other.get_by_label("Wörter im Text").fill("eine Telefonnummer für alle")
    other.get_by_label("Ihr Kommentar zu diesen Wörtern").fill("Besser zwei.")
    press(other.get_by_role("button", name="Beitrag senden"))
    expect(other.get_by_label("Ihre Antwort auf Frage 2")).to_have_value("Bei uns der Landkreis.")
    other.get_by_label("Wörter im Text").fill("eine Telefonnummer")
    press(other.get_by_role("button", name="Beitrag senden"))
    expect(other.get_by_text("Ihre Beiträge stehen in der Liste.")).to_be_visible()

    lead.goto(asked)
    press(lead.get_by_role("link", name="Konsultation beenden"))
    press(lead.get_by_role("button", name="Konsultation jetzt beenden"))
    expect(lead.get_by_role("heading", name="2 Beiträge aus 1 Landkreis, noch 2 ohne Antwort")).to_be_visible()
    lead.locator("summary", has_text="Besser zwei.").click()
    form = lead.locator("details[open] form")
    form.get_by_role("radio", name="nicht aufgenommen").check()
    form.get_by_label("Grund").fill("Eine Nummer merkt man sich.")
    press(form.get_by_role("button", name="Antwort speichern"))

    other.goto(f"{asked}beitraege/")
    expect(other.get_by_text("Eine Nummer merkt man sich.")).to_be_visible()
    expect(other.get_by_role("heading", name="noch 1 ohne Antwort")).to_be_visible()
    seen = open_page("outsider")
    seen.goto(f"{asked}beitraege/")
    assert found_by_axe(seen) == []


def test_words_that_are_marked_in_the_text_stand_in_the_field(open_page):
    page = open_page("member")
    page.goto("/konsultationen/2/")
    offer = page.get_by_role("link", name="Die markierten Wörter kommentieren")
    expect(offer).to_be_hidden()
    expect(page.get_by_label("Wörter im Text")).to_be_visible()
    paragraph = page.locator(".version-text p").first
    words = paragraph.inner_text()
    paragraph.click(click_count=3)  # marks it
    assert found_by_axe(page) == []
    offer.click()
    expect(page.get_by_label("Ihr Kommentar zu diesen Wörtern")).to_be_focused()
    expect(page.get_by_label("Wörter im Text")).to_have_value(words)
    page.keyboard.type("Das gilt bei uns auch.")
    press(page.get_by_role("button", name="Beitrag senden"))
    expect(page.get_by_text("Ihr Beitrag steht in der Liste.")).to_be_visible()
