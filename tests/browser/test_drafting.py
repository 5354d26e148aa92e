"""A draft that several people write, comment and decide about at the same time."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import found_by_axe
from tests.browser.pressing import press
from tests.forum_process import forum_process

LIST = "/arbeitsgruppen/ag-wohnen/entwuerfe/"
WORDS = ("Telefonnummer", "Arbeitstage", "Bereitschaft")


@pytest.fixture(scope="module")
def served(chromium, demo_world):
    """A demo world in which drafts are begun."""
    with forum_process(demo_world()) as process:
        yield process.address


def begin(page, title="Zu zweit geschrieben"):
    """A new draft; its address."""
    page.goto(LIST)
    page.get_by_label("Titel").fill(title)
    press(page.get_by_role("button", name="Entwurf beginnen"))
    return page.url


def text_of(page):
    """The text, once the editor has taken its place and everything is stored."""
    saved(page)
    return page.get_by_role("textbox", name="Text des Entwurfs")


def saved(page):
    expect(page.locator(".drafting__state")).to_have_text("Alles ist gespeichert.", timeout=15_000)


def write(page, words):
    text = text_of(page)
    text.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    return text


def begin_with_words(page):
    """A draft of three paragraphs, each of one word."""
    address = begin(page)
    text_of(page).focus()
    for number, word in enumerate(WORDS):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.type(word)
    saved(page)
    return address


def read_along(page, address):
    page.goto(address)
    expect(page.locator(".drafting__state")).to_contain_text("Sie lesen mit", timeout=15_000)


def choose(page, word):
    """Select this word with the mouse."""
    page.locator(".drafting__text p", has_text=word).dblclick(position={"x": 40, "y": 12})


def suggest(page, word, instead):
    choose(page, word)
    page.get_by_role("button", name="Änderung vorschlagen").click()
    form = page.locator("#neuer-vorschlag")
    form.get_by_label("Wie es heißen soll").fill(instead)
    form.get_by_role("button", name="Vorschlag absenden").click()
    return page.locator(".remark--suggestion", has_text=instead).first


def test_two_people_write_at_once_and_see_each_other(open_page):
    one, other = open_page("coordinator"), open_page("member")
    address = begin(one)
    other.goto(address)
    write(one, "Wir empfehlen eine Telefonnummer.")
    there = text_of(other)
    expect(there).to_contain_text("Wir empfehlen eine Telefonnummer.")
    # the space comes with the second sentence: one that is still on its way would land in the middle of it
    write(other, " Sie ist auch abends besetzt.")
    expect(text_of(one)).to_contain_text("Sie ist auch abends besetzt.")
    expect(one.locator(".drafting__here")).to_contain_text("Katharina Wiesner")
    expect(other.locator(".drafting__here")).to_contain_text("Torsten Lüdeke")
    saved(one)
    saved(other)
    other.reload()
    expect(text_of(other)).to_contain_text("Wir empfehlen eine Telefonnummer. Sie ist auch abends besetzt.")


def test_what_is_written_without_a_connection_is_not_lost(open_page):
    one, other = open_page("coordinator"), open_page("member")
    address = begin(one)
    other.goto(address)
    write(other, "Vorher.")
    saved(other)
    expect(text_of(one)).to_contain_text("Vorher.")
    other.context.set_offline(True)
    expect(other.locator(".drafting__state")).to_contain_text("Nicht verbunden")
    other.keyboard.type(" Im Zug geschrieben.")
    write(one, " Im Büro geschrieben.")
    saved(one)
    other.context.set_offline(False)
    for page in (one, other):
        saved(page)
        expect(text_of(page)).to_contain_text("Im Zug geschrieben.", timeout=15_000)
        expect(text_of(page)).to_contain_text("Im Büro geschrieben.")
    one.reload()
    expect(text_of(one)).to_contain_text("Im Zug geschrieben.")


def test_the_adviser_suggests_and_the_coordinator_accepts_one_and_declines_the_other(open_page):
    lead, adviser = open_page("coordinator"), open_page("mentor")
    address = begin_with_words(lead)
    assert lead.locator(".drafting__text").bounding_box()["width"] > 500, "without an outline the text takes its place"
    read_along(adviser, address)
    choose(adviser, "Telefonnummer")
    adviser.get_by_role("button", name="Kommentieren").click()
    form = adviser.locator("#neuer-kommentar")
    expect(form.get_by_label("Ihr Kommentar")).to_be_focused()
    assert not form.get_by_label("Wörter im Text").is_visible()
    form.get_by_label("Ihr Kommentar").fill("Auch abends?")
    form.get_by_role("button", name="Kommentar absenden").click()
    expect(lead.locator(".remark", has_text="Auch abends?")).to_be_visible(timeout=10_000)
    suggest(adviser, "Arbeitstage", "Werktage")
    suggest(adviser, "Bereitschaft", "Rufbereitschaft")

    accepted = lead.locator(".remark--suggestion", has_text="Werktage")
    accepted.get_by_role("button", name="Annehmen").first.click()
    expect(lead.locator(".drafting__text")).to_contain_text("Werktage")
    declined = lead.locator(".remark--suggestion", has_text="Rufbereitschaft")
    declined.locator("summary").first.click()
    declined.get_by_role("button", name="Ablehnen").click()
    expect(declined.locator("[data-error]")).to_contain_text("Sagen Sie in einem Satz, warum nicht.")
    declined.get_by_label("Grund").fill("Den Begriff kennt niemand.")
    declined.get_by_role("button", name="Ablehnen").click()
    settled = adviser.locator(".remark__more", has_text="2 erledigt")
    settled.locator("> summary").click(timeout=10_000)
    expect(settled).to_contain_text("Den Begriff kennt niemand.")
    expect(settled).to_contain_text("Angenommen durch Torsten Lüdeke")
    expect(adviser.locator(".drafting__text")).to_contain_text("Bereitschaft")


def test_a_suggestion_is_stale_after_a_later_edit_and_is_renewed(open_page):
    lead, adviser = open_page("coordinator"), open_page("mentor")
    address = begin_with_words(lead)
    read_along(adviser, address)
    suggest(adviser, "Arbeitstage", "Werktage")
    remark = lead.locator(".remark--suggestion", has_text="Werktage")
    expect(remark.get_by_role("button", name="Annehmen").first).to_be_visible(timeout=10_000)
    lead.locator(".drafting__text p", has_text="Arbeitstage").click(position={"x": 40, "y": 12})
    lead.keyboard.type("ende")
    saved(lead)
    expect(remark).to_contain_text("Veraltet.", timeout=15_000)
    expect(remark.get_by_role("button", name="Annehmen")).to_have_count(0)
    own = adviser.locator(".remark--suggestion", has_text="Veraltet.")
    own.locator("summary", has_text="Erneuern").click(timeout=15_000)
    own.get_by_role("button", name="Vorschlag erneuern").click()
    expect(adviser.locator(".remark--suggestion[data-mark]")).not_to_contain_text("Veraltet.")
    expect(remark.get_by_role("button", name="Annehmen").first).to_be_visible(timeout=10_000)


def test_an_answer_appears_on_an_open_page_and_leaves_what_is_being_typed(open_page):
    lead, adviser = open_page("coordinator"), open_page("mentor")
    lead.goto("/entwuerfe/1/")
    saved(lead)
    read_along(adviser, "/entwuerfe/1/")
    first = adviser.locator(".remark", has_text="Hausmeister")
    first.locator("summary", has_text="Antworten").click()
    first.get_by_label("Ihre Antwort").fill("Ich schreibe noch")
    answered = lead.locator(".remark", has_text="Hausmeister")
    answered.locator("summary", has_text="Antworten").click()
    answered.get_by_label("Ihre Antwort").fill("Sofort zu sehen")
    answered.get_by_role("button", name="Antwort absenden").click()
    expect(first).to_contain_text("Sofort zu sehen", timeout=10_000)
    expect(first.get_by_label("Ihre Antwort")).to_have_value("Ich schreibe noch")


def test_the_outline_follows_the_text(open_page):
    page = open_page("coordinator")
    page.goto("/entwuerfe/1/")
    outline = page.locator(".outline__beside")
    saved(page)
    write(page, "")
    page.keyboard.press("Enter")
    page.get_by_label("Art des Absatzes").select_option("1")
    text_of(page).focus()
    page.keyboard.type("Noch ein Punkt")
    expect(outline).to_contain_text("Noch ein Punkt")
    outline.get_by_role("link", name="Noch ein Punkt").click()
    assert page.locator(":target").inner_text() == "Noch ein Punkt"


@pytest.mark.parametrize("person", ["coordinator", "mentor"])
def test_axe_finds_nothing_for_writers_and_readers_in_light_and_dark(open_page, person):
    page = open_page(person, reduced_motion="reduce")  # colours change at once
    page.goto("/entwuerfe/1/")
    expect(page.locator(".remark__show").first).to_be_attached(timeout=15_000)
    for details in page.locator(".drafting__margin details").all():
        details.evaluate("element => { element.open = true; }")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found_by_axe(page) == [], scheme


def test_the_keyboard_alone_reaches_bar_text_and_margin(open_page):
    page = open_page("coordinator")
    begin_with_words(page)
    page.keyboard.press("Alt+F10")
    assert page.evaluate("Boolean(document.activeElement.closest('.drafting__bar'))")
    page.keyboard.press("Escape")
    expect(text_of(page)).to_be_focused()
    page.keyboard.press("Shift+Home")
    page.keyboard.press("Alt+F9")
    page.keyboard.press("Enter")
    expect(page.locator("#neuer-kommentar").get_by_label("Ihr Kommentar")).to_be_focused()
    page.keyboard.type("Nur mit der Tastatur")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    remark = page.locator(".remark", has_text="Nur mit der Tastatur")
    expect(remark).to_be_focused(timeout=10_000)
    page.keyboard.press("Tab")
    assert remark.evaluate("element => element.contains(document.activeElement)")


def test_without_a_script_the_text_is_read_and_a_form_contributes(open_page):
    page = open_page("mentor", java_script_enabled=False)
    page.goto("/entwuerfe/1/")
    assert "Worum es geht" in page.locator(".drafting__text").inner_text()
    form = page.locator("#neuer-kommentar")
    form.get_by_label("Wörter im Text").fill("steht hier nirgends")
    form.get_by_label("Ihr Kommentar").fill("Ohne Skript geschrieben")
    press(form.get_by_role("button"))
    expect(page.locator(".notice")).to_contain_text("Wörter im Text")
    expect(form.get_by_label("Ihr Kommentar")).to_have_value("Ohne Skript geschrieben")
    form.get_by_label("Wörter im Text").fill("Telefonnummer")
    press(form.get_by_role("button"))
    expect(page.locator(".remark", has_text="Ohne Skript geschrieben")).to_be_visible()
