"""Files of groups for programs."""

from __future__ import annotations

import pytest

from tests.contracts.test_openapi import check, promised
from tests.factories import make_upload, put_down
from workspace.models import GroupFile

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")
LIST = "/api/v1/groups/ag-wohnen/files/"


def test_a_program_puts_down_renames_replaces_and_removes(group, member, api):
    client = api(member, *WRITES)
    made = client.post(LIST, {"file": make_upload(), "title": "Protokoll", "note": "Mai"})
    assert made.status_code == 201
    here = made["Location"]
    assert client.json(here)["may"] == {"rename": True, "replace": True, "move": True, "remove": True}
    changed = client.patch(here, {"title": "Neuer Titel"}, content_type="application/json").json()
    assert (changed["title"], changed["note"]) == ("Neuer Titel", "Mai")
    assert client.post(f"{here}versions/", {"file": make_upload("Neu", "neu.txt")}).status_code == 201
    names = [version["name"] for version in client.json(here)["versions"]]
    assert names == ["neu.txt", "protokoll.txt"]
    fetched = client.get(client.json(here)["versions"][0]["content_url"])
    assert fetched.status_code == 404  # a token opens the API and no pages
    assert client.delete(here).status_code == 204
    assert client.json(LIST)["results"][0]["removed"] is True


def test_what_makes_no_sense_is_refused_at_its_field(group, member, api):
    client = api(member, *WRITES)
    assert set(client.post(LIST, {"title": "Ohne"}).json()["errors"]) == {"file"}
    assert set(client.post(LIST, {"file": make_upload("x", "x.exe")}).json()["errors"]) == {"file"}
    assert set(client.post(LIST, {"file": make_upload(), "folder": "x"}).json()["errors"]) == {"folder"}
    put_down(group, member)
    here = f"{LIST}{GroupFile.objects.get().pk}/"
    assert set(client.patch(here, {"title": ""}, content_type="application/json").json()["errors"]) == {"title"}
    assert set(client.patch(here, {"title": 3}, content_type="application/json").json()["errors"]) == {"title"}


def test_a_token_without_the_scope_only_reads(group, member, api):
    put_down(group, member)
    client = api(member, "read:members")
    assert client.json(LIST)["count"] == 1
    here = f"{LIST}{GroupFile.objects.get().pk}/"
    assert client.post(LIST, {"file": make_upload()}).status_code == 403
    assert client.delete(here).status_code == 403


@pytest.mark.parametrize("name", ["outsider", "office", None])
def test_what_is_not_yours_is_not_there(group, member, api, name, request):
    put_down(group, member)
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    here = f"{LIST}{GroupFile.objects.get().pk}/"
    for answer in (client.get(LIST), client.get(here), client.delete(here), client.post(LIST, {"file": make_upload()})):
        assert answer.status_code == 404


def test_answers_have_the_shapes_that_are_promised(group, member, api):
    from cms.rest.schema import schema

    put_down(group, member)
    client, document = api(member, *WRITES), schema()
    for path in ("/api/v1/groups/{slug}/files/", "/api/v1/groups/{slug}/files/{file_id}/"):
        answer = client.get(path.format(slug=group.slug, file_id=GroupFile.objects.get().pk))
        check(document, promised(document, document["paths"][path]["get"], answer), answer.json())
