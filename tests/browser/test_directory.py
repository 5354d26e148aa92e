"""Members look each other up and decide what is shown, in a real browser on the real server."""

from __future__ import annotations

import time

from tests.browser.pressing import press

NADIA = "Nadia Benali-Hofer"


def test_a_member_without_javascript_finds_whom_to_ask(open_page):
    page = open_page("member", java_script_enabled=False)
    page.goto("/mitglieder/")
    page.get_by_label("Name, Funktion, Landkreis oder Erfahrung").fill("sprachmittler dornfeld")
    press(page.locator("main form button[type=submit]"))
    press(page.locator("main .line__title a", has_text=NADIA))
    assert page.locator("h1").inner_text() == NADIA
    assert page.get_by_text("Sitz seit 1. März 2025").count() == 1


def test_who_opts_out_is_gone_at_once_from_the_directory_and_soon_from_the_search(open_page):
    nadia, member = open_page("mentor"), open_page("member")

    assert hits(member) == 1
    tick_and_save(nadia, False)
    member.goto("/mitglieder/")
    assert member.get_by_text(NADIA).count() == 0
    assert eventually(lambda: hits(member) == 0)

    tick_and_save(nadia, True)
    member.goto("/mitglieder/")
    assert member.get_by_text(NADIA).count() == 1
    assert eventually(lambda: hits(member) == 1)


def tick_and_save(page, is_listed: bool) -> None:
    page.goto("/konto/verzeichnis/")
    page.get_by_label("Im Mitgliederverzeichnis zeigen").set_checked(is_listed)
    press(page.get_by_role("button", name="Speichern, was Mitglieder sehen"))
    assert page.get_by_text("Gespeichert ist, was Mitglieder von Ihnen sehen.").count() == 1


def hits(page) -> int:
    page.goto("/suche/?q=Benali-Hofer&type=person&exact=1")
    return page.locator("main .line__title", has_text=NADIA).count()


def eventually(is_so) -> bool:
    """Within five seconds."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.2)
    return False
