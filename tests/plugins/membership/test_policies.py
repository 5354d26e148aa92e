"""All members see seats and mandates, the office keeps them, and whoever is meant sees their own."""

from __future__ import annotations

import pytest

from plugins.api.access import may
from plugins.membership.models import GuestMandate, Seat

MEMBERS = {"member", "coordinator", "mentor", "outsider"}
KEEPERS = {"office", "admin", "system"}


def who(cast, verb, obj) -> set[str]:
    return {name for name, actor in cast.items() if may(actor, verb, obj)}


def test_who_sees_a_seat(cast, member, former_member):
    assert who(cast, "see", Seat.objects.get(person=member)) == MEMBERS | KEEPERS
    assert who(cast, "see", Seat.objects.get(person=former_member)) == MEMBERS | KEEPERS | {"former_member"}


def test_who_sees_a_mandate(cast, guest):
    assert who(cast, "see", GuestMandate.objects.get(people=guest)) == MEMBERS | KEEPERS | {"guest"}


@pytest.mark.parametrize("model", [Seat, GuestMandate])
def test_the_office_keeps_them_and_nobody_deletes_them(model, cast):
    obj = model.objects.first()
    assert who(cast, "create", model) == KEEPERS
    assert who(cast, "edit", obj) == KEEPERS
    assert who(cast, "delete", obj) == {"system"}
    assert str(may(cast["office"], "delete", obj).reason)
