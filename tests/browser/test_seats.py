"""The office gives a seat, hands it over with all that hangs on it, and records a guest; members read of both."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone

from tests.browser.pressing import press

WEIDENTAL = "/mitglieder/landkreise/99004/"


def named(page, email: str, first: str, last: str) -> None:
    page.get_by_label("E-Mail-Adresse").fill(email)
    page.get_by_label("Vorname").fill(first)
    page.get_by_label("Nachname").fill(last)


def test_a_seat_is_given_and_handed_over_without_javascript(open_page):
    office, member = open_page("office", java_script_enabled=False), open_page("member")
    office.goto(WEIDENTAL)
    press(office.get_by_role("link", name="Sitz vergeben"))
    named(office, "ilse.weber@example.org", "Ilse", "Weber")
    press(office.get_by_role("button", name="Sitz vergeben"))
    assert office.get_by_text("Ilse Weber").count()

    press(office.get_by_role("link", name=re.compile("Sitz übergeben ?: Ilse Weber")))
    press(office.get_by_role("button", name="Alles prüfen"))
    assert office.get_by_role("alert").get_by_text("E-Mail-Adresse").count() == 1
    named(office, "jan.peters@example.org", "Jan", "Peters")
    press(office.get_by_role("button", name="Alles prüfen"))
    assert office.get_by_role("heading", name="Stimmt es so?").count() == 1
    assert office.get_by_text("Jan Peters (jan.peters@example.org)").count() == 1
    press(office.get_by_role("button", name="Etwas ändern"))
    assert office.get_by_label("Nachname").input_value() == "Peters"
    press(office.get_by_role("button", name="Alles prüfen"))
    press(office.get_by_role("button", name="Sitz jetzt übergeben"))

    member.goto(WEIDENTAL)
    assert member.get_by_text("Jan Peters").count() == 1
    assert member.get_by_text("Ilse Weber").count() == 1
    assert member.get_by_text("Sitz übergeben").count() == 0


def test_a_mandate_is_recorded_and_read_by_members_and_by_the_guest(open_page):
    office, member, guest = open_page("office"), open_page("member"), open_page("guest")
    office.goto("/gaeste/neu/")
    office.get_by_label("Institution").fill("Verband der Volkshochschulen")
    office.get_by_label("stellt Praxisfragen").check()
    office.get_by_label("Rolle und Funktion").fill("Fragt nach Kursen in kleinen Orten.")
    office.get_by_label("Personen").fill("Vera Kurs <vera.kurs@example.org>")
    office.get_by_label("Fürsprecher:in").select_option(index=1)
    office.get_by_role("textbox", name="Bis").fill((timezone.localdate() + timedelta(days=200)).isoformat())
    office.get_by_label("Grund").fill("Der Verband plant Kurse mit den Landkreisen.")
    press(office.get_by_role("button", name="Mandat festhalten"))
    assert office.get_by_text("Das Mandat ist festgehalten").count() == 1

    member.goto("/mitglieder/")
    press(member.get_by_role("link", name="Gäste und ihre Rollen"))
    press(member.get_by_role("link", name="Verband der Volkshochschulen"))
    assert member.get_by_text("Vera Kurs").count() == 1

    guest.goto("/start/")
    assert guest.get_by_text("Sie sind als Gast hier: Landkreistag").count() == 1
    guest.goto("/gaeste/")
    assert guest.get_by_text("Verband der Volkshochschulen").count() == 0
