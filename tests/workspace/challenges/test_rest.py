"""Challenges for programs."""

from __future__ import annotations

import pytest

from cms.rest.schema import schema
from tests.contracts.test_openapi import check, promised
from tests.factories import make_challenge, make_topic

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")
JSON = "application/json"


def test_a_program_puts_one_and_says_more_in_its_discussion(member, mentor, api):
    make_topic("Wohnen", is_open=True)
    client = api(member, *WRITES)
    sent = {"title": "Wer hilft?", "text": "Sechs Wohnungen.", "topics": ["wohnen"], "urgent": True}
    put = client.post("/api/v1/challenges/", sent, content_type=JSON)
    assert put.status_code == 201
    item = client.json(put["Location"])
    assert item == put.json()
    assert (item["state"], item["urgent"], item["topics"], item["quotable"]) == ("open", True, ["wohnen"], "no")
    assert item["may"] == {"withdraw": True, "write_post": True, "mark_answer": True}
    said = api(mentor, *WRITES).post(
        f"/api/v1/discussions/{item['discussion']}/posts/", {"text": "Wir."}, content_type=JSON
    )
    assert said.status_code == 201
    seen = api(mentor, "read:members").json(put["Location"])
    assert seen["state"] == "talked_about"
    assert seen["may"]["withdraw"] is not True


def test_the_list_is_filtered_and_paged(member, mentor, api):
    topic = make_topic("Wohnen", is_open=True)
    numbers = [make_challenge(f"Frage {n}", by=member, urgent=n == 1).pk for n in range(3)]
    make_challenge("Mit Thema", by=member, topics=[topic], posts=[mentor])
    client = api(mentor, "read:members")
    assert client.json("challenges/")["count"] == 4
    assert [one["id"] for one in client.json("challenges/", state="open", limit=2)["results"]] == numbers[:0:-1]
    assert [one["title"] for one in client.json("challenges/", topic="wohnen")["results"]] == ["Mit Thema"]
    assert [one["id"] for one in client.json("challenges/", urgent="true")["results"]] == [numbers[1]]
    assert client.get("/api/v1/challenges/?state=silent").status_code == 400


def test_what_makes_no_sense_is_refused_by_field(member, api):
    sent = {"title": "Wer hilft?", "text": "Sechs.", "topics": ["gibt-es-nicht"], "urgent": "ja"}
    answer = api(member, *WRITES).post("/api/v1/challenges/", sent, content_type=JSON)
    assert answer.status_code == 400
    assert {"topics", "urgent"} <= set(answer.json()["errors"])


@pytest.mark.parametrize("name", ["guest", "visitor", "applicant"])
def test_others_read_no_challenge_and_no_number(name, member, api, request):
    challenge = make_challenge(by=member)
    person = request.getfixturevalue(name)
    client = api(None if name == "visitor" else person, *(() if name == "visitor" else ("read:members",)))
    assert client.json("challenges/") == {"count": 0, "next": None, "previous": None, "results": []}
    assert client.get(f"/api/v1/challenges/{challenge.pk}/").status_code == 404


def test_a_token_that_only_reads_puts_none(member, api):
    answer = api(member, "read:members").post("/api/v1/challenges/", {"title": "A", "text": "B"}, content_type=JSON)
    assert answer.status_code == 403


def test_answers_have_the_promised_shapes(member, api):
    challenge = make_challenge(by=member)
    document, client = schema(), api(member)
    for path in ("/api/v1/challenges/", "/api/v1/challenges/{challenge_id}/"):
        answer = client.get(path.format(challenge_id=challenge.pk))
        check(document, promised(document, document["paths"][path]["get"], answer), answer.json())
