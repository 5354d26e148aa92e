"""An event is planned by whoever may, changed, published, cancelled; who may not know of it finds nothing there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.events import cancel_event, change_event, plan_event, publish_event
from plugins.events.models import Event, Participant
from tests.factories import join_group, make_group
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db

PLAN = {
    "kind": "network",
    "title": "Netzwerktreffen in Auental",
    "summary": "Wir treffen uns.",
    "start_day": "2031-03-14",
    "start_time": "09:30",
    "end_time": "16:00",
    "form": "in_person",
    "place": "Kreishaus",
    "confidentiality": "members",
}


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


def reads(browser, event) -> bool:
    page = browser.get(event.get_absolute_url())
    listed = f'href="{event.get_absolute_url()}"' in browser.get("/termine/").content.decode()
    assert page.status_code in (200, 404) and listed == (page.status_code == 200)
    return page.status_code == 200


def test_the_office_plans_an_event_and_publishes_it(office, member, as_client):
    browser = as_client(office)
    page = browser.post("/termine/neu/", PLAN, follow=True)
    event = Event.objects.get()
    assert event.slug == "netzwerktreffen-in-auental" and page.redirect_chain[-1][0] == event.get_absolute_url()
    assert timezone.localtime(event.starts_at).strftime("%d.%m.%Y %H:%M") == "14.03.2031 09:30"
    assert reads(browser, event) and not reads(as_client(member), event)
    browser.post(f"{event.get_absolute_url()}veroeffentlichen/")
    assert reads(as_client(member), event)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"end_time": "09:00"}, "end_time"),
        ({"place": ""}, "place"),
        ({"confidentiality": "group"}, "group"),
        ({"title": ""}, "title"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field_and_nothing_typed_is_lost(wrong, field, office, as_client):
    page = as_client(office).post("/termine/neu/", {**PLAN, **wrong})
    assert list(page.context["form"].errors) == [field] and not Event.objects.exists()
    assert "Wir treffen uns." in page.content.decode()


def test_whoever_coordinates_a_group_plans_its_meetings_and_no_others(coordinator, member, group, as_client):
    other = make_group("Andere Gruppe", coordinator=member)
    browser = as_client(coordinator)
    said = {**PLAN, "kind": "group", "confidentiality": "group"}
    assert list(browser.post("/termine/neu/", {**said, "group": other.pk}).context["form"].errors) == ["group"]
    browser.post("/termine/neu/", {**said, "group": group.pk})
    assert Event.objects.get().group == group
    starts_at = timezone.now() + timedelta(days=3)
    moments = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)}
    with pytest.raises(Invalid):
        plan_event({**PLAN_SAID, **moments, "group": None}, actor=actor_for(coordinator))


PLAN_SAID = {
    "kind": "group",
    "title": "Treffen",
    "summary": "Wir sprechen.",
    "form": "virtual",
    "confidentiality": "members",
}


def test_members_and_visitors_plan_nothing(member, client, as_client):
    assert as_client(member).post("/termine/neu/", PLAN).status_code == 403
    assert client.post("/termine/neu/", PLAN).status_code == 302 and not Event.objects.exists()


@pytest.mark.parametrize(
    ("confidentiality", "readers"),
    [
        ("public", {"visitor", "applicant", "guest", "member", "outsider", "office", "coordinator"}),
        ("members", {"member", "outsider", "office", "coordinator"}),
        ("group", {"member", "coordinator", "guest"}),
        ("persons", {"guest", "coordinator"}),
    ],
)
def test_its_class_says_who_knows_of_it(confidentiality, readers, group, cast, people, as_client, client):
    event = make_event(confidentiality=confidentiality, group=group)
    Participant.objects.create(event=event, person=people["guest"])
    found = {
        name
        for name in ("visitor", "applicant", "guest", "member", "outsider", "office", "coordinator")
        if reads(as_client(people[name]) if people[name] else client, event)
    }
    assert found == readers


def test_calendars_learn_of_what_concerns_them(office):
    event = make_event()
    actor = actor_for(office)
    assert change_event(event, {"capacity": 40}, actor=actor).sequence == 0
    moved = change_event(event, {"starts_at": event.starts_at - timedelta(days=1)}, actor=actor)
    assert (moved.sequence, moved.uid) == (1, event.uid)
    assert change_event(event, {"title": "Anders"}, actor=actor).slug == event.slug


def test_once_invited_nobody_loses_or_gains_it_by_another_class(office):
    event = make_event()
    Event.objects.update(invited_at=timezone.now())
    with pytest.raises(Invalid) as invalid:
        change_event(event, {"confidentiality": "public"}, actor=actor_for(office))
    assert list(invalid.value.errors) == ["confidentiality"]


def test_a_cancelled_event_stays_and_says_why(office, member, as_client):
    event = make_event()
    browser = as_client(office)
    assert browser.post(f"{event.get_absolute_url()}absagen/", {"reason": " "}).status_code == 200
    browser.post(f"{event.get_absolute_url()}absagen/", {"reason": "Der Saal ist nicht frei."})
    assert "Der Saal ist nicht frei." in as_client(member).get(event.get_absolute_url()).content.decode()
    event.refresh_from_db()
    assert event.sequence == 1
    with pytest.raises(Refused):
        change_event(event, {"title": "Neu"}, actor=actor_for(office))


def test_who_does_not_organise_it_finds_no_pages_for_organisers(member, coordinator, group, as_client):
    event = make_event(confidentiality="group", group=group)
    for rest in ("bearbeiten/", "absagen/"):
        assert as_client(member).get(f"{event.get_absolute_url()}{rest}").status_code == 404
        assert as_client(coordinator).get(f"{event.get_absolute_url()}{rest}").status_code == 200
    with pytest.raises(Refused):
        cancel_event(event, "Nein", actor=actor_for(member))


def test_an_event_does_not_take_an_address_that_means_something_else(office):
    assert make_event(title="Neu").slug == "neu-2"
    assert publish_event(make_event(title="Neu"), actor=actor_for(office)).slug == "neu-3"
