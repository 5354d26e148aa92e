"""From a recommendation back to its challenge, as a member and as a visitor; drafts become one, and one becomes two."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import found_by_axe
from tests.browser.pressing import press
from tests.forum_process import forum_process

ENTRY = "/wissen/kosten-der-sprachmittlung/"


@pytest.fixture(scope="module")
def served(chromium, demo_world):
    with forum_process(demo_world()) as process:
        yield process.address


def test_a_member_goes_back_step_by_step_and_a_visitor_reads_dates(open_page):
    member, visitor = open_page("outsider"), open_page()
    member.goto(ENTRY)
    line = member.get_by_role("region", name="Woher das kommt")
    expect(line.get_by_role("listitem")).to_have_count(8)
    press(line.get_by_role("link", name="beschlossen"))
    expect(member.get_by_text("Der gemeinsame Topf verschiebt die Frage nur auf das nächste Jahr.")).to_be_visible()
    expect(member.get_by_text("Die Arbeitsgruppe vergleicht bis Sommer 2026")).to_be_visible()
    assert found_by_axe(member) == []
    assert member.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    member.goto(ENTRY)
    press(line.get_by_role("link", name="Wer bezahlt die Sprachmittlung beim Arzt?"))
    expect(member.get_by_role("heading", level=1)).to_have_text("Wer bezahlt die Sprachmittlung beim Arzt?")

    visitor.goto(ENTRY)
    line = visitor.get_by_role("region", name="Woher das kommt")
    expect(line.get_by_role("listitem")).to_have_count(8)
    expect(line.get_by_role("link")).to_have_count(0)
    expect(line.get_by_text("Sprachmittlung")).to_have_count(0)
    assert found_by_axe(visitor) == []


def test_a_part_is_taken_out_and_comes_back(open_page):
    lead = open_page("coordinator")
    lead.goto("/entwuerfe/1/")
    press(lead.get_by_role("link", name="Einen Teil herauslösen"))
    lead.get_by_role("radio", name="Was es kostet").check()
    lead.get_by_label("Titel des neuen Entwurfs").fill("Kosten")
    assert found_by_axe(lead) == []
    press(lead.get_by_role("button", name="Teil herauslösen"))
    expect(lead.get_by_role("heading", level=1)).to_have_text("Kosten")
    expect(lead.get_by_text("Bereitschaftszulage")).to_be_visible()

    press(lead.get_by_role("link", name="Empfehlung: Leer stehenden Wohnraum für Geflüchtete gewinnen").last)
    expect(lead.get_by_text("Bereitschaftszulage")).to_have_count(0)
    press(lead.get_by_role("link", name="Mit einem anderen Entwurf zusammenführen"))
    lead.get_by_role("radio", name="Kosten (AG Wohnen)").check()
    assert found_by_axe(lead) == []
    press(lead.get_by_role("button", name="Entwürfe zusammenführen"))
    expect(lead.get_by_text("Bereitschaftszulage")).to_be_visible()
    expect(lead.get_by_text("Der andere Entwurf steht jetzt am Ende von diesem")).to_be_visible()
