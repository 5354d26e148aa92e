"""The demo world asks all members: an open consultation and one that has ended. Twice changes nothing."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.actors import actor_for
from tests.factories import seat_demo_people
from workspace.demo import consultations, drafts, groups
from workspace.models import Consultation, Draft, DraftState
from workspace.queries.consultations import open_consultations, unanswered


def test_one_is_open_and_one_has_ended_with_an_answer_still_to_give(in_demo_world):
    for load in (seat_demo_people, groups.load, drafts.load, consultations.load, consultations.load):
        load()
    ended, still_open = Consultation.objects.order_by("pk")
    assert (ended.is_open, still_open.is_open) == (False, True)
    assert ended.opened_at < still_open.opened_at and still_open.contributions.count() == 4
    assert unanswered(ended.draft).get().waiting == 1 and ended.contributions.count() == 3
    assert {draft.pk for draft in Draft.objects.filter(consultations=None)} == {1, 2}
    assert still_open.draft.state == DraftState.CONSULTING
    member = actor_for(User.objects.get(email="member@demo.example"))
    assert not open_consultations(member).get().has_reacted
