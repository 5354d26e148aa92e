"""What membership knows about a person is handed out whole; erased, the county keeps its history."""

from __future__ import annotations

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from cms.accounts.actions import erase_person
from plugins.api.actors import actor_for
from plugins.membership.models import GuestMandate, MemberProfile, Seat
from plugins.membership.personal_data import directory, mandates, seats
from tests.factories import give_seat, tell_members

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
                    "opens": ["Thema Wohnen"],
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


def test_the_owner_downloads_every_seat(member, as_client):
    give_seat(member, "99002")
    parts = as_client(member).get("/konto/daten/herunterladen/").json()
    assert [seat["county"] for seat in parts["Sitze"]] == [
        str(seat.county) for seat in Seat.objects.filter(person=member).order_by("start", "pk")
    ]


def test_after_erasing_neither_seats_nor_what_was_logged_about_them_name_the_person(member, office):
    member.last_name = "Przybylska"
    member.save()
    seat = give_seat(member, "99002")
    log(seat, "wagtail.create", user=office)
    of_seat = ModelLogEntry.objects.filter(content_type__app_label="membership", object_id=str(seat.pk))
    assert "Przybylska" in of_seat.get().label
    remains = erase_person(member, actor=actor_for(office))
    assert "Die Daten der Sitze des Landkreises bleiben ohne Namen: Mitglied ist der Landkreis." in remains
    assert "Przybylska" not in of_seat.get().label
    assert set(Seat.objects.filter(person=member).values_list("end", flat=True)) == {timezone.localdate()}


def test_nothing_to_say_about_somebody_unknown_to_it(applicant):
    assert hand_out(applicant) == {"seats": [], "mandates": NO_MANDATES, "directory": None}
    assert erase(applicant) == []
