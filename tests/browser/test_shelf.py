"""Files and tasks of a group in a real browser: put down, looked at, found; a task from giving to done by keyboard."""

from __future__ import annotations

import re

from tests.browser.pressing import press
from tests.cms.extracting import made
from tests.factories import make_photo

FILES, TASKS = "/arbeitsgruppen/ag-wohnen/dateien/", "/arbeitsgruppen/ag-wohnen/aufgaben/"


def as_upload(name: str, kind: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": kind, "buffer": content}


def test_files_are_put_down_looked_at_and_found_by_the_group_alone(open_page):
    page = open_page("member")
    page.goto(FILES)
    photo = make_photo("Ortstermin am Markt.jpg")
    report = as_upload("Bericht Leerstand.pdf", "application/pdf", made.pdf("Die Rohrdommel nistet im Schilf"))
    page.locator("input[type=file]").set_input_files([as_upload(photo.name, "image/jpeg", photo.read()), report])
    page.get_by_label("Anmerkung").fill("Vom Ortstermin")
    press(page.get_by_role("button", name="Dateien hochladen"))
    page.get_by_text("2 Dateien sind abgelegt.").wait_for()

    press(page.get_by_role("link", name="Ortstermin am Markt", exact=True))
    shown = page.locator(".shelf__preview img")
    shown.wait_for()
    assert shown.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 1200
    page.goto(FILES)
    press(page.get_by_role("link", name="Bericht Leerstand", exact=True))
    frame = page.locator("iframe.shelf__page")
    address = frame.get_attribute("src")
    assert page.request.get(address).headers["content-type"] == "application/pdf"

    other = open_page("outsider")
    found = []
    for _try in range(40):
        page.goto("/suche/?q=Rohrdommel")
        found = page.locator("h3.line__title a").all_inner_texts()
        if found:
            break
        page.wait_for_timeout(500)
    assert found == ["Bericht Leerstand"]
    other.goto("/suche/?q=Rohrdommel")
    assert other.locator("h3.line__title a").count() == 0
    assert other.goto(address).status == 404
    assert other.goto(FILES).status == 404


def test_what_is_too_large_is_said_before_it_is_sent(open_page, tmp_path):
    page = open_page("member")
    page.goto(FILES)
    page.get_by_label("Anmerkung").fill("Bleibt stehen")
    large = tmp_path / "gross.txt"
    with large.open("wb") as file:
        file.truncate(21 * 2**20)
    page.locator("input[type=file]").set_input_files(large)
    page.get_by_role("button", name="Dateien hochladen").click()
    said = page.locator("input[type=file]").evaluate("field => field.validationMessage")
    assert said == "„gross.txt“ ist größer als 20 MB."
    assert page.get_by_label("Anmerkung").input_value() == "Bleibt stehen"


def test_a_task_from_giving_to_done_by_keyboard(open_page):
    giver = open_page("coordinator")
    giver.goto(TASKS)
    giver.get_by_label("Was ist zu tun?").focus()
    giver.keyboard.type("Bürgermeisterin anrufen")
    giver.keyboard.press("Tab")
    giver.keyboard.type("Katharina")
    with giver.expect_navigation():
        giver.get_by_role("button", name="Aufgabe aufschreiben").press("Enter")
    assert giver.get_by_role("heading", name="Bürgermeisterin anrufen").count() == 1

    owner = open_page("member")
    told = owner.get_by_text("„Bürgermeisterin anrufen“ ist Ihre Aufgabe")
    for _try in range(40):
        owner.goto("/mitteilungen/")
        if told.count():
            break
        owner.wait_for_timeout(500)
    assert told.count() == 1
    owner.goto(TASKS)
    line = owner.locator("li", has=owner.get_by_role("heading", name="Bürgermeisterin anrufen"))
    assert "(Sie)" in line.inner_text()
    done = line.get_by_role("button", name=re.compile("Erledigt"))
    done.focus()
    with owner.expect_navigation():
        owner.keyboard.press("Enter")
    owner.locator("summary", has_text="erledigte Aufgaben").press("Enter")
    assert line.is_visible()
    assert "erledigt von" in line.inner_text()


def test_a_picture_on_a_post_asks_what_it_shows(open_page):
    page = open_page("member", java_script_enabled=False)
    page.goto("/diskussionen/3/")
    page.locator("textarea[name=text]").fill("So sieht es dort aus.")
    photo = make_photo("haus.jpg")
    page.locator("input[type=file]").set_input_files([as_upload("haus.jpg", "image/jpeg", photo.read())])
    press(page.get_by_role("button", name="Beitrag absenden"))
    assert page.locator("textarea[name=text]").input_value() == "So sieht es dort aus."
    page.get_by_label("Was zeigt das Bild?").fill("Ein Haus am Markt")
    press(page.get_by_role("button", name="Beitrag absenden"))
    picture = page.get_by_role("img", name="Ein Haus am Markt")
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 640
