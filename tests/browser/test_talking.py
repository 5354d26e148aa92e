"""A discussion that is open in one window hears of what is said in another."""

from __future__ import annotations

from tests.browser.pressing import sign_in


def test_a_new_post_is_told_without_moving_anything(open_page):
    reader, speaker = open_page(), open_page()
    sign_in(reader, "member")
    sign_in(speaker, "mentor")
    reader.goto("/diskussionen/2/")
    reader.locator("textarea[name=text]").fill("Ich schreibe noch")
    speaker.goto("/diskussionen/2/")
    speaker.locator("textarea[name=text]").fill("Mir ist noch etwas eingefallen.")
    speaker.locator("main form.form button[type=submit]").click()
    told = reader.locator("[data-new-posts] a")
    told.wait_for(timeout=40_000)
    assert reader.locator("textarea[name=text]").input_value() == "Ich schreibe noch"
    assert reader.get_by_text("Mir ist noch etwas eingefallen.").count() == 0
    told.click()
    reader.get_by_text("Mir ist noch etwas eingefallen.").wait_for()
