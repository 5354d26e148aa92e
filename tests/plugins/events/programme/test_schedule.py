"""Each person's own schedule: sessions marked, overlaps named, and the same in the calendar of the person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.access import SYSTEM, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.events.actions.events import cancel_event
from plugins.events.actions.sessions import cancel_session, change_session, choose_session
from plugins.events.models import Participant, Place, Session, SessionChoice
from tests.factories import join_group, make_group
from tests.factories.events import make_calendar_address, make_event
from tests.factories.invitations import link_of
from tests.factories.programme import comes, make_session, make_speaker
from tests.plugins.events.calendars.reading import read_by_icalendar

pytestmark = pytest.mark.django_db


def press(browser, session, wants="yes"):
    address = f"{session.event.get_absolute_url()}mein-platz/programm/"
    return browser.post(address, {"session": session.pk, "wants": wants})


def in_calendar(client, person):
    components = read_by_icalendar(client.get(make_calendar_address(person)).content)
    return {one.uid: one for one in components}


def test_whoever_comes_marks_a_session_and_takes_it_out_again(event, member, as_client):
    session = make_session(event)
    comes(event, member)
    browser = as_client(member)
    for _again in range(2):
        assert press(browser, session).url == session.get_absolute_url()
    assert SessionChoice.objects.get().participant.person == member
    page = browser.get(f"{event.get_absolute_url()}programm/")
    assert [line.is_own for line in page.context["programme"].lines] == [True]
    assert session.title in browser.get(f"{event.get_absolute_url()}mein-platz/").content.decode()
    press(browser, session, wants="")
    assert not SessionChoice.objects.exists()


def test_whoever_is_invited_has_a_schedule_and_whoever_is_not_has_none(event, member, coordinator, mentor, as_client):
    session = make_session(event)
    Participant.objects.create(event=event, person=member, invited_at=timezone.now())
    assert press(as_client(member), session).status_code == 302 and SessionChoice.objects.count() == 1
    assert press(as_client(mentor), session).status_code == 404
    comes(event, coordinator, answer="no", place=Place.NONE, invited_at=timezone.now())
    with pytest.raises(Refused):
        choose_session(session, True, actor=actor_for(coordinator))
    page = as_client(mentor).get(f"{event.get_absolute_url()}programm/")
    assert not page.context["programme"].may_choose and "mein-platz/programm/" not in page.content.decode()


def test_what_is_not_published_or_cancelled_cannot_be_chosen(event, member, as_client):
    comes(event, member)
    hidden = make_session(event, is_published=False)
    with pytest.raises(Missing):
        choose_session(hidden, True, actor=actor_for(member))
    for number in (hidden.pk, "1" * 30, "x", ""):
        address = f"{event.get_absolute_url()}mein-platz/programm/"
        assert as_client(member).post(address, {"session": number, "wants": "yes"}).status_code == 404
    session = make_session(event)
    cancel_session(session, actor=SYSTEM)
    with pytest.raises(Refused):
        choose_session(Session.objects.get(pk=session.pk), True, actor=actor_for(member))
    assert not SessionChoice.objects.exists()


def test_overlaps_of_ones_own_schedule_are_named(event, member, as_client):
    line = comes(event, member)
    spoken = make_session(event, "Eigener Bericht", speakers=[line])
    chosen, free = make_session(event, "Werkstatt", after=0.5), make_session(event, "Danach", after=1.5)
    browser = as_client(member)
    for session in (chosen, free):
        press(browser, session)
    (sentence,) = browser.get(f"{event.get_absolute_url()}programm/").context["programme"].overlaps
    assert spoken.title in sentence and chosen.title in sentence
    assert sentence in browser.get(event.get_absolute_url()).content.decode().replace("&quot;", '"')
    cancel_session(chosen, actor=SYSTEM)
    assert browser.get(f"{event.get_absolute_url()}programm/").context["programme"].overlaps == []


def test_nobody_else_learns_what_somebody_has_chosen(event, member, office, admin, as_client):
    session = make_session(event)
    comes(event, member)
    choose_session(session, True, actor=actor_for(member))
    for reader in (office, admin):
        assert not visible_to(actor_for(reader), SessionChoice.objects.all()).exists()
    assert visible_to(actor_for(member), SessionChoice.objects.all()).count() == 1


def test_by_the_link_of_a_mail_a_visitor_has_a_schedule_of_a_public_event(client):
    event = make_event(confidentiality="public")
    session = make_session(event)
    line = Participant.objects.create(event=event, name="Ida", email="ida@example.org", answer="yes", place=Place.TAKEN)
    link = link_of(line)
    address = f"{link}platz/"
    page = client.get(address).content.decode()
    assert session.title in page and f"{address}programm/" in page
    answer = client.post(f"{address}programm/", {"session": session.pk, "wants": "yes"})
    assert answer.status_code == 302 and answer["Cache-Control"] == "private, no-store"
    assert SessionChoice.objects.get().participant == line
    assert session.title in client.get(link.replace("antwort", "eigenes")).content.decode()


def test_a_link_shows_of_an_event_of_members_only_ones_own_sessions(event, client):
    make_session(event, "Für Mitglieder")
    speaker = make_speaker(event)
    make_session(event, "Eigener Vortrag", after=1, speakers=[speaker])
    page = client.get(f"{link_of(speaker)}platz/").content.decode()
    assert "Eigener Vortrag" in page and "Für Mitglieder" not in page


def test_own_sessions_stand_in_the_calendar_moved_and_cancelled(event, member, client):
    line = comes(event, member)
    chosen, spoken = make_session(event, "Werkstatt", room="Raum 2"), make_session(event, "Vortrag", speakers=[line])
    make_session(event, "Nicht gewählt")
    hidden = make_session(event, "Noch geheim", speakers=[line], is_published=False)
    choose_session(chosen, True, actor=actor_for(member))
    found = in_calendar(client, member)
    assert set(found) == {event.uid, chosen.uid, spoken.uid} and hidden.uid not in found
    assert found[chosen.uid].summary == "Werkstatt" and "Raum 2" in found[chosen.uid].location
    before = found[chosen.uid]
    later = {"starts_at": chosen.starts_at + timedelta(hours=2), "ends_at": chosen.ends_at + timedelta(hours=2)}
    change_session(chosen, later, speakers=(), actor=SYSTEM)
    after = in_calendar(client, member)[chosen.uid]
    assert (after.starts, after.sequence > before.sequence) == (before.starts + timedelta(hours=2), True)
    cancel_session(chosen, actor=SYSTEM)
    gone = in_calendar(client, member)[chosen.uid]
    assert gone.status == "CANCELLED" and gone.sequence > after.sequence
    cancel_event(event, "Kein Saal.", actor=SYSTEM)
    assert in_calendar(client, member)[spoken.uid].status == "CANCELLED"


def test_taken_out_of_the_schedule_it_leaves_the_calendar(event, member, client):
    comes(event, member)
    session = make_session(event)
    choose_session(session, True, actor=actor_for(member))
    choose_session(session, False, actor=actor_for(member))
    assert set(in_calendar(client, member)) == {event.uid}


def test_whoever_says_no_to_the_event_has_its_sessions_in_no_calendar(event, member, client):
    line = comes(event, member)
    session = make_session(event)
    choose_session(session, True, actor=actor_for(member))
    Participant.objects.filter(pk=line.pk).update(answer="no", place="")
    assert in_calendar(client, member) == {}


def test_the_file_of_an_event_holds_the_readers_own_sessions_and_no_others(event, member, coordinator, as_client):
    session = make_session(event)
    comes(event, member)
    choose_session(session, True, actor=actor_for(member))
    path = f"{event.get_absolute_url()}termin.ics"
    uids = [{one.uid for one in read_by_icalendar(as_client(p).get(path).content)} for p in (member, coordinator)]
    assert uids == [{event.uid, session.uid}, {event.uid}]


def test_a_calendar_does_not_name_what_named_persons_have_to_themselves(member, coordinator, client):
    group = make_group("AG Verschwiegen", coordinator=coordinator, visibility="hidden")
    join_group(group, member)
    event = make_event(title="Geheimes Treffen", confidentiality="group", group=group)
    session = make_session(event, "Geheime Werkstatt", description="Geheimes")
    comes(event, member)
    choose_session(session, True, actor=actor_for(member))
    component = in_calendar(client, member)[session.uid]
    text = f"{component.summary} {component.description} {component.url}"
    assert "Geheime" not in text and event.uid in component.url
