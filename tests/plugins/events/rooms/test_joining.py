"""The room opens ten minutes before, for whoever takes part; its address leaves only towards who joins."""

from __future__ import annotations

from datetime import timedelta
from urllib.request import urlopen

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.rooms import close_room, enter_room, set_up_room
from plugins.events.models import Participant, VideoRoom
from tests.clock import Clock
from tests.factories import join_group, make_group
from tests.factories.events import make_event

pytestmark = pytest.mark.django_db
LINK = "https://video.example/geheim"


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


@pytest.fixture
def meeting(group):
    return make_event(kind="group", form="virtual", place="", confidentiality="group", group=group, days=1, hours=1)


@pytest.fixture
def clock(monkeypatch, meeting):
    return Clock(monkeypatch, meeting.starts_at - timedelta(minutes=9))


@pytest.fixture
def room(meeting, coordinator):
    return set_up_room(meeting, "link", LINK, actor=actor_for(coordinator))


def goes_to(person, event, as_client):
    answer = as_client(person).get(f"{event.get_absolute_url()}raum/betreten/")
    return answer.get("Location", "") if answer.status_code == 302 else answer.status_code


def test_the_group_and_one_invited_guest_get_in_and_nobody_else(room, meeting, clock, people, as_client):
    Participant.objects.create(event=meeting, person=people["guest"])
    found = {name: goes_to(people[name], meeting, as_client) for name in ("member", "coordinator", "guest")}
    assert set(found.values()) == {LINK}
    for name in ("outsider", "office", "mentor", "applicant", "kind_guest"):
        assert goes_to(people[name], meeting, as_client) == 404


@pytest.mark.parametrize(("minutes", "opens"), [(-11, False), (-10, True), (30, True), (119, True), (122, False)])
def test_it_opens_ten_minutes_before_and_stays_open_for_an_hour_after(
    minutes, opens, room, meeting, member, monkeypatch, as_client
):
    Clock(monkeypatch, meeting.starts_at + timedelta(minutes=minutes, seconds=1))
    page = as_client(member).get(f"{meeting.get_absolute_url()}raum/").content.decode()
    assert ("raum/betreten/" in page) is opens
    assert (goes_to(member, meeting, as_client) == LINK) is opens


def test_its_address_stands_on_no_page_not_even_of_organisers(room, meeting, clock, coordinator, member, as_client):
    for person in (coordinator, member):
        for rest in ("", "raum/"):
            assert LINK not in as_client(person).get(f"{meeting.get_absolute_url()}{rest}").content.decode()


def test_elsewhere_whoever_has_a_place_gets_in(office, member, mentor, monkeypatch, as_client):
    event = make_event(form="virtual", place="", days=1)
    set_up_room(event, "link", LINK, actor=actor_for(office))
    Participant.objects.create(event=event, person=member, answer="yes", place="taken")
    Participant.objects.create(event=event, person=mentor, answer="yes", place="waiting")
    Clock(monkeypatch, event.starts_at)
    assert goes_to(member, event, as_client) == LINK
    assert goes_to(mentor, event, as_client) == 200


def test_without_a_room_there_is_no_page_for_it(meeting, member, coordinator, as_client):
    assert as_client(member).get(f"{meeting.get_absolute_url()}raum/").status_code == 404
    assert as_client(member).get(f"{meeting.get_absolute_url()}raum/einrichten/").status_code == 404
    browser = as_client(coordinator)
    browser.post(f"{meeting.get_absolute_url()}raum/einrichten/", {"provider": "link", "link": LINK})
    assert VideoRoom.objects.get().link == LINK
    browser.post(f"{meeting.get_absolute_url()}raum/aufgeben/")
    assert not VideoRoom.objects.exists()


@pytest.mark.parametrize(("provider", "link"), [("link", ""), ("link", "http://ungeschuetzt.example"), ("jitsi", "")])
def test_a_room_that_cannot_work_is_refused_at_its_field(provider, link, meeting, coordinator):
    with pytest.raises(Invalid):
        set_up_room(meeting, provider, link, actor=actor_for(coordinator))


def test_only_organisers_set_it_up(meeting, member):
    with pytest.raises(Refused):
        set_up_room(meeting, "link", LINK, actor=actor_for(member))
    with pytest.raises(Refused):
        close_room(meeting, actor=actor_for(member))


def test_jitsi_gets_a_name_that_nobody_guesses(meeting, coordinator, member, clock, settings):
    settings.JITSI_URL = "https://meet.example"
    room = set_up_room(meeting, "jitsi", actor=actor_for(coordinator))
    address = enter_room(room, actor=actor_for(member))
    assert address.startswith(f"https://meet.example/{room.secret}#") and len(room.secret) > 20


def test_bigbluebutton_makes_the_room_for_signed_calls(bigbluebutton, meeting, coordinator, member, clock):
    room = set_up_room(meeting, "bigbluebutton", actor=actor_for(coordinator))
    address = enter_room(room, actor=actor_for(member))
    with urlopen(address) as answer:  # noqa: S310
        assert b"SUCCESS" in answer.read()
    (create, made), (join, joined) = bigbluebutton.calls
    assert (create, join) == ("create", "join") and made["meetingID"] == joined["meetingID"] == room.secret
    assert (joined["fullName"], joined["role"]) == ("Alex Member", "VIEWER")
    with urlopen(enter_room(room, actor=actor_for(coordinator))):  # noqa: S310
        assert bigbluebutton.calls[-1][1]["role"] == "MODERATOR"


def test_a_server_that_is_away_or_refuses_is_said_calmly(
    bigbluebutton, meeting, coordinator, member, clock, settings, as_client
):
    set_up_room(meeting, "bigbluebutton", actor=actor_for(coordinator))
    settings.BIGBLUEBUTTON_SECRET = "falsch"
    answer = as_client(member).get(f"{meeting.get_absolute_url()}raum/betreten/", follow=True)
    assert "in ein paar Minuten" in answer.content.decode() and not bigbluebutton.calls
    settings.BIGBLUEBUTTON_URL = "http://127.0.0.1:9/bigbluebutton"
    with pytest.raises(Refused):
        enter_room(VideoRoom.objects.get(), actor=actor_for(member))


def test_a_cancelled_meeting_has_no_way_in(room, meeting, clock, member):
    meeting.cancelled_at = timezone.now()
    meeting.save()
    with pytest.raises(Refused):
        enter_room(VideoRoom.objects.get(), actor=actor_for(member))
