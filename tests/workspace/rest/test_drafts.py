"""Drafts for programs: lists, the text, its versions, where it goes from its state."""

from __future__ import annotations

import io

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import Client
from docx import Document

from cms.models import County
from cms.rest.schema import schema
from plugins.api.actors import actor_for
from tests.contracts.test_openapi import check, promised
from tests.factories import join_group, make_draft, make_group, make_photo
from workspace.actions.drafts import close_draft, name_version
from workspace.actions.files import upload_file
from workspace.drafting.store import append, load
from workspace.models import Draft, GroupRole, StoredFile, WorkingGroup

pytestmark = pytest.mark.django_db
WRITES = ("read:members", "write:workspace")
LIST = "/api/v1/drafts/"
JSON = "application/json"


@pytest.fixture
def here(draft):
    return f"{LIST}{draft.pk}/"


def test_a_program_begins_renames_keeps_and_reads(group, member, api):
    client = api(member, *WRITES)
    made = client.post(LIST, {"group": group.slug, "title": "Empfehlung"}, content_type=JSON)
    here = made["Location"]
    assert (made.status_code, here) == (201, f"{LIST}{made.json()['id']}/")
    assert made.json()["group"] == {"slug": "ag-wohnen", "title": group.title}
    assert (made.json()["county"], made.json()["state"]) == (None, "writing")
    changed = client.patch(here, {"title": "Empfehlung an alle"}, content_type=JSON).json()
    assert changed["title"] == "Empfehlung an alle"
    told = client.json(here)
    assert (told["body"]["html"], told["document"]["content"]) == ("<p></p>", [{"type": "paragraph"}])
    (listed,) = client.json(LIST)["results"]
    assert listed == {name: value for name, value in told.items() if name not in ("body", "document", "challenges")}
    kept = client.post(f"{here}versions/", {"name": "Anfang"}, content_type=JSON)
    assert (kept.status_code, kept["Location"]) == (201, f"{here}versions/1/")


