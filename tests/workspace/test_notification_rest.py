"""Notifications for programs: the caller's own, within the scopes of the token."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.api.outbox import dispatch_pending
from tests.contracts.test_openapi import check, promised
from tests.factories import make_entry, make_topic
from workspace.models import Notification, TopicFollow

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/notifications/"
WRITES = ("read:members", "write:workspace")


@pytest.fixture
def entries(member):
    topic = make_topic("Wohnen")
    TopicFollow.objects.create(user=member, topic=topic)
    made = [make_entry(title=title, topics=[topic]) for title in ("Eins", "Zwei", "Drei")]
    dispatch_pending()
    return made


def texts(answer) -> list[str]:
    return [one["text"].split("„")[1].rstrip("“") for one in answer["results"]]


def test_programs_read_what_their_owner_is_told_newest_first(member, mentor, api, entries):
    answer = api(member).json(ADDRESS)
    assert (answer["count"], texts(answer)) == (3, ["Drei", "Zwei", "Eins"])
    assert answer["results"][0]["url"] == "/wissen/drei/"
    assert answer["results"][0]["read_at"] is None
    assert api(mentor).json(ADDRESS)["count"] == 0


def test_the_list_has_pages(member, api, entries):
    first = api(member).json(ADDRESS, limit=2)
    assert texts(api(member).json(first["next"])) == ["Eins"]


def test_what_may_no_longer_be_seen_is_neither_listed_nor_counted_nor_read(member, api, entries):
    pk = Notification.objects.order_by("pk").first().pk
    unpublish_entry(entries[0], actor=SYSTEM)
    assert api(member).json(ADDRESS)["count"] == 2
    assert api(member, *WRITES).post(f"{ADDRESS}{pk}/read/").status_code == 404


def test_reading_one_takes_it_from_the_unread(member, mentor, api, entries):
    client, pk = api(member, *WRITES), Notification.objects.order_by("pk").first().pk
    assert api(mentor, *WRITES).post(f"{ADDRESS}{pk}/read/").status_code == 404
    answer = client.post(f"{ADDRESS}{pk}/read/").json()
    assert answer["id"] == pk and answer["read_at"]
    assert client.post(f"{ADDRESS}{pk}/read/").json() == answer
    assert texts(client.json(ADDRESS, unread="1")) == ["Drei", "Zwei"]
    assert client.json(ADDRESS, unread="0")["count"] == 3


def test_scopes_hold(member, api, entries):
    pk = Notification.objects.first().pk
    assert api().get(ADDRESS).status_code == 401
    assert api(member, "read:public").get(ADDRESS).status_code == 403
    assert api(member, "read:members").post(f"{ADDRESS}{pk}/read/").status_code == 403
    assert api(member, *WRITES).get(f"{ADDRESS}?unread=2").status_code == 400


def test_a_browser_reads_only_from_our_pages(member, entries):
    client, pk = Client(enforce_csrf_checks=True), Notification.objects.first().pk
    client.force_login(member, "allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(ADDRESS).json()["count"] == 3
    assert client.post(f"{ADDRESS}{pk}/read/").status_code == 403


def test_answers_have_the_shape_that_is_promised(member, api, entries):
    from cms.rest.schema import schema

    document, client = schema(), api(member, *WRITES)
    pk = Notification.objects.first().pk
    for path, method, response in (
        (ADDRESS, "get", client.get(ADDRESS)),
        (f"{ADDRESS}{{notification_id}}/read/", "post", client.post(f"{ADDRESS}{pk}/read/")),
    ):
        check(document, promised(document, document["paths"][path][method], response), response.json())
