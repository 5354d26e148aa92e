"""What an applicant and her reader must never meet: what the office notes and calls things, and who assesses."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.states import moved
from plugins.membership.actions.application_office import decide, find_complete, note_application
from plugins.membership.models import Application
from plugins.membership.states.applications import INSIDE, ApplicationMachine
from tests.factories.joining import make_application, make_assessment, make_link

pytestmark = pytest.mark.django_db

NOTE, SUMMARY, DRAFTED = "Vertraulichenotiz", "Einschaetzungswort", "Entscheidungsgrund"
ONLY_INSIDE = ("received, to be checked", "complete", "to be assessed", "assessed", "to be decided", "not yet told")
PAGES = ("", "teil/reasons/", "absenden/", "antwort/", "zurueckziehen/", "mitlesen/", "sitz/", "zweiter-sitz/")


@pytest.fixture
def inside(forum, office, member, coordinator):
    """An application in each state inside, with notes, assessors and a decision that was not sent."""

    def make(state):
        application = make_application("received")
        actor = actor_for(office)
        note_application(application, NOTE, actor=actor)
        make_assessment(application, member, sent=True, summary=SUMMARY)
        make_assessment(application, coordinator)
        if state != "received":
            find_complete(application, actor=actor)
        if state == "assessed":
            Application.objects.update(state=moved(ApplicationMachine, "complete", "have_assessed", ""))
        if state == "decided":
            decide(application, outcome="declined", reason=DRAFTED, way_back="Später", actor=actor)
        application.refresh_from_db()
        assert application.state == state
        return application

    return make


@pytest.mark.parametrize("is_reader", [False, True])
@pytest.mark.parametrize("state", ["received", "complete", "assessed", "decided"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_pages_behind_links_say_nothing_of_what_is_inside(inside, client, member, state, is_reader, language, settings):
    application = inside(state)
    link = make_link(application, is_reader=is_reader)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    words = {NOTE, SUMMARY, DRAFTED, member.last_name, member.email, "Office", *ONLY_INSIDE[:1], str(INSIDE[state])}
    for page in PAGES:
        text = client.get(f"{link}{page}", follow=True).content.decode()
        assert [word for word in words if f">{word}" in text or f" {word}" in text] == [], page


def test_all_inside_states_look_the_same(inside, client):
    """Word by word: nobody guesses from the page how far the office is."""
    seen = set()
    for state in ("received", "complete", "assessed", "decided"):
        application = inside(state)
        link = make_link(application)
        page = client.get(link).content.decode().replace(link, "·").replace(application.reference, "·")
        seen.add(page.partition("<main")[2].partition("</main>")[0])
    assert len(seen) == 1


def test_an_inside_way_through_all_states_mails_nothing(inside, mails):
    for state in ("received", "complete", "assessed", "decided"):
        inside(state)
    assert mails() == []


def test_who_signs_in_with_her_address_meets_no_more(inside, as_client, applicant):
    application = inside("decided")
    Application.objects.update(email=applicant.email)
    browser = as_client(applicant)
    page = browser.get("/konto/bewerbung/").content.decode()
    assert application.reference in page
    opened = browser.post("/konto/bewerbung/", {"application": application.pk}, follow=True)
    assert opened.status_code == 200 and application.reference in opened.content.decode()
    data = browser.get("/konto/daten/").content.decode()
    assert application.reference in data
    for text in (page, opened.content.decode(), data):
        assert not {word for word in (NOTE, SUMMARY, DRAFTED, str(INSIDE["decided"])) if word in text}


def test_nobody_opens_anothers_application_from_their_account(inside, as_client, applicant, member):
    application = inside("received")
    assert as_client(member).post("/konto/bewerbung/", {"application": application.pk}).status_code == 404
    assert application.reference not in as_client(applicant).get("/konto/bewerbung/").content.decode()


@pytest.mark.parametrize("path", ["applications/", "applications/1/", "membership/applications/"])
def test_there_is_no_other_way_to_it_for_programs(inside, api, office, path):
    inside("received")
    assert api(office, "read:members").get(f"/api/v1/{path}").status_code == 404
