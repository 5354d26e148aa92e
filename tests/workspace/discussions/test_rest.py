"""Discussions for programs."""

from __future__ import annotations

import pytest

from tests.contracts.test_openapi import check, promised
from tests.factories import join_group, make_discussion, make_group
from workspace.models import Discussion

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")
JSON = "application/json"


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


def test_a_program_begins_and_answers(member, coordinator, group, api):
    client = api(member, *WRITES)
    begun = client.post(
        f"/api/v1/groups/{group.slug}/discussions/",
        {"title": "Wohnung", "text": "Wer weiß Rat?", "quotable": "without_county"},
        content_type=JSON,
    )
    assert begun.status_code == 201
    discussion = Discussion.objects.get()
    assert begun["Location"] == f"/api/v1/discussions/{discussion.pk}/"
    assert (begun.json()["class"], begun.json()["quotable"]) == ("group", "without_county")
    assert client.json(begun["Location"])["may"]["close"] is True
    said = api(coordinator, *WRITES).post(f"{begun['Location']}posts/", {"text": "Ich."}, content_type=JSON)
    assert said.status_code == 201
    posts = client.json(f"{begun['Location']}posts/")
    assert [post["text"] for post in posts["results"]] == ["Wer weiß Rat?", "Ich."]
    assert posts["results"][1]["may"]["edit"] != True  # noqa: E712  a sentence
    assert client.json(f"groups/{group.slug}/discussions/")["count"] == 1


def test_named_persons_are_given_by_number(member, mentor, group, api):
    sent = {"title": "Zu zweit", "text": "Hallo", "class": "persons", "persons": [mentor.pk]}
    begun = api(member, *WRITES).post(f"/api/v1/groups/{group.slug}/discussions/", sent, content_type=JSON)
    assert [person["name"] for person in begun.json()["persons"]] == [mentor.get_full_name()]
    assert begun.json()["group"] is None


def test_a_token_without_the_scope_only_reads(member, group, api):
    discussion = make_discussion(by=member, group=group)
    for path, sent in (
        (f"discussions/{discussion.pk}/posts/", {"text": "Hallo"}),
        (f"groups/{group.slug}/discussions/", {"title": "Neu", "text": "Hallo"}),
    ):
        answer = api(member, "read:members").post(f"/api/v1/{path}", sent, content_type=JSON)
        assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")


@pytest.mark.parametrize("name", ["outsider", "office", None])
def test_what_is_not_yours_is_not_there(name, member, group, api, request):
    discussion = make_discussion(by=member, group=group)
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    for path in (f"discussions/{discussion.pk}/", f"discussions/{discussion.pk}/posts/"):
        absent = path.replace(str(discussion.pk), "987654")
        assert client.get(f"/api/v1/{path}").content == client.get(f"/api/v1/{absent}").content
        assert client.get(f"/api/v1/{path}").status_code == 404
    sent = client.post(f"/api/v1/discussions/{discussion.pk}/posts/", {"text": "Hallo"}, content_type=JSON)
    assert sent.status_code == 404


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": 7}, "text"),
        ({"text": "Hallo", "colour": "red"}, "colour"),
        (["Hallo"], "non_field_errors"),
    ],
)
def test_what_makes_no_sense_is_refused_field_by_field(sent, field, member, group, api):
    discussion = make_discussion(by=member, group=group)
    path = f"/api/v1/discussions/{discussion.pk}/posts/"
    answer = api(member, *WRITES).post(path, sent, content_type=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_an_unchanged_list_costs_nothing(member, mentor, api):
    discussion = make_discussion(by=member, posts=[mentor])
    client, path = api(member), f"/api/v1/discussions/{discussion.pk}/posts/"
    first = client.get(path)
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert "private" in first["Cache-Control"]


def test_pages_of_posts_follow_each_other(member, api):
    discussion = make_discussion(by=member, posts=[member] * 4)
    client, seen = api(member), []
    address = f"/api/v1/discussions/{discussion.pk}/posts/?limit=2"
    while address:
        page = client.json(address)
        seen += [post["id"] for post in page["results"]]
        address = page["next"]
    assert seen == list(discussion.posts.values_list("pk", flat=True))


def test_answers_have_the_promised_shapes(member, group, api):
    from cms.rest.schema import schema

    discussion = make_discussion(by=member, group=group)
    document, client = schema(), api(member)
    for path in (
        "/api/v1/groups/{slug}/discussions/",
        "/api/v1/discussions/{discussion_id}/",
        "/api/v1/discussions/{discussion_id}/posts/",
    ):
        answer = client.get(path.format(slug=group.slug, discussion_id=discussion.pk))
        check(document, promised(document, document["paths"][path]["get"], answer), answer.json())
