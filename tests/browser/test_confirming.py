"""The county is asked before something is published: the whole way, in a real browser, hers without JavaScript."""

from __future__ import annotations

import re

from tests.browser.pressing import press

DRAFT = "Leitfaden für das erste Gespräch"
SENTENCE = "Das Gespräch dauert höchstens 40 Minuten"


def test_an_editor_asks_a_member_suggests_and_agrees_and_both_outcomes_reach_her(open_page):
    editor, member = open_page("editor"), open_page("member", java_script_enabled=False)
    ask(editor, "Katharina Wiesner")
    request = read_and_suggest(member)
    answer(member)
    decide(editor)

    member.goto(request)
    outcomes = member.locator("main").inner_text()
    assert "45 Minuten" in outcomes and "Der Titel ist eingeführt." in outcomes
    assert SENTENCE not in outcomes.replace("höchstens 40 Minuten", "")
    assert member.locator("main form").count() == 0


def ask(editor, person):
    """From the form of the entry."""
    editor.goto("/cms/")
    press(editor.locator("a", has_text=DRAFT).first)
    press(editor.locator("a[href$='/ask-county/'].button").first)
    option = editor.locator("select[name=person] option", has_text=person).first.get_attribute("value")
    editor.locator("select[name=person]").select_option(option)
    editor.locator("textarea[name=note]").fill("Passt das so für Auental?")
    press(editor.locator("form.confirmation-form button[type=submit]"))
    assert editor.locator(".release-state", has_text=person).count() == 1


def read_and_suggest(member):
    """Two suggestions; returns the address of the request."""
    member.goto("/start/")
    press(member.locator("main li a", has_text=DRAFT))
    request = member.url
    assert "Passt das so für Auental?" in member.locator("main").inner_text()
    assert SENTENCE in member.locator("main").inner_text()
    assert member.locator("#public-summary").count() == 1

    press(member.locator("a[href$='/vorschlag/procedure/']"))
    member.locator("textarea[name=passage]").fill("steht hier nicht")
    member.locator("textarea[name=wording]").fill("höchstens 45 Minuten")
    press(member.locator("main form.form button[type=submit]"))
    assert member.locator("textarea[name=wording]").input_value() == "höchstens 45 Minuten"
    member.locator("textarea[name=passage]").fill("höchstens 40 Minuten")
    press(member.locator("main form.form button[type=submit]"))

    press(member.locator("a[href$='/vorschlag/title/']"))
    member.locator("textarea[name=wording]").fill("Leitfaden für den Anfang")
    press(member.locator("main form.form button[type=submit]"))
    assert member.locator("main ins").count() == 2
    return request


def answer(member):
    member.locator("input[name=answer][value=named]").check()
    member.locator("textarea[name=note]").fill("Danke für das Nachfragen.")
    press(member.locator("main form.form button[type=submit]"))
    assert SENTENCE not in member.locator("main").inner_text()


def decide(editor):
    """The passage is accepted, the title declined with a reason."""
    editor.reload()
    press(editor.locator(".release-state a[href*='/confirmations/']").first)
    passage, title = (editor.locator("article.suggestion").nth(number) for number in (0, 1))
    assert "Danke für das Nachfragen." in editor.locator("main").inner_text()
    press(passage.locator("button[value=accept]"))
    title.locator("textarea[name=reason]").fill("Der Titel ist eingeführt.")
    press(title.locator("button[value=decline]"))
    assert editor.locator("article.suggestion button").count() == 0
    press(editor.locator("main a.button[href$='/edit/']").first)
    assert re.search("höchstens 45 Minuten", editor.content())
