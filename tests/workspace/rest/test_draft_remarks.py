"""Comments on drafts and suggestions for programs."""

from __future__ import annotations

import pytest
from django.db import transaction

from cms.rest.schema import schema
from plugins.api.actors import actor_for
from tests.contracts.test_openapi import check, promised
from tests.factories import join_group, make_draft
from workspace.actions.remarks import Words, answer_comment, comment_on_draft, suggest
from workspace.drafting.passages import Passage
from workspace.drafting.store import append, load
from workspace.models import DraftComment, DraftSuggestion, GroupRole
from workspace.queries.drafts import text_of

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")
JSON = "application/json"
TEXT = "Wir empfehlen eine Telefonnummer.\n\nSie ist am Abend besetzt, und am Abend hilft sie."
WORDS = "eine Telefonnummer"


@pytest.fixture
def draft(group, coordinator, mentor):
    """The coordinator leads, the member writes, the mentor advises."""
    join_group(group, mentor, GroupRole.ADVISER)
    return make_draft(group, by=coordinator, text=TEXT)


@pytest.fixture
def comments(draft):
    return f"/api/v1/drafts/{draft.pk}/comments/"


@pytest.fixture
def suggestions(draft):
    return f"/api/v1/drafts/{draft.pk}/suggestions/"


def words_of(draft):
    return load(draft.pk)[0]


def test_a_comment_is_made_answered_settled_and_deleted(draft, comments, mentor, member, api):
    client, writer = api(mentor, *WRITES), api(member, *WRITES)
    made = client.post(comments, {"text": "Welche?", "quote": WORDS}, content_type=JSON)
    here = made["Location"]
    assert (made.status_code, here) == (201, f"{comments}{made.json()['id']}/")
    assert (made.json()["quote"], made.json()["answers"], made.json()["resolved"]) == (WORDS, [], False)
    assert words_of(draft).marked("comment", f"c{made.json()['id']}") == WORDS
    told = writer.post(comments, {"text": "Eine neue.", "answers_to": made.json()["id"]}, content_type=JSON)
    assert told.json()["answers_to"] == made.json()["id"]
    assert told.json()["url"] == f"{draft.get_absolute_url()}#bemerkung-{told.json()['id']}"
    (listed,) = client.json(comments)["results"]
    assert [answer["text"] for answer in listed["answers"]] == ["Eine neue."]
    settled = writer.patch(here, {"resolved": True}, content_type=JSON).json()
    assert (settled["resolved"], settled["resolved_by"]["id"]) == (True, member.pk)
    assert writer.patch(here, {"resolved": True}, content_type=JSON).status_code == 200
    assert client.json(comments, resolved="false")["count"] == 0
    assert client.json(comments, resolved="true")["count"] == 1
    assert writer.patch(here, {"resolved": False}, content_type=JSON).json()["resolved_at"] is None
    assert client.delete(here).status_code == 204
    (trace,) = client.json(comments)["results"]
    assert (trace["deleted"], trace["text"], len(trace["answers"])) == (True, "", 1)
    assert writer.delete(told["Location"]).status_code == 204
    assert client.json(comments)["results"] == []
    assert client.get(here).status_code == 404


