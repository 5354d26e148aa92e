"""Whether a county is named on the public pages: its own to say, and the office's."""

from __future__ import annotations

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.actions.people import NewPerson
from plugins.api.actors import actor_for
from plugins.membership.actions.seats import give_seat as give
from plugins.membership.models import Seat
from tests.factories import UserFactory, give_seat, make_county

COUNTY = "/mitglieder/landkreise/99001/"
NAME = f"{COUNTY}nennen/"
WORD = "<span>Landkreis Auental"


@pytest.fixture
def colleague(seat):
    return give_seat(UserFactory(), "99001").person


@pytest.mark.parametrize("reader", ["member", "colleague", "office"])
def test_who_sits_for_it_or_the_office_names_a_county_and_takes_it_back(reader, seat, colleague, as_client, request):
    client, visitor = as_client(request.getfixturevalue(reader)), as_client()
    assert WORD not in visitor.get("/").content.decode()
    assert "Öffentlich nennen" in client.get(COUNTY).content.decode()

    assert client.post(NAME, {"name": "yes"}).status_code == 302
    assert WORD in visitor.get("/").content.decode()
    page = client.get(COUNTY).content.decode()
    assert "Nicht mehr öffentlich nennen" in page
    assert ModelLogEntry.objects.filter(action="membership.name_in_public").count() == 2  # both seats

    assert client.post(NAME, {"name": "no"}).status_code == 302
    assert WORD not in visitor.get("/").content.decode()


@pytest.mark.parametrize("reader", ["coordinator", "outsider"])
def test_members_of_other_counties_read_whether_it_is_named_and_change_nothing(reader, seat, as_client, request):
    client = as_client(request.getfixturevalue(reader))
    page = client.get(COUNTY).content.decode()
    assert "Öffentlich genannt" in page and NAME not in page
    assert client.post(NAME, {"name": "yes"}).status_code == 403
    assert not Seat.objects.filter(is_named_in_public=True).exists()


@pytest.mark.parametrize("reader", ["visitor", "applicant", "former_member", "guest", "editor"])
def test_to_everybody_else_there_is_no_such_address(reader, seat, as_client, request):
    client = as_client(request.getfixturevalue(reader))
    assert client.post(NAME, {"name": "yes"}).status_code == 404
    assert client.post("/mitglieder/landkreise/00000/nennen/", {"name": "yes"}).status_code == 404
    assert not Seat.objects.filter(is_named_in_public=True).exists()


def test_nobody_says_it_for_a_county_for_which_nobody_sits(clock, former_member, as_client, office):
    key = Seat.objects.get(person=former_member).county.key
    client, path = as_client(office), f"/mitglieder/landkreise/{key}/"
    assert "nennen/" not in client.get(path).content.decode()
    answer = client.post(f"{path}nennen/", {"name": "yes"})
    assert answer.status_code in (403, 409) and "Niemand" in answer.content.decode()


def test_what_the_county_agreed_to_holds_for_whoever_comes_later(seat, as_client, member, office, clock):
    as_client(member).post(NAME, {"name": "yes"})
    assert "is_named_in_public" not in as_client(office).get(f"{COUNTY}sitz/").content.decode()
    later = NewPerson("neu@example.org", "Neu", "Dabei")
    new = give(make_county("99001"), later, start=timezone.localdate(), actor=actor_for(office))
    assert new.is_named_in_public
