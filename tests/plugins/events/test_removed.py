"""Events are removed for good: asked before, copied, erased, and nothing that points to them is left."""

from __future__ import annotations

import io
import json
import os
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from cms.actions import plugins as actions
from cms.actions.plugins import forget_copies
from cms.queries.plugins import plugin_called
from plugins.api import removing
from plugins.api.access import SYSTEM
from plugins.api.errors import Invalid, Refused
from plugins.api.models import Delivery, RemovedPlugin
from plugins.api.outbox import announce, dispatch_pending
from plugins.events.facts import EventPublished
from plugins.events.models import Event, EventMaterial, VideoRoom
from search.indexing import rebuild
from search.models import Placement
from tests.factories import give_mandate, make_group
from tests.factories.events import make_calendar_address, make_event
from workspace.models import Notification

pytestmark = pytest.mark.django_db

WORD = "Quittentreffen"


@pytest.fixture
def event(forum, member, guest):
    event = make_event(title=WORD, confidentiality="public", organiser=member)
    Notification.objects.create(recipient=member, kind="events.invited", key="x", about_id=event.pk, url="/termine/")
    Placement.objects.create(phrase="quitte", type="event", object_id=event.pk, title=WORD)
    give_mandate(guest).things.create(scope="events", key=str(event.pk))
    place = default_storage.save("termine/protokoll.txt", ContentFile("Protokoll"))
    EventMaterial.objects.create(event=event, title="Protokoll", content=place)
    announce(EventPublished(event_id=event.pk))
    rebuild()
    return event


@pytest.fixture
def remove(django_capture_on_commit_callbacks):
    def do(typed: str = "Termine", actor=SYSTEM) -> RemovedPlugin:
        with django_capture_on_commit_callbacks(execute=True):
            actions.switch_off(plugin_called("events"), actor=SYSTEM)
            gone = actions.remove_for_good(plugin_called("events"), typed=typed, actor=actor)
        dispatch_pending()
        return gone

    return do


def opened(gone: RemovedPlugin) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(default_storage.open(gone.export).read()))


def test_the_office_is_asked_and_does_it(event, office, admin, as_client, api):
    browser = as_client(office)
    assert "zuerst aus" in browser.get("/cms/plugins/events/remove/").content.decode()
    browser.post("/cms/plugins/events/remove/", {"typed": "Termine"})
    assert Event.objects.exists()
    browser.post("/cms/plugins/events/off/")

    page = browser.get("/cms/plugins/events/remove/").content.decode()
    assert "lässt sich nicht rückgängig machen" in page and "Mitteilungen" in page and "Gesetzte Treffer" in page
    wrong = browser.post("/cms/plugins/events/remove/", {"typed": "Termin"}).content.decode()
    assert 'value="Termin"' in wrong and Event.objects.exists()
    assert wrong.index("genau so") < wrong.index("Was gelöscht wird"), "below a long list nobody would see it"
    done = browser.post("/cms/plugins/events/remove/", {"typed": " termine "}, follow=True).content.decode()

    assert "„Termine“ ist entfernt." in done and "endgültig entfernt" in done
    for address in ("/termine/", event.get_absolute_url(), "/api/v1/events/"):
        assert as_client(None).get(address).status_code == 410
    assert "endgültig aus dem Forum entfernt" in as_client(None).get("/termine/").content.decode()
    assert "ausgeschaltet" not in as_client(None).get("/").content.decode()
    gone = RemovedPlugin.objects.get()
    assert gone.removed_by == office.pk
    copy = browser.get(f"/cms/plugins/removed/{gone.pk}/")
    assert copy.status_code == 200 and b"".join(copy.streaming_content)[:2] == b"PK"
    for path in (f"/medien/{gone.export}", f"/cms/plugins/removed/{gone.pk}/"):
        assert as_client(None).get(path).status_code in (302, 404)


def test_a_copy_with_what_the_office_could_not_read_is_for_the_administration(
    event, coordinator, office, admin, as_client, remove
):
    group = make_group(coordinator=coordinator)
    make_event(title="Unter uns", kind="group", confidentiality="group", group=group)
    address = f"/cms/plugins/removed/{remove().pk}/"
    refused = as_client(office).get(address, follow=True).content.decode()
    assert "was das Programmbüro nicht lesen darf" in refused
    assert as_client(admin).get(address).status_code == 200
    assert as_client(admin).get("/cms/plugins/removed/987654/").status_code == 404


