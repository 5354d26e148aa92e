from __future__ import annotations

from tests.browser.pressing import press, sign_in


def test_a_visitor_finds_the_knowledge_base(open_page):
    page = open_page()
    page.goto("/")
    press(page.locator("header").get_by_role("link", name="Wissen").first)
    assert page.url.endswith("/wissen/")
    assert page.locator("main h1").count() == 1


def test_a_member_signs_in_and_is_greeted(open_page):
    page = open_page()
    sign_in(page, "member")
    assert page.url.endswith("/start/")
    assert page.locator("main input[type=search], main input[name=q]").count() >= 1
