"""Members read what has changed, and every version as it was; nobody else learns that there were others."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.actions.entries import edit_entry, publish_entry, release_entry, unpublish_entry
from cms.models import Entry, Projection, Publication
from plugins.api.access import SYSTEM
from tests.factories import make_entry, make_picture, text

pytestmark = pytest.mark.django_db
NOTE = "Die Kosten sind neu berechnet: 32.000 Euro."


@pytest.fixture
def entry(forum):
    """Published twice, with a note; its summary is released."""
    picture = ("picture", {"image": make_picture(), "alt": "Ein Dorf", "caption": "Bildunterschrift von damals"})
    entry = make_entry(
        title="Kurs",
        slug="kurs",
        topics=["Wohnen"],
        body=[*text("<p>Alter Text.</p>"), picture],
        contact="Alte Anschrift",
    )
    return published(entry, body=text("<p>Neuer Text.</p>"), contact="Neue Anschrift", update_note=NOTE)


def published(entry, **fields):
    draft(entry, **fields)
    return publish_entry(entry, actor=SYSTEM)


def draft(entry, **fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    return edit_entry(entry, actor=SYSTEM)


def newest(entry):
    return Entry.objects.get(pk=entry.pk).specific.get_latest_revision_as_object()


def read(client, address="/wissen/kurs/"):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", ["member", "guest", "editor", "author", "office"])
def test_readers_of_the_whole_entry_read_the_note_and_the_first_version(name, request, as_client, entry):
    client = as_client(request.getfixturevalue(name))
    page = read(client)
    assert page.count(NOTE) == 2 and 'href="?version=1"' in page
    old = client.get("/wissen/kurs/?version=1")
    words = old.content.decode()
    assert "Alter Text." in words and "Neuer Text." not in words and NOTE not in words
    assert 'content="noindex"' in words and "private" in old["Cache-Control"]
    assert words.count("<h1") == 1


@pytest.mark.parametrize("name", [None, "applicant", "former_member", "kind_guest", "former_guest"])
def test_for_everybody_else_there_are_no_versions(name, request, as_client, entry):
    release_entry(entry, actor=SYSTEM)
    client = as_client(request.getfixturevalue(name) if name else None)
    page = read(client)
    assert NOTE not in page and "?version" not in page
    missing = client.get("/wissen/gibt-es-nicht/?version=1")
    for number in ("1", "2", "7", "x"):
        there = client.get(f"/wissen/kurs/?version={number}")
        assert (there.status_code, there.content) == (404, missing.content)


@pytest.mark.parametrize("wanted", ["0", "3", "01", "-1", "zwei", "²", "9" * 30])
def test_a_version_that_never_was_is_not_there(wanted, as_client, member, entry):
    assert as_client(member).get("/wissen/kurs/", {"version": wanted}).status_code == 404


def test_the_present_version_stands_at_its_address(as_client, member, entry):
    assert as_client(member).get("/wissen/kurs/?version=2")["Location"] == "/wissen/kurs/"


def test_a_draft_is_no_version(as_client, member, editor, entry):
    draft(newest(entry), title="Geheimer Entwurf", update_note="Geheimer Grund")
    for person in (member, editor):
        client = as_client(person)
        assert client.get("/wissen/kurs/?version=3").status_code == 404
        assert "Geheim" not in read(client) + read(client, "/wissen/kurs/?version=1")


def test_what_was_typed_over_afterwards_is_no_version(as_client, member, entry):
    revision = entry.live_revision
    revision.content = {**revision.content, "title": "Geheim übertippt"}
    revision.save()
    published(newest(entry), title="Kurs, dritte Fassung")
    assert "Geheim" not in read(as_client(member), "/wissen/kurs/?version=2")


def test_versions_outlive_their_revisions(as_client, member, entry):
    entry.revisions.exclude(pk=entry.latest_revision_id).delete()
    assert "Alter Text." in read(as_client(member), "/wissen/kurs/?version=1")


def test_pictures_and_contacts_of_then_are_gone(as_client, member, entry):
    page = read(as_client(member), "/wissen/kurs/?version=1")
    assert "Bildunterschrift von damals" not in page and "/medien/bild/" not in page
    assert "Alte Anschrift" not in page


def test_the_numbers_are_those_of_page_and_api(as_client, api, member, entry):
    detail = api(member).json(f"entries/{entry.pk}/")
    assert detail["version"] == 2
    assert [(row["version"], row["note"]) for row in detail["changes"]] == [(2, NOTE)]
    assert "Version 2" in read(as_client(member))


def test_the_public_layer_has_no_notes(api, entry):
    release_entry(entry, actor=SYSTEM)
    public = api().json(f"entries/{entry.pk}/")
    assert public["changes"] == []
    for row in Projection.objects.filter(entry=entry.pk, layer="public").select_related("text"):
        assert NOTE not in row.text.page_html + row.text.detail_json + row.text.plain
    assert NOTE not in json.dumps(public)


def test_a_text_that_everybody_reads_keeps_its_notes_for_members(as_client, member, entry):
    entry = published(newest(entry), confidentiality="public", update_note="Jetzt für alle")
    release_entry(entry, actor=SYSTEM)
    assert "Jetzt für alle" not in read(as_client())
    page = read(as_client(member))
    assert "Jetzt für alle" in page and 'href="?version=2"' in page
    assert as_client().get("/wissen/kurs/?version=1").status_code == 404


def test_an_entry_that_was_taken_back_shows_none_of_its_versions(as_client, member, editor, entry):
    unpublish_entry(entry, actor=SYSTEM)
    for person in (member, editor):
        assert as_client(person).get("/wissen/kurs/?version=1").status_code == 404


def test_todays_rights_hold_for_what_was_open_then(as_client, guest, entry):
    published(newest(entry), topics=[])
    assert as_client(guest).get("/wissen/kurs/?version=1").status_code == 404


def test_a_note_is_told_once(as_client, member, entry):
    published(newest(entry), title="Kurs, dritte Fassung")
    assert list(Publication.objects.filter(entry=entry).order_by("number").values_list("note", flat=True)) == [
        "",
        NOTE,
        "",
    ]
    published(newest(entry), update_note="Noch etwas")
    assert read(as_client(member)).index("Noch etwas") < read(as_client(member)).index(NOTE)


def test_a_first_version_has_changed_nothing(forum):
    make_entry(title="Neu", update_note="Nichts")
    assert Publication.objects.get(entry__title="Neu").note == ""


def test_an_entry_with_one_version_lists_none(as_client, member, forum):
    make_entry(title="Neu", slug="neu")
    assert "?version=" not in read(as_client(member), "/wissen/neu/")


def test_what_a_note_says_is_text(as_client, member, entry):
    published(newest(entry), update_note="<script>alert(1)</script>")
    assert "<script>alert" not in read(as_client(member))


def test_the_form_asks_for_a_note_only_where_something_is_published(as_client, editor, entry):
    client = as_client(editor)
    page = client.get(f"/cms/pages/{entry.pk}/edit/").content.decode()
    assert 'name="update_note"' in page and NOTE not in page.split('name="update_note"')[1][:200]
    draft(newest(entry), update_note="Wird noch gesagt")
    assert "Wird noch gesagt" in client.get(f"/cms/pages/{entry.pk}/edit/").content.decode()
    new = make_entry(title="Neu", published=False)
    assert 'name="update_note"' not in client.get(f"/cms/pages/{new.pk}/edit/").content.decode()


def test_the_list_costs_the_same_however_long_it_is(as_client, member, entry):
    client = as_client(member)
    read(client)
    with CaptureQueriesContext(connection) as before:
        read(client)
    for number in range(3):
        published(newest(entry), title=f"Kurs {number}", update_note=f"Grund {number}")
    with CaptureQueriesContext(connection) as after:
        read(client)
    assert len(after) == len(before)
