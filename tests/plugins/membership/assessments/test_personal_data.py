"""What assessments say of a person is handed out whole; erased, what was sent stays without a name."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.membership.actions.assessments import declare_conflict, save_assessment, send_assessment
from plugins.membership.actions.office_decisions import note_decision
from plugins.membership.models import Assessment, AssessmentMark, OfficeDecision
from plugins.membership.personal_data import assessments, office_decisions

pytestmark = pytest.mark.django_db


def test_handed_out(asked, application, member, mentor, outsider, whole):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    given = assessments.hand_out(member)
    assert [row["application__reference"] for row in given["assessments"]] == [application.reference]
    assert (given["assessments"][0]["summary"], [row["points"] for row in given["points"]]) == ("Passt gut.", [2, 2, 2])
    declare_conflict(asked[2], reason="Nachbarn", actor=actor_for(mentor))
    assert assessments.hand_out(mentor)["assessments"][0]["conflict"] == "Nachbarn"
    assert assessments.hand_out(outsider) == {"assessments": [], "points": []}


def test_erased(asked, member, coordinator, mentor, whole):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    save_assessment(asked[1], **whole, actor=actor_for(coordinator))
    declare_conflict(asked[2], reason="Nachbarn", actor=actor_for(mentor))
    assert assessments.erase(coordinator) == assessments.erase(mentor) == []
    assert list(Assessment.objects.all()) == [asked[0]]
    assert AssessmentMark.objects.filter(assessment__assessor=coordinator).count() == 0
    assert len(assessments.erase(member)) == 1
    assert Assessment.objects.get().summary == "Passt gut."


def test_decisions_stay_without_who_noted_them(office):
    note_decision("rule", "Zwei Sitze", "Grund", actor=actor_for(office))
    assert [row["text"] for row in office_decisions.hand_out(office)] == ["Zwei Sitze"]
    assert office_decisions.erase(office) == [] == office_decisions.hand_out(office)
    assert OfficeDecision.objects.get().noted_by is None
