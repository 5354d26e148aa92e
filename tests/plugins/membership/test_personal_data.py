"""What membership knows about a person is handed out whole; erased, the county keeps its history."""

from __future__ import annotations

from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.membership.models import GuestMandate, MemberProfile, Seat
from plugins.membership.personal_data import directory, mandates, seats
from tests.factories import tell_members

NO_MANDATES = {"mandates": [], "sponsors": [], "agreed_to": [], "ended": []}
PARTS = {"seats": seats, "mandates": mandates, "directory": directory}


def hand_out(person):
    return {name: part.hand_out(person) for name, part in PARTS.items()}


def erase(person):
    return [sentence for part in PARTS.values() for sentence in part.erase(person)]


def test_handed_out(member, guest):
    seat = Seat.objects.get(person=member)
    tell_members(member, competences="Lotsen schulen", topics=["Arbeit"], telephone="0171 3920042")
    assert hand_out(member) == {
        "seats": [{"county": str(seat.county), "from": seat.start.isoformat(), "until": None, "ends_at": None}],
        "mandates": NO_MANDATES,
        "directory": {
            "is_listed": True,
            "topics": ["Arbeit"],
            "competences": "Lotsen schulen",
            "shows_email": False,
            "telephone": "0171 3920042",
            "shows_telephone": False,
            "stays_named": False,
        },
    }
    mandate = GuestMandate.objects.get()
    assert hand_out(guest) == {
        "seats": [],
        "mandates": {
            **NO_MANDATES,
            "mandates": [
                {
                    "institution": "Landkreistag",
                    "function": "beobachtet",
                    "from": mandate.start.isoformat(),
                    "until": None,
                }
            ],
        },
        "directory": None,
    }


def test_erased(member, guest, former_member):
    GuestMandate.objects.update(sponsor=member)
    tell_members(member, competences="Lotsen schulen", shows_email=True)
    before = Seat.objects.get(person=former_member).end
    assert len(erase(member)) == 1
    erase(former_member)
    erase(guest)
    assert Seat.objects.get(person=member).end == timezone.localdate()
    assert Seat.objects.get(person=former_member).end == before
    assert not MemberProfile.objects.exists()
    mandate = GuestMandate.objects.get()
    assert (list(mandate.people.all()), mandate.sponsor) == ([], None)
    assert actor_for(guest).principals == {"public", f"user:{guest.pk}"}


def test_nothing_to_say_about_somebody_unknown_to_it(applicant):
    assert hand_out(applicant) == {"seats": [], "mandates": NO_MANDATES, "directory": None}
    assert erase(applicant) == []
