"""Pictures of every page, to be looked at: `python tests/browser/screenshots.py http://127.0.0.1:8000 FOLDER`.

The address is that of a served demo world. Each page is taken as whoever reads it, at three widths, in light and dark.
"""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.browser.pages import PAGES_OF  # noqa: E402
from tests.browser.pressing import sign_in  # noqa: E402

WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")


def name_of(person: str, path: str, width: int, scheme: str) -> str:
    words = "".join(letter if letter.isalnum() else "-" for letter in path).strip("-") or "home"
    return f"{person}_{words}_{width}_{scheme}.png"


def take(browser: Browser, address: str, folder: Path, width: int, scheme: str) -> int:
    """All pages in one width and scheme; returns how many."""
    taken = 0
    for person, paths in PAGES_OF.items():
        window = browser.new_context(
            base_url=address, locale="de-DE", color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        page = window.new_page()
        if person != "visitor":
            sign_in(page, person)
        for path in paths:
            page.goto(path)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=folder / name_of(person, path, width, scheme), full_page=True)
            taken += 1
        window.close()
    return taken


def main(address: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width in WIDTHS:
            for scheme in SCHEMES:
                print(f"{width} pixels, {scheme}: {take(browser, address, folder, width, scheme)} pages", flush=True)
        browser.close()


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    main(options.address.rstrip("/"), options.folder)
