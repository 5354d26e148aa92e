"""Organisers add, change and take away; forms keep what was typed and say at the field what is missing."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from wagtail.models import ModelLogEntry

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.events.actions.afterwards import add_material, add_result, change_material, remove_material
from plugins.events.actions.events import cancel_event
from plugins.events.models import EventMaterial, EventResult
from plugins.events.personal_data.afterwards import erase, hand_out
from tests.factories import make_photo, make_upload
from tests.factories.afterwards import make_material, make_past_event, make_result
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db

MINUTES = {"kind": "minutes", "title": "Protokoll", "text": "Viel besprochen.", "confidentiality": "members"}


def test_an_organiser_adds_changes_and_removes_minutes(public, office, member, as_client, seen):
    browser, address = as_client(office), f"{public.get_absolute_url()}nachher/"
    assert browser.get(f"{address}hinzufuegen/").status_code == 200
    browser.post(f"{address}hinzufuegen/", MINUTES)
    assert "Viel besprochen." in seen(public, member)
    material = EventMaterial.objects.get()
    page = browser.get(f"{address}{material.pk}/aendern/").content.decode()
    assert "Viel besprochen." in page
    browser.post(f"{address}{material.pk}/aendern/", {**MINUTES, "text": "Wenig besprochen."})
    assert "Wenig besprochen." in seen(public, member)
    assert "Protokoll" in browser.get(f"{address}{material.pk}/entfernen/").content.decode()
    assert EventMaterial.objects.exists()
    browser.post(f"{address}{material.pk}/entfernen/")
    assert not EventMaterial.objects.exists()
    logged = ModelLogEntry.objects.filter(user=office).order_by("pk").values_list("action", flat=True)
    assert [one for one in logged if "material" in one] == [
        f"events.{verb}_material" for verb in ("add", "change", "remove")
    ]


def test_an_organiser_notes_changes_and_removes_a_result(public, office, as_client):
    browser, address = as_client(office), f"{public.get_absolute_url()}nachher/ergebnis/"
    browser.post(address, {"text": "Erstes", "confidentiality": "public"})
    result = EventResult.objects.get()
    browser.post(f"{address}{result.pk}/aendern/", {"text": "Zweites", "confidentiality": "members"})
    result.refresh_from_db()
    assert (result.text, result.confidentiality, result.author) == ("Zweites", "members", office)
    again = browser.post(f"{address}{result.pk}/aendern/", {"text": " ", "confidentiality": "members"})
    assert list(again.context["form"].errors) == ["text"]
    browser.post(f"{address}{result.pk}/entfernen/")
    assert not EventResult.objects.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"text": ""}, "text"),
        ({"kind": "photo"}, "file"),
        ({"kind": "slides"}, "file"),
        ({"kind": "recording"}, "link"),
        ({"kind": "recording", "link": "keine Adresse"}, "link"),
        ({"title": ""}, "title"),
        ({"confidentiality": "alle"}, "confidentiality"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(said, field, public, office, as_client):
    sent = {**MINUTES, "alt": "Ein langer Satz, der bleibt", **said}
    answer = as_client(office).post(f"{public.get_absolute_url()}nachher/hinzufuegen/", sent)
    assert answer.status_code == 200 and field in answer.context["form"].errors
    assert "Ein langer Satz, der bleibt" in answer.content.decode() and not EventMaterial.objects.exists()


def test_a_photo_without_a_description_is_not_taken(public, office, as_client):
    sent = {**MINUTES, "kind": "photo", "text": "", "file": make_photo()}
    answer = as_client(office).post(f"{public.get_absolute_url()}nachher/hinzufuegen/", sent)
    assert list(answer.context["form"].errors) == ["alt"]


def test_a_file_that_is_not_what_it_says_is_not_taken(public, office, as_client):
    sent = {**MINUTES, "file": make_upload(b"MZ\x90", "protokoll.pdf")}
    answer = as_client(office).post(f"{public.get_absolute_url()}nachher/hinzufuegen/", sent)
    assert list(answer.context["form"].errors) == ["file"]
    sent = {**MINUTES, "file": make_upload(b"x", "programm.exe")}
    assert as_client(office).post(f"{public.get_absolute_url()}nachher/hinzufuegen/", sent).context["form"].errors


def test_the_class_is_never_wider_than_the_event(public, meeting, coordinator, office, as_client):
    def offered(event, person):
        form = as_client(person).get(f"{event.get_absolute_url()}nachher/ergebnis/").context["form"]
        return [value for value, _label in form.fields["confidentiality"].choices]

    assert offered(public, office) == ["public", "members", "group", "participants"]
    assert offered(meeting, coordinator) == ["group", "participants"]
    assert offered(make_past_event(organiser=office), office) == ["members", "participants"]
    alone = make_past_event(confidentiality="persons", organiser=coordinator)
    assert offered(alone, coordinator) == ["participants"]
    for event, wrong in ((meeting, "members"), (meeting, "public"), (alone, "group")):
        with pytest.raises(Invalid):
            add_result(event, {"text": "Zu weit", "confidentiality": wrong}, actor=SYSTEM)


def test_others_find_no_form_and_change_nothing(public, member, mentor, client, as_client):
    material, result = make_material(public), make_result(public)
    base = f"{public.get_absolute_url()}nachher/"
    for rest in (
        *("hinzufuegen/", "ergebnis/", "nichts/"),
        *(f"{material.pk}/aendern/", f"{material.pk}/entfernen/"),
        *(f"ergebnis/{result.pk}/aendern/", f"ergebnis/{result.pk}/entfernen/"),
    ):
        assert as_client(member).post(base + rest, MINUTES).status_code == 404
        assert client.post(base + rest, MINUTES).status_code == 302
    assert EventMaterial.objects.get() == material and EventResult.objects.get() == result
    for act in (
        lambda: add_material(public, MINUTES, actor=actor_for(mentor)),
        lambda: change_material(material, MINUTES, actor=actor_for(mentor)),
        lambda: remove_material(material, actor=actor_for(mentor)),
    ):
        with pytest.raises(Refused):
            act()


def test_nothing_stands_beside_what_is_cancelled_or_not_published(office):
    cancelled = make_event(organiser=office)
    cancel_event(cancelled, "Kein Saal.", actor=SYSTEM)
    for event in (cancelled, make_event(is_published=False, organiser=office)):
        with pytest.raises((Refused, Missing)):
            add_material(event, MINUTES, actor=actor_for(office))


def test_a_new_file_takes_the_place_of_the_old_one_which_is_gone(public, office, django_capture_on_commit_callbacks):
    material = make_material(public, upload=make_upload("alt"))
    old = material.content.name
    with django_capture_on_commit_callbacks(execute=True):
        changed = change_material(material, {}, upload=make_upload("neu", "neu.txt"), actor=actor_for(office))
    assert changed.name == "neu.txt" and not default_storage.exists(old)
    with django_capture_on_commit_callbacks(execute=True):
        remove_material(changed, actor=actor_for(office))
    assert not default_storage.exists(changed.content.name)


def test_organisers_find_the_way_among_their_tabs(public, office, member, as_client):
    address = f"{public.get_absolute_url()}nachher/"
    assert f'href="{address}"' in as_client(office).get(f"{public.get_absolute_url()}bearbeiten/").content.decode()
    assert f"{address}hinzufuegen/" in as_client(office).get(address).content.decode()
    assert f"{address}hinzufuegen/" not in as_client(member).get(address).content.decode()


def test_what_somebody_put_there_is_handed_out_and_stays_without_the_name(public, office, member, seen):
    add_material(public, MINUTES, actor=actor_for(office))
    add_result(public, {"text": "Ein Ergebnis", "confidentiality": "members"}, actor=actor_for(office))
    told = hand_out(office)
    assert told["materials"][0]["text"] == "Viel besprochen." and told["results"][0]["text"] == "Ein Ergebnis"
    assert erase(office) and not erase(office)
    assert EventMaterial.objects.get().author is None and EventResult.objects.get().author is None
    assert "Viel besprochen." in seen(public, member) and not any(hand_out(office).values())
