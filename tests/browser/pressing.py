"""Following a link or sending a form, and waiting for what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def press(element: Locator) -> None:
    """Press it and wait for the next page; a click alone does not wait for it."""
    with element.page.expect_navigation():
        element.click()
