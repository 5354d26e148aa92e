"""What consultations leave: with persons and counties, in the search and in the audit trail."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from cms.accounts.actions import erase_person
from cms.accounts.models import User
from cms.models import County
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from search.engine import SearchQuery
from search.finding import find
from search.labels import type_name
from tests.factories import contribute_to, end_of, make_consultation
from workspace.actions.consultations import (
    answer_contribution,
    change_contribution,
    end_consultation,
    nothing_to_add,
    withdraw_contribution,
)
from workspace.actions.drafts import rename_draft
from workspace.models import Reaction
from workspace.personal_data import consultations as personal_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation(draft, coordinator):
    return make_consultation(draft, by=coordinator, questions=("Fehlt die Bahnhofsmission?",))


@pytest.fixture
def said(consultation, coordinator, outsider):
    said = contribute_to(consultation, by=outsider, text="Bitte an Pflegefamilien denken.", for_county=True)
    end_of(consultation)
    return answer_contribution(said, "partly", "Im zweiten Abschnitt.", actor=actor_for(coordinator))


def test_what_somebody_said_opened_and_answered_is_handed_out(consultation, said, coordinator, outsider, guest):
    (told,) = personal_data.hand_out(outsider)["contributions"]
    assert (told["text"], told["outcome"], told["is_of_county"]) == (said.text, "partly", True)
    assert told["county__name"] == County.objects.get(key="99004").name
    led = personal_data.hand_out(coordinator)
    assert [one["title"] for one in led["opened_consultations"]] == ["Empfehlung Wohnraum"]
    assert [one["answer"] for one in led["answered_contributions"]] == ["Im zweiten Abschnitt."]
    assert led["contributions"] == [] and not any(personal_data.hand_out(guest).values())


def test_that_there_was_nothing_to_add_is_handed_out_and_goes(consultation, member):
    nothing_to_add(consultation, actor=actor_for(member))
    assert len(personal_data.hand_out(member)["nothing_to_add"]) == 1
    assert personal_data.erase(member) == []
    assert not Reaction.objects.exists()


def test_who_is_erased_leaves_what_they_said_under_the_county(said, coordinator, outsider, member, api):
    for person in (outsider, coordinator):
        name = person.get_full_name()
        assert any("ohne Namen" in sentence for sentence in erase_person(person, actor=SYSTEM))
        assert name != User.objects.get(pk=person.pk).get_full_name()
    path = f"/api/v1/contributions/{said.pk}/"
    told = api(member).json(path)
    assert (told["text"], told["answer"]) == (said.text, "Im zweiten Abschnitt.")
    assert told["county"] == str(County.objects.get(key="99004"))
    answer = api(member).get(path).content.decode()
    assert "Outsider" not in answer and "Coordinator" not in answer


def test_a_county_that_contributed_stays_and_the_admin_says_so(said, office, as_client):
    county = said.county
    county.group_places.all().delete()
    answer = as_client(office).post(f"/cms/cms/county/delete/{county.pk}/")
    assert answer.status_code == 200
    assert answer.context["protected_error"] and said in answer.context["linked_objects"]
    assert said.text not in answer.content.decode()
    assert County.objects.filter(pk=county.pk).exists()


def test_members_find_what_they_are_asked_and_what_was_said_and_nobody_else(
    index, consultation, said, member, outsider, mentor, office, guest, editor, former_member
):
    while dispatch_pending():
        pass

    def found(person, words):
        hits = find(SearchQuery(words), actor=actor_for(person)).hits
        return [hit.url for hit in hits if hit.type == "consultation"]

    for words in ("Empfehlung Wohnraum", "Bahnhofsmission", "Pflegefamilien"):
        for person in (member, outsider, mentor, office):
            assert found(person, words) == [consultation.get_absolute_url()], words
        for person in (guest, editor, former_member):
            assert found(person, words) == []
    assert type_name("consultation") == "Konsultation"


def test_what_the_draft_is_called_later_stays_with_its_group(
    index, consultation, draft, coordinator, outsider, as_client
):
    end_of(consultation)
    rename_draft(draft, title="Zwetschgenkuchen", actor=actor_for(coordinator))
    while dispatch_pending():
        pass
    assert not find(SearchQuery("Zwetschgenkuchen"), actor=actor_for(outsider)).hits
    for address in ("", "beitraege/", "beitraege.csv"):
        answer = as_client(outsider).get(f"{consultation.get_absolute_url()}{address}")
        assert answer.status_code == 200
        assert "Zwetschgenkuchen" not in f"{answer.content.decode()}{answer.headers}"
    assert as_client(outsider).get(f"/api/v1/consultations/{consultation.pk}/").json()["title"] == "Empfehlung Wohnraum"


def test_what_is_said_otherwise_is_found_and_what_was_said_before_is_not(index, consultation, outsider, member):
    said = contribute_to(consultation, by=outsider, text="Bitte an Pflegefamilien denken.")

    def found(words):
        while dispatch_pending():
            pass
        return [hit.url for hit in find(SearchQuery(words), actor=actor_for(member)).hits]

    assert found("Pflegefamilien")
    change_contribution(said, text="Rathausplatz", actor=actor_for(outsider))
    assert found("Rathausplatz") and not found("Pflegefamilien")
    withdraw_contribution(said, actor=actor_for(outsider))
    assert not found("Rathausplatz")


def test_the_trail_knows_who_asked_and_who_ended_it_and_no_title(draft, consultation, coordinator):
    end_consultation(consultation, actor=actor_for(coordinator))
    rows = ModelLogEntry.objects.filter(action__endswith="_consultation").order_by("pk")
    assert [(row.action, row.user) for row in rows] == [
        ("workspace.open_consultation", coordinator),
        ("workspace.end_consultation", coordinator),
    ]
    assert all(row.data == {"draft": draft.pk} for row in rows)
