"""The office has an application assessed and notes what it decides, in a real browser on the real server."""

from __future__ import annotations

import re

from tests.browser.axe import found_by_axe
from tests.browser.pressing import press

NADIA, TORSTEN, KATHARINA = "Nadia Benali-Hofer", "Torsten Lüdeke", "Katharina Wiesner"


def test_an_assessor_without_javascript_saves_sends_and_only_then_reads_the_others(open_page):
    page = open_page("mentor", java_script_enabled=False)
    page.goto("/start/")
    press(page.locator("main a", has_text="Bewerbung D-2 einschätzen"))
    assert page.get_by_text("Der Landrat hat im Oktober zugestimmt").count() == 1
    assert page.get_by_text("landkreis-moosrain.example").count() == 0 and page.get_by_text(TORSTEN).count() == 0

    page.get_by_label("2: weitgehend").first.check()
    press(page.get_by_role("button", name="Entwurf speichern"))
    assert page.get_by_text("Das liest noch niemand außer Ihnen").count() == 1
    press(page.get_by_role("button", name="Einschätzung absenden"))
    assert page.locator(".form__error").count() == 3  # two criteria and the summary
    for number in (1, 2):
        page.get_by_label("3: ganz").nth(number).check()
    page.get_by_label("In wenigen Sätzen").fill("Das passt zu uns.")
    press(page.get_by_role("button", name="Einschätzung absenden"))
    assert page.get_by_role("heading", name=TORSTEN).count() == 1

    own = page.url
    office = open_page("office")
    asks_two_more(office)
    member = open_page("member")
    member.goto("/einschaetzungen/")
    press(member.locator("main .shelf__title a"))
    assert found_by_axe(member) == [] and member.get_by_text(NADIA).count() == 0
    steps_back(member)
    member.goto(own)
    assert member.get_by_role("heading", name="Bewerbung D-2").count() == 0
    office.reload()
    assert office.get_by_text("Gemeinsames Projekt mit dem Landkreis").count() == 1


def asks_two_more(page) -> None:
    """Told that all are in, the office asks both who are proposed: they are named once more before anything is sent."""
    page.goto("/mitteilungen/")
    press(page.locator("main a", has_text="Alle Einschätzungen der Bewerbung D-2 sind da"))
    assert page.get_by_role("cell", name="2,5").count() + page.get_by_role("cell", name="3,0").count() >= 1
    assert found_by_axe(page) == []
    press(page.get_by_role("button", name="Auswahl prüfen"))
    assert page.get_by_role("heading", name=KATHARINA).count() == 1
    press(page.get_by_role("button", name=re.compile(r"\d Mitglieder fragen")))
    assert page.get_by_text(re.compile(r"\d Mitglieder sind gefragt\.")).count() == 1


def steps_back(page) -> None:
    press(page.get_by_role("link", name="Interessenkonflikt erklären"))
    assert found_by_axe(page) == []
    page.get_by_label("Warum treten Sie zurück?").fill("Gemeinsames Projekt mit dem Landkreis")
    press(page.get_by_role("button", name="Zurücktreten"))
    assert page.get_by_text("Die Bewerbung ist für Sie geschlossen").count() == 1


def test_what_the_office_notes_members_read_and_what_no_longer_holds_says_so(open_page):
    office, member = open_page("office"), open_page("member")
    office.goto("/entscheidungen/")
    press(office.get_by_role("link", name="Entscheidung festhalten"))
    assert found_by_axe(office) == []
    office.get_by_label("Art").select_option("other")
    office.get_by_label("Was entschieden wurde").fill("Das Forum tagt im Mai")
    office.get_by_label("Begründung").fill("Im Juni sind Ferien.")
    press(office.get_by_role("button", name="Entscheidung festhalten"))

    member.goto("/konto/")
    press(member.locator("main").get_by_role("link", name="Entscheidungen des Programmbüros"))
    assert member.get_by_role("heading", name="Das Forum tagt im Mai").count() == 1
    press(office.locator("li.thread-line", has_text="Das Forum tagt im Mai").get_by_role("link"))
    assert found_by_axe(office) == []
    press(office.get_by_role("button", name="Als nicht mehr gültig vermerken"))
    member.reload()
    assert member.get_by_text("gilt nicht mehr seit").count() == 1