def test_nothing_is_left_of_it_anywhere(event, member, as_client, remove):
    files = list(removing._file_names(plugin_called("events")))
    assert all(default_storage.exists(name) for name in files) and len(files) >= 1

    remove()

    for model in removing.models_of(plugin_called("events"), all_tables=True):
        assert not model._base_manager.exists(), model
    assert not any(default_storage.exists(name) for name in files)
    assert not Notification.objects.filter(kind__startswith="events.").exists()
    assert not Placement.objects.exists() and not Delivery.objects.filter(fact="EventPublished").exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM membership_mandatething")
        assert cursor.fetchone() == (0,)
    answer = as_client(member).get(f"/api/v1/search/?q={WORD}").json()
    assert (answer["count"], answer["did_you_mean"]) == (0, None)
    for address in ("/", "/start/", "/mitteilungen/", "/themen/", "/arbeitsgruppen/", "/konto/", "/sitemap.xml"):
        page = as_client(member).get(address)
        assert page.status_code == 200 and WORD not in page.content.decode(), address


def test_the_copy_holds_everything_but_secrets_and_what_only_the_people_read(event, member, remove):
    make_calendar_address(member)
    VideoRoom.objects.create(event=event, provider="jitsi", secret="Quittengeheimnis")
    gone = remove()

    with opened(gone) as copy:
        names = set(copy.namelist())
        told = {name: copy.read(name).decode() for name in names if not name.startswith("files/")}
        assert [copy.read(name) for name in names if name.startswith("files/")] == [b"Protokoll"]
    events = [json.loads(line) for line in told["data/events.event.jsonl"].splitlines()]
    assert [(one["title"], one["id"]) for one in events] == [(WORD, event.pk)]
    assert str(member.pk) in told["data/events.event_organisers.jsonl"]
    everything = "".join(told.values())
    assert "Quittengeheimnis" not in everything and "_hash" not in everything
    assert not {name for name in names if "needs" in name and "reader" not in name}
    assert dict(gone.counts)["Termine"] == 1


def test_a_failure_leaves_everything_as_it_was(event, remove, monkeypatch):
    kept = set(default_storage.listdir("removed")[1]) if default_storage.exists("removed") else set()
    monkeypatch.setattr(removing, "_forget_its_work", lambda plugin: 1 / 0)
    with pytest.raises(Refused, match="nichts geändert"):
        remove()
    assert Event.objects.filter(title=WORD).exists() and Notification.objects.exists() and Placement.objects.exists()
    assert not RemovedPlugin.objects.exists()
    assert set(default_storage.listdir("removed")[1]) == kept


def test_what_is_on_or_misspelt_is_not_removed(event):
    plugin = plugin_called("events")
    with pytest.raises(Refused, match="zuerst aus"):
        actions.remove_for_good(plugin, typed="Termine", actor=SYSTEM)
    actions.switch_off(plugin, actor=SYSTEM)
    with pytest.raises(Invalid):
        actions.remove_for_good(plugin, typed="", actor=SYSTEM)
    assert Event.objects.exists()


def test_copies_are_kept_for_thirty_days(event, remove, admin, as_client):
    gone = remove()
    forget_copies()
    assert default_storage.exists(gone.export)
    RemovedPlugin.objects.update(removed_at=timezone.now() - actions.EXPORT_FOR)
    forget_copies()
    assert not default_storage.exists(gone.export)
    left = default_storage.save("removed/angefangen.zip", ContentFile("PK"))
    forget_copies()
    assert default_storage.exists(left)
    os.utime(default_storage.path(left), (0, 0))
    forget_copies()
    assert not default_storage.exists(left)
    page = as_client(admin).get(f"/cms/plugins/removed/{gone.pk}/", follow=True).content.decode()
    assert "nicht mehr da" in page


def test_switched_on_again_it_begins_with_nothing(event, remove, member, as_client, office):
    remove()
    as_client(office).post("/cms/plugins/events/on/")
    page = as_client(member).get("/termine/")
    assert page.status_code == 200 and WORD not in page.content.decode()
    assert as_client(member).get(event.get_absolute_url()).status_code == 404


def test_the_command_refuses_what_makes_no_sense(event, tmp_path):
    for name, folder, sentence in (
        ("membership", tmp_path, "gibt es hier nicht"),
        ("events", tmp_path / "missing", "gibt es nicht"),
        ("events", tmp_path, "zuerst aus"),
    ):
        with pytest.raises(CommandError, match=sentence):
            call_command("remove_plugin", name, export=folder, yes=True)
    assert Event.objects.exists()
