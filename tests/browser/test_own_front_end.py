"""The example in `clients`, built from the served forum and used: by visitors, by members who sign on, for previews."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import time
import urllib.request
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.axe import found_by_axe
from tests.forum_process import PASSWORD
from tests.node import ROOT, run_module

EXAMPLE = ROOT / "clients" / "example"
ORIGIN = "http://localhost:5173"
"""Where the forum of the demo world expects it; the browser is told at which port it really is."""
PATIENCE = 60  # seconds until it is built and served
SUMMARY = "Kleine Gruppen, feste Tage und eine Lernbegleitung aus dem Ort"
SITE = "https://front.example"
ENTRY = "/wissen/sprachkurse-ohne-bus/"


@contextmanager
def started(forum, folder, until):
    """`npm start`, until it says what matches `until`; the match."""
    log = folder / "log"
    environment = {**os.environ, "FORUM": forum, "PORT": "0", "OUT": str(folder / "dist"), "SITE": SITE}
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["npm", "start"], cwd=EXAMPLE, env=environment, stdout=out, stderr=out, start_new_session=True
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not (found := re.search(until, log.read_text())):
            assert process.poll() is None and time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)
        yield found
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # npm, and what it started
        process.wait(20)


@pytest.fixture(scope="module")
def example(served, node, tmp_path_factory):
    """Port of the example."""
    folder = tmp_path_factory.mktemp("example")
    with started(served, folder, r"http://127\.0\.0\.1:(\d+)/ zeigt") as found:
        yield found[1]


@pytest.fixture(scope="module")
def elsewhere(browser, chromium, example):
    """A browser that finds the example at the address under which the forum knows it."""
    rule = f"--host-resolver-rules=MAP localhost:5173 127.0.0.1:{example}"
    started = browser.browser_type.launch(executable_path=chromium, args=["--no-sandbox", rule])
    yield started
    started.close()


@pytest.fixture
def page(elsewhere):
    """A window in which nothing may fail unheard; what the example asks for that is not there is no failure."""
    context = elsewhere.new_context(base_url=ORIGIN, locale="de-DE")
    page = context.new_page()
    failed = []
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    assert [text for text in failed if "404" not in text and "ERR_FAILED" not in text] == []


def asked(forum, address):
    """What the API tells a visitor: tests before have published more than the demo world holds."""
    with urllib.request.urlopen(f"{forum}/api/v1/{address}") as answer:
        return json.load(answer)


def test_a_visitor_finds_a_summary_and_nothing_of_members(page, served):
    page.goto("/")
    expect(page.get_by_text(re.compile(r"^\d+ Beiträge$"))).to_be_visible()
    page.get_by_role("link", name="Suche").click()
    page.get_by_label("Wonach suchen Sie?").fill("Sprachkurs")
    page.get_by_role("button", name="Suchen").click()
    found = asked(served, "search/?type=entry&q=Sprachkurs")["count"]
    expect(page.get_by_role("status")).to_have_text(f"{found} Beiträge zu „Sprachkurs“")
    page.get_by_role("link", name="Mobilität").click()
    expect(page.get_by_role("link", name="Nicht mehr nur: Mobilität")).to_be_visible()
    page.get_by_role("link", name="Sprachkurse ohne Bus").click()
    expect(page).to_have_url(ORIGIN + ENTRY)
    expect(page.get_by_text(SUMMARY)).to_have_count(1)
    expect(page.get_by_text("Öffentlich: Das lesen alle.")).to_be_visible()
    assert {entry["layer"] for entry in asked(served, "entries/?limit=100")["results"]} == {"public"}
    for name in ("Aufwand", "Rechtsgrundlage", "Wie es entstanden ist"):
        expect(page.get_by_text(name)).to_have_count(0)


def test_suggestions_come_while_somebody_types(page):
    page.goto("/suche/")
    page.get_by_label("Wonach suchen Sie?").press_sequentially("Sprachk")
    expect(page.locator("datalist option[value=Sprachkurse]")).to_have_count(1)


def test_public_pages_read_without_a_script(elsewhere, example):
    context = elsewhere.new_context(base_url=ORIGIN, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="Sprachkurse ohne Bus").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sprachkurse ohne Bus: Der Unterricht kommt ins Dorf")
    expect(page.get_by_text(SUMMARY)).to_be_visible()
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", SITE + ENTRY)
    assert SITE + ENTRY in page.request.get(f"http://127.0.0.1:{example}/sitemap.txt").text()
    page.get_by_role("link", name="Suche").click()
    expect(page.get_by_role("link", name="in der Suche des Forums")).to_be_visible()
    context.close()


def test_a_member_signs_on_reads_the_whole_entry_and_leaves(page, served):
    page.goto(ENTRY)
    page.get_by_role("navigation").get_by_role("link", name="Anmelden").click()
    page.get_by_role("button", name="Beim Forum anmelden").click()
    expect(page).to_have_url(re.compile(f"^{served}/"))
    page.locator("input[name=login]").fill("member@demo.example")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.locator("button[value=grant]").click()

    expect(page).to_have_url(ORIGIN + ENTRY)  # back where she was, and it is the same address
    expect(page.get_by_text("Nur für Mitglieder des Forums")).to_be_visible()
    expect(page.get_by_text("Rechtsgrundlage", exact=True)).to_be_visible()
    picture = page.locator(".prose img")  # for members alone, and a browser sends no token for it
    expect(picture).to_have_js_property("complete", True)
    expect(picture).to_have_attribute("src", re.compile("^blob:"))
    assert picture.evaluate("image => image.naturalWidth") > 0
    axe_finds_nothing(page)

    page.get_by_role("link", name="Mein Forum").click()
    expect(page.get_by_text("member@demo.example")).to_be_visible()
    expect(page.get_by_text("· nur für Mitglieder").first).to_be_visible()
    axe_finds_nothing(page)
    token = page.evaluate("JSON.parse(Object.values(sessionStorage)[0]).access_token")
    page.get_by_role("button", name="Abmelden").click()
    page.locator("button[value=logout]").click()  # of the forum, too

    expect(page).to_have_url(ORIGIN + "/")
    page.goto(ENTRY)
    expect(page.get_by_text("Öffentlich: Das lesen alle.")).to_be_visible()
    asked = urllib.request.Request(f"{served}/api/v1/me/", headers={"Authorization": f"Bearer {token}"})
    with pytest.raises(urllib.error.HTTPError, match="401"):  # it was given back
        urllib.request.urlopen(asked)


def test_whoever_does_not_agree_is_told_so_and_may_try_again(page):
    page.goto("/anmeldung/?error=access_denied&state=never-was")
    expect(page.get_by_text("Die Anmeldung ist nicht zustande gekommen.")).to_be_visible()
    expect(page.get_by_role("button", name="Beim Forum anmelden")).to_be_visible()
    assert page.url == f"{ORIGIN}/anmeldung/"


def test_a_preview_shows_what_is_not_published_until_its_link_ends(page, open_page, served, demo_folder):
    editor = open_page("editor")
    cookies = {cookie["name"]: cookie["value"] for cookie in editor.context.cookies()}
    headers = {"X-CSRFToken": cookies["csrftoken"], "Referer": f"{served}/"}
    new = {
        "kind": "good_practice",
        "title": "Noch nicht veröffentlicht",
        "body_html": "<p>Was nur Mitglieder lesen.</p>",
    }
    entry = editor.request.post("/api/v1/entries/", data=new, headers=headers).json()
    made = editor.request.post(f"/api/v1/entries/{entry['id']}/previews/", data={}, headers=headers).json()

    for address in (f"/vorschau/{made['token']}", f"/vorschau/#{made['token']}"):
        page.goto("about:blank")
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Noch nicht veröffentlicht")
        expect(page.get_by_text("Was nur Mitglieder lesen.")).to_be_visible()
    page.goto(f"/eintrag/?nr={entry['id']}")
    expect(page.get_by_text("Das gibt es hier nicht.")).to_be_visible()

    with closing(sqlite3.connect(demo_folder / "lernnetz.sqlite3")) as database, database:
        database.execute("UPDATE cms_previewlink SET ends_at = '2020-01-01'")
    page.goto(f"/vorschau/{made['token']}")
    expect(page.get_by_text("Dieser Link öffnet nichts mehr.")).to_be_visible()
    expect(page.get_by_text("Noch nicht veröffentlicht")).to_have_count(0)


def test_while_the_forum_is_away_its_public_pages_stay_and_the_others_say_so(page, served):
    page.route(f"{served}/**", lambda route: route.abort())
    page.goto("/suche/?q=Bus")
    expect(page.get_by_text("Das Forum antwortet gerade nicht.")).to_be_visible()
    page.get_by_role("link", name="alle öffentlichen Beiträge lesen").click()
    page.get_by_role("link", name="Sprachkurse ohne Bus").click()
    expect(page.get_by_text(SUMMARY)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(elsewhere, scheme):
    context = elsewhere.new_context(
        base_url=ORIGIN, color_scheme=scheme, viewport={"width": 320, "height": 700}, reduced_motion="reduce"
    )
    page = context.new_page()
    for path in ("/", ENTRY, "/wissen/schulungstag-fuer-ehrenamtliche/", "/suche/?q=Sprachkurs", "/mein-forum/",
                 "/anmeldung/", "/vorschau/ended", "/eintrag/?nr=99999", "/gibt-es-nicht/"):  # fmt: skip
        page.goto(path)
        expect(page.locator("[aria-busy]")).to_have_count(0)
        axe_finds_nothing(page)
    context.close()


def axe_finds_nothing(page):
    assert found_by_axe(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("h1").count() == 1


def test_the_client_walks_pages_names_problems_and_asks_again_for_nothing(node, served):
    told = run_module(node, ROOT / "tests" / "clients" / "talking.mjs", served)

    with urllib.request.urlopen(f"{served}/api/v1/entries/?limit=100") as answer:
        assert told["walked"] == [entry["id"] for entry in json.load(answer)["results"]]
    assert told["problem"]["status"] == 400
    assert list(told["problem"]["errors"]) == ["kind"]
    assert told["refused"] == 401
    assert told["unreachable"] == "ForumUnreachable"
    assert told["statuses"] == [200, 304]
    assert told["remembered"] is True


def test_it_says_what_to_do_where_no_forum_answers(node, tmp_path):
    with started("http://127.0.0.1:9", tmp_path, r"(?s)Unter (\S+) antwortet kein Forum.*manage\.py demo") as found:
        assert found[1] == "http://127.0.0.1:9"
