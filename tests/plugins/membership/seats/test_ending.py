"""Access ends at the chosen minute, by every way in, and not a minute before."""

from __future__ import annotations

import json
from datetime import UTC, date, timedelta

import pytest
from django.utils import timezone

from cms.accounts.feed_addresses import create_feed_address
from plugins.api.actors import actor_for, people_behind
from plugins.api.adapters.sockets import pool
from plugins.api.outbox import dispatch_pending
from plugins.membership import schedules
from plugins.membership.models import Seat
from plugins.membership.personal_data import seats as personal_data
from plugins.membership.principals import counties_named_in_public
from tests.contracts.leaks.listening import cookie_of, listen
from tests.factories import give_seat, make_discussion, make_entry, make_token
from tests.search.conftest import index
from tests.workspace.sockets.test_looking_again import left, opened, quick

__all__ = ["index", "quick"]

LAST_MINUTE = (2027, 3, 10, 14, 29)
THE_MINUTE = (2027, 3, 10, 14, 30)


@pytest.fixture
def ending(seat, clock):
    """The member's seat ends today at half past two."""
    ends_at = clock.set(*THE_MINUTE)
    clock.set(2027, 3, 10, 12, 0)
    seat.ends_at, seat.end = ends_at, ends_at.date()
    seat.save()
    return seat


def test_the_seat_itself_and_all_that_follows_from_it(ending, clock, member):
    Seat.objects.filter(pk=ending.pk).update(is_named_in_public=True)
    clock.set(*LAST_MINUTE)
    assert Seat.objects.get().is_in_force and Seat.objects.in_force().exists()
    assert actor_for(member).has("members") and actor_for(member).has("county:99001")
    assert [list(people) for people in people_behind("members")] == [[member]]
    assert counties_named_in_public() == {"99001"}
    clock.set(*THE_MINUTE)
    assert not Seat.objects.get().is_in_force and not Seat.objects.in_force().exists()
    assert actor_for(member).principals == {"public", f"user:{member.pk}"}
    assert [list(people) for people in people_behind("county:99001")] == [[]]
    assert counties_named_in_public() == set()


def test_a_day_in_the_past_counts_whole(ending, clock):
    assert Seat.objects.in_force(date(2027, 3, 10)).exists()
    assert not Seat.objects.in_force(date(2027, 3, 11)).exists()


def test_whoever_chooses_another_last_day_takes_the_minute_back(ending, clock):
    ending.end = date(2027, 3, 20)
    ending.save(update_fields=["end"])
    assert Seat.objects.get().ends_at is None
    clock.set(2027, 3, 20, 23, 59)
    assert Seat.objects.in_force().exists()
    clock.set(2027, 3, 21, 0, 0)
    assert not Seat.objects.in_force().exists()


def test_pages_and_the_api_with_a_session(ending, clock, member, as_client):
    entry = make_entry(title="Sprachkurs")
    client = as_client(member)
    paths = ("/wissen/sprachkurs/", f"/api/v1/entries/{entry.pk}/", "/mitglieder/", "/mitglieder/landkreise/99001/")
    clock.set(*LAST_MINUTE)
    assert [client.get(path).status_code for path in paths] == [200] * 4
    clock.set(*THE_MINUTE)
    assert [client.get(path).status_code for path in paths] == [404] * 4
    assert client.get("/start/").status_code == 200


def test_programs_with_a_token(ending, clock, member, api):
    entry = make_entry(title="Sprachkurs")
    program = api(make_token(member))
    clock.set(*LAST_MINUTE)
    assert program.json(f"entries/{entry.pk}/")["layer"] == "members"
    assert program.json("entries/")["count"] == 1
    clock.set(*THE_MINUTE)
    assert program.get(f"/api/v1/entries/{entry.pk}/").status_code == 404
    assert program.json("entries/")["count"] == 0


def test_the_secret_address_of_a_feed(ending, clock, member, client):
    make_entry(title="Sprachkurs")
    _address, secret = create_feed_address("Leser", actor=actor_for(member))
    path = f"/feeds/persoenlich/{secret}.atom"
    clock.set(*LAST_MINUTE)
    assert "Sprachkurs" in client.get(path).content.decode()
    clock.set(*THE_MINUTE)
    assert "Sprachkurs" not in client.get(path).content.decode()


def test_the_search_for_the_person_and_of_the_person(index, ending, clock, member, coordinator, api):
    programs = {person: api(person) for person in (member, coordinator)}

    def hits(person, words):
        dispatch_pending()
        return [hit["title"] for hit in programs[person].json("search/", q=words, exact="1")["results"]]

    make_entry(title="Sprachkurs")
    clock.set(*LAST_MINUTE)
    schedules.follow_seats()
    assert (hits(member, "Sprachkurs"), hits(coordinator, "Alex Member")) == (
        ["Sprachkurs"],
        ["Alex Member", "Alex Coordinator"],
    )
    clock.set(*THE_MINUTE)
    assert hits(member, "Sprachkurs") == []
    schedules.follow_seats()
    assert hits(coordinator, "Alex Member") == ["Alex Coordinator"]
    assert not Seat.objects.get(person=member).was_in_force


def test_an_open_socket_is_closed(ending, clock, member, outsider, monkeypatch):
    watched = make_discussion(by=outsider)
    cookie = cookie_of(member)
    clock.set(*LAST_MINUTE)

    async def scene():
        page = await opened(cookie, {"watch": "discussion", "id": watched.pk})
        await pool.POOL.run(lambda: clock.set(*THE_MINUTE))
        said = await page.receive_output(10)
        await left(page)
        return said

    assert listen(scene, monkeypatch)["code"] == 4403


def test_erasing_ends_it_at_once(seat, clock, member):
    personal_data.erase(member)
    assert not Seat.objects.in_force().exists()
    assert Seat.objects.get().ends_at == timezone.now()


def test_the_minute_is_handed_out(ending, member):
    (told,) = personal_data.hand_out(member)
    assert (told["until"], told["ends_at"]) == ("2027-03-10", ending.ends_at.astimezone(UTC).isoformat())
    assert json.dumps(told)


def test_another_seat_goes_on(ending, clock, member):
    give_seat(member, "99002", start=clock.now.date() - timedelta(days=10))
    clock.set(*THE_MINUTE)
    assert actor_for(member).keys("county") == {"99002"}