def test_a_place_says_which_of_two_passages_is_meant(draft, comments, member, api):
    client = api(member, *WRITES)
    unclear = client.post(comments, {"text": "Wann?", "quote": "am Abend"}, content_type=JSON)
    assert (unclear.status_code, list(unclear.json()["errors"])) == (400, ["quote"])
    assert not DraftComment.objects.exists()
    place = {"block": 1, "start": 30, "end": 38}
    assert client.post(comments, {"text": "Wann?", "quote": "am Abend"} | place, content_type=JSON).status_code == 201
    marked = [node["text"] for node in text_of(draft)["content"][1]["content"] if "marks" in node]
    assert (marked, text_of(draft)["content"][1]["content"][0]["text"]) == (
        ["am Abend"],
        "Sie ist am Abend besetzt, und ",
    )


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "text"),
        ({"text": 3}, "text"),
        ({"text": "x\0"}, "text"),
        ({"text": "x" * 5001}, "text"),
        ({"text": "x", "quote": "steht nirgends"}, "quote"),
        ({"text": "x", "block": 0}, "quote"),
        ({"text": "x", "quote": WORDS, "block": -1}, "block"),
        ({"text": "x", "quote": WORDS, "start": True}, "start"),
        ({"text": "x", "quote": WORDS, "end": "3"}, "end"),
        ({"text": "x", "quote": WORDS, "end": 2**31}, "end"),
        ({"text": "x", "answers_to": 4711}, "answers_to"),
        ({"text": "x", "answers_to": 2**70}, "answers_to"),
        ({"text": "x", "answers_to": "1"}, "answers_to"),
        ({"text": "x", "resolved": True}, "resolved"),
    ],
)
def test_a_comment_that_makes_no_sense_is_refused_at_its_field(comments, member, api, sent, field):
    answer = api(member, *WRITES).post(comments, sent, content_type=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
    assert not DraftComment.objects.exists()


def test_an_answer_has_no_passage_and_a_comment_of_elsewhere_is_none(group, draft, comments, member, coordinator, api):
    other = comment_on_draft(make_draft(group, by=coordinator), "Dort", actor=actor_for(member))
    mine = comment_on_draft(draft, "Hier", actor=actor_for(member))
    client = api(member, *WRITES)
    sent = {"text": "x", "answers_to": mine.pk, "quote": WORDS}
    assert list(client.post(comments, sent, content_type=JSON).json()["errors"]) == ["quote"]
    sent = {"text": "x", "answers_to": other.pk}
    assert list(client.post(comments, sent, content_type=JSON).json()["errors"]) == ["answers_to"]
    assert client.get(f"{comments}{other.pk}/").status_code == 404
    assert client.patch(f"{comments}{mine.pk}/", {"resolved": "ja"}, content_type=JSON).status_code == 400
    assert client.get(f"{comments}?resolved=ja").status_code == 400


def test_only_whoever_wrote_it_or_writes_here_settles_a_comment(draft, comments, mentor, member, api):
    said = comment_on_draft(draft, "Vom Mitglied", actor=actor_for(member))
    here, client = f"{comments}{said.pk}/", api(mentor, *WRITES)
    told = client.json(here)["may"]
    assert (told["answer"], isinstance(told["resolve"], str), isinstance(told["delete"], str)) == (True, True, True)
    assert client.patch(here, {"resolved": True}, content_type=JSON).status_code == 403
    assert client.delete(here).status_code == 403


def test_a_suggestion_is_accepted_and_the_text_reads_so(draft, suggestions, mentor, member, api):
    adviser, writer = api(mentor, *WRITES), api(member, *WRITES)
    sent = {"quote": WORDS, "replacement": "zwei Telefonnummern", "reason": "Eine reicht nicht."}
    made = adviser.post(suggestions, sent, content_type=JSON)
    here = made["Location"]
    assert (made.status_code, here) == (201, f"{suggestions}{made.json()['id']}/")
    assert (made.json()["state"], made.json()["stale"], made.json()["may"]["withdraw"]) == ("open", False, True)
    assert adviser.patch(here, {"state": "accepted"}, content_type=JSON).status_code == 403
    accepted = writer.patch(here, {"state": "accepted", "reason": "Gut."}, content_type=JSON).json()
    assert (accepted["state"], accepted["stale"], accepted["decision_reason"]) == ("accepted", None, "Gut.")
    assert accepted["decided_by"]["id"] == member.pk
    told = writer.get(f"/api/v1/drafts/{draft.pk}/?format=md").content.decode()
    assert "Wir empfehlen zwei Telefonnummern." in told
    assert writer.patch(here, {"state": "declined", "reason": "Doch nicht."}, content_type=JSON).status_code == 403


def test_a_suggestion_is_declined_with_a_reason_or_taken_back(draft, suggestions, mentor, member, api):
    made = [
        suggest(draft, Passage(WORDS), Words(words), actor=actor_for(mentor))
        for words in ("zwei Nummern", "ein Telefon")
    ]
    adviser, writer = api(mentor, *WRITES), api(member, *WRITES)
    first, second = (f"{suggestions}{one.pk}/" for one in made)
    without = writer.patch(first, {"state": "declined"}, content_type=JSON)
    assert (without.status_code, list(without.json()["errors"])) == (400, ["reason"])
    declined = writer.patch(first, {"state": "declined", "reason": "Zu teuer."}, content_type=JSON).json()
    assert (declined["state"], declined["decision_reason"]) == ("declined", "Zu teuer.")
    assert writer.patch(second, {"state": "withdrawn"}, content_type=JSON).status_code == 403
    assert adviser.patch(second, {"state": "withdrawn"}, content_type=JSON).json()["state"] == "withdrawn"
    assert [one["id"] for one in writer.json(suggestions, state="withdrawn")["results"]] == [made[1].pk]
    assert writer.json(suggestions, state="open")["count"] == 0
    assert writer.get(f"{suggestions}?state=old").status_code == 400
    for state in ("open", "", 3):
        answer = writer.patch(second, {"state": state}, content_type=JSON)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, ["state"])


