"""A front end elsewhere in a real browser: asked, let in, led back across origins, shut out; the office's pages."""

from __future__ import annotations

import http.server
import threading
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.browser.axe import found_by_axe

ASKED = {
    "client_id": "example-front-end",
    "response_type": "code",
    "scope": "openid profile email read:public read:members read:events",
    "state": "s-1",
    "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    "code_challenge_method": "S256",
}


class Elsewhere(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Elsewhere</title>")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def elsewhere():
    """Another origin; on this machine any port will do for an address that is registered (RFC 8252, 7.3)."""
    server = http.server.HTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def address(elsewhere, **changed):
    asked = {**ASKED, "redirect_uri": f"{elsewhere}/anmeldung/", **changed}
    return f"/identity/o/authorize?{urlencode(asked)}"


def assert_well_made(page):
    """For the eye, for screen readers and at 320 pixels."""
    assert found_by_axe(page) == []
    before = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("h1").count() == 1
    page.set_viewport_size(before)


def test_people_let_a_front_end_in_and_shut_it_out(open_page, elsewhere):
    page = open_page("member")
    page.goto(address(elsewhere))
    assert_well_made(page)
    page.get_by_label("Ihre E-Mail-Adresse erfahren").uncheck()
    page.get_by_role("button", name="Zulassen").click()
    page.wait_for_url(f"{elsewhere}/**")  # the policy of the page has to let the form lead there
    assert parse_qs(urlsplit(page.url).query).keys() == {"code", "state"}
    page.goto("/konto/oberflaechen/")
    assert_well_made(page)
    assert "E-Mail" not in page.locator("main li").inner_text()
    page.get_by_role("button", name="Zugang beenden").click()
    assert "hat keinen Zugang mehr" in page.locator("main").inner_text()
    assert_well_made(page)


def test_signing_out_over_there_asks_about_here(open_page):
    page = open_page("member")
    back = {"client_id": ASKED["client_id"], "post_logout_redirect_uri": "http://127.0.0.1:5173/"}
    page.goto(f"/identity/o/logout?{urlencode(back)}")
    assert_well_made(page)
    assert page.get_by_role("button", name="Angemeldet bleiben").is_visible()


def test_what_is_wrong_is_a_calm_page(open_page, elsewhere):
    page = open_page()
    page.goto(address(elsewhere, client_id="nobody"))
    assert_well_made(page)
    assert "nicht eingetragen" in page.locator("main").inner_text()


def test_the_office_keeps_front_ends(open_page):
    page = open_page("office")
    page.goto("/cms/front-ends/")
    assert "example-front-end" in page.locator("main").inner_text()
    page.goto("/cms/front-ends/new/")
    page.locator("[name=name]").fill("Kreisportal")
    page.get_by_label("Ein eigener Server").check()
    page.get_by_label("Adressen, zu denen").fill("http://portal.example/da/")
    page.get_by_role("button", name="Eintragen").click()
    assert "beginnt mit https://" in page.locator("main").inner_text()
    page.get_by_label("Adressen, zu denen").fill("https://portal.example/da/")
    page.get_by_role("button", name="Eintragen").click()
    assert "nicht noch einmal zeigen" in page.locator("main").inner_text()
    page.get_by_role("link", name="Ich habe es kopiert").click()
    page.get_by_role("link", name="Diese Oberfläche entfernen").click()
    page.get_by_role("button", name="Entfernen").click()
    page.get_by_text("„Kreisportal“ ist entfernt.").wait_for()


@pytest.mark.parametrize("path", ["/cms/front-ends/", "/cms/plugins/", "/cms/plugins/events/off/"])
def test_what_the_office_reads_in_the_dark_stands_out(open_page, path):
    page = open_page("office", color_scheme="dark")
    page.goto(path)
    assert found_by_axe(page, runOnly=["color-contrast"]) == []
