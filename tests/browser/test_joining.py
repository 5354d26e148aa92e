"""A county applies, is asked back, is accepted and takes its seat: in a browser, by the links of the mails."""

from __future__ import annotations

from pathlib import Path

from tests.browser import mailbox
from tests.browser.axe import found_by_axe

ADDRESS = "integration@probe.example"
PASSWORD = "vier Störche auf dem Rathausdach"
PDF = {"name": "Schreiben.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 Zustimmung"}


def link_for(folder: Path, address: str, seen: set[str]) -> str:
    return mailbox.link_for(folder, address, "/mitglied-werden/(?:bewerbung|sitz)/", seen)


def well(page, name: str) -> None:
    """Nothing for axe to find, nothing wider than a phone."""
    assert found_by_axe(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def test_from_the_public_page_to_the_seat(open_page, demo_folder):
    seen: set[str] = set()
    page = open_page(viewport={"width": 360, "height": 800})
    page.goto("/mitglied-werden/")
    page.get_by_role("link", name="Bewerbung beginnen").first.click()
    page.locator("input[name=email]").fill(ADDRESS)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/gesendet/")

    link = link_for(demo_folder, ADDRESS, seen)
    page.goto(link)
    well(page, "begun")
    write(page, link)
    page.goto(link)
    page.locator(f"a[href='{link}absenden/']").click()
    well(page, "hand in")
    page.locator("main form button[type=submit]").click()
    assert "Aktenzeichen" in page.locator("main").inner_text()

    office = open_page("office", viewport={"width": 360, "height": 800})
    office.goto("/mitglied-werden/bewerbungen/")
    well(office, "queue")
    office.get_by_role("link", name="Landkreis Seewinkel").first.click()
    well(office, "office")
    desk = office.url
    office.goto(f"{desk}nachfragen/")
    well(office, "ask back")
    office.locator("input[name=part][value=resources]").check()
    office.locator("textarea[name=text]").fill("Wer hat zugestimmt?")
    office.locator("main form button[type=submit]").click()

    asked = link_for(demo_folder, ADDRESS, seen)
    page.goto(asked)
    well(page, "asked")
    page.goto(f"{asked}teil/reasons/")  # not the part that was asked about
    assert page.url.endswith(asked)
    page.goto(f"{asked}teil/resources/")
    page.locator("textarea[name=resources]").fill("Vier Stunden, die Landrätin hat zugestimmt.")
    page.locator("main form button[type=submit]").click()
    page.goto(f"{asked}antwort/")
    well(page, "answer")
    page.locator("textarea[name=answer]").fill("Steht jetzt darin.")
    page.locator("main form button[type=submit]").click()

    office.goto(desk)
    office.locator("form[action$='vollstaendig/'] button").click()
    office.goto(f"{desk}entscheiden/")
    office.locator("input[name=outcome][value=accepted]").check()
    office.locator("textarea[name=reason]").fill("Es passt gut.")
    office.locator("main form button[type=submit]").click()
    office.wait_for_url("**/senden/")
    well(office, "send")
    assert ADDRESS in office.locator("main").inner_text()
    page.goto(asked)
    assert "Es passt gut." not in page.locator("main").inner_text()
    office.locator("main form button[type=submit]").click()

    told = link_for(demo_folder, ADDRESS, seen)
    page.goto(told)
    well(page, "accepted")
    assert "Es passt gut." in page.locator("main").inner_text()
    page.goto(f"{told}sitz/")
    well(page, "seat")
    page.locator("input[name=first_name]").fill("Rieke")
    page.locator("input[name=last_name]").fill("Thomsen")
    for field in ("password", "again"):
        page.locator(f"input[name={field}]").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.get_by_role("link", name="Anmelden").last.click()
    page.locator("input[name=login]").fill(ADDRESS)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/start/")
    assert page.goto("/mitglieder/").status == 200


def write(page, link: str) -> None:
    """All parts, each saved by its button, and a letter."""
    page.goto(f"{link}teil/county/")
    well(page, "county")
    page.locator("select[name=county]").select_option(label="Landkreis Seewinkel")
    page.locator("input[name=name]").fill("Rieke Thomsen")
    page.locator("input[name=function]").fill("Integrationsbeauftragte")
    page.locator("button[name=then]").click()
    for part in ("reasons", "contribution", "resources"):
        page.wait_for_url(f"**/teil/{part}/")
        page.locator(f"textarea[name={part}]").fill("Wir fahren Menschen zum Sprachkurs.")
        page.locator("button[name=then]").click()
    page.wait_for_url("**/teil/letter/")
    well(page, "letter")
    page.locator("input[type=file]").set_input_files(PDF)
    page.locator("main form button[type=submit]").last.click()


def test_an_applicant_with_an_account_finds_hers_without_a_script(open_page):
    page = open_page("applicant", java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto("/konto/bewerbung/")
    page.locator("main form button[type=submit]").nth(1).click()
    page.wait_for_url("**/mitglied-werden/bewerbung/**")
    assert "Eine Frage an Sie" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
