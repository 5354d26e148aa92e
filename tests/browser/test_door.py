"""At the door of an event: with a phone that has no network for a while, and with one that runs no scripts."""

from __future__ import annotations

import re

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.pressing import press

PEOPLE = ("Ida Moor", "Jan Tal")


def event_of_today(office, title: str) -> str:
    """An event that goes on all day, with two people on its list; the address of its door."""
    office.goto("/termine/neu/")
    office.get_by_label("Virtuelles Treffen").check()
    office.get_by_label("Titel").fill(title)
    office.locator("#id_summary").fill("Wir prüfen den Einlass.")
    office.locator("#id_start_day").fill(timezone.localdate().isoformat())
    office.locator("#id_start_time").fill("00:00")
    office.locator("#id_end_time").fill("23:59")
    office.locator("input[name=form][value=virtual]").check()
    office.locator("input[name=confidentiality][value=members]").check()
    press(office.locator("main form.form button[type=submit]"))
    press(office.locator("form[action$='/veroeffentlichen/'] button"))
    address = office.url
    for name in PEOPLE:
        office.goto(f"{address}teilnehmende/")
        office.locator("#id_email").fill(f"{name.split()[0].lower()}@example.org")
        office.locator("#id_name").fill(name)
        press(office.locator("form.form button[type=submit]"))
    return f"{address}einlass/"


def line(page, name: str):
    return page.locator("li.line", has_text=name)


def test_presses_without_network_are_sent_when_it_is_back(open_page):
    office = open_page("office", viewport={"width": 360, "height": 700})
    office.goto(event_of_today(office, "Einlass ohne Netz"))
    office.context.set_offline(True)
    office.get_by_role("button", name=re.compile("Ist da ?: Ida Moor")).click()
    expect(line(office, "Ida Moor").locator("[data-door-there]")).to_be_visible()
    expect(office.locator("[data-door-state]")).to_contain_text("1")
    office.locator("#door-words").fill("jan")
    expect(line(office, "Ida Moor")).to_be_hidden()
    assert office.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "Ida" not in office.evaluate("JSON.stringify(localStorage)")
    office.context.set_offline(False)
    sent = office.locator("[data-door-state]").get_attribute("data-sent")
    expect(office.locator("[data-door-state]")).to_have_text(sent, timeout=20_000)
    assert office.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('door:')).length") == 0
    office.reload()
    expect(line(office, "Ida Moor").locator("[data-door-there]")).to_be_visible()
    expect(line(office, "Jan Tal").locator("[data-door-there]")).to_be_hidden()


def test_without_scripts_each_press_is_a_form(open_page):
    office = open_page("office", java_script_enabled=False)
    door = event_of_today(office, "Einlass ohne Skript")
    office.goto(f"{door}?q=jan")
    assert line(office, "Ida Moor").count() == 0
    press(line(office, "Jan Tal").locator("[data-door-yes]"))
    office.goto(door)
    assert line(office, "Jan Tal").locator("[data-door-there]").is_visible()
    press(line(office, "Jan Tal").locator("[data-door-undo]"))
    office.goto(door)
    assert not line(office, "Jan Tal").locator("[data-door-there]").is_visible()
