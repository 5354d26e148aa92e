"""Somebody outside asks for contact and a member opts in, in a real browser on the real server."""

from __future__ import annotations

from datetime import date, timedelta

from tests.browser.pressing import press


def test_somebody_without_javascript_asks_and_is_told_where_to_look(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/")
    press(page.locator('main a[href="/kontakt-vermitteln/"]'))
    page.locator("input[name=kind][value=researcher]").check()
    for name, words in (
        ("name", "Dr. Ida Fragner"),
        ("institution", "Universität Musterstadt"),
        ("email", "ida.fragner@uni.example"),
        ("purpose", "Wir untersuchen, wie Landkreise Wohnraum vermitteln."),
        ("expected", "Ein Gespräch von einer Stunde."),
        ("until", (date.today() + timedelta(days=40)).isoformat()),  # noqa: DTZ011 - as a person reads a calendar
    ):
        page.locator(f"main [name={name}]").fill(words)
    press(page.locator("main form button[type=submit]"))
    assert page.url.endswith("/kontakt-vermitteln/danke/")


def test_a_member_opts_in_and_the_office_sees_to_whom_the_mails_would_go(open_page):
    member, office = open_page("member"), open_page("office")
    member.goto("/start/")
    press(member.locator('main a[href="/kontakt-vermitteln/1/"]').first)
    member.locator("input[name=answer][value=yes]").check()
    member.locator("main input[name=address]").fill("integration@kreis.example")
    press(member.locator("main form.form button[type=submit]"))
    assert member.locator("input[name=answer][value=yes]").is_checked()

    office.goto("/kontakt-vermitteln/anfragen/1/zusammenbringen/")
    assert office.get_by_text("integration@kreis.example").count() == 1
    assert office.get_by_text("k.thalheim@hochschule.example").count() == 1


def test_the_keyboard_leads_from_the_map_to_the_people_of_a_county(open_page):
    page = open_page("member")
    page.goto("/mitglieder/karte/")
    page.locator('.county-map a[href="/mitglieder/?county=99001"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/mitglieder/?county=99001")
    counties = page.locator("main .line .kicker span:first-child").all_inner_texts()
    assert counties and set(counties) == {"Landkreis Auental"}
