"""What a mandate names of other packages: offered, stored, shown, and gone without the package."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plugins.api.actors import actor_for, people_behind
from plugins.api.errors import Invalid
from plugins.api.extensions import MandateScope
from plugins.api.registry import registry
from plugins.membership.actions.mandates import end_mandate
from plugins.membership.demo import mandates as demo
from plugins.membership.models import GuestMandate, MandateThing
from plugins.membership.personal_data import mandates as personal_data
from tests.factories import UserFactory, give_mandate
from tests.plugins.membership.guests.test_mandates import record

TITLES = {"1": "Der Garten", "2": "Der Keller", "3": "Das Dach"}
HIDDEN = {"3"}
"""What this package keeps from everybody but its own people."""


@pytest.fixture
def rooms(monkeypatch):
    """A package that offers rooms of a house; nothing of it is anybody's business but in mandates."""
    asked = registry.records
    scope = MandateScope(
        "rooms",
        "Räume",
        "Der Gast betritt jeden dieser Räume.",
        "guest-room",
        choices=lambda actor: [(key, TITLES[key]) for key in TITLES if key not in HIDDEN],
        titles=lambda keys, actor: {key: TITLES[key] for key in keys if key in TITLES and key not in HIDDEN},
        order=50,
    )
    only = {MandateScope: (scope,)}
    monkeypatch.setattr(registry, "records", lambda slot: only.get(slot) or asked(slot))
    return scope


@pytest.fixture
def nothing_offered(monkeypatch):
    asked = registry.records
    monkeypatch.setattr(registry, "records", lambda slot: () if slot is MandateScope else asked(slot))


def form_data(member, **more):
    return {
        "institution": "Landesverband",
        "function": "asking",
        "role": "Fragt die Praxis.",
        "people": "Marta Beispiel <marta@example.org>\n",
        "sponsor": member.pk,
        "start": "2027-03-10",
        "end": "2027-12-31",
        "reason": "Der Verband hilft mit.",
        **more,
    }


def test_the_office_is_offered_it_and_names_it(clock, rooms, office, member, as_client):
    browser = as_client(office)
    page = browser.get("/gaeste/neu/").content.decode()
    assert "Räume" in page and "Der Garten" in page and "Das Dach" not in page
    assert page.index("Der Garten") < page.index('name="reason"')
    refused = browser.post("/gaeste/neu/", form_data(member, scope_rooms=["3"]))
    assert list(refused.context["form"].errors) == ["scope_rooms"] and not GuestMandate.objects.exists()
    assert browser.post("/gaeste/neu/", form_data(member, scope_rooms=["1"])).status_code == 302
    mandate = GuestMandate.objects.get()
    (person,) = mandate.people.all()
    assert actor_for(person).has("guest-room:1") and not actor_for(person).has("guest-room:2")
    assert [one.pk for people in people_behind("guest-room:1") for one in people] == [person.pk]
    for path in ("/gaeste/", mandate.get_absolute_url()):
        for reader in (member, person):
            assert "Der Garten" in as_client(reader).get(path).content.decode()
    assert "Ihr Mandat öffnet: Der Garten" in as_client(person).get("/start/").content.decode()


def test_the_action_takes_only_what_is_offered(clock, rooms, office):
    for things in ({"rooms": ["3"]}, {"rooms": ["1", "gibt-es-nicht"]}, {"stairs": ["1"]}):
        with pytest.raises(Invalid):
            record(office, things=things)
    assert not GuestMandate.objects.exists()
    assert record(office, things={"rooms": ["1", "1", "2"], "stairs": []}).things.count() == 2


def test_a_title_that_the_package_does_not_tell_stands_nowhere(mandate, rooms, member, guest, as_client):
    MandateThing.objects.create(mandate=mandate, scope="rooms", key="3")
    for reader in (member, guest):
        assert "Das Dach" not in as_client(reader).get("/gaeste/").content.decode()


def test_it_ends_with_the_mandate_at_midnight(mandate, rooms, office, guest, clock):
    MandateThing.objects.create(mandate=mandate, scope="rooms", key="1")
    end_mandate(mandate, on=date(2027, 3, 10), reason="Der Auftrag ist erfüllt.", actor=actor_for(office))
    clock.set(2027, 3, 10, 23, 59)
    assert actor_for(guest).has("guest-room:1")
    clock.set(2027, 3, 11, 0, 0)
    assert not actor_for(guest).keys("guest-room")
    assert [one for people in people_behind("guest-room:1") for one in people] == []


def test_without_a_package_that_offers_something_nothing_shows_and_nothing_opens(
    mandate, nothing_offered, office, guest, as_client
):
    MandateThing.objects.create(mandate=mandate, scope="rooms", key="1")
    assert not [name for name in as_client(office).get("/gaeste/neu/").context["form"].fields if "scope" in name]
    assert not actor_for(guest).keys("guest-room") and people_behind("guest-room:1") == []
    assert as_client(guest).get("/gaeste/").status_code == 200


def test_a_list_asks_as_often_for_many_as_for_one(mandate, rooms, member, as_client):
    client = as_client(member)
    MandateThing.objects.create(mandate=mandate, scope="rooms", key="1")
    client.get("/gaeste/")
    with CaptureQueriesContext(connection) as one:
        client.get("/gaeste/")
    for _number in range(4):
        MandateThing.objects.create(mandate=give_mandate(UserFactory()), scope="rooms", key="2")
    with CaptureQueriesContext(connection) as many:
        client.get("/gaeste/")
    assert len(one) == len(many)


def test_handed_out_with_what_it_opens(mandate, rooms, guest):
    MandateThing.objects.create(mandate=mandate, scope="rooms", key="1")
    (line,) = personal_data.hand_out(guest)["mandates"]
    assert "Der Garten" in line["opens"]


def test_the_guest_of_the_demo_world_has_one_of_each_and_twice_changes_nothing(clock, rooms):
    _office, guest = (UserFactory(email=f"{name}@demo.example") for name in ("office", "guest"))
    mandate = give_mandate(guest)
    for _time in range(2):
        demo.load_things()
    assert list(mandate.things.values_list("scope", "key")) == [("rooms", "1")]
