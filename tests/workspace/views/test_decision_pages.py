"""The pages of a decision, as each who comes by them finds them."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from tests.cast import as_client
from tests.factories import join_group, make_draft
from workspace.actions.decisions import answer_decision, call_decision
from workspace.models import Decision, GroupRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(group, coordinator, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return make_draft(group, by=coordinator)


@pytest.fixture
def decision(draft, coordinator):
    return call_decision(draft, days=7, actor=actor_for(coordinator))


def page(person, draft, rest: str = "") -> str:
    answer = as_client(person).get(f"/entwuerfe/{draft.pk}/beschluss/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_coordinator_sees_who_is_asked_before_asking(draft, coordinator, member, mentor):
    asked = page(coordinator, draft, "fragen/").partition("2 Personen werden gefragt")[2]
    assert str(member) in asked and str(mentor) not in asked
    assert "mindestens 1 Person geantwortet hat" in page(coordinator, draft, "fragen/")
    wrong = as_client(coordinator).post(f"/entwuerfe/{draft.pk}/beschluss/fragen/", {"days": "400"})
    assert 'value="400"' in wrong.content.decode() and not Decision.objects.exists()
    as_client(coordinator).post(f"/entwuerfe/{draft.pk}/beschluss/fragen/", {"days": "7"})
    assert "Abstimmung bis zum" in page(member, draft)


def test_who_is_asked_answers_and_an_objection_without_a_reason_loses_nothing(decision, draft, member):
    client, address = as_client(member), f"/entwuerfe/{draft.pk}/beschluss/"
    again = client.post(address, {"answer": "object", "reason": ""}).content.decode()
    assert "Sagen Sie, warum Sie dagegen sind" in again and again.count("checked") == 1
    client.post(address, {"answer": "object", "reason": "Zu teuer für kleine Gemeinden."})
    shown = page(member, draft)
    assert "Zu teuer für kleine Gemeinden." in shown and "Dagegen: 1" in shown


def test_an_adviser_reads_and_is_not_asked(decision, draft, mentor):
    assert "Sie sind gefragt" not in page(mentor, draft)
    assert as_client(mentor).post(f"/entwuerfe/{draft.pk}/beschluss/", {"answer": "agree"}).status_code == 403


@pytest.mark.parametrize("rest", ["", "fragen/", "weiterschreiben/", "{}/abbrechen/", "{}/beenden/"])
def test_what_is_not_yours_answers_like_what_is_not_there(decision, draft, outsider, rest):
    for pk in (draft.pk, 987_654):
        address = f"/entwuerfe/{pk}/beschluss/{rest.format(decision.pk)}"
        assert as_client(outsider).get(address).status_code == 404
        assert as_client().get(address)["Location"] == f"/konto/anmelden/?next={address}"


def test_the_coordinator_ends_it_once_all_answered_and_writes_on(decision, draft, coordinator, member):
    for person in (coordinator, member):
        answer_decision(decision, "agree", actor=actor_for(person))
    client = as_client(coordinator)
    client.post(f"/entwuerfe/{draft.pk}/beschluss/{decision.pk}/beenden/")
    shown = page(coordinator, draft)
    assert "beschlossen" in shown and "Weiterschreiben" in shown
    assert "Weiterschreiben" not in page(member, draft)
    client.post(f"/entwuerfe/{draft.pk}/beschluss/weiterschreiben/")
    client.post(f"/entwuerfe/{draft.pk}/titel/", {"title": "Anders"})
    assert "Er braucht einen neuen Beschluss" in page(member, draft)


def test_calling_it_off_needs_a_reason(decision, draft, coordinator, member):
    client, address = as_client(coordinator), f"/entwuerfe/{draft.pk}/beschluss/{decision.pk}/abbrechen/"
    assert client.post(address, {"reason": ""}).status_code == 200
    client.post(address, {"reason": "Abschnitt 3 fehlt."})
    assert "Abgebrochen, weil: Abschnitt 3 fehlt." in page(member, draft)


def test_more_answers_ask_no_more_questions(decision, draft, member, people, django_assert_max_num_queries):
    client, address = as_client(member), f"/entwuerfe/{draft.pk}/beschluss/"
    client.get(address)
    with django_assert_max_num_queries(40) as few:
        client.get(address)
    decision.voices.update(answer="object", reason="Nein")
    for name in ("outsider", "mentor", "editor"):
        decision.voices.create(person=people[name], answer="agree")
    with django_assert_max_num_queries(len(few)):
        client.get(address)
