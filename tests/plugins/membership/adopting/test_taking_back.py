"""What was entered by mistake: the county takes it back, and it counts nowhere any more."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from plugins.membership.models import Adoption, AdoptionStep
from plugins.membership.queries.adoptions import counted
from tests.factories import UserFactory, give_seat
from tests.factories.adopting import make_adoption

pytestmark = pytest.mark.django_db
ENTRY = "/wissen/sprachkurs-ohne-bus/"


@pytest.fixture
def adoption(entry, member):
    return make_adoption(entry, member, "adapted", changed="Quittenraum")


@pytest.fixture
def colleague(member):
    return give_seat(UserFactory(), "99001").person


def way_of(adoption) -> str:
    return f"/uebernahmen/{adoption.pk}/zuruecknehmen/"


@pytest.mark.parametrize("who", ["member", "colleague"])
def test_who_wrote_it_or_the_other_holder_takes_it_back(who, adoption, entry, as_client, request):
    person = request.getfixturevalue(who)
    client, visitor = as_client(person), as_client()
    assert "1 Landkreis hat damit gearbeitet" in visitor.get(ENTRY).content.decode()
    assert f'href="{way_of(adoption)}"' in client.get(adoption.get_absolute_url()).content.decode()
    assert "Auental" in client.get(way_of(adoption)).content.decode()
    assert Adoption.objects.exists()  # looking at the question changes nothing

    answer = client.post(way_of(adoption))
    assert answer.status_code == 302 and answer["Location"] == f"{ENTRY}uebernahmen/"
    assert client.get(adoption.get_absolute_url()).status_code == 404
    assert "Landkreis hat damit gearbeitet" not in visitor.get(ENTRY).content.decode()
    assert counted(entry.pk) == {} and not AdoptionStep.objects.exists()
    assert f"{ENTRY}uebernahmen/neu/" in client.get(f"{ENTRY}uebernahmen/").content.decode()
    noted = ModelLogEntry.objects.get(action="membership.take_back_adoption")
    assert noted.user == person and noted.data == {"entry": entry.pk, "county": "99001"}


@pytest.mark.parametrize("who", ["mentor", "editor", "office", "admin"])
def test_other_readers_of_the_register_do_not(who, adoption, as_client, request):
    client = as_client(request.getfixturevalue(who))
    assert way_of(adoption) not in client.get(adoption.get_absolute_url()).content.decode()
    assert client.get(way_of(adoption)).status_code == client.post(way_of(adoption)).status_code == 403
    assert Adoption.objects.exists()


@pytest.mark.parametrize("who", ["guest", "author", "applicant", "former_member"])
def test_to_everybody_else_it_is_not_there(who, adoption, as_client, request):
    client = as_client(request.getfixturevalue(who))
    assert client.get(way_of(adoption)).status_code == client.post(way_of(adoption)).status_code == 404
    assert client.post("/uebernahmen/0/zuruecknehmen/").status_code == 404
    assert Adoption.objects.exists()


def test_whoever_was_told_of_it_reads_nothing_of_it_any_more(adoption, coordinator, member, told, as_client):
    as_client(member).post(way_of(adoption))
    assert told(coordinator) == []


def test_programs_take_it_back_with_the_scope_for_it(adoption, member, mentor, guest, api):
    address = f"/api/v1/adoptions/{adoption.pk}/"
    own = api(member, "read:members", "write:workspace")
    assert own.json(f"adoptions/{adoption.pk}/")["may"]["take_back"] is True
    assert api(member, "read:members").delete(address).status_code == 403
    assert api(mentor, "read:members", "write:workspace").delete(address).status_code == 403
    assert api(guest, "read:members", "write:workspace").delete(address).status_code == 404
    assert api().delete(address).status_code == 404
    assert Adoption.objects.exists()
    assert own.delete(address).status_code == 204
    assert own.delete(address).status_code == 404
    assert not Adoption.objects.exists()
