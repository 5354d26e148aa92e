"""A group decides about a draft, from freezing its text to the record with the objection in it."""

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


def test_the_group_decides_and_the_objection_is_part_of_the_record(open_page):
    lead, writer, adviser = open_page("coordinator"), open_page("member"), open_page("mentor")
    writer.goto(DRAFT)
    text = writer.get_by_role("textbox", name="Text des Entwurfs")
    expect(text).to_have_attribute("contenteditable", "true")

    lead.goto(DRAFT)
    press(lead.get_by_role("link", name="Beschluss"))
    press(lead.get_by_role("link", name="Zur Abstimmung stellen"))
    expect(lead.get_by_text("2 Personen werden gefragt")).to_be_visible()
    press(lead.get_by_role("button", name="Text einfrieren und fragen"))
    lead.get_by_role("radio", name="Ich stimme zu").check()
    press(lead.get_by_role("button", name="Antwort absenden"))

    text.press_sequentially("Doch noch etwas. ")
    writer.goto(DRAFT)
    expect(writer.get_by_text("Der Text ist eingefroren")).to_be_visible()
    expect(writer.get_by_text("Doch noch etwas.")).to_have_count(0)
    press(writer.get_by_role("link", name="Beschluss"))
    writer.get_by_role("radio", name="Ich bin dagegen").check()
    press(writer.get_by_role("button", name="Antwort absenden"))
    expect(writer.get_by_text("Sagen Sie, warum Sie dagegen sind").first).to_be_visible()
    expect(writer.get_by_role("radio", name="Ich bin dagegen")).to_be_checked()
    writer.get_by_label("Grund").fill("Kleine Gemeinden schaffen das nicht.")
    press(writer.get_by_role("button", name="Antwort absenden"))
    assert found_by_axe(writer) == []

    lead.reload()
    press(lead.get_by_role("link", name="Abstimmung beenden"))
    press(lead.get_by_role("button", name="Abstimmung beenden"))
    adviser.goto(f"{DRAFT}beschluss/")
    expect(adviser.get_by_role("heading", name="nicht beschlossen")).to_be_visible()
    expect(adviser.get_by_text("Kleine Gemeinden schaffen das nicht.")).to_be_visible()
    writer.goto(DRAFT)
    expect(writer.get_by_role("textbox", name="Text des Entwurfs")).to_have_attribute("contenteditable", "true")
