"""The demo world's round, the application that two members assess, and the log."""

from __future__ import annotations

from django.utils import timezone

from plugins.membership.demo import assessments, office_decisions
from plugins.membership.demo.people import demo_people
from plugins.membership.demo.seats import load as load_members
from plugins.membership.models import Application, Assessment, InterestRound, OfficeDecision
from plugins.membership.queries.rounds import open_round


def test_something_to_assess_and_to_read_and_twice_changes_nothing(in_demo_world):
    load_members()
    for _twice in range(2):
        assessments.load()
        office_decisions.load()
    round, application = InterestRound.objects.get(), Application.objects.get()
    assert open_round() == round and round.criteria.count() == 3
    assert (application.reference, application.state, application.round) == ("D-2", "complete", round)
    people = demo_people()
    states = {one.assessor: one.state for one in Assessment.objects.all()}
    assert states == {people["mentor"]: "open", people["coordinator"]: "sent"}
    assert all(one.due_on > timezone.localdate() for one in Assessment.objects.all())
    assert OfficeDecision.objects.count() == 2


def test_without_its_people_nothing_is_made(forum):
    assessments.load()
    office_decisions.load()
    assert not InterestRound.objects.exists() and not OfficeDecision.objects.exists()
