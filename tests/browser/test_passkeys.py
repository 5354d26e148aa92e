"""Passkeys with a device that Chromium plays: always there, its owner always recognised."""

from __future__ import annotations

import pytest

from tests.browser.axe import found_by_axe
from tests.browser.pressing import arrive, press, sign_in

PERSON = "outsider"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def by_name(served):
    """Browsers bind passkeys to names, so the number will not do."""
    return served.replace("127.0.0.1", "localhost")


def plug_in_device(page):
    """Gives the session of the developer tools in which the device lives, and its number."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    return tools, tools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]


def confirm_with_password(page):
    if "/konto/bestaetigen/" in page.url:
        page.locator("main input[type=password]").fill("lernnetz-demo")
        press(page.locator("main button[type=submit]"))


def add(page, name):
    page.goto("/konto/passkeys/neu/")
    confirm_with_password(page)
    assert_nothing_in_the_way(page)
    page.locator("main input[name=name]").fill(name)
    page.locator("main input[name=name]").press("Enter")
    arrive(page, "/konto/zweiter-faktor/notfallcodes/")


def remove(page, name):
    page.goto("/konto/passkeys/")
    press(page.locator("main li", has_text=name).locator("a[href$='/entfernen/']"))
    confirm_with_password(page)
    assert_nothing_in_the_way(page)
    press(page.locator("main .kern-btn--danger"))
    assert page.url.endswith("/konto/passkeys/")


def sign_out(page):
    page.goto("/konto/abmelden/")
    press(page.locator("main button[type=submit]").first)
    page.goto("/konto/anmelden/")


def assert_nothing_in_the_way(page):
    assert found_by_axe(page) == []


def test_a_member_adds_a_passkey_signs_in_with_it_and_removes_it(open_page, by_name):
    page = open_page(base_url=by_name)
    sign_in(page, PERSON)
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    plug_in_device(page)
    add(page, "Werkstatthandy")
    try:
        page.goto("/konto/passkeys/")
        assert page.locator("main li", has_text="Werkstatthandy").count() == 1

        sign_out(page)
        page.goto("/konto/anmelden/?next=/wissen/")
        assert_nothing_in_the_way(page)
        page.locator("#passkey-button").click()
        arrive(page, "/wissen/")

        # the second step after the password
        sign_out(page)
        page.locator("main input[name=login]").fill(f"{PERSON}@demo.example")
        page.locator("main input[type=password]").fill("lernnetz-demo")
        press(page.locator("main button[type=submit]"))
        assert page.url.endswith("/konto/zweiter-faktor/code/")
        assert_nothing_in_the_way(page)
        page.locator("#passkey-button").click()
        arrive(page, "/start/")

        # and when the forum wants to know whether it is still the same person
        page.goto("/konto/passkeys/")
        press(page.locator("main a[href$='/umbenennen/']"))
        press(page.locator("main a[href*='/passkeys/bestaetigen/']"))
        assert_nothing_in_the_way(page)
        page.locator("#passkey-button").click()
        arrive(page, "/umbenennen/")
        page.locator("main input[name=name]").fill("Diensthandy")
        press(page.locator("main button[type=submit]"))
    finally:
        remove(page, "")

    assert page.locator("main li").count() == 0
    sign_out(page)
    page.locator("#passkey-button").click()
    page.locator("main .kern-alert--danger[role=alert]").wait_for()
    assert said == []


def test_cancelling_is_said_and_the_password_goes_on_working(open_page, by_name):
    page = open_page(base_url=by_name)
    tools, device = plug_in_device(page)
    tools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    page.goto("/konto/anmelden/")
    assert page.locator("main .notice:visible").count() == 0
    page.locator("#passkey-button").click()
    page.locator("main [data-passkey-note=failed]:visible").wait_for()
    page.locator("main input[name=login]").fill("member@demo.example")
    page.locator("main input[type=password]").fill("lernnetz-demo")
    press(page.locator("main button[type=submit]"))
    assert page.url.endswith("/start/")


def test_a_browser_that_cannot_is_told_what_it_can(open_page, by_name):
    page = open_page(base_url=by_name)
    page.add_init_script("delete window.PublicKeyCredential")
    page.goto("/konto/anmelden/")
    assert page.locator("main [data-passkey-note=missing]").is_visible()
    assert not page.locator("#passkey-button").is_visible()

    page = open_page(base_url=by_name, java_script_enabled=False)
    page.goto("/konto/anmelden/")
    assert page.locator("main noscript .notice").is_visible()
    assert not page.locator("#passkey-button").is_visible()


def test_by_number_the_way_to_the_name_is_shown(open_page, by_name):
    page = open_page()
    page.goto("/konto/anmelden/")
    assert page.locator(f"main a[href='{by_name}/']").count() == 1
    assert page.locator("#passkey-button").count() == 0
