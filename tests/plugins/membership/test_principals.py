"""What a seat and a mandate open, and that rights end by themselves without touching a single entry."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.models import Projection
from cms.queries.entries import readable
from plugins.api.actors import actor_for
from plugins.membership.models import GuestMandate, Seat
from plugins.membership.principals import counties_named_in_public, in_words, principals_of
from tests.factories import UserFactory, give_mandate, give_seat, make_entry, make_topic


def yesterday():
    return timezone.localdate() - timedelta(days=1)


def test_two_seats_and_two_mandates_add_up(forum):
    person = UserFactory()
    give_seat(person, "99001")
    give_seat(person, "99002")
    topics = [make_topic("Wohnen"), make_topic("Arbeit")]
    give_mandate(person, topics=topics[:1], kinds=["offer"])
    give_mandate(person, topics=topics[1:], kinds=["offer", "concept"])
    assert principals_of(person) == {
        "members",
        "county:99001",
        "county:99002",
        *(f"guest-topic:{topic.pk}" for topic in topics),
        "guest-kind:offer",
        "guest-kind:concept",
    }


def test_rights_end_with_the_last_day(member, guest):
    today = timezone.localdate()
    Seat.objects.update(end=today)
    GuestMandate.objects.update(end=today)
    assert "members" in actor_for(member).principals
    assert [p for p in actor_for(guest).principals if p.startswith("guest-topic:")]
    Seat.objects.update(end=today - timedelta(days=1))
    GuestMandate.objects.update(end=today - timedelta(days=1))
    assert actor_for(member).principals == {"public", f"user:{member.pk}"}
    assert actor_for(guest).principals == {"public", f"user:{guest.pk}"}


def test_rights_begin_with_their_first_day(member):
    Seat.objects.update(start=timezone.localdate() + timedelta(days=1))
    assert "members" not in actor_for(member).principals


def test_a_mandate_that_ends_closes_what_it_opened_and_no_entry_is_touched(guest, as_client):
    entry = make_entry(title="Wohnungslotsen", topics=["Wohnen"])
    before = list(Projection.objects.values())
    assert [row.entry_id for row in readable(actor_for(guest))] == [entry.pk]
    client = as_client(guest)
    assert client.get("/wissen/wohnungslotsen/").status_code == 200

    GuestMandate.objects.update(end=yesterday())
    assert list(readable(actor_for(guest))) == []
    assert client.get("/wissen/wohnungslotsen/").status_code == 404
    assert list(Projection.objects.values()) == before


def test_a_seat_that_ends_closes_the_full_texts_tokens_included(member, as_client, api):
    entry = make_entry(title="Sprachkurs")
    client, program = as_client(member), api(member)
    assert client.get("/wissen/sprachkurs/").status_code == 200
    assert program.json(f"entries/{entry.pk}/")["layer"] == "members"

    Seat.objects.update(end=yesterday())
    assert client.get("/wissen/sprachkurs/").status_code == 404
    assert program.get(f"/api/v1/entries/{entry.pk}/").status_code == 404


def test_a_mandate_without_a_scope_opens_nothing(forum):
    person = UserFactory()
    give_mandate(person)
    assert principals_of(person) == set()


def test_only_counties_that_agreed_are_named(member, former_member, coordinator):
    assert counties_named_in_public() == set()
    Seat.objects.filter(person__in=[member, former_member]).update(is_named_in_public=True)
    assert counties_named_in_public() == {"99001"}
    Seat.objects.update(end=yesterday())
    assert counties_named_in_public() == set()


def test_the_home_page_names_a_county_as_soon_as_it_agrees(as_client, member):
    seat = member.seats.get()
    assert f"<span>{seat.county.full_name}" not in as_client().get("/").content.decode()
    seat.is_named_in_public = True
    seat.save()
    assert f"<span>{seat.county.full_name}" in as_client().get("/").content.decode()


def test_words_for_what_is_gone(forum):
    assert [in_words("county:00000"), in_words("guest-topic:999"), in_words("guest-kind:gossip")] == [None] * 3
