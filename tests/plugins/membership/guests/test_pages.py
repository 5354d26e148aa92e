"""Guests and their roles: who reads what of them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.accounts.models import User
from plugins.membership.models import GuestMandate, MandateGroup
from tests.factories import UserFactory, give_mandate, make_group, make_topic

LIST = "/gaeste/"


def read(client, path=LIST) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("reader", ["member", "outsider", "office", "admin"])
def test_members_and_office_read_all(reader, mandate, as_client, request):
    client = as_client(request.getfixturevalue(reader))
    assert "Landkreistag" in read(client) and "Fragende Stelle" in read(client)
    page = read(client, f"{LIST}{mandate.pk}/")
    assert "Alex Guest" in page and "Thema Wohnen" in page
    assert ("Mandat beenden" in page) == (reader in ("office", "admin"))


def test_a_guest_reads_the_own_mandate_alone(mandate, guest, as_client):
    other = give_mandate(UserFactory())
    GuestMandate.objects.filter(pk=other.pk).update(institution="Hochschule")
    client = as_client(guest)
    assert "Landkreistag" in read(client) and "Hochschule" not in read(client)
    assert client.get(f"{LIST}{other.pk}/").status_code == 404


@pytest.mark.parametrize("reader", ["visitor", "applicant", "former_member", "author"])
def test_everybody_else_reads_name_function_and_dates_of_those_who_agreed(reader, mandate, as_client, request):
    client = as_client(request.getfixturevalue(reader))
    assert "Landkreistag" not in read(client)
    assert "kein Gast" in read(client) and 'href="/ueber-uns/"' in read(client)
    give_mandate(UserFactory(last_name="Geheim"))
    GuestMandate.objects.filter(pk=mandate.pk).update(is_named_in_public=True, function="adviser")
    page = read(client)
    assert page.count("Landkreistag") == 1 and "Berät" in page
    for word in ("Fragende Stelle", "Alex Guest", "Wohnen</", f"{LIST}{mandate.pk}/"):
        assert word not in page
    for path in (f"{LIST}{mandate.pk}/", f"{LIST}neu/", f"{LIST}{mandate.pk}/beenden/"):
        assert client.get(path).status_code == 404


def test_the_office_records_a_mandate(clock, office, member, coordinator, as_client):
    group, topic = make_group("AG Wohnen", coordinator=coordinator), make_topic("Wohnen")
    client = as_client(office)
    data = {
        "institution": "Landesverband",
        "function": "asking",
        "role": "Fragt die Praxis.",
        "people": "Marta Beispiel <marta@example.org>\n",
        "sponsor": member.pk,
        "start": "2027-03-10",
        "end": "2027-12-31",
        "topics": [topic.pk],
        "kinds": ["offer"],
        "groups": [group.pk],
        "reason": "Der Verband hilft mit.",
    }
    page = client.post(f"{LIST}neu/", {**data, "people": "Marta", "reason": ""}).content.decode()
    assert 'href="#id_people"' in page and 'href="#id_reason"' in page
    assert ">Marta</textarea>" in page.replace("\n", "") and "Fragt die Praxis." in page
    assert not GuestMandate.objects.exists()
    assert client.post(f"{LIST}neu/", data).status_code == 302
    mandate = GuestMandate.objects.get()
    assert list(mandate.people.all()) == [User.objects.get(email="marta@example.org", last_name="Beispiel")]
    assert "Landesverband" in read(client) and "AG Wohnen" in read(client, f"{LIST}{mandate.pk}/")


def test_the_office_ends_a_mandate(mandate, office, member, as_client):
    client, path = as_client(office), f"{LIST}{mandate.pk}/beenden/"
    assert as_client(member).get(path).status_code == 403
    page = client.post(path, {"end": "2027-03-09", "reason": "Vorbei."}).content.decode()
    assert 'href="#id_end"' in page
    assert client.post(path, {"end": "2027-03-31", "reason": "Vorbei."}).status_code == 302
    assert "31. März 2027" in read(client, f"{LIST}{mandate.pk}/")


def test_coordinators_answer_on_the_page_of_the_group(mandate, guest, office, coordinator, outsider, as_client):
    group = make_group("AG Wohnen", coordinator=coordinator)
    line = MandateGroup.objects.create(mandate=mandate, group=group)
    path, page = f"{LIST}gruppen/{line.pk}/zustimmen/", group.get_absolute_url()
    assert "Landkreistag" not in read(as_client(outsider), page)
    assert as_client(outsider).post(path).status_code == 403
    assert as_client(guest).post(path).status_code == 404
    client = as_client(coordinator)
    assert "Landkreistag" in read(client, page)
    assert client.get(path).status_code == 405
    assert client.post(f"{LIST}gruppen/{line.pk}/umbenennen/").status_code == 404
    assert client.post(path).status_code == 302
    assert "liest und spricht hier mit seit 10. März 2027" in read(client, page)
    assert "Landkreistag" in read(as_client(outsider), page)
    assert as_client(guest).get(page).status_code == 200
    assert client.post(f"{LIST}gruppen/{line.pk}/beenden/").status_code == 302
    assert as_client(guest).get(page).status_code == 404


def test_a_list_asks_as_often_for_many_as_for_one(mandate, member, as_client):
    client = as_client(member)
    client.get(LIST)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(LIST)
        return len(captured)

    before = queries()
    for _number in range(5):
        give_mandate(UserFactory(), topics=[make_topic("Wohnen")], kinds=["offer"])
    assert queries() == before
