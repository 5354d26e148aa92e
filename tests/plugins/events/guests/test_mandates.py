"""A mandate that names an event: what it opens, what it does not, and that it ends at midnight on every way in."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from plugins.api.access import SYSTEM, may
from plugins.api.actors import actor_for, people_behind
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.events import cancel_event
from plugins.events.actions.registrations import register
from plugins.events.models import Attendance, Event, Participant, Place
from plugins.events.queries.mandate_scope import events_to_name, titles_of_named
from plugins.events.queries.recipients import invitable
from plugins.membership.models import GuestMandate
from tests.factories import make_entry, make_group, make_topic
from tests.factories.events import make_calendar_address, make_event
from tests.search.conftest import index

__all__ = ["index"]

pytestmark = pytest.mark.django_db


def test_the_guest_knows_of_that_event_and_of_no_other(named, event, guest, kind_guest, as_client):
    make_event(title="Anderes Treffen")
    page = as_client(guest).get("/termine/").content.decode()
    assert "Netzwerktreffen" in page and "Anderes Treffen" not in page
    assert "Ihr Mandat öffnet: Netzwerktreffen." in page
    assert as_client(guest).get(event.get_absolute_url()).status_code == 200
    assert as_client(kind_guest).get(event.get_absolute_url()).status_code == 404
    assert "Gast des Termins „Netzwerktreffen“" in as_client(guest).get("/konto/").content.decode()
    assert [person.pk for people in people_behind(event.guest_principal) for person in people] == [guest.pk]


def test_of_the_event_the_guest_reads_what_members_read_and_nothing_of_its_organisers(named, event, guest, as_client):
    Participant.objects.create(event=event, name="Ida Gast", email="ida@example.org", answer="yes", place=Place.TAKEN)
    browser, path = as_client(guest), event.get_absolute_url()
    page = browser.get(path).content.decode()
    assert "Über Quitten." in page and "Ida" not in page
    for rest in ("bearbeiten/", "einladungen/", "teilnehmende/", "teilnehmende.csv", "einlass/", "beduerfnisse/"):
        assert browser.get(f"{path}{rest}").status_code == 404
    assert not any(may(actor_for(guest), verb, event) for verb in ("edit", "organise", "invite", "cancel"))


def test_the_guest_registers_and_can_be_invited(named, event, guest, kind_guest):
    assert set(invitable(event)) >= {guest} and kind_guest not in set(invitable(event))
    assert register(event, actor=actor_for(guest)).place == Place.TAKEN


@pytest.mark.parametrize("confidentiality", ["group", "persons"])
def test_what_becomes_a_matter_of_few_the_mandate_opens_no_more(
    confidentiality, named, event, guest, coordinator, office, as_client
):
    group = make_group("AG", coordinator=coordinator)
    Event.objects.filter(pk=event.pk).update(confidentiality=confidentiality, group=group)
    assert as_client(guest).get(event.get_absolute_url()).status_code == 404
    assert titles_of_named([str(event.pk)], actor_for(office)) == {}
    for page in ("/gaeste/", "/konto/", "/api/v1/me/"):
        assert "Netzwerktreffen" not in as_client(guest).get(page).content.decode()


def test_it_ends_at_midnight_in_berlin_by_every_way_in(named, event, guest, clock, as_client, api, client, index):
    GuestMandate.objects.filter(pk=named.pk).update(end=date(2027, 3, 10))
    register(event, actor=actor_for(guest))
    calendar = make_calendar_address(guest)
    dispatch_pending()
    browser, program = as_client(guest), api(guest, "read:members", "read:events")
    path = event.get_absolute_url()

    def seen():
        return (
            browser.get(path).status_code,
            browser.get(f"{path}termin.ics").status_code,
            program.json("events/")["count"],
            browser.get("/api/v1/search/?q=Quitten&type=event").json()["count"],
            "Netzwerktreffen" in client.get(calendar).content.decode(),
            "Netzwerktreffen" in browser.get("/start/").content.decode(),
        )

    clock.set(2027, 3, 10, 23, 59)
    assert seen() == (200, 200, 1, 1, True, True)
    clock.set(2027, 3, 11, 0, 0)
    assert seen() == (404, 404, 0, 0, False, False)


def test_in_the_search_the_guest_is_told_of_no_topic_that_only_members_see(index, clock, guest, member, api):
    make_entry(title="Beitrag", topics=["Quittenanbau"])
    event = make_event(title="Treffen", topics=[make_topic("Quittenanbau")])
    GuestMandate.objects.get(people=guest).things.create(scope="events", key=event.pk)
    dispatch_pending()

    def found(person, words):
        answer = api(person).json("search/", q=words, type="event", exact="1")
        return [(hit["title"], "Quittenanbau" in str(hit)) for hit in answer["results"]]

    assert found(member, "Quittenanbau") == [("Treffen", True)]
    assert found(guest, "Quittenanbau") == []
    assert found(guest, "Treffen") == [("Treffen", False)] and len(found(member, "Treffen")) == 1


def test_who_comes_from_where_the_guest_reads_as_numbers(named, event, guest):
    assert may(actor_for(guest), "see", Attendance(event=event))


def test_what_the_office_can_name_is_published_for_members_and_to_come(event, office, coordinator):
    make_event(title="Für alle", confidentiality="public")
    make_event(title="Geplant", is_published=False)
    make_event(title="Der Gruppe", confidentiality="group", group=make_group("AG", coordinator=coordinator))
    make_event(title="Unter uns", confidentiality="persons")
    cancel_event(make_event(title="Abgesagt"), "Kein Saal.", actor=SYSTEM)
    over = make_event(title="Vorbei")
    past = timezone.now().replace(year=2026)
    Event.objects.filter(pk=over.pk).update(starts_at=past.replace(hour=1), ends_at=past.replace(hour=2))
    offered = dict(events_to_name(actor_for(office)))
    assert list(offered) == [str(event.pk)] and offered[str(event.pk)].startswith("Netzwerktreffen, ")


def test_whoever_sees_the_event_reads_that_guests_may_know_of_it(event, member, as_client):
    assert "Gäste, deren Mandat ihn nennt" in as_client(member).get(event.get_absolute_url()).content.decode()
