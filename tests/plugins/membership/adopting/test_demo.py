"""The demo world works with its entries: one county stopped and says why, one is asked whether it still holds."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.demo import adoptions, seats
from plugins.membership.models import Adoption
from plugins.membership.queries.adoptions import questions_to


def test_it_is_told_once(in_demo_world):
    seats.load()
    adoptions.load()
    before = Adoption.objects.count()
    adoptions.load()
    assert Adoption.objects.count() == before == len(adoptions.SAID)
    assert Adoption.objects.values("entry").distinct().count() == 4
    stopped = Adoption.objects.get(state="dropped")
    assert len(stopped.steps.last().text) > 200
    member = User.objects.get(email="member@demo.example")
    assert [one.slug for one in questions_to(actor_for(member))] == ["frauenkurs-mit-kinderbetreuung"]
