"""The desk asks the county and decides what it suggests, in the admin."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.actions.entries import edit_entry, publish_entry
from cms.models import Confirmation, GoodPractice
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from tests.factories import answered_by, ask_member, give_seat, make_county, make_entry, text

TITLE = {"part": "title", "wording": "Kurs im Ort", "why": "Kürzer"}
COSTS = {"part": "approach", "passage": "31.600 Euro", "wording": "32.000 Euro"}


@pytest.fixture
def draft(author):
    return make_entry(
        by=author,
        published=False,
        title="Kurs im Dorf",
        county=make_county("99001"),
        approach=text("<p>Der Kurs kostet 31.600 Euro.</p>"),
    )


@pytest.fixture
def answered(draft, member):
    return answered_by(ask_member(draft, member), note="Gern gelesen", suggestions=[TITLE, COSTS])


@pytest.fixture
def desk(as_client, editor):
    return as_client(editor)


def ask_path(entry):
    return f"/cms/entries/{entry.pk}/ask-county/"


def path(confirmation):
    return f"/cms/entries/confirmations/{confirmation.pk}/"


def edit_page(client, entry):
    return client.get(f"/cms/pages/{entry.pk}/edit/").content.decode()


def test_people_of_the_county_come_first(desk, draft, member, coordinator, guest, applicant, author):
    soup = BeautifulSoup(desk.get(ask_path(draft)).content, "html.parser")
    groups = {group["label"]: [o["value"] for o in group.find_all("option")] for group in soup.find_all("optgroup")}
    assert list(groups.values()) == [[str(member.pk)], [str(coordinator.pk)]]
    assert "Auental" in next(iter(groups))


def test_who_asks_is_not_offered(as_client, draft, editor, member):
    give_seat(editor, "99001")
    page = as_client(editor).get(ask_path(draft)).content.decode()
    assert f'<option value="{editor.pk}"' not in page
    assert f'<option value="{member.pk}"' in page


def test_asking_is_one_form_and_says_what_it_opens(desk, draft, member, editor):
    answer = desk.post(ask_path(draft), {"person": member.pk, "note": "Stimmt das?"})
    assert answer["Location"] == f"/cms/pages/{draft.pk}/edit/"
    asked = Confirmation.objects.get()
    assert (asked.person, asked.asked_by, asked.note) == (member, editor, "Stimmt das?")
    assert path(asked) in edit_page(desk, draft)


@pytest.mark.parametrize("person", ["", "987654", "abc"])
def test_a_form_without_a_person_loses_nothing(person, desk, draft, member):
    page = desk.post(ask_path(draft), {"person": person, "note": "Stimmt das?"})
    assert page.status_code == 200
    assert "Stimmt das?" in page.content.decode()
    assert not Confirmation.objects.exists()


def test_a_second_request_to_the_same_person_is_refused_with_a_sentence(desk, draft, member):
    ask_member(draft, member)
    page = desk.post(ask_path(draft), {"person": member.pk, "note": "Noch einmal"})
    assert page.status_code == 200
    assert "Noch einmal" in page.content.decode()
    assert Confirmation.objects.count() == 1


def test_an_author_is_told_that_it_is_not_theirs(as_client, author, member):
    entry = make_entry(title="Von anderen")
    page = as_client(author).get(ask_path(entry)).content.decode()
    assert 'name="person"' not in page
    assert as_client(author).post(ask_path(entry), {"person": member.pk}).status_code == 200
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("name", ["member", "coordinator", "guest", "applicant"])
def test_readers_get_nothing_of_it_in_the_admin(name, request, as_client, answered, draft):
    client = as_client(request.getfixturevalue(name))
    for address in (path(answered), ask_path(draft)):
        assert client.get(address).status_code == 403
        assert client.post(address, {"do": "accept"}).status_code == 403


def test_the_form_of_the_entry_shows_state_and_what_is_to_decide(desk, draft, answered):
    page = edit_page(desk, draft)
    assert path(answered) in page
    assert answered.get_answer_display() in page


def test_each_suggestion_stands_beside_the_present_text(desk, answered):
    page = desk.get(path(answered)).content.decode()
    for words in ("Kurs im Dorf", "Kurs im Ort", "Kürzer", "Gern gelesen", "<del>31.600 Euro</del>"):
        assert words in page
    assert "Der Kurs kostet 32.000 Euro." in page


def decide(client, answered, do, number=0, **said):
    suggestion = list(answered.suggestions.all())[number]
    return client.post(path(answered), {"do": do, "suggestion": suggestion.pk, **said}, follow=True)


def test_accepting_and_declining(desk, draft, answered):
    decide(desk, answered, "accept")
    page = decide(desk, answered, "decline", 1, reason="Die Zahl ist geprüft.")
    assert [row.state for row in answered.suggestions.all()] == ["accepted", "declined"]
    assert "Die Zahl ist geprüft." in page.content.decode()
    assert GoodPractice.objects.get().get_latest_revision_as_object().title == "Kurs im Ort"


def test_declining_without_a_reason_is_refused(desk, answered):
    page = decide(desk, answered, "decline", reason=" ")
    assert page.status_code == 200
    assert answered.suggestions.first().is_open


def test_what_two_editors_decide_at_once_is_decided_once_and_nothing_typed_is_lost(desk, as_client, editor2, answered):
    decide(desk, answered, "accept")
    page = decide(as_client(editor2), answered, "decline", reason="Ein Grund")
    assert page.status_code == 200
    assert answered.suggestions.first().state == "accepted"


def test_an_outdated_one_is_marked_before_anybody_presses(desk, draft, answered):
    entry = GoodPractice.objects.get().get_latest_revision_as_object()
    entry.title = "Ganz anders"
    edit_entry(entry, actor=SYSTEM)
    soup = BeautifulSoup(desk.get(path(answered)).content, "html.parser")
    assert len(soup.select(".suggestion .help-warning")) == 1
    decide(desk, answered, "accept")
    assert answered.suggestions.first().state == "stale"
    assert GoodPractice.objects.get().get_latest_revision_as_object().title == "Ganz anders"


def test_a_request_is_withdrawn(desk, draft, member):
    asked = ask_member(draft, member)
    assert desk.post(path(asked), {"do": "withdraw"}).status_code == 302
    asked.refresh_from_db()
    assert not asked.is_open


@pytest.mark.parametrize("sent", [{}, {"do": "x"}, {"do": "accept"}, {"do": "accept", "suggestion": "9" * 30}])
def test_nonsense_is_not_there(sent, desk, answered):
    assert desk.post(path(answered), sent).status_code == 404


def test_a_request_that_is_not_there_is_not_there(desk, answered):
    assert desk.get("/cms/entries/confirmations/987654/").status_code == 404


def test_the_answer_stands_beside_the_question_and_stays_with_the_release(as_client, draft, member, editor, editor2):
    answered_by(ask_member(draft, member), answer="unnamed", note="Ohne Namen bitte")
    publish_entry(draft, actor=actor_for(editor))
    client = as_client(editor2)
    release = f"/cms/entries/{draft.pk}/release/"
    soup = BeautifulSoup(client.get(release).content, "html.parser")
    beside = soup.find("fieldset", id="id_county").get_text()
    assert str(member) in beside and "Ohne Namen bitte" in beside
    live = GoodPractice.objects.get().live_revision_id
    sent = {"revision": live, "parties": "no", "persons": "no", "county": "yes", "sources": "yes"}
    assert client.post(release, sent).status_code == 302
    details = BeautifulSoup(edit_page(client, draft), "html.parser").find("details", class_="release-answers")
    assert str(member) in details.get_text() and "Ohne Namen bitte" in details.get_text()


def test_what_changed_after_the_agreement_is_said(as_client, draft, member, editor, editor2):
    answered_by(ask_member(draft, member))
    entry = GoodPractice.objects.get().get_latest_revision_as_object()
    entry.summary = "Eine andere Kurzfassung."
    edit_entry(entry, actor=actor_for(editor))
    publish_entry(draft, actor=actor_for(editor))
    page = as_client(editor2).get(f"/cms/entries/{draft.pk}/release/")
    assert [row.changed for row in page.context["county_answers"]] == [("Kurzfassung",)]


def test_the_history_says_who_did_what(desk, draft, answered):
    history = desk.get(f"/cms/pages/{draft.pk}/history/")
    assert history.status_code == 200
    assert "Gern gelesen" not in history.content.decode()


def test_the_form_costs_the_same_however_many_were_asked(desk, draft, member, coordinator, mentor):
    answered_by(ask_member(draft, member), suggestions=[TITLE])
    edit_page(desk, draft)
    with CaptureQueriesContext(connection) as one:
        edit_page(desk, draft)
    for person in (coordinator, mentor):
        answered_by(ask_member(draft, person), suggestions=[TITLE])
    with CaptureQueriesContext(connection) as three:
        edit_page(desk, draft)
    assert len(three) == len(one)
