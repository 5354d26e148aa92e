"""A member reads why a county stopped, tries it all the same, and answers a year later, in a real browser."""

from __future__ import annotations

from tests.browser.pressing import press

ENTRY = "/wissen/sprachkurse-ohne-bus/"


def test_a_member_without_javascript_reads_why_one_stopped_and_tries_it(open_page):
    page, visitor = open_page("member", java_script_enabled=False), open_page(None)
    page.goto(ENTRY)
    assert page.get_by_text("2 Landkreise haben damit gearbeitet: 1 übernommen, 1 beendet.").count() == 1
    press(page.locator("main .line__title a", has_text="Landkreis Weidental"))
    assert "das haben wir gelernt" in page.locator("h1").inner_text()
    assert page.get_by_text("vorher die Wege von Tür zu Tür zählen").count() == 1

    page.goto(ENTRY)
    press(page.get_by_role("link", name="Wir probieren das aus"))
    page.get_by_label("Was machen Sie anders?").fill("Der Kurs findet im Feuerwehrhaus statt.")
    press(page.get_by_role("button", name="In das Register eintragen"))
    assert page.locator("h1").inner_text() == "Landkreis Auental: in Erprobung"
    visitor.goto(ENTRY)
    words = "3 Landkreise haben damit gearbeitet: 1 übernommen, 1 in Erprobung, 1 beendet."
    assert visitor.get_by_text(words).count() == 1
    assert visitor.get_by_text("Auental").count() == 0


def test_the_yearly_question_is_answered_from_the_start_page(open_page):
    page = open_page("member")
    page.goto("/start/")
    press(page.get_by_role("link", name="Deutschkurs für Frauen mit Kinderbetreuung im selben Haus", exact=True).first)
    assert page.locator("h1").inner_text() == "Noch in Gebrauch?"
    page.get_by_label("übernommen", exact=True).check()
    page.get_by_label("In zwei oder drei Sätzen").fill("Seit Herbst mit der Kita-Gruppe. Zwölf Frauen sind dabei.")
    press(page.get_by_role("button", name="Jetzt antworten"))
    assert page.locator("h1").inner_text() == "Landkreis Auental: übernommen"
    assert page.get_by_text("Zwölf Frauen sind dabei.").count() == 1
