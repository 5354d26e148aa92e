"""Events as hits of the search: for whom, by what, and that every change is heard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.accounts.actions import erase_person
from plugins.api.access import SYSTEM
from plugins.api.outbox import announce, dispatch_pending
from plugins.events.actions.events import cancel_event, change_event, publish_event
from plugins.events.models import Event
from plugins.events.schedules import notice_ends
from search.consistency import differences
from tests.factories import make_entry, make_topic
from tests.search.conftest import index
from workspace.facts import GroupChanged
from workspace.models import WorkingGroup

__all__ = ["index"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(index, api):
    """`found("words")` gives titles of events that a visitor finds, or somebody else."""

    def ask(words: str, by=None, **parameters):
        dispatch_pending()
        answer = api(by).json("search/", q=words, type="event", exact="1", **parameters)
        return [hit["title"] for hit in answer["results"]]

    return ask


@pytest.mark.parametrize(
    "words", ["Nachmittag", "Quitten", "Bürgerhaus", "Teepause", "Wohnen", "März", "nächstes Treffen"]
)
def test_a_public_event_is_found_by_whatever_stands_in_it(words, found, planned):
    planned(
        summary="Alles über Quitten.",
        place="Bürgerhaus",
        agenda="Teepause",
        topics=[make_topic("Wohnen", is_open=True)],
    )
    assert found(words) == ["Offener Nachmittag"]


def test_the_next_meeting_on_a_topic_comes_first(found, planned):
    planned("Anderes Treffen")
    planned("Werkstatt", topics=[make_topic("Wohnen", is_open=True)])
    assert found("nächstes Treffen Wohnen")[0] == "Werkstatt"


def test_each_finds_what_they_may_know_of(found, planned, group, member, mentor, office):
    planned("Quitte offen")
    planned("Quitte intern", confidentiality="members")
    planned("Quitte Gruppe", confidentiality="group", group=group)
    planned("Quitte geladen", confidentiality="persons", organiser=mentor)
    planned("Quitte ungesagt", is_published=False)
    assert found("Quitte") == ["Quitte offen"]
    assert set(found("Quitte", member)) == {"Quitte offen", "Quitte intern", "Quitte Gruppe"}
    assert set(found("Quitte", mentor)) == {"Quitte offen", "Quitte intern", "Quitte geladen"}
    assert set(found("Quitte", office)) == {"Quitte offen", "Quitte intern"}


def test_changes_are_heard(found, planned, group, member):
    event = planned("Quitte", is_published=False)
    assert found("Quitte") == []
    publish_event(event, actor=SYSTEM)
    assert found("Quitte") == ["Quitte"]
    change_event(event, {"title": "Birne"}, actor=SYSTEM)
    assert (found("Quitte"), found("Birne")) == ([], ["Birne"])
    topic = make_topic("Mobilität", is_open=True)
    change_event(event, {}, topics=[topic], actor=SYSTEM)
    assert found("Mobilität") == ["Birne"]
    topic.title = "Fahrdienste"
    topic.save()
    assert (found("Mobilität"), found("Fahrdienste")) == ([], ["Birne"])
    topic.delete()
    assert (found("Fahrdienste"), found("Birne")) == ([], ["Birne"])
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert found("Birne") == found("Saal") == ["Abgesagt: Birne"]


def test_what_is_over_is_no_next_meeting(found, planned):
    event = planned("Quitte")
    assert found("nächstes") == ["Quitte"]
    now = timezone.now()
    Event.objects.filter(pk=event.pk).update(starts_at=now - timedelta(hours=2), ends_at=now - timedelta(hours=1))
    notice_ends()
    assert (found("nächstes"), found("Quitte")) == ([], ["Quitte"])


def test_names_that_not_all_readers_see_do_not_find_it(found, planned, group, member):
    hidden = make_topic("Geheimthema")
    planned("Quitte", topics=[hidden], group=group)
    planned("Birne", topics=[hidden], confidentiality="members")
    assert found("Geheimthema", member) == []
    entry = make_entry(title="Ernte", topics=[hidden])
    assert found("Geheimthema", member) == ["Birne"] and found("Geheimthema") == []
    entry.delete()
    assert found("Geheimthema", member) == []


def test_a_meeting_is_found_by_the_name_of_its_group(found, planned, group, member):
    planned("Quitte", confidentiality="group", group=group)
    assert found("AG Wohnen", member) == ["Quitte"]
    WorkingGroup.objects.filter(pk=group.pk).update(title="AG Obstbau")
    announce(GroupChanged(group_id=group.pk))
    assert found("Obstbau", member) == ["Quitte"]


def test_events_are_a_type_with_a_name_and_kinds(index, planned, api, as_client):
    planned("Quitte", topics=[make_topic("Wohnen", is_open=True)])
    dispatch_pending()
    answer = api().json("search/", q="Quitte")
    assert answer["facets"]["type"] == [{"value": "event", "label": "Termine", "count": 1}]
    assert answer["facets"]["topic"] == [{"value": "wohnen", "label": "Wohnen", "count": 1}]
    assert api().json("search/", q="Quitte", kind="public")["count"] == 1
    assert api().json("search/", q="Quitte", kind="network")["count"] == 0
    page = as_client().get("/suche/?q=Quitte").content.decode()
    assert "14. März 2031, 10 bis 12 Uhr" in page and "Öffentliche" in page


def test_index_and_database_say_the_same(index, planned, group, member):
    planned("Offen", organiser=member)
    planned("Gruppe", confidentiality="group", group=group)
    dispatch_pending()
    erase_person(member, actor=SYSTEM)
    dispatch_pending()
    assert [line for line in differences() if "event:" in line] == []
