"""A county's report comes as a Word file and ends as a published good practice with a released summary."""

from __future__ import annotations

import re

from tests.browser.pressing import press
from tests.browser.test_journeys import eventually, found
from tests.factories.documents import WordFile, drawn

WORD = "Mirabellenbus"


def report() -> bytes:
    """As a county officer writes it."""
    return (
        WordFile(f"{WORD}: Mit dem Rufbus zum Sprachkurs")
        .text("Im Landkreis fahren abends keine Busse. Ein Rufbus bringt die Lernenden seit März zum Kurs und zurück.")
        .heading("Ausgangslage")
        .text("Die Hälfte der Teilnehmenden hörte auf, weil sie nicht nach Hause kam.", note="Befragung im Mai.")
        .heading("Was wir getan haben")
        .text("Mit dem Verkehrsbetrieb abgestimmt", style="List Number")
        .text("Fahrten an die Kurszeiten gebunden", style="List Number")
        .picture(drawn(), alt="Ein kleiner Bus vor dem Gemeindehaus")
        .heading("Ergebnisse")
        .table(["Jahr", "Teilnehmende"], ["2024", "41"], ["2025", "88"])
        .content
    )


def test_a_report_in_word_becomes_a_published_good_practice_with_a_released_summary(open_page):
    editor, second, member, visitor = (open_page(name) for name in ("editor", "editor2", "member", None))
    editor.goto("/cms/")
    press(editor.get_by_role("link", name="Text einlesen").first)
    editor.locator("input[type=file]").set_input_files(
        {"name": "Bericht.docx", "mimeType": "application/octet-stream", "buffer": report()}
    )
    press(editor.get_by_role("button", name="Einlesen"))
    assert "Alles in der Datei wurde verstanden." in editor.content()
    press(editor.get_by_role("link", name=re.compile(f"Weiter mit „{WORD}")))

    assert editor.locator("#id_title").input_value().startswith(WORD)
    assert editor.locator("#id_summary").input_value().startswith("Im Landkreis fahren abends keine Busse.")
    publish = editor.locator("button[name=action-publish]").first
    if not publish.is_visible():
        editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    publish.click()
    editor.wait_for_url(lambda address: "/edit/" not in address)

    assert eventually(lambda: found(member, WORD))
    assert found(visitor, WORD) == []
    entry = found(member, WORD)[0]
    member.goto(entry["url"])
    shown = member.locator("main")
    assert shown.locator("table", has_text="88").count() == 1
    assert shown.locator("img[alt='Ein kleiner Bus vor dem Gemeindehaus']").count() == 1
    assert "Befragung im Mai." in shown.inner_text()

    second.goto(f"/cms/entries/{entry['id']}/release/")
    for question in ("parties", "persons", "county", "sources"):
        second.locator(f"input[name={question}]").first.check()
    press(second.get_by_role("button", name=re.compile("freigeben", re.I)).first)
    assert eventually(lambda: found(visitor, WORD))
    visitor.goto(entry["url"])
    assert "Ein Rufbus bringt die Lernenden" in visitor.locator("main").inner_text()
    assert "Die Hälfte der Teilnehmenden" not in visitor.content()
