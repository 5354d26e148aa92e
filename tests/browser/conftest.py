"""A real Chromium and the real server: the demo world in a folder of its own, served as `manage.py demo` serves it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.pressing import sign_in
from tests.unavailable import leave_out

PATIENCE = 120  # seconds until the demo world is served
SIGNED_IN_FOR = 120  # seconds; some pages ask for the password again after five minutes


def pytest_collection_modifyitems(items):
    """All browser tests run in one process, so that there is one server and one browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium of this machine."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    leave_out("Chromium")


@pytest.fixture(scope="session")
def demo_folder(demo_world):
    """Where the demo world lies; its mails are files in `mails`."""
    return demo_world()


@pytest.fixture(scope="session")
def served(chromium, demo_folder):
    """Address of the served demo world, without a slash at its end."""
    data = demo_folder
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")},
        "LERNNETZ_DATA": str(data),
    }
    server = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--addr", "127.0.0.1:0"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=(data / "log").open("wb"),
        stderr=subprocess.STDOUT,
    )
    try:
        yield address_of(server, data / "log")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def address_of(server: subprocess.Popen, log: Path) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        if found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text(errors="replace")):
            with urllib.request.urlopen(found[0] + "/readyz", timeout=30) as answer:
                assert answer.status == 200
            return found[0]
        time.sleep(0.2)
    pytest.fail(f"The demo world was not served:\n{log.read_text(errors='replace')[-3000:]}", pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; Django would refuse every query of later tests because of it
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def signed_in(browser):
    """`signed_in("member", address)` gives the cookies of somebody who has signed in there a moment ago.

    The tests of two minutes share them: most are about what comes afterwards. Whoever signs out uses `sign_in`.
    """
    kept = {}

    def cookies(person: str, address: str):
        made, state = kept.get((person, address), (-SIGNED_IN_FOR, None))
        if time.monotonic() - made > SIGNED_IN_FOR:
            context = browser.new_context(base_url=address, locale="de-DE")
            sign_in(context.new_page(), person)
            state = context.storage_state()
            context.close()
            kept[person, address] = time.monotonic(), state
        return state

    return cookies


@pytest.fixture
def open_page(browser, served, signed_in):
    """`open_page("member")` gives a window in which that person is signed in, `open_page()` one of a visitor.

    Named arguments go to Playwright's `new_context`, such as `color_scheme="dark"` or `java_script_enabled=False`.
    """
    contexts = []

    def window(person: str | None = None, **options):
        options = {"base_url": served, "locale": "de-DE", **options}
        cookies = signed_in(person, options["base_url"]) if person else None
        context = browser.new_context(storage_state=cookies, **options)
        contexts.append(context)
        return context.new_page()

    yield window
    for context in contexts:
        context.close()
