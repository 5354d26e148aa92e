"""Following a link, sending a form or signing in, and waiting for what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def press(element: Locator) -> None:
    """Press it and wait for the next page; a click alone does not wait for it."""
    with element.page.expect_navigation():
        element.click()


def arrive(page: Page, path: str) -> None:
    """Wait until the window shows this page; an address that only names it as `?next=` is not it."""
    page.wait_for_url(lambda address: urlsplit(address).path.endswith(path))


def post_field(page: Page) -> Locator:
    """Where a post is written, once the editor has taken the place of the plain field."""
    page.get_by_role("button", name="Fett").wait_for()
    return page.get_by_role("textbox", name="Ihr Beitrag")


def sign_in(page: Page, person: str) -> None:
    """As somebody of the demo world."""
    page.goto("/konto/anmelden/")
    page.locator("input[name=login]").fill(f"{person}@demo.example")
    page.locator("input[type=password]").fill("lernnetz-demo")
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda address: "/konto/anmelden/" not in address)
