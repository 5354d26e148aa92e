"""A working group from its proposal to its closing report, each step as the person who takes it."""

from __future__ import annotations

from tests.browser.pressing import post_field, press

PROPOSAL = {
    "title": "Fahrdienste zum Sprachkurs",
    "question": "Wie kommen Menschen ohne Auto zum Kurs?",
    "expected_result": "Eine Empfehlung mit drei Wegen",
    "wanted": "Landkreise mit wenig Busverkehr",
    "least_counties": "3",
}
ADDRESS = "/arbeitsgruppen/fahrdienste-zum-sprachkurs/"


def send(page, path: str, **fields: str) -> None:
    page.goto(path)
    for name, value in fields.items():
        page.locator(f"main [name={name}]").fill(value)
    press(page.locator("main form.form button[type=submit]").last)


def test_a_group_forms_on_demand_works_and_is_closed_with_a_report(open_page):
    coordinator, member, office = open_page("coordinator"), open_page("member"), open_page("office")

    send(coordinator, "/arbeitsgruppen/vorschlagen/", **PROPOSAL)
    assert "vorgeschlagen" in coordinator.locator("main").inner_text()
    assert member.goto("/mitteilungen/") and "Fahrdienste zum Sprachkurs" in office.goto(ADDRESS).text()
    for person in ("mentor", "outsider"):
        joining = open_page(person)
        joining.goto(ADDRESS)
        press(joining.get_by_role("link", name="Wir machen mit"))
        press(joining.locator("main form button[type=submit]").last)
    coordinator.goto(ADDRESS)
    assert "3 Landkreise" in coordinator.locator("main").inner_text()

    send(coordinator, f"{ADDRESS}einstellungen/", mandate="Wir sammeln, was trägt, und schreiben eine Empfehlung.")
    office.goto(ADDRESS)
    press(office.get_by_role("button", name="Auftrag als erfasst vermerken"))
    assert "vom Programmbüro erfasst" in office.locator("main").inner_text()

    member.goto("/arbeitsgruppen/")
    press(member.get_by_role("link", name="Fahrdienste zum Sprachkurs"))
    press(member.get_by_role("link", name="Nach Zugang fragen"))
    member.locator("main [name=text]").fill("Wir haben dasselbe vor.")
    member.locator("main [name=via_office]").check()
    press(member.locator("main form.form button[type=submit]"))
    coordinator.goto(ADDRESS)
    assert "Katharina" not in coordinator.locator("main").inner_text()
    office.goto("/mitteilungen/")
    press(office.get_by_role("link", name="über das Programmbüro").first)
    press(office.get_by_role("link", name="Katharina Wiesner"))
    press(office.get_by_role("button", name="An die Gruppe weiterleiten"))
    coordinator.goto(ADDRESS)
    press(coordinator.get_by_role("link", name="Katharina Wiesner"))
    press(coordinator.get_by_role("button", name="Anfrage annehmen"))

    member.goto(ADDRESS)
    press(member.get_by_role("link", name="Diskussionen", exact=True).first)
    press(member.get_by_role("link", name="Diskussion beginnen"))
    member.locator("main [name=title]").fill("Wer fährt?")
    post_field(member).fill("Bei uns fahren Ehrenamtliche.")
    press(member.locator("main form.form button[type=submit]").last)
    talk = member.url
    assert coordinator.goto(talk).ok

    send(coordinator, f"{ADDRESS}abschliessen/", text="Drei Wege haben sich bewährt.")
    member.goto(ADDRESS)
    assert "Drei Wege haben sich bewährt." in member.locator("main").inner_text()
    assert member.goto(talk).ok
    assert member.get_by_role("textbox", name="Ihr Beitrag").count() == 0
    guest = open_page("guest")
    assert [guest.goto(address).status for address in (ADDRESS, talk)] == [404, 404]
