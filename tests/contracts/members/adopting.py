"""Adoptions in every state, one of an entry that was taken back."""

from __future__ import annotations

from cms.accounts.models import User
from cms.actions.entries import unpublish_entry
from plugins.api.access import SYSTEM
from plugins.membership.models import Adoption
from tests.factories import make_entry
from tests.factories.adopting import make_adoption

MODELS = (Adoption,)


def add(people: dict[str, User | None]) -> None:
    entry = make_entry(title="Übernommenes", released=True)
    states = {"member": "tried", "coordinator": "adapted", "mentor": "adopted", "outsider": "dropped"}
    for name, state in states.items():
        person = people[name]
        assert person is not None
        make_adoption(entry, person, state)
    member = people["member"]
    assert member is not None
    gone = make_entry(title="Übernommen und zurückgenommen")
    make_adoption(gone, member)
    unpublish_entry(gone, actor=SYSTEM)