def test_a_suggestion_whose_passage_was_changed_is_stale(draft, suggestions, mentor, member, api):
    made = suggest(draft, Passage(WORDS), Words("zwei Nummern"), actor=actor_for(mentor))
    text = load(draft.pk)[0]
    with transaction.atomic():
        append(draft.pk, [(member.pk, text.replace_marked("suggestion", made.mark, "ein Fax"))])
    client, here = api(member, *WRITES), f"{suggestions}{made.pk}/"
    assert [one["stale"] for one in client.json(suggestions)["results"]] == [True]
    assert client.json(here)["stale"] is True
    refused = client.patch(here, {"state": "accepted"}, content_type=JSON)
    assert (refused.status_code, list(refused.json()["errors"])) == (400, ["stale"])


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        ({}, {"quote", "replacement"}),
        ({"quote": WORDS}, {"replacement"}),
        ({"replacement": "x"}, {"quote"}),
        ({"quote": WORDS, "replacement": WORDS}, {"replacement"}),
        ({"quote": WORDS, "replacement": "x" * 5001}, {"replacement"}),
        ({"quote": "steht nirgends", "replacement": "x"}, {"quote"}),
        ({"quote": WORDS, "replacement": None}, {"replacement"}),
        ({"quote": WORDS, "replacement": "x", "reason": 3}, {"reason"}),
        ({"quote": WORDS, "replacement": "x", "text": "y"}, {"text"}),
    ],
)
def test_a_suggestion_that_makes_no_sense_is_refused_at_its_fields(suggestions, member, api, sent, fields):
    answer = api(member, *WRITES).post(suggestions, sent, content_type=JSON)
    assert (answer.status_code, set(answer.json()["errors"])) == (400, fields)
    assert not DraftSuggestion.objects.exists()


def test_a_token_without_the_scope_only_reads(draft, comments, suggestions, member, api):
    said = comment_on_draft(draft, "Da", actor=actor_for(member))
    made = suggest(draft, Passage(WORDS), Words("x"), actor=actor_for(member))
    client = api(member, "read:members")
    assert (client.json(comments)["count"], client.json(suggestions)["count"]) == (1, 1)
    for answer in (
        client.post(comments, {"text": "x"}, content_type=JSON),
        client.patch(f"{comments}{said.pk}/", {"resolved": True}, content_type=JSON),
        client.delete(f"{comments}{said.pk}/"),
        client.post(suggestions, {"quote": WORDS, "replacement": "x"}, content_type=JSON),
        client.patch(f"{suggestions}{made.pk}/", {"state": "accepted"}, content_type=JSON),
    ):
        assert answer.status_code == 403
        assert "write:workspace" in answer.json()["detail"]


@pytest.mark.parametrize("name", ["outsider", "office", "guest", None])
def test_what_is_not_yours_is_not_there(draft, comments, suggestions, member, api, name, request):
    said = comment_on_draft(draft, "Da", actor=actor_for(member))
    made = suggest(draft, Passage(WORDS), Words("x"), actor=actor_for(member))
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    for here, ask in ((f"{comments}{said.pk}/", client.delete), (f"{suggestions}{made.pk}/", client.get)):
        absent = client.get(here.replace(f"/{draft.pk}/", "/4711/", 1))
        for answer in (client.get(here), client.patch(here, {}, content_type=JSON), ask(here)):
            assert (answer.status_code, answer.content) == (404, absent.content)


@pytest.mark.parametrize("number", [1, 8])
def test_lists_take_as_many_queries_for_eight_as_for_one(
    number, draft, comments, suggestions, mentor, member, api, django_assert_max_num_queries
):
    adviser, writer = actor_for(mentor), actor_for(member)
    for one in range(number):
        said = comment_on_draft(draft, f"Nummer {one}", passage=Passage(WORDS), actor=adviser)
        for _each in range(2):
            answer_comment(said, "Ja", actor=writer)
        suggest(draft, Passage(WORDS), Words(f"{one} Nummern"), actor=adviser)
    client = api(member)
    client.json(comments)
    with django_assert_max_num_queries(16):
        assert client.json(comments)["count"] == number
    with django_assert_max_num_queries(16):
        assert client.json(suggestions)["count"] == number


def test_answers_have_the_shapes_that_are_promised(draft, mentor, member, api):
    said = comment_on_draft(draft, "Da", passage=Passage(WORDS), actor=actor_for(mentor))
    answer_comment(said, "Ja", actor=actor_for(member))
    made = suggest(draft, Passage(WORDS), Words("x"), actor=actor_for(mentor))
    client, document = api(member, *WRITES), schema()
    for rest in ("comments/", "comments/{comment_id}/", "suggestions/", "suggestions/{suggestion_id}/"):
        path = f"/api/v1/drafts/{{draft_id}}/{rest}"
        answer = client.get(path.format(draft_id=draft.pk, comment_id=said.pk, suggestion_id=made.pk))
        check(document, promised(document, document["paths"][path]["get"], answer), answer.json())
