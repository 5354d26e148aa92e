"""Posts in the editor that the browser puts in the place of the field, and in the field alone."""

from __future__ import annotations

from tests.browser.pressing import post_field


def test_the_editor_formats_by_keyboard_and_by_button_and_opens_again_with_what_was_written(open_page):
    page = open_page("mentor")
    page.goto("/diskussionen/2/")
    page.get_by_role("button", name="Fett").wait_for()
    page.get_by_text("Ihr Beitrag", exact=True).click()
    page.keyboard.press("Control+b")
    page.keyboard.type("Wichtig:")
    page.keyboard.press("Control+b")
    page.keyboard.type(" Mentor*innen und Helfer*innen fragen")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Liste", exact=True).click()
    page.keyboard.type("am Montag")
    page.keyboard.press("Enter")
    page.keyboard.type("am Dienstag auf ")
    page.get_by_role("button", name="Link", exact=True).click()
    page.keyboard.type("https://example.org/termine")
    page.keyboard.press("Enter")
    page.locator("main form.form > .actions button[type=submit]").click()
    said = page.locator(".post__text").last
    said.get_by_text("Mentor*innen und Helfer*innen").wait_for()
    assert said.locator("strong").inner_text() == "Wichtig:"
    assert said.locator("li").all_inner_texts() == ["am Montag", "am Dienstag auf https://example.org/termine"]
    assert said.locator("a").get_attribute("href") == "https://example.org/termine"
    page.locator(".post").last.get_by_role("link", name="Bearbeiten").click()
    field = post_field(page)
    assert field.locator("strong").inner_text() == "Wichtig:"
    assert field.locator("li").count() == 2


def test_what_was_typed_as_plain_text_opens_in_the_editor_with_every_sign(open_page):
    page = open_page("mentor", java_script_enabled=False)
    page.goto("/diskussionen/2/")
    page.get_by_role("textbox", name="Ihr Beitrag").fill("Mentor*innen und Helfer*innen\n\n- eins\n- zwei")
    page.locator("main form.form > .actions button[type=submit]").click()
    edit = page.locator(".post").last.get_by_role("link", name="Bearbeiten").get_attribute("href")
    other = open_page("mentor")
    other.goto(edit)
    field = post_field(other)
    assert field.locator("li").all_inner_texts() == ["eins", "zwei"]
    field.press("End")
    other.locator("main form.form > .actions button[type=submit]").click()
    assert "Mentor*innen und Helfer*innen" in other.locator(".post__text").last.inner_text()
