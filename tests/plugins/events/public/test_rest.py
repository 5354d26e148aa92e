"""Events for programs: public ones for everybody, others for who may know of them, tokens within their scopes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.rest.schema import schema
from plugins.api.access import SYSTEM
from plugins.events.actions.events import cancel_event
from tests.contracts.test_openapi import check, promised
from tests.factories import make_county, make_group, make_topic

pytestmark = pytest.mark.django_db

BOTH = ("read:members", "read:events")


def titles(client, **query):
    return [item["title"] for item in client.json("events/", **query)["results"]]


@pytest.fixture
def events(planned, group):
    return {
        "public": planned("Offen", 14),
        "members": planned("Für Mitglieder", 15, confidentiality="members"),
        "group": planned("Gruppe", 16, confidentiality="group", group=group, kind="group"),
        "hidden": planned("Noch geheim", 17, is_published=False),
    }


def test_each_reads_what_they_may_know_of(events, member, mentor, guest, office, api, as_client):
    assert titles(api()) == ["Offen"]
    assert titles(api(member, *BOTH)) == ["Offen", "Für Mitglieder", "Gruppe"]
    assert titles(api(mentor, *BOTH)) == ["Offen", "Für Mitglieder"]
    assert titles(api(guest, *BOTH)) == ["Offen"]
    assert titles(api(office, *BOTH)) == ["Offen", "Für Mitglieder", "Noch geheim"]
    in_a_browser = as_client(member).get("/api/v1/events/").json()
    assert [item["title"] for item in in_a_browser["results"]] == ["Offen", "Für Mitglieder", "Gruppe"]
    for name, event in events.items():
        assert api().get(f"/api/v1/events/{event.pk}/").status_code == (200 if name == "public" else 404)


def test_a_token_reads_events_only_if_it_was_made_for_it(events, member, api):
    assert titles(api(member, "read:events")) == ["Offen"]
    assert titles(api(member, "read:public", "read:events")) == ["Offen"]
    for scopes in (("read:public",), ("read:members",), ("write:workspace",)):
        client = api(member, *scopes)
        for path in ("", f"{events['public'].pk}/", f"{events['hidden'].pk}/", f"{10**7}/"):
            answer = client.get(f"/api/v1/events/{path}")
            assert answer.status_code == 403 and answer["Content-Type"] == "application/problem+json"
            assert "read:events" in answer.json()["detail"]


def test_an_item_says_all_that_its_page_says(planned, member, coordinator, api):
    county, topic = make_county("99001"), make_topic("Wohnen", is_open=True)
    group = make_group("AG Verschwiegen", coordinator=coordinator)
    event = planned(agenda="10 Uhr Beginn", county=county, topics=[topic], group=group, capacity=12, address="Markt 1")
    item = api().json("events/")["results"][0]
    assert item == {
        "id": event.pk,
        "url": event.get_absolute_url(),
        "kind": "public",
        "title": "Offener Nachmittag",
        "summary": "Wir treffen uns.",
        "starts_at": "2031-03-14T09:00:00+00:00",
        "ends_at": "2031-03-14T11:00:00+00:00",
        "form": "in_person",
        "place": "Kreishaus Auental",
        "address": "Markt 1",
        "county": {"key": "99001", "name": "Landkreis Auental"},
        "confidentiality": "public",
        "group": None,
        "topics": [{"slug": topic.slug, "title": "Wohnen"}],
        "capacity": 12,
        "cancelled_at": None,
        "cancel_reason": "",
    }
    detail = api().json(f"events/{event.pk}/")
    assert detail["agenda"] == "10 Uhr Beginn" and detail["ics_url"].startswith(event.get_absolute_url())
    assert set(detail["may"]) == {"edit", "organise", "cancel"} and True not in detail["may"].values()
    assert api(member, *BOTH).json(f"events/{event.pk}/")["group"] == group.slug
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    item = api().json(f"events/{event.pk}/")
    assert item["cancelled_at"] and item["cancel_reason"] == "Kein Saal."


def test_it_is_filtered(events, planned, member, group, api):
    topic = make_topic("Wohnen", is_open=True)
    planned("Thema", 20, topics=[topic], kind="virtual", last_day=22)
    client = api(member, *BOTH)
    assert titles(client, topic=topic.slug) == titles(client, kind="virtual") == ["Thema"]
    assert titles(client, group=group.slug) == ["Gruppe"]
    assert (
        titles(api(), group=group.slug) == titles(client, group="gibt-es-nicht") == titles(client, topic="keins") == []
    )
    assert titles(client, until="2031-03-14") == ["Offen"]
    assert titles(client, **{"from": "2031-03-16"}) == ["Gruppe", "Thema"]
    assert titles(client, **{"from": "2031-03-21", "until": "2031-03-21"}) == ["Thema"]
    assert titles(client, ordering="-starts_at") == ["Thema", "Gruppe", "Für Mitglieder", "Offen"]


@pytest.mark.parametrize(
    "query",
    [
        *("kind=party", "from=gestern", "until=2031-02-30", "from=9999-12-31", "until=0001-01-01", "ordering=title"),
        *("colour=red", "limit=101", "topic=", "from=2031-03-14T10:00", "cursor=nonsense"),
    ],
)
def test_nonsense_is_refused(query, events, api):
    answer = api().get(f"/api/v1/events/?{query}")
    assert answer.status_code == 400 and query.partition("=")[0] in answer.json()["errors"]
    assert answer["Content-Type"] == "application/problem+json"


def test_it_comes_in_pages(planned, api):
    for number in range(5):
        planned(f"Termin {number}", 10 + number // 2)
    client, seen, path = api(), [], "/api/v1/events/?limit=2"
    while path:
        page = client.json(path)
        assert page["count"] == 5
        seen += [item["title"] for item in page["results"]]
        path = page["next"]
    assert seen == [f"Termin {number}" for number in range(5)]
    assert titles(client, limit=2, offset=3) == ["Termin 3", "Termin 4"]


def test_what_may_be_kept_and_for_whom_is_said_truthfully(events, member, api):
    for path in ("events/", f"events/{events['public'].pk}/"):
        public, own = (client.get(f"/api/v1/{path}") for client in (api(), api(member, *BOTH)))
        assert public["Cache-Control"].startswith("public") and own["Cache-Control"].startswith("private")
        assert all({"Authorization", "Cookie"} <= set(answer["Vary"].split(", ")) for answer in (public, own))
        again = api().get(f"/api/v1/{path}", headers={"if-none-match": public["ETag"]})
        assert again.status_code == 304 and not again.content
    assert api().get(f"/api/v1/events/{10**30}/").status_code == 404


def test_it_is_as_the_document_promises_and_costs_the_same_for_many(planned, member, api):
    client = api(member, *BOTH)
    planned(topics=[make_topic("Wohnen", is_open=True)], county=make_county("99001"))
    client.json("events/")
    with CaptureQueriesContext(connection) as one:
        client.json("events/")
    for number in range(5):
        planned(f"Termin {number}", topics=[make_topic(f"Thema {number}", is_open=True)])
    with CaptureQueriesContext(connection) as many:
        answer = client.json("events/")
    assert len(one) == len(many)
    document, pk = schema(), answer["results"][0]["id"]
    paths = {"/api/v1/events/": "events/", "/api/v1/events/{event_id}/": f"events/{pk}/"}
    for path, address in paths.items():
        got = client.get(f"/api/v1/{address}")
        operation = document["paths"][path]["get"]
        assert operation["x-origin"] == "plugins.events"
        check(document, promised(document, operation, got), got.json())
