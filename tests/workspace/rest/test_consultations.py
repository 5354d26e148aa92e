"""Consultations for programs: asking all members, saying something, answering it; who reads what of it."""

from __future__ import annotations

import pytest

from cms.models import County
from cms.rest.schema import schema
from plugins.api.actors import actor_for
from tests.contracts.test_openapi import check, promised
from tests.factories import contribute_to, end_of, join_group, make_consultation, make_draft, make_group
from workspace.actions.consultations import answer_contribution
from workspace.models import Consultation, Contribution, Draft, DraftState, GroupRole, Reaction, WorkingGroup

pytestmark = pytest.mark.django_db

JSON = "application/json"
WRITES = ("read:members", "write:workspace")
LIST = "/api/v1/consultations/"


@pytest.fixture
def consultation(draft, coordinator):
    return make_consultation(draft, by=coordinator, questions=("Was fehlt?", "Was ist zu viel?"))


@pytest.fixture
def here(consultation):
    return f"{LIST}{consultation.pk}/"


def post(client, path, **sent):
    return client.post(path, sent, content_type=JSON)


def test_from_the_question_to_the_answer(draft, coordinator, outsider, mentor, api):
    lead, asked = api(coordinator, *WRITES), api(outsider, *WRITES)
    opened = post(
        lead,
        f"/api/v1/drafts/{draft.pk}/consultations/",
        days=14,
        introduction="Worum es geht.",
        questions=["Was fehlt?", " "],
    )
    assert opened.status_code == 201
    here = opened["Location"]
    told = asked.json(here)
    assert (told["title"], told["introduction"], told["state"]) == ("Empfehlung Wohnraum", "Worum es geht.", "open")
    assert told["questions"] == [{"number": 1, "text": "Was fehlt?"}]
    assert asked.json(LIST)["results"] == [told]
    text = asked.json(told["version"]["text"])
    assert (text["digest"], text["number"]) == (told["version"]["digest"], told["version"]["number"])
    assert text["body"]["html"] == "<p>Wir empfehlen eine Telefonnummer.</p>"

    there = f"{here}contributions/"
    first = post(asked, there, text="Die Kosten.", question=1, is_of_county=True)
    second = post(api(mentor, *WRITES), there, text="Zwei.", quote="eine Telefonnummer")
    assert (first.status_code, second.status_code) == (201, 201)
    assert (first.json()["question"], first.json()["is_of_county"]) == (1, True)
    assert first.json()["county"] == str(County.objects.get(key="99004"))
    place = {name: second.json()[name] for name in ("question", "quote", "block", "start")}
    assert place == {"question": None, "quote": "eine Telefonnummer", "block": 0, "start": 14}
    assert lead.json(first["Location"])["may"]["answer"] is not True

    ended = post(lead, f"{here}end/")
    assert (ended.status_code, ended.json()["state"]) == (200, "ended")
    counts = {name: ended.json()[name] for name in ("contributions", "counties", "unanswered")}
    assert counts == {"contributions": 2, "counties": 2, "unanswered": 2}
    assert post(asked, there, text="Zu spät.").status_code == 403
    answered = lead.patch(first["Location"], {"outcome": "taken_up", "answer": "Steht jetzt da."}, content_type=JSON)
    assert (answered.status_code, answered.json()["outcome"]) == (200, "taken_up")
    assert [one["id"] for one in lead.json(there, answered="false")["results"]] == [second.json()["id"]]
    assert [one["id"] for one in lead.json(there, answered="true")["results"]] == [first.json()["id"]]
    assert lead.json(here)["unanswered"] == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"days": 2}, "days"),
        ({"days": 91}, "days"),
        ({"days": True}, "days"),
        ({"days": "drei"}, "days"),
        ({"questions": "Was fehlt?"}, "questions"),
        ({"questions": [1]}, "questions"),
        ({"questions": ["\ud800"]}, "questions"),
        ({"questions": ["x" * 301]}, "questions"),
        ({"questions": ["Was?"] * 11}, "questions"),
        ({"introduction": "x" * 5001}, "introduction"),
        ({"introduction": 1}, "introduction"),
        ({"text": "x"}, "text"),
    ],
)
def test_what_makes_no_sense_opens_nothing(draft, coordinator, api, sent, field):
    answer = api(coordinator, *WRITES).post(f"/api/v1/drafts/{draft.pk}/consultations/", sent, content_type=JSON)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert list(answer.json()["errors"]) == [field]
    assert not Consultation.objects.exists()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "text"),
        ({"text": " "}, "text"),
        ({"text": 3}, "text"),
        ({"text": "x" * 5001}, "text"),
        ({"text": "x", "question": 3}, "question"),
        ({"text": "x", "question": True}, "question"),
        ({"text": "x", "question": "1"}, "question"),
        ({"text": "x", "question": 1, "quote": "Wir"}, "quote"),
        ({"text": "x", "quote": "steht nicht da"}, "quote"),
        ({"text": "x", "start": 4}, "quote"),
        ({"text": "x", "is_of_county": "yes"}, "is_of_county"),
        ({"text": "x", "title": "y"}, "title"),
    ],
)
def test_what_makes_no_sense_is_no_contribution(here, outsider, api, sent, field):
    answer = api(outsider, *WRITES).post(f"{here}contributions/", sent, content_type=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert not Contribution.objects.exists()


def test_a_county_says_something_to_a_question_once(here, outsider, api):
    client, there = api(outsider, *WRITES), f"{here}contributions/"
    for question in (1, 2, None):
        assert post(client, there, text="Als Landkreis.", question=question, is_of_county=True).status_code == 201
    again = post(client, there, text="Noch einmal.", question=2, is_of_county=True)
    assert (again.status_code, list(again.json()["errors"])) == (400, ["is_of_county"])


def test_its_author_changes_a_contribution_and_takes_it_back_until_the_end(consultation, here, outsider, mentor, api):
    author, other = api(outsider, *WRITES), api(mentor, *WRITES)
    said = post(author, f"{here}contributions/", text="Die Kosten.")["Location"]
    assert other.patch(said, {"text": "Nichts."}, content_type=JSON).status_code == 403
    assert other.delete(said).status_code == 403
    changed = author.patch(said, {"text": "Die Kosten je Platz."}, content_type=JSON)
    assert (changed.status_code, changed.json()["text"]) == (200, "Die Kosten je Platz.")
    mixed = author.patch(said, {"text": "x", "outcome": "partly"}, content_type=JSON)
    assert (mixed.status_code, list(mixed.json()["errors"])) == (400, ["text"])
    assert author.delete(said).status_code == 204
    assert author.get(said).status_code == 404
    late = post(author, f"{here}contributions/", text="Zu spät.")["Location"]
    end_of(consultation)
    assert author.patch(late, {"text": "Noch."}, content_type=JSON).status_code == 403
    assert author.delete(late).status_code == 403


def test_an_answer_needs_an_outcome_a_reason_and_the_end(consultation, coordinator, outsider, api):
    lead, path = api(coordinator, *WRITES), f"/api/v1/contributions/{contribute_to(consultation, by=outsider).pk}/"
    answer = {"outcome": "partly", "answer": "Zur Hälfte."}
    assert lead.patch(path, answer, content_type=JSON).status_code == 403
    end_of(consultation)
    for wrong, field in (({"outcome": "maybe"}, "outcome"), ({"answer": " "}, "answer"), ({"text": "x"}, "text")):
        refused = lead.patch(path, answer | wrong, content_type=JSON)
        assert (refused.status_code, list(refused.json()["errors"])) == (400, [field])
    assert lead.patch(path, answer, content_type=JSON).json()["answered_by"]["id"] == coordinator.pk


def test_each_part_may_what_it_may(
    group, consultation, here, coordinator, member, mentor, outsider, office, admin, api
):
    join_group(group, mentor, GroupRole.ADVISER)
    people = {"leads": coordinator, "writes": member, "advises": mentor, "is asked": outsider}
    people |= {"office": office, "admin": admin}

    def granted():
        return {
            name: {verb for verb, answer in api(person, *WRITES).json(here)["may"].items() if answer is True}
            for name, person in people.items()
        }

    asked = {"contribute"}
    assert granted() == {
        **dict.fromkeys(("writes", "advises", "is asked"), asked),
        "leads": asked | {"end"},
        **dict.fromkeys(("office", "admin"), set()),
    }
    said = contribute_to(consultation, by=outsider)
    end_of(consultation)
    answering = {"leads", "writes"}
    assert granted() == {name: {"answer"} if name in answering else set() for name in people}
    for name, person in people.items():
        sent = {"outcome": "taken_up", "answer": "Ja."}
        answer = api(person, *WRITES).patch(f"/api/v1/contributions/{said.pk}/", sent, content_type=JSON)
        assert answer.status_code == (200 if name in answering else 403), name
        assert post(api(person, *WRITES), f"{here}end/").status_code == 403


def test_only_those_who_lead_ask_all_members(group, draft, member, mentor, outsider, office, api):
    join_group(group, mentor, GroupRole.ADVISER)
    path = f"/api/v1/drafts/{draft.pk}/consultations/"
    for person, status in ((member, 403), (mentor, 403), (outsider, 404), (office, 404)):
        assert post(api(person, *WRITES), path).status_code == status
    assert post(api(), path).status_code == 404
    assert not Consultation.objects.exists()


def all_of(client, here, contribution):
    """The answer of every address below a consultation, to everything that it takes."""
    for rest in ("", "text/", "contributions/", "contributions/?answered=false"):
        yield client.get(f"{here}{rest}")
    for rest in ("contributions/", "end/", "nothing-to-add/"):
        yield client.post(f"{here}{rest}", {}, content_type=JSON)
    yield client.get(contribution)
    yield client.patch(contribution, {}, content_type=JSON)


@pytest.mark.parametrize("name", ["guest", "applicant", "former_member", "editor", "author", None])
def test_who_is_not_asked_finds_nothing(consultation, here, outsider, api, name, request):
    said = contribute_to(consultation, by=outsider)
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    assert client.json(LIST)["count"] == 0
    hidden = all_of(client, here, f"/api/v1/contributions/{said.pk}/")
    absent = all_of(client, f"{LIST}{consultation.pk + 1000}/", f"/api/v1/contributions/{said.pk + 1000}/")
    for answer, nothing in zip(hidden, absent, strict=True):
        assert (answer.status_code, answer.content) == (404, nothing.content)


def test_scopes(consultation, here, coordinator, outsider, api):
    said = contribute_to(consultation, by=outsider)
    contribution = f"/api/v1/contributions/{said.pk}/"
    reader = api(coordinator, "read:members")
    assert reader.json(here)["contributions"] == 1
    sent = [answer for answer in all_of(reader, here, contribution) if answer.status_code != 200]
    sent.append(post(reader, f"/api/v1/drafts/{consultation.draft_id}/consultations/"))
    assert len(sent) == 5
    assert all(answer.status_code == 403 and "write:workspace" in answer.json()["detail"] for answer in sent)
    public = api(coordinator, "read:public", "write:workspace")
    assert public.json(LIST)["count"] == 0
    assert {answer.status_code for answer in all_of(public, here, contribution)} == {404}


def test_filters(draft, consultation, group, coordinator, outsider, api):
    ended = end_of(make_consultation(make_draft(group, "Zweiter", by=coordinator), by=coordinator))
    client = api(outsider)

    def found(**asked):
        return [one["id"] for one in client.json(LIST, **asked)["results"]]

    assert found() == [ended.pk, consultation.pk]
    assert (found(state="open"), found(state="ended")) == ([consultation.pk], [ended.pk])
    assert (found(draft=draft.pk), found(draft=987_654)) == ([consultation.pk], [])
    first = client.json(LIST, limit=1)
    assert [one["id"] for one in client.json(first["next"])["results"]] == [consultation.pk]
    for query in ("state=closed", "draft=x", "draft=0", "group=ag-wohnen", "limit=0"):
        assert client.get(f"{LIST}?{query}").status_code == 400, query
    assert client.get(f"{LIST}{consultation.pk}/contributions/?answered=yes").status_code == 400
    assert client.get(f"{LIST}{2**70}/").status_code == client.get(f"/api/v1/contributions/{2**70}/").status_code == 404


def test_members_are_asked_by_a_hidden_group_and_learn_nothing_of_it(consultation, here, coordinator, outsider, api):
    WorkingGroup.objects.update(visibility="hidden")
    contribute_to(consultation, by=outsider)
    end_of(consultation)
    answer_contribution(Contribution.objects.get(), "taken_up", "Ja.", actor=actor_for(coordinator))
    asked, lead = api(outsider), api(coordinator)
    assert (asked.json(here)["group"], asked.json(here)["opened_by"]) == (None, None)
    assert asked.json(f"{here}contributions/")["results"][0]["answered_by"] is None
    assert (lead.json(here)["group"]["slug"], lead.json(here)["opened_by"]["id"]) == ("ag-wohnen", coordinator.pk)
    assert lead.json(f"{here}contributions/")["results"][0]["answered_by"]["id"] == coordinator.pk


def test_what_is_written_afterwards_is_not_what_members_were_asked(consultation, here, draft, outsider, api):
    end_of(consultation)
    Draft.objects.filter(pk=draft.pk).update(reach="owners")
    client = api(outsider)
    assert client.get(f"/api/v1/drafts/{draft.pk}/").status_code == 404
    assert client.get(f"/api/v1/drafts/{draft.pk}/versions/1/").status_code == 404
    assert client.json(f"{here}text/")["body"]["html"] == "<p>Wir empfehlen eine Telefonnummer.</p>"


def test_nothing_to_add(here, outsider, office, api):
    client = api(outsider, *WRITES)
    for _twice in range(2):
        assert post(client, f"{here}nothing-to-add/").status_code == 204
    assert Reaction.objects.get().person == outsider
    assert post(api(office, *WRITES), f"{here}nothing-to-add/").status_code == 403


def test_transitions_end_a_consultation_and_open_none(draft, coordinator, member, api):
    lead, there = api(coordinator, *WRITES), f"/api/v1/drafts/{draft.pk}/transitions/"
    assert post(lead, there, to="consulting").status_code == 400
    for before in (DraftState.WRITING, DraftState.DECIDED):
        Draft.objects.update(state=before)
        draft.refresh_from_db()
        make_consultation(draft, by=coordinator)
        assert lead.json(there) == {"state": "consulting", "to": {before: True}}
        assert isinstance(api(member, *WRITES).json(there)["to"][before], str)
        assert post(api(member, *WRITES), there, to=before).status_code == 403
        assert post(lead, there, to="closed").status_code == 400
        assert post(lead, there, to=before).json()["state"] == before
    assert not Consultation.objects.filter(ended_at=None).exists()
    assert post(lead, there, to="consulting").status_code == 400


@pytest.mark.parametrize(("state", "to"), [("submitted", {}), ("published", {"writing": True, "closed": True})])
def test_transitions_of_what_the_editors_have(draft, coordinator, api, state, to):
    Draft.objects.update(state=state)
    lead, there = api(coordinator, *WRITES), f"/api/v1/drafts/{draft.pk}/transitions/"
    assert lead.json(there) == {"state": state, "to": to}
    assert post(lead, there, to="deciding").status_code == 400


@pytest.mark.parametrize("number", [1, 6])
def test_lists_take_as_many_queries_for_six_as_for_one(
    number, coordinator, member, outsider, mentor, api, django_assert_max_num_queries
):
    for one in range(number):
        group = make_group(f"AG {one}", coordinator=coordinator)
        join_group(group, member)
        consultation = make_consultation(make_draft(group, by=coordinator), by=coordinator)
    for _each in range(number):
        for person in (outsider, mentor):
            said = contribute_to(consultation, by=person)
    end_of(consultation)
    answer_contribution(said, "partly", "Zur Hälfte.", actor=actor_for(coordinator))
    client = api(member)
    client.json(LIST)
    with django_assert_max_num_queries(17):
        assert client.json(LIST)["count"] == number
    with django_assert_max_num_queries(17):
        assert client.json(f"{LIST}{consultation.pk}/contributions/")["count"] == 2 * number


def test_answers_have_the_shapes_that_are_promised(consultation, coordinator, outsider, api):
    said = contribute_to(consultation, by=outsider)
    end_of(consultation)
    answer_contribution(said, "partly", "Zur Hälfte.", actor=actor_for(coordinator))
    document = schema()
    one = "/api/v1/consultations/{consultation_id}/"
    for client in (api(coordinator, *WRITES), api(outsider, *WRITES)):
        for path in (
            LIST,
            one,
            f"{one}text/",
            f"{one}contributions/",
            "/api/v1/contributions/{contribution_id}/",
        ):
            answer = client.get(path.format(consultation_id=consultation.pk, contribution_id=said.pk))
            check(document, promised(document, document["paths"][path]["get"], answer), answer.json())
