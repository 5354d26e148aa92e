"""Seats and mandates in the admin: the programme office keeps them, nobody deletes them."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.adapters.wagtail import DoorPermissionHelper
from plugins.membership.models import GuestMandate, Seat
from tests.cast import PARTS
from tests.factories import give_mandate, give_seat, make_county, make_topic

pytestmark = pytest.mark.django_db

SEATS, MANDATES = "/cms/membership/seat/", "/cms/membership/guestmandate/"


@pytest.mark.parametrize("address", [SEATS, SEATS + "create/", MANDATES, MANDATES + "create/"])
@pytest.mark.parametrize(("who", "status"), [("office", 200), ("admin", 200), ("member", 403)])
def test_the_office_keeps_them(who, status, address, request, as_client):
    assert as_client(request.getfixturevalue(who)).get(address).status_code == status


@pytest.mark.parametrize("address", [SEATS, MANDATES])
def test_editors_do_not(address, editor, as_client):
    response = as_client(editor).get(address)
    assert (response.status_code, response.url) == (302, "/cms/")


@pytest.mark.parametrize("name", PARTS)
def test_plain_tables_with_objects_that_end_and_are_never_deleted(name, cast, people):
    things = [give_seat(people["member"], "99002"), give_mandate(people["guest"])]
    assert [type(thing) for thing in things] == [Seat, GuestMandate]
    for thing in things:
        helper = DoorPermissionHelper(type(thing))
        creates = bool(may(cast[name], "create", type(thing)))
        assert helper.user_can_create(people[name]) == helper.user_can_list(people[name]) == creates
        assert helper.user_can_edit_obj(people[name], thing) == bool(may(cast[name], "edit", thing))
        assert not helper.user_can_delete_obj(people[name], thing)


def test_a_seat_makes_a_member_and_its_end_ends_it(office, applicant, as_client):
    browser, county = as_client(office), make_county("99005")
    data = {"county": county.pk, "person": applicant.pk, "start": "2026-01-01", "end": ""}
    assert browser.post(SEATS + "create/", data).status_code == 302
    assert actor_for(applicant).has("members", "county:99005")
    seat = Seat.objects.get(person=applicant)
    assert browser.post(f"{SEATS}edit/{seat.pk}/", {**data, "end": "2026-01-31"}).status_code == 302
    assert not actor_for(applicant).has("members")
    wrong = browser.post(f"{SEATS}edit/{seat.pk}/", {**data, "end": "2025-01-31"})
    assert list(wrong.context["form"].errors) == ["end"]


def test_nobody_deletes_a_seat(office, admin, member, as_client):
    seat = give_seat(member, "99002")
    for person in (office, admin):
        as_client(person).post(f"{SEATS}delete/{seat.pk}/")
    assert Seat.objects.filter(pk=seat.pk).exists()


def test_a_mandate_opens_what_it_names(office, applicant, as_client):
    topic = make_topic("Wohnen")
    data = {
        "institution": "Landkreistag",
        "function": "asking",
        "role": "Fragt für die Landkreise.",
        "people": [applicant.pk],
        "topics": [topic.pk],
        "kinds": ["offer", "concept"],
        "start": "2026-01-01",
    }
    response = as_client(office).post(MANDATES + "create/", data)
    assert response.status_code == 302, response.context["form"].errors
    mandate = GuestMandate.objects.get()
    assert (mandate.kinds, mandate.start, mandate.end) == (["offer", "concept"], date(2026, 1, 1), None)
    assert actor_for(applicant).has(f"guest-topic:{topic.pk}", "guest-kind:offer")
    wrong = as_client(office).post(f"{MANDATES}edit/{mandate.pk}/", {**data, "kinds": ["poem"]})
    assert list(wrong.context["form"].errors) == ["kinds"]