def test_a_county_writes_for_itself(member, coordinator, api):
    client = api(member, *WRITES)
    made = client.post(LIST, {"county": "99001", "title": "Konzept"}, content_type=JSON).json()
    county = County.objects.get(key="99001")
    assert (made["group"], made["county"]) == (None, {"key": "99001", "name": county.name})
    assert api(coordinator, *WRITES).json(LIST)["count"] == 0
    refused = client.post(LIST, {"county": "99002", "title": "Konzept"}, content_type=JSON)
    assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"title": "x"}, "group"),
        ({"group": "ag-wohnen", "county": "99001", "title": "x"}, "group"),
        ({"group": "gibt-es-nicht", "title": "x"}, "group"),
        ({"county": "12", "title": "x"}, "county"),
        ({"group": "ag-wohnen"}, "title"),
        ({"group": "ag-wohnen", "title": ["x"]}, "title"),
        ({"group": "ag-wohnen", "title": "\ud800"}, "title"),
        ({"group": "ag-wohnen", "title": "x", "text": "y"}, "text"),
        ({"group": "ag-wohnen", "title": "x", "\ud800": "y"}, "?"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(group, member, api, sent, field):
    answer = api(member, *WRITES).post(LIST, sent, content_type=JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_a_hidden_group_is_no_group(group, outsider, api):
    client, asked = api(outsider, *WRITES), {"title": "x", "group": group.slug}
    assert client.post(LIST, asked, content_type=JSON).status_code == 403
    WorkingGroup.objects.update(visibility="hidden")
    hidden = client.post(LIST, asked, content_type=JSON)
    absent = client.post(LIST, asked | {"group": "gibt-es-nicht"}, content_type=JSON)
    assert (hidden.status_code, hidden.content) == (400, absent.content)


def test_more_that_makes_no_sense(here, member, api):
    client = api(member, *WRITES)
    for path in (f"{LIST}?state=asleep", f"{LIST}?limit=101", f"{LIST}?kind=x", f"{here}?format=pdf", f"{here}?x=1"):
        assert client.get(path).status_code == 400, path
    for path, sent, field in (
        (here, {"title": " "}, "title"),
        (f"{here}versions/", {}, "name"),
        (f"{here}versions/", {"name": 3}, "name"),
        (f"{here}transitions/", {"to": "decided"}, "to"),
        (f"{here}transitions/", {"to": "closed", "reason": 3}, "reason"),
    ):
        ask = client.patch if path == here else client.post
        answer = ask(path, sent, content_type=JSON)
        assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_each_part_may_what_it_may(group, draft, here, member, mentor, coordinator, admin, api):
    join_group(group, mentor, GroupRole.ADVISER)
    granted = {
        name: {verb for verb, answer in api(person, *WRITES).json(here)["may"].items() if answer is True}
        for name, person in (("writes", member), ("advises", mentor), ("leads", coordinator), ("reads", admin))
    }
    assert granted["reads"] == granted["advises"] == {"comment", "suggest"}
    assert granted["writes"] == {"comment", "suggest", "write", "name_version", "rename", "decide", "connect"}
    assert granted["leads"] == granted["writes"] | {
        *("change_readers", "close", "call_decision", "open_consultation", "merge", "split")
    }
    for person in (mentor, admin):
        client = api(person, *WRITES)
        assert client.patch(here, {"title": "Anders"}, content_type=JSON).status_code == 403
        assert client.post(f"{here}versions/", {"name": "x"}, content_type=JSON).status_code == 403
        assert client.post(f"{here}transitions/", {"to": "closed"}, content_type=JSON).status_code == 403


PARTS = ("versions", "comments", "suggestions", "transitions", "decisions")


def all_of(client, here):
    """The answer of every address below a draft, to everything that it takes."""
    for rest in ("", "?format=md", *(f"{part}/" for part in PARTS), "versions/1/", "decisions/1/"):
        yield client.get(f"{here}{rest}")
    for rest in (*(f"{part}/" for part in PARTS), "ticket/", "decisions/1/answers/"):
        yield client.post(f"{here}{rest}", {}, content_type=JSON)
    yield client.patch(here, {}, content_type=JSON)


@pytest.mark.parametrize("name", ["outsider", "office", "guest", "editor", None])
def test_what_is_not_yours_is_not_there(draft, here, api, name, request):
    client = api(request.getfixturevalue(name), *WRITES) if name else api()
    assert client.json(LIST)["count"] == 0
    for answer, absent in zip(all_of(client, here), all_of(client, f"{LIST}{draft.pk + 1000}/"), strict=True):
        assert (answer.status_code, answer.content) == (404, absent.content)


def test_a_token_for_what_everybody_reads_finds_nothing(draft, here, member, api):
    client = api(member, "read:public", "write:workspace")
    assert client.json(LIST)["count"] == 0
    assert {answer.status_code for answer in all_of(client, here)} == {404}


def test_a_token_without_the_scope_only_reads(group, here, member, api):
    client = api(member, "read:members")
    assert client.json(here)["title"]
    assert client.json(LIST)["count"] == 1
    for answer in (
        client.post(LIST, {"group": group.slug, "title": "Neu"}, content_type=JSON),
        client.patch(here, {"title": "Neu"}, content_type=JSON),
        client.post(f"{here}versions/", {"name": "Neu"}, content_type=JSON),
        client.post(f"{here}transitions/", {"to": "closed"}, content_type=JSON),
    ):
        assert answer.status_code == 403
        assert "write:workspace" in answer.json()["detail"]


def test_beginning_needs_a_sign_in_and_a_token_that_reads_too(group, member, api):
    asked = {"group": group.slug, "title": "Neu"}
    assert api().post(LIST, asked, content_type=JSON).status_code == 401
    assert api(member, "write:workspace").post(LIST, asked, content_type=JSON).status_code == 403
    assert not Draft.objects.exists()


def test_a_session_may_what_the_person_may_and_is_protected_against_forged_requests(here, member, as_client):
    forged = as_client(member, lambda: Client(enforce_csrf_checks=True))
    assert forged.post(f"{here}ticket/", {}, content_type=JSON).status_code == 403
    assert forged.patch(here, {"title": "Neu"}, content_type=JSON).status_code == 403
    assert as_client(member).patch(here, {"title": "Neu"}, content_type=JSON).status_code == 200


def test_filters(group, draft, coordinator, member, outsider, api):
    other = make_group("AG Arbeit", coordinator=coordinator)
    join_group(other, member)
    closed = close_draft(make_draft(other, "Alt", by=coordinator), actor=actor_for(coordinator))
    client = api(member)
    assert [one["id"] for one in client.json(LIST)["results"]] == [closed.pk, draft.pk]
    assert [one["id"] for one in client.json(LIST, state="closed")["results"]] == [closed.pk]
    assert [one["id"] for one in client.json(LIST, group=group.slug)["results"]] == [draft.pk]
    assert client.json(LIST, group="gibt-es-nicht")["results"] == []
    first = client.json(LIST, limit=1)
    assert [one["id"] for one in client.json(first["next"])["results"]] == [draft.pk]


def test_all_members_read_a_draft_of_a_hidden_group_and_learn_nothing_of_the_group(group, coordinator, outsider, api):
    draft = make_draft(group, by=coordinator, for_all=True)
    client, here = api(outsider), f"{LIST}{draft.pk}/"
    assert client.json(here)["group"]["slug"] == group.slug
    assert group.title in client.get(f"{here}?format=html").content.decode()
    WorkingGroup.objects.update(visibility="hidden")
    assert client.json(here)["group"] is None
    assert [one["group"] for one in client.json(LIST)["results"]] == [None]
    assert client.json(LIST, group=group.slug)["count"] == 0
    for form in ("html", "md"):
        assert group.title not in client.get(f"{here}?format={form}").content.decode()


def test_the_text_in_other_forms_says_what_it_is(group, draft, here, member, api):
    client = api(member)
    Draft.objects.update(title="Wohnraum <für> alle")
    page = client.get(f"{here}?format=html")
    assert page["Content-Type"] == "text/html; charset=utf-8"
    told = page.content.decode()
    assert told.startswith("<!DOCTYPE html>")
    assert "<h1>Wohnraum &lt;für&gt; alle</h1>" in told
    assert "<p>Wir empfehlen eine Telefonnummer.</p>" in told
    text = client.get(f"{here}?format=md")
    assert text["Content-Type"] == "text/markdown; charset=utf-8"
    assert "\n\nWir empfehlen eine Telefonnummer.\n" in text.content.decode()
    word = client.get(f"{here}?format=docx")
    assert word["Content-Disposition"] == 'attachment; filename="wohnraum-fur-alle.docx"'
    title, stamp, words = (one.text for one in Document(io.BytesIO(word.content)).paragraphs)
    assert (title, words) == ("Wohnraum <für> alle", "Wir empfehlen eine Telefonnummer.")
    assert stamp in told
    assert stamp in text.content.decode()
    assert stamp.startswith(f"Entwurf: in Arbeit · nur für {group.title} · ")


@pytest.mark.parametrize("form", ["", "?format=html", "?format=docx", "?format=md"])
def test_an_answer_that_is_known_costs_304(here, member, api, form):
    client = api(member)
    first = client.get(f"{here}{form}")
    again = client.get(f"{here}{form}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "private, no-cache"
    assert first["Vary"].startswith("Authorization, Cookie")
    Draft.objects.update(title="Anders")
    assert client.get(f"{here}{form}", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_only_pictures_of_the_drafts_own_group_go_along(group, coordinator, member, api):
    other = make_group("AG Arbeit", coordinator=coordinator)
    upload_file(group, make_photo(), title="Haus", actor=actor_for(coordinator))
    upload_file(other, make_photo(), title="Amt", actor=actor_for(coordinator))
    own, foreign = StoredFile.objects.order_by("pk")
    draft = make_draft(group, by=coordinator)
    put_in(draft, coordinator, own, foreign)
    client, here = api(coordinator), f"{LIST}{draft.pk}/"
    for page in (client.json(here)["body"]["html"], client.get(f"{here}?format=html").content.decode()):
        assert f"/dateien/{own.pk}/klein/" in page
        assert f"/dateien/{foreign.pk}/" not in page
    word = Document(io.BytesIO(client.get(f"{here}?format=docx").content))
    assert len(word.inline_shapes) == 1
    default_storage.delete(own.path)
    word = Document(io.BytesIO(client.get(f"{here}?format=docx").content))
    assert len(word.inline_shapes) == 0


def test_versions(draft, here, coordinator, member, api):
    client = api(member, *WRITES)
    kept = client.post(f"{here}versions/", {"name": " Nach  der Sitzung "}, content_type=JSON).json()
    whole = client.json(f"{here}versions/2/")
    assert whole["document"]["content"][0]["content"][0]["text"] == "Wir empfehlen eine Telefonnummer."
    person = {"id": coordinator.pk, "name": coordinator.get_full_name()}
    assert whole["authors"] == [[{"length": 33, "author": person}]]
    assert (kept["number"], kept["name"]) == (2, "Nach der Sitzung")
    assert kept["digest"] == client.json(f"{here}versions/1/")["digest"]
    assert kept["saved_by"]["id"] == member.pk
    listed = client.json(f"{here}versions/", limit=1)
    assert (listed["count"], listed["results"]) == (2, [kept])
    assert [one["number"] for one in client.json(listed["next"])["results"]] == [1]
    assert client.get(f"{here}versions/3/").status_code == 404
    assert client.get(f"{here}versions/{2**70}/").status_code == 404


def test_where_a_draft_goes_from_its_state(draft, here, coordinator, member, api):
    leads, writes, there = api(coordinator, *WRITES), api(member, *WRITES), f"{here}transitions/"
    assert leads.json(there) == {"state": "writing", "to": {"deciding": True, "closed": True}}
    assert isinstance(writes.json(there)["to"]["closed"], str)
    closed = leads.post(there, {"to": "closed", "reason": "Fertig."}, content_type=JSON)
    assert (closed.status_code, closed["Location"], closed.json()["state"]) == (201, there, "closed")
    assert leads.json(there) == {"state": "closed", "to": {"writing": True}}
    assert leads.post(there, {"to": "closed"}, content_type=JSON).status_code == 400
    assert writes.post(there, {"to": "writing"}, content_type=JSON).status_code == 403
    assert writes.patch(here, {"title": "Neu"}, content_type=JSON).status_code == 403
    assert leads.post(there, {"to": "writing"}, content_type=JSON).json()["state"] == "writing"


@pytest.mark.parametrize("number", [1, 8])
def test_the_list_takes_as_many_queries_for_eight_drafts_as_for_one(
    number, coordinator, member, api, django_assert_max_num_queries
):
    for one in range(number):
        group = make_group(f"AG {one}", coordinator=coordinator)
        join_group(group, member)
        make_draft(group, by=coordinator)
    client = api(member)
    client.json(LIST)
    with django_assert_max_num_queries(16):
        assert client.json(LIST)["count"] == number


@pytest.mark.parametrize("number", [1, 8])
def test_and_so_does_the_list_of_versions(number, draft, here, coordinator, member, api, django_assert_max_num_queries):
    for one in range(number - 1):
        name_version(draft, name=f"Nummer {one}", actor=actor_for(coordinator))
    client = api(member)
    client.json(here)
    with django_assert_max_num_queries(14):
        assert client.json(f"{here}versions/")["count"] == number


def test_answers_have_the_shapes_that_are_promised(draft, coordinator, api):
    name_version(draft, name="Zwei", actor=actor_for(coordinator))
    client, document = api(coordinator, *WRITES), schema()
    for rest in ("", "{draft_id}/", "{draft_id}/versions/", "{draft_id}/versions/{number}/", "{draft_id}/transitions/"):
        path = f"{LIST}{rest}"
        answer = client.get(path.format(draft_id=draft.pk, number=1))
        check(document, promised(document, document["paths"][path]["get"], answer), answer.json())


def put_in(draft, person, *files):
    """Pictures at the end of the text, as the editor puts them there."""
    text = load(draft.pk)[0]
    pictures = [{"type": "picture", "attrs": {"file": one.pk, "alt": "Bild", "caption": ""}} for one in files]
    with transaction.atomic():
        append(draft.pk, [(person.pk, text.write({"type": "doc", "content": pictures}))])
