"""Organisers plan sessions; what does not fit together is named in sentences, and the second press saves it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from plugins.events.actions.events import change_event
from plugins.events.actions.sessions import cancel_session, plan_session, publish_programme
from plugins.events.models import Session
from tests.factories.events import make_event
from tests.factories.programme import comes, make_session, make_speaker

pytestmark = pytest.mark.django_db

SAID = {
    "title": "Werkstatt",
    "description": "Wir probieren es aus.",
    "start_day": "2031-03-14",
    "start_time": "10:00",
    "end_time": "11:00",
    "room": "Großer Saal",
    "track": "Praxis",
}


@pytest.fixture
def planning(event, office, as_client):
    """`planning("neu/", {...})`: what the office gets there."""
    browser = as_client(office)

    def ask(rest="", said=None):
        address = f"{event.get_absolute_url()}programm/{rest}"
        return browser.post(address, said) if said is not None else browser.get(address)

    return ask


def conflicts(page):
    """The sentences above the form, without the one that says how to go on."""
    return list(page.context["form"].non_field_errors())[:-1]


def test_a_session_is_planned_and_read_once_it_is_published(event, planning, member, as_client, client):
    speaker = make_speaker(event)
    assert planning("neu/", {**SAID, "speakers": [speaker.pk]}).url.endswith("/programm/planen/")
    session = Session.objects.get()
    assert (session.when.count("10"), session.room, session.names) == (1, "Großer Saal", ["Dr. Thalheim"])
    browser, address = as_client(member), f"{event.get_absolute_url()}programm/"
    assert browser.get(address).status_code == 404
    assert "Werkstatt" not in browser.get(event.get_absolute_url()).content.decode()
    planning("veroeffentlichen/", {})
    for page in (browser.get(address), browser.get(event.get_absolute_url())):
        text = page.content.decode()
        assert all(words in text for words in ("Werkstatt", "Großer Saal", "Praxis", "Dr. Thalheim"))
    assert client.get(address).status_code == 404


def test_nothing_typed_is_lost(planning):
    page = planning("neu/", {**SAID, "end_time": "09:00"})
    assert "end_time" in page.context["form"].errors and "Wir probieren es aus." in page.content.decode()
    assert "title" in planning("neu/", {**SAID, "title": ""}).context["form"].errors


def test_the_same_room_at_the_same_time_is_named_and_saved_with_the_second_press(event, planning):
    make_session(event, "Begrüßung", after=1, room="großer saal")
    page = planning("neu/", SAID)
    (sentence,) = conflicts(page)
    assert "Begrüßung" in sentence and "großer saal" in sentence and "10.30" in sentence
    assert "Wir probieren es aus." in page.content.decode() and Session.objects.count() == 1
    planning("neu/", {**SAID, "seen": page.context["form"]["seen"].value()})
    assert Session.objects.count() == 2
    assert "Begrüßung" in str(planning("planen/").context["planned"][0].conflicts)


def test_the_same_speaker_at_the_same_time_is_named(event, planning, mentor):
    speaker, other = make_speaker(event), comes(event, mentor)
    make_session(event, "Begrüßung", after=1, speakers=[speaker, other])
    page = planning("neu/", {**SAID, "speakers": [speaker.pk], "also": other.pk})
    assert len(conflicts(page)) == 2
    for sentence, name in zip(conflicts(page), ("Dr. Thalheim", str(mentor)), strict=True):
        assert name in sentence and "Begrüßung" in sentence
    assert conflicts(planning("neu/", {**SAID, "also": other.pk})) == [conflicts(page)[1]]


def test_outside_the_time_of_the_event_is_named(event, planning):
    (sentence,) = conflicts(planning("neu/", {**SAID, "start_time": "08:00"}))
    assert event.when in sentence
    (sentence,) = conflicts(planning("neu/", {**SAID, "start_day": "2031-03-15"}))
    assert event.when in sentence


def test_what_follows_at_once_or_is_cancelled_or_in_another_room_fits(event, planning, office):
    make_session(event, "Davor", after=-0.5, room="Großer Saal")  # 9 to 10
    make_session(event, "Danach", after=1.5, room="Großer Saal")  # 11 to 12
    make_session(event, "Nebenan", after=0.5, room="Raum 2")
    cancel_session(make_session(event, "Fällt aus", after=0.5, room="Großer Saal"), actor=SYSTEM)
    assert planning("neu/", SAID).status_code == 302


def test_other_conflicts_than_those_that_were_read_are_named_again(event, planning):
    make_session(event, "Begrüßung", after=1, room="Großer Saal")
    page = planning("neu/", SAID)
    make_session(event, "Noch etwas", after=1, room="Großer Saal")
    again = planning("neu/", {**SAID, "seen": page.context["form"]["seen"].value()})
    assert again.status_code == 200 and len(conflicts(again)) == 2


def test_a_session_does_not_collide_with_itself(event, planning):
    session = make_session(event, "Werkstatt", after=0.5, room="Großer Saal")
    assert planning(f"{session.pk}/", SAID).status_code == 302


def test_when_the_event_moves_the_tab_names_what_lies_outside(event, planning):
    make_session(event, "Begrüßung", after=0.5)
    moments = {name: getattr(event, name) + timedelta(days=1) for name in ("starts_at", "ends_at")}
    change_event(event, moments, actor=SYSTEM)
    (line,) = planning("planen/").context["planned"]
    assert len(line.conflicts) == 1


def test_a_series_has_sessions_on_each_of_its_dates(office):
    until = timezone.localdate() + timedelta(days=70 + 15)
    event = make_event(recurrence="weekly", repeats_until=until)
    second = event.occurrences.all()[1]
    said = {"title": "Frage", "starts_at": second.starts_at, "ends_at": second.ends_at}
    assert plan_session(event, said, actor=actor_for(office)).pk


def test_what_is_planned_later_waits_for_the_next_press(event, planning, member, as_client):
    make_session(event, "Begrüßung")
    make_session(event, "Später geplant", after=2, is_published=False)
    address = f"{event.get_absolute_url()}programm/"
    assert "Später geplant" not in as_client(member).get(address).content.decode()
    assert "Später geplant" in planning().content.decode()
    assert publish_programme(event, actor=SYSTEM) == 1
    assert "Später geplant" in as_client(member).get(address).content.decode()


def test_cancelled_it_stays_in_the_programme_and_what_nobody_knew_of_is_gone(event, planning, member, as_client):
    known, unknown = make_session(event, "Bekannt"), make_session(event, "Unbekannt", after=2, is_published=False)
    for session in (known, unknown):
        assert planning(f"{session.pk}/absagen/").status_code == 200
        planning(f"{session.pk}/absagen/", {})
    assert Session.objects.get().cancelled_at
    assert "Bekannt" in as_client(member).get(f"{event.get_absolute_url()}programm/").content.decode()
    assert planning(f"{known.pk}/", SAID).status_code == 403


def test_to_everybody_else_these_pages_are_not_there(event, member, as_client):
    session = make_session(event)
    browser = as_client(member)
    address = f"{event.get_absolute_url()}programm/"
    for rest in ("planen/", "neu/", f"{session.pk}/", f"{session.pk}/absagen/"):
        assert (browser.get(address + rest).status_code, browser.post(address + rest).status_code) == (404, 404)
    assert browser.post(f"{address}veroeffentlichen/").status_code == 404


def test_a_programme_is_published_after_its_event(office):
    event = make_event(is_published=False)
    make_session(event, is_published=False)
    with pytest.raises(Refused):
        publish_programme(event, actor=actor_for(office))


def test_visitors_read_the_published_sessions_of_a_public_event_and_see_every_change(client, office):
    event = make_event(confidentiality="public")
    session = make_session(event, "Offene Werkstatt", is_published=False)
    assert "Offene Werkstatt" not in client.get(event.get_absolute_url()).content.decode()
    publish_programme(event, actor=SYSTEM)
    address = f"{event.get_absolute_url()}programm/"
    for page in (client.get(event.get_absolute_url()), client.get(address)):
        assert "Offene Werkstatt" in page.content.decode() and "csrfmiddlewaretoken" not in page.content.decode()
    cancel_session(Session.objects.get(pk=session.pk), actor=SYSTEM)
    make_session(event, "Dazu", after=1, is_published=False)
    publish_programme(event, actor=SYSTEM)
    assert "Dazu" in client.get(address).content.decode()
