"""Who reads what stays of an event: by its class, never more people than know of the event, files included."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from plugins.events.models import Event, Participant
from tests.factories import make_photo, make_upload
from tests.factories.afterwards import make_material, make_past_event, make_result

pytestmark = pytest.mark.django_db

CLASSES = ("public", "members", "group", "participants")


@pytest.fixture
def full(public, people):
    """One material with a file and one result of each class; two people had a place, one said no afterwards."""
    for name, answer, place, came in (
        ("mentor", "yes", "", True),
        ("outsider", "yes", "taken", None),
        ("applicant", "no", "taken", None),
    ):
        Participant.objects.create(event=public, person=people[name], answer=answer, place=place, came=came)
    for one in CLASSES:
        upload = make_upload(f"Inhalt {one}", f"datei-{one}.txt")
        make_material(public, title=f"Material {one}", kind="slides", text="", confidentiality=one, upload=upload)
        make_result(public, f"Ergebnis {one}", one)
    return public


READ = {
    None: {"public"},
    "applicant": {"public"},
    "former_member": {"public"},
    "guest": {"public"},
    "member": {"public", "members", "group"},
    "coordinator": {*CLASSES},
    "mentor": {"public", "members", "participants"},
    "outsider": {"public", "members", "participants"},
    "office": {*CLASSES},
    "editor": {"public"},
}


@pytest.mark.parametrize("name", READ)
def test_each_reads_what_their_class_allows(name, full, people, client, as_client):
    browser = as_client(people[name]) if name else client
    page = browser.get(f"{full.get_absolute_url()}nachher/").content.decode()
    beside = browser.get(full.get_absolute_url()).content.decode()
    for place in (page, beside):
        for words in ("Ergebnis", "Material"):
            assert {one for one in CLASSES if f"{words} {one}" in place} == READ[name]
    for material in full.eventmaterials.all():
        answer = browser.get(material.file_url)
        assert answer.status_code == (200 if material.confidentiality in READ[name] else 404)
        if answer.status_code == 200:
            assert b"".join(answer.streaming_content).decode() == f"Inhalt {material.confidentiality}"


def test_rest_tells_each_the_same(full, member, api):
    def told(client):
        detail = client.json(f"events/{full.pk}/")
        return {kind: {one["confidentiality"] for one in detail[kind]} for kind in ("materials", "results")}

    assert told(api()) == {"materials": {"public"}, "results": {"public"}}
    theirs = {"public", "members", "group"}
    assert told(api(member, "read:members", "read:events")) == {"materials": theirs, "results": theirs}
    one = api().json(f"events/{full.pk}/")["materials"][0]
    material = full.eventmaterials.get(confidentiality="public")
    assert one == {
        "id": material.pk,
        "kind": "slides",
        "title": "Material public",
        "html": "",
        "link": "",
        "file_url": material.file_url,
        "file_name": "datei-public.txt",
        "alt": "",
        "confidentiality": "public",
        "became": [],
    }


def test_what_is_not_ones_own_answers_like_what_is_not_there(full, meeting, member, people, as_client):
    hidden = make_material(meeting, confidentiality="group", upload=make_upload("geheim"))
    browser = as_client(people["outsider"])
    absent = browser.get(f"{full.get_absolute_url()}nachher/987654/datei/protokoll.txt")
    others = full.eventmaterials.get(confidentiality="group")
    for address in (
        others.file_url,
        hidden.file_url,
        hidden.file_url.replace(meeting.slug, full.slug),
        f"{meeting.get_absolute_url()}nachher/",
        f"{full.get_absolute_url()}nachher/{others.pk}/klein/",
    ):
        answer = browser.get(address)
        assert answer.status_code == 404 and len(answer.content) == len(absent.content)
    # under another event's address it is not there for its own readers either, and under another name neither
    assert as_client(member).get(hidden.file_url).status_code == 200
    assert as_client(member).get(hidden.file_url.replace(meeting.slug, full.slug)).status_code == 404
    assert as_client(member).get(hidden.file_url.replace("protokoll", "anderes")).status_code == 404


def test_a_class_that_the_event_no_longer_admits_leaves_it_to_the_organisers(full, mentor, coordinator, seen):
    Event.objects.filter(pk=full.pk).update(confidentiality="group")
    Participant.objects.filter(event=full).delete()
    assert seen(full, mentor) == ""
    page = seen(full, coordinator)
    assert all(f"Material {one}" in page for one in CLASSES)


def test_when_the_list_of_people_is_erased_only_organisers_read_what_was_for_participants(
    full, mentor, coordinator, seen
):
    Participant.objects.all().delete()
    assert "Material participants" not in seen(full, mentor) and "Material participants" in seen(full, coordinator)


def test_before_it_is_over_and_without_anything_there_is_no_such_page(office, member, seen, as_client):
    event = make_past_event(days_ago=-10, organiser=office)
    assert seen(event, member) == ""
    assert 'id="afterwards"' not in as_client(member).get(event.get_absolute_url()).content.decode()
    make_material(event, title="Folien vorab")
    assert "Folien vorab" in seen(event, member)
    assert "Folien vorab" in as_client(member).get(event.get_absolute_url()).content.decode()


def test_what_visitors_read_changes_at_once(public, office, client, as_client):
    address = f"{public.get_absolute_url()}nachher/"
    assert client.get(address).status_code == 200
    make_result(public, "Etwas für alle", "public")
    assert "Etwas für alle" in client.get(address).content.decode()
    result = public.eventresults.get()
    as_client(office).post(f"{address}ergebnis/{result.pk}/entfernen/")
    assert "Etwas für alle" not in client.get(address).content.decode()


def test_minutes_are_clean_and_lists_are_lists(public, member, seen):
    make_material(public, text="Erstens\n\n- eins\n- zwei\n\n<script>alert(1)</script> https://example.org/x")
    page = seen(public, member)
    assert "<li>eins</li>" in page and "<script>alert" not in page and 'href="https://example.org/x"' in page


def test_a_photo_says_what_it_shows_and_not_where_it_was_taken(public, member, client, as_client, seen):
    photo = make_material(public, kind="photo", text="", title="Vor Ort", alt="Ein Haus", upload=make_photo())
    page = seen(public, member)
    assert 'alt="Ein Haus"' in page and photo.small_url in page
    whole = as_client(member).get(photo.file_url)
    content = b"".join(whole.streaming_content)
    assert b"Alex Auental" not in content and whole["Content-Type"] == "image/jpeg"
    assert as_client(member).get(photo.small_url)["Content-Type"] == "image/webp"
    assert client.get(photo.small_url).status_code == client.get(photo.file_url).status_code == 404


def test_a_name_that_needs_care_in_addresses_is_found(public, member, as_client):
    material = make_material(public, upload=make_upload("x", "Protokoll für Müller & Söhne 50 %.txt"))
    answer = as_client(member).get(material.file_url)
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
    assert "Müller" in unquote(answer["Content-Disposition"])
