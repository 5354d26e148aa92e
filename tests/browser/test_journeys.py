"""What the knowledge base is for, tried as people try it: in a real browser on the real server."""

from __future__ import annotations

import re
import time

from tests.browser.pressing import arrive, press, sign_in

ENTRY = "/wissen/sprachkurse-ohne-bus/"
INSIDE = "Lüttermark"  # stands only in the full text of the entry


def test_the_same_address_gives_visitor_and_member_their_layer(open_page):
    visitor, member = open_page(), open_page("member")
    for page in (visitor, member):
        page.goto(ENTRY)
    assert INSIDE not in visitor.content()
    assert visitor.get_by_text("Das ist die öffentliche Kurzfassung").count() == 1
    assert INSIDE in member.content()
    assert member.get_by_text("Alle Mitglieder").count() >= 1


def test_a_visitor_searches_without_javascript_and_finds_only_what_is_public(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/")
    page.locator("main input[name=q]").fill("Sprachkurse")
    press(page.locator("main button[type=submit]").first)
    assert page.locator(f"main a[href='{ENTRY}']").count() >= 1
    page.goto(f"/suche/?q={INSIDE}")
    assert page.locator(f"main a[href='{ENTRY}']").count() == 0


def test_a_member_finds_the_word_that_only_the_full_text_has(open_page):
    page = open_page("member")
    page.goto(f"/suche/?q={INSIDE}")
    assert page.locator(f"main a[href='{ENTRY}']").count() >= 1
    assert page.locator("main mark").count() >= 1


def test_a_guest_reads_the_topic_of_the_mandate_whole_and_nothing_else(open_page):
    page = open_page("guest")
    page.goto(ENTRY)
    assert INSIDE not in page.content()
    page.goto("/themen/wohnen/")
    press(page.locator("main .line__title a").first)
    assert page.get_by_text("Alle Mitglieder").count() >= 1


def test_filters_are_chosen_and_taken_back(open_page):
    page = open_page()
    page.goto("/wissen/")
    before = page.locator("main .line").count()
    press(page.locator(".filters a", has_text="Praxisbeispiel").first)
    assert 0 < page.locator("main .line").count() < before
    press(page.locator(".chosen a").first)
    assert page.locator("main .line").count() == before


def test_a_member_makes_a_token_and_it_is_shown_once(open_page):
    page = open_page("member")
    page.goto("/konto/zugaenge/")
    press(page.locator("main a[href*='zugaenge/']", has_text=re.compile("neu|anlegen|Neuen", re.I)).first)
    page.locator("main input[name=name]").fill("Auswertung")
    page.locator("main input[name=scopes]").first.check()
    press(page.locator("main button[type=submit]").first)
    token = re.search(r"wagtail_\w+", page.content())
    assert token
    answer = page.request.get("/api/v1/me/", headers={"Authorization": f"Bearer {token[0]}"})
    assert answer.status == 200
    page.goto("/konto/zugaenge/")
    assert token[0] not in page.content()


def test_an_editor_publishes_and_another_one_releases(open_page):
    """Members find it within a second or so, visitors only after somebody else has released the summary."""
    editor, second, member, visitor = (open_page(name) for name in ("editor", "editor2", "member", None))
    write_and_publish(editor, "Quittenbaum als Treffpunkt", "Ein Baum bringt ein Dorf ins Gespräch.")

    assert eventually(lambda: found(member, "Quittenbaum"))
    assert found(visitor, "Quittenbaum") == []

    release = f"/cms/entries/{found(member, 'Quittenbaum')[0]['id']}/release/"
    editor.goto(release)
    assert editor.get_by_role("button", name=re.compile("freigeben", re.I)).count() == 0
    second.goto(release)
    for question in ("parties", "persons", "county", "sources"):
        second.locator(f"input[name={question}]").first.check()
    second.get_by_role("button", name=re.compile("freigeben", re.I)).first.click()
    assert eventually(lambda: found(visitor, "Quittenbaum"))


def write_and_publish(page, title, summary, *, pause=500):
    """Through Wagtail's own form."""
    page.goto("/cms/pages/")
    page.goto(page.locator("a", has_text="Wissen").first.get_attribute("href"))
    index = re.search(r"/cms/pages/(\d+)/", page.url)[1]
    page.goto(f"/cms/pages/add/cms/goodpractice/{index}/")
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill(summary)
    for section in ("Ausgangslage", "Was wir getan haben", "Ergebnisse"):
        page.locator("section.w-panel", has=page.get_by_role("heading", name=section)).locator(
            "[contenteditable=true]"
        ).first.click()
        page.keyboard.type(f"{section}: {summary}")
    publish = page.locator("button[name=action-publish]").first
    page.wait_for_timeout(pause)
    if not publish.is_visible():
        page.locator("footer button[aria-haspopup], footer [data-w-dropdown-target=toggle]").first.click()
    publish.click()
    page.wait_for_url(lambda address: not re.search("/(add|edit)/", address))


def found(page, word):
    """What the API finds for whoever is signed in in this window."""
    return page.request.get("/api/v1/search/", params={"q": word}).json()["results"]


def eventually(check, tries=100):
    """Within ten seconds: how quickly it goes on an idle machine is for the benchmarks to say."""
    for _ in range(tries):
        if check():
            return True
        time.sleep(0.1)
    return False


def test_a_member_signs_in_and_reads_with_the_keyboard_alone(open_page):
    page = open_page()
    page.goto("/konto/anmelden/")
    tab_to(page, "name", "login")
    page.keyboard.type("member@demo.example")
    tab_to(page, "name", "password")
    page.keyboard.type("lernnetz-demo")
    page.keyboard.press("Enter")
    arrive(page, "/start/")
    tab_to(page, "href", "/wissen/")
    page.keyboard.press("Enter")
    arrive(page, "/wissen/")
    title = page.locator("main .line__title a").first
    tab_to(page, "href", title.get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/wissen/*/")


def test_a_member_signs_in_and_reads_without_javascript(open_page):
    page = open_page(java_script_enabled=False)
    sign_in(page, "member")
    page.goto(ENTRY)
    assert INSIDE in page.content()


def tab_to(page, attribute, value, tries=60):
    """Press Tab until the focus is on what has this attribute; whatever has it is seen to have it."""
    for _ in range(tries):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.getAttribute('{attribute}')") == value:
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"The keyboard does not reach {attribute}={value}.")
