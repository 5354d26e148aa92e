"""A mentor for a member: the office chooses, both agree, and only then each reads how to reach the other."""

from __future__ import annotations

import re

from tests.browser.axe import found_by_axe

SMALL = {"width": 360, "height": 800}


def looked_at(page):
    """Usable by everybody, and not wider than the screen."""
    assert found_by_axe(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url


def test_both_agree_before_they_reach_each_other(open_page):
    office = open_page("office", viewport=SMALL)
    office.goto("/mentoring/")
    looked_at(office)
    office.goto("/mitglieder/?county=99002")
    mentee = office.locator("h3 a").first
    name = mentee.inner_text()
    number = re.search(r"/mitglieder/(\d+)/", mentee.get_attribute("href")).group(1)
    office.goto(f"/mentoring/neu/?person={number}")
    looked_at(office)
    office.get_by_role("radio").first.check()
    office.get_by_role("button", name="Beide Namen ansehen").click()
    assert name in office.locator("main").inner_text()
    looked_at(office)
    office.get_by_role("button", name="fragen").click()
    address = office.url

    new = open_page("coordinator", java_script_enabled=False, viewport=SMALL)
    assert new.goto(address).status == 404

    mentor = open_page("mentor", java_script_enabled=False, viewport=SMALL)
    mentor.goto("/start/")
    mentor.get_by_role("link", name=f"Möchten Sie {name} begleiten?").click()
    assert "coordinator@demo.example" not in mentor.content()
    mentor.get_by_role("button", name="Zusagen").click()
    assert "coordinator@demo.example" not in mentor.content()

    new.goto(address)
    assert "mentor@demo.example" not in new.content()
    new.get_by_role("button", name="Zusagen").click()
    assert "mentor@demo.example" in new.content()
    mentor.reload()
    assert "coordinator@demo.example" in mentor.content()

    new.get_by_role("link", name="Im Stillen um einen Wechsel bitten").click()
    new.locator("textarea").fill("Die Wege sind zu weit.")
    new.get_by_role("button", name="Das Programmbüro bitten").click()
    mentor.reload()
    assert "Wechsel bitten" in mentor.content() and "zu weit" not in mentor.content()
    office.goto(address)
    assert "Die Wege sind zu weit." in office.locator("main").inner_text()
    looked_at(office)
    office.get_by_role("link", name="Begleitung beenden").click()
    looked_at(office)
    office.get_by_role("button", name="Begleitung beenden").click()
    mentor.reload()
    assert "coordinator@demo.example" not in mentor.content()
    assert "Die Begleitung ist beendet." in mentor.content()


def test_a_step_is_skipped_with_a_word(open_page):
    page = open_page("outsider", java_script_enabled=False, viewport=SMALL)
    page.goto("/mentoring/1/")
    page.get_by_role("link", name=re.compile("Auslassen.*Rückblick")).click()
    page.get_by_label("Warum, mit einem Wort").fill("erst im Frühjahr")
    page.get_by_role("button", name="Diesen Schritt auslassen").click()
    assert "erst im Frühjahr" in page.locator("main").inner_text()


def test_the_pages_of_the_two_are_usable_by_everybody(open_page):
    for person, paths in (
        ("mentor", ("/mentoring/", "/mentoring/1/", "/mentoring/1/wechsel/", "/mentoring/angebot/")),
        ("outsider", ("/mentoring/1/", "/konto/wer-sieht-mich/")),
    ):
        page = open_page(person, viewport=SMALL)
        for path in paths:
            page.goto(path)
            looked_at(page)
