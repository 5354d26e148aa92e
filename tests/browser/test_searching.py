"""The page of results while somebody types and chooses, in a real browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.pressing import press


def address(page) -> str:
    parts = urlsplit(page.url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_results_come_while_somebody_types_and_the_back_button_leads_back(open_page):
    page = open_page()
    page.goto("/suche/")
    field, found = page.locator("#search-words"), page.locator("#found")
    field.press_sequentially("Sprachkurse")
    expect(found).to_contain_text("Treffer")
    page.wait_for_url("**/suche/?q=Sprachkurse")
    expect(page.locator("[data-said]")).to_have_text(found.inner_text())
    assert page.evaluate("document.activeElement.name") == "q"

    field.press("Home")
    field.press_sequentially("Bus ")
    page.wait_for_url("**/suche/?q=Bus+Sprachkurse")
    assert page.evaluate("document.activeElement.selectionStart") == len("Bus ")

    page.locator(".filters a", has_text="Sprache").first.click()
    expect(page.locator(".chosen a")).to_contain_text("Sprache")
    assert address(page) == "/suche/?q=Bus+Sprachkurse&topic=sprache"
    assert page.evaluate("document.activeElement.id") == "found"

    page.go_back()
    expect(page.locator(".chosen")).to_have_count(0)
    expect(field).to_have_value("Bus Sprachkurse")
    page.go_back()  # all the typing was one step
    expect(found).to_have_count(0)
    expect(field).to_have_value("")
    assert address(page) == "/suche/"


def test_without_javascript_a_member_narrows_to_counties_like_hers(open_page):
    page = open_page("member", java_script_enabled=False)
    page.goto("/suche/?q=Sprachkurse")
    press(page.locator(".alike a", has_text="Auental"))
    before = page.locator("main .line").count()
    assert "Landkreis Auental" in page.locator(".chosen a").inner_text()
    page.locator(".alike select[name=like_distance]").select_option("50")
    press(page.locator(".alike button"))
    assert "like_distance=50" in page.url
    assert 0 < page.locator("main .line").count() < before
