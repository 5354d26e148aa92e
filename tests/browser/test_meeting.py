"""A working group finds a date and meets; the office calls everybody together. By pages and by the links of mails."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.mailbox import link_for, links_to
from tests.browser.pressing import press

SUBMIT = "main form.form button[type=submit]"
MEMBER, MENTOR = "member@demo.example", "mentor@demo.example"
POLL, ANSWER = "/termine/umfrage/", "/termine/antwort/"
ROOM = "https://video.example/geheimer-raum"


def in_days(number: int) -> str:
    return (date.today() + timedelta(days=number)).isoformat()  # noqa: DTZ011 - as a person reads a calendar


def file_of(page) -> list[str]:
    """The lines of the event's file for calendars."""
    return page.request.get(page.url + "termin.ics").text().splitlines()


def test_a_group_finds_a_date_by_mail_and_meets_by_video(open_page, demo_folder):
    seen = set(links_to(demo_folder, MEMBER, POLL))
    lead = open_page("coordinator", java_script_enabled=False)
    lead.goto("/arbeitsgruppen/ag-wohnen/termine/")
    press(lead.get_by_role("link", name="Termin finden"))
    for name, words in (
        ("title", "Letzte Fragen zum Mustervertrag"),
        ("text", "Wir gehen die offenen Punkte durch."),
        ("minutes", "60"),
        *((f"day_{number}", in_days(20 + number)) for number in (1, 2, 3)),
        *((f"time_{number}", f"1{number}:00") for number in (1, 2, 3)),
    ):
        lead.locator(f"main [name={name}]").fill(words)
    lead.locator("input[name=form][value=virtual]").check()
    press(lead.locator(SUBMIT))
    poll = lead.url

    voter = open_page(java_script_enabled=False)
    voter.goto(link_for(demo_folder, MEMBER, POLL, seen))
    expect(voter.get_by_role("heading", level=1)).to_have_text("Letzte Fragen zum Mustervertrag")
    for number, word in enumerate(("no", "yes", "maybe")):
        voter.locator("main fieldset").nth(number).locator(f"input[value={word}]").check()
    press(voter.locator(SUBMIT))
    voter.goto(poll)
    assert "/konto/anmelden/" in voter.url  # the link could do nothing else

    lead.goto(poll)
    expect(lead.get_by_text("passt den meisten")).to_be_visible()
    press(lead.locator("main .line", has_text="passt den meisten").get_by_role("button"))
    meeting = lead.url
    press(lead.get_by_role("link", name="Raum einrichten"))
    lead.locator("main [name=link]").fill(ROOM)
    press(lead.locator(SUBMIT))

    member = open_page("member")
    member.goto(meeting)
    expect(member.locator("#room ~ p")).to_be_visible()
    assert ROOM not in member.content()
    before = file_of(member)
    assert not any(ROOM in line for line in before)

    lead.goto(meeting + "bearbeiten/")
    lead.locator("main [name=start_time]").fill("15:00")
    lead.locator("main [name=end_time]").fill("16:00")
    press(lead.locator(SUBMIT))
    after = file_of(member)
    assert [line for line in before if line.startswith("UID:")] == [line for line in after if line.startswith("UID:")]
    assert "SEQUENCE:1" in after
    assert any(line.startswith("DTSTART") and line.endswith("T150000") for line in after)


def test_the_office_calls_all_members_together_and_they_make_the_programme(open_page, demo_folder):
    seen = set(links_to(demo_folder, MENTOR, ANSWER))
    office = open_page("office", java_script_enabled=False)
    office.goto("/termine/neu/")
    office.locator("input[name=kind][value=network]").check()
    office.locator("input[name=form][value=hybrid]").check()
    office.locator("input[name=confidentiality][value=members]").check()
    for name, words in (
        ("title", "Netzwerktreffen in Bergheide"),
        ("summary", "Ein Tag für alle Landkreise."),
        ("start_day", in_days(70)),
        ("start_time", "09:30"),
        ("end_time", "16:30"),
        ("place", "Bürgerhaus Bergheide"),
        ("capacity", "80"),
    ):
        office.locator(f"main [name={name}]").fill(words)
    press(office.locator(SUBMIT))
    press(office.get_by_role("button", name="Termin veröffentlichen"))
    event = office.url

    office.goto(event + "programm/aufruf/")
    office.locator("main [name=text]").fill("Was hat bei Ihnen geholfen?")
    office.locator("main [name=formats]").fill("Bericht\nWerkstatt")
    office.locator("main [name=deadline]").fill(in_days(30))
    press(office.locator(SUBMIT))

    member, other = open_page("member", java_script_enabled=False), open_page("mentor", java_script_enabled=False)
    member.goto(event)
    press(member.get_by_role("link", name="Zum Aufruf"))
    member.locator("main [name=title]").fill("Sprachmittlung am Telefon")
    member.locator("main [name=text]").fill("Ein Jahr Erfahrung in drei Gemeinden.")
    member.locator("input[name=format]").first.check()
    press(member.locator(SUBMIT))
    other.goto(event + "aufruf/")
    press(other.get_by_role("button", name="Ich würde kommen"))

    office.goto(event + "programm/planen/")
    expect(office.get_by_text("Eine Person würde kommen.")).to_be_visible()
    press(office.get_by_role("link", name="Entscheiden"))
    office.locator("input[name=decision][value=accept]").check()
    office.locator("main [name=reason]").fill("Danach haben viele gefragt.")
    press(office.locator(SUBMIT))
    member.goto(event + "aufruf/")
    expect(member.get_by_text("Danach haben viele gefragt.")).to_be_visible()

    office.goto(event + "einladungen/viele/")
    office.locator("input[name=whom][value=members]").check()
    press(office.locator(SUBMIT))
    expect(office.locator("#who + * li, #who ~ ol li").filter(has_text="Nadia").first).to_be_visible()
    press(office.get_by_role("button", name="Einladung senden"))

    invited = open_page(java_script_enabled=False)
    invited.goto(link_for(demo_folder, MENTOR, ANSWER, seen))
    invited.locator("input[name=answer][value=yes]").check()
    press(invited.locator(SUBMIT).first)
    office.goto(event + "einladungen/")
    expect(office.get_by_text("Nur die Stillen erinnern")).to_be_visible()
    expect(office.locator("main")).to_contain_text("Ja: 1.")
