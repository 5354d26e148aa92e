"""What the recommendation of the demo world grew out of."""

from __future__ import annotations

from cms.accounts.models import User
from cms.models import Entry
from cms.queries.provenance import provenance_of
from plugins.api.actors import actor_for
from tests.factories import seat_demo_people
from workspace.demo.groups import load as load_groups
from workspace.demo.provenance import ENTRY, load
from workspace.models import Publication


def test_a_whole_chain_whose_steps_lie_in_their_order_and_twice_changes_nothing(in_demo_world):
    seat_demo_people()
    load_groups()
    load()
    load()
    assert Publication.objects.count() == 1
    member = actor_for(User.objects.get(email="outsider@demo.example"))
    steps = provenance_of(member, Entry.objects.get(slug=ENTRY).pk, "recommendation")
    kinds = ["challenge", "group", "versions", "consultation", "decision", "published", "group_closed"]
    assert [step.kind for step in steps] == kinds
    assert all(step.title or step.text for step in steps)
