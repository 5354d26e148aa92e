"""What axe-core holds against the page in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

PUT_IN = f"{AXE_SCRIPT}\nwindow.axeOfTests = window.axe"  # Wagtail's forms bring another one, with rules of their own
RUN = "options => axeOfTests.run(options).then(found => found.violations)"


def violations(page: Page, **options: Any) -> list[dict[str, Any]]:
    """Rules that are broken, each with its `nodes`. `options` are those of `axe.run`, such as `runOnly`.

    A page that is looked at several times reads axe's half megabyte once; what axe found in order stays over there.
    """
    if not page.evaluate("'axeOfTests' in window"):
        page.evaluate(PUT_IN)
    return page.evaluate(RUN, {"resultTypes": ["violations"], **options})


def found_by_axe(page: Page, **options: Any) -> list[tuple[str, str]]:
    """The same to be read in the message of a test: rule and element."""
    return [(one["id"], node["html"][:160]) for one in violations(page, **options) for node in one["nodes"]]
