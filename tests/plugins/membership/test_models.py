"""Seats and mandates are dated: the last day counts, and nothing is ever deleted."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from plugins.membership.models import GuestMandate, Seat
from tests.factories import UserFactory, give_mandate, give_seat, make_county

MAY, JUNE = date(2026, 5, 31), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("start", "end", "on", "holds"),
    [
        (MAY, None, MAY, True),
        (MAY, None, date(2030, 1, 1), True),
        (MAY, MAY, MAY, True),
        (MAY, MAY, JUNE, False),
        (JUNE, None, MAY, False),
    ],
)
def test_a_seat_holds_from_its_first_to_its_last_day(start, end, on, holds, forum):
    give_seat(UserFactory(), start=start, end=end)
    assert Seat.objects.in_force(on).exists() == holds


def test_an_end_before_the_beginning_is_refused(forum):
    with pytest.raises(ValidationError) as refused:
        Seat(county=make_county(), person=UserFactory(), start=JUNE, end=MAY).full_clean()
    assert set(refused.value.message_dict) == {"end"}


def test_a_mandate_names_known_kinds_alone(forum):
    with pytest.raises(ValidationError) as refused:
        GuestMandate(institution="Landkreistag", role="Gast", kinds=["offer", "gossip"]).full_clean()
    assert refused.value.message_dict == {"kinds": [refused.value.message_dict["kinds"][0]]}
    assert "gossip" in refused.value.message_dict["kinds"][0]


def test_whoever_holds_or_held_a_seat_cannot_be_deleted(member, former_member):
    for person in (member, former_member):
        with pytest.raises(ProtectedError):
            person.delete()
    with pytest.raises(ProtectedError):
        make_county("99001").delete()


def test_a_mandate_outlives_its_people(guest):
    mandate = GuestMandate.objects.get()
    guest.delete()
    assert list(mandate.people.all()) == []


def test_they_say_who_it_is_about(member, guest):
    assert "Auental" in str(Seat.objects.get()) and "Alex Member" in str(Seat.objects.get())
    assert str(give_mandate(guest)) == "Landkreistag"
