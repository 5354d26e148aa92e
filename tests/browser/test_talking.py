"""A page that is open hears of what happens elsewhere, and nothing on it moves by itself."""

from __future__ import annotations

import pytest

from tests.browser.pressing import arrive, post_field, sign_in
from tests.forum_process import forum_process

BETWEEN_MEMBER_AND_MENTOR = "/diskussionen/2/"
IN_GROUP = "/diskussionen/3/"


@pytest.fixture
def forum(chromium, demo_world):
    """A demo world for one test that changes who belongs where."""
    with forum_process(demo_world()) as process:
        yield process


def say(page, path: str, text: str) -> None:
    page.goto(path)
    post_field(page).fill(text)
    page.locator("main form.form button[type=submit]").click()
    page.get_by_text(text).first.wait_for()


def listening(page, path: str) -> None:
    """Open the page and wait until the server has said how things stand with all that it watches."""
    heard = []
    page.on("websocket", lambda line: line.on("framereceived", lambda frame: heard.append(frame)))
    page.goto(path)
    watched = page.locator("[data-bell], [data-new-posts]").count()
    for _ in range(100):
        if len(heard) >= watched:
            return
        page.wait_for_timeout(50)
    pytest.fail("The page does not listen.")


def test_a_new_post_is_told_at_once_without_moving_anything(open_page):
    reader, speaker = open_page("member"), open_page("mentor")
    asked = []
    reader.on("request", lambda request: asked.append(request.url) if "/posts/" in request.url else None)
    listening(reader, BETWEEN_MEMBER_AND_MENTOR)
    post_field(reader).fill("Ich schreibe noch")
    say(speaker, BETWEEN_MEMBER_AND_MENTOR, "Mir ist noch etwas eingefallen.")
    told = reader.locator("[data-new-posts] a")
    told.wait_for(timeout=5_000)  # far less than the 15 seconds after which a page without a socket asks
    assert len(asked) == 1  # only when there was something to fetch
    assert reader.get_by_role("textbox", name="Ihr Beitrag").inner_text() == "Ich schreibe noch"
    assert reader.get_by_text("Mir ist noch etwas eingefallen.").count() == 0
    told.click()
    reader.get_by_text("Mir ist noch etwas eingefallen.").wait_for()


def test_without_a_socket_the_page_asks_as_before(open_page):
    reader, speaker = open_page("member"), open_page("mentor")
    reader.route_web_socket("**/ws/live/", lambda socket: socket.close(code=4503))
    reader.clock.install()
    reader.goto(BETWEEN_MEMBER_AND_MENTOR)
    say(speaker, BETWEEN_MEMBER_AND_MENTOR, "Hier ohne Leitung.")
    reader.clock.run_for("00:20")  # the page asks every 15 seconds
    reader.locator("[data-new-posts] a").wait_for()


def test_a_page_whose_socket_was_cut_comes_back_and_hears_what_it_missed(open_page):
    reader, speaker = open_page("member"), open_page("mentor")
    lines = []

    def first_is_cut(line):
        lines.append(line)
        if len(lines) > 1:
            line.connect_to_server()
        else:
            line.close(code=4503)

    reader.route_web_socket("**/ws/live/", first_is_cut)
    reader.goto(BETWEEN_MEMBER_AND_MENTOR)
    say(speaker, BETWEEN_MEMBER_AND_MENTOR, "Während die Leitung weg war.")
    reader.locator("[data-new-posts] a").wait_for(timeout=10_000)
    assert len(lines) == 2


def test_the_bell_counts_on_an_open_page_and_says_so_politely(open_page):
    concerned, speaker = open_page("mentor"), open_page("member")
    concerned.goto("/mitteilungen/")
    if (all_read := concerned.locator("main form button")).count():
        all_read.first.click()
        concerned.wait_for_load_state()
    listening(concerned, "/wissen/")
    count, status = concerned.locator("[data-bell]"), concerned.locator("[data-bell-says]")
    assert not count.is_visible() and status.text_content() == ""
    assert status.get_attribute("role") == "status"
    heading = concerned.locator("h1").bounding_box()
    say(speaker, BETWEEN_MEMBER_AND_MENTOR, "Rufen Sie mich bitte an?")
    count.wait_for(timeout=5_000)
    assert count.locator("[data-number]").text_content() == "1"
    assert status.text_content() == "Ungelesene Mitteilungen: 1"
    assert concerned.locator("h1").bounding_box() == heading
    second = concerned.context.new_page()
    second.goto("/mitteilungen/")
    second.locator("main form button").first.click()
    count.wait_for(state="hidden", timeout=5_000)


def test_who_is_taken_out_of_the_group_reads_so_at_once_and_finds_the_door_closed(browser, forum):
    windows = [browser.new_context(base_url=forum.address, locale="de-DE").new_page() for _ in range(2)]
    leaving, leading = windows
    sign_in(leaving, "mentor")
    sign_in(leading, "coordinator")
    listening(leaving, IN_GROUP)
    leading.goto("/arbeitsgruppen/ag-wohnen/mitglieder/3/beenden/")
    leading.locator("main textarea").fill("Das Thema passt nicht mehr.")
    leading.locator("main form.form button[type=submit]").click()
    arrive(leading, "/mitglieder/")
    leaving.get_by_text("Sie lesen diese Diskussion nicht mehr.").wait_for(timeout=2_000)
    assert leaving.goto(IN_GROUP).status == 404
    for window in windows:
        window.context.close()
