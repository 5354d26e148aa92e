"""The adoption register for programs of members; for others it is empty."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.rest.schema import schema
from tests.contracts.test_openapi import check, promised
from tests.factories import make_entry
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db


def test_members_read_it_filtered(entry, member, mentor, outsider, api):
    adoption = make_adoption(entry, member, "adapted", changed="Im Pfarrheim", effort="Wenig", contact=member)
    make_adoption(entry, mentor, "dropped")
    make_adoption(make_entry(title="Zwei"), outsider)
    client = api(mentor, "read:members")
    assert client.json("adoptions/")["count"] == 3
    for query in ({"entry": entry.pk}, {"county": "99001"}, {"state": "adapted"}):
        items = client.json("adoptions/", **query)["results"]
        assert adoption.pk in [item["id"] for item in items]
        assert len(items) == (2 if "entry" in query else 1)
    item = client.json(f"adoptions/{adoption.pk}/")
    assert item["entry"] == {"id": entry.pk, "title": "Sprachkurs ohne Bus", "url": "/wissen/sprachkurs-ohne-bus/"}
    assert item["county"] == {"key": "99001", "name": "Landkreis Auental"}
    assert (item["state"], item["changed"], item["effort"]) == ("adapted", "Im Pfarrheim", "Wenig")
    assert item["contact"] == {"id": member.pk, "name": member.get_full_name()}
    assert item["may"]["edit"] is not True
    assert api(member, "read:members").json(f"adoptions/{adoption.pk}/")["may"]["edit"] is True


def test_it_is_empty_for_everybody_else(entry, member, guest, author, api):
    adoption = make_adoption(entry, member)
    for client in (api(), api(member, "read:public"), api(guest, "read:members"), api(author, "read:members")):
        assert client.json("adoptions/")["count"] == 0
        assert client.get(f"/api/v1/adoptions/{adoption.pk}/").status_code == 404


def test_nonsense_is_refused(entry, member, api):
    client = api(member, "read:members")
    for query in ("state=begeistert", "entry=0", "entry=x", "colour=red"):
        assert client.get(f"/api/v1/adoptions/?{query}").status_code == 400
    assert client.get(f"/api/v1/adoptions/{10**30}/").status_code == 404


def test_it_is_as_the_document_promises_and_costs_the_same_for_many(entry, member, mentor, outsider, api):
    client = api(member, "read:members")
    make_adoption(entry, member, contact=member)
    client.json("adoptions/")
    with CaptureQueriesContext(connection) as one:
        client.json("adoptions/")
    make_adoption(entry, mentor, contact=mentor)
    make_adoption(entry, outsider)
    with CaptureQueriesContext(connection) as many:
        answer = client.json("adoptions/")
    assert len(one) == len(many)
    document, pk = schema(), answer["results"][0]["id"]
    paths = {"/api/v1/adoptions/": "adoptions/", "/api/v1/adoptions/{adoption_id}/": f"adoptions/{pk}/"}
    for path, address in paths.items():
        got = client.get(f"/api/v1/{address}")
        check(document, promised(document, document["paths"][path]["get"], got), got.json())
