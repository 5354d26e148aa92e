"""A complete application of Seewinkel, read by members of three other counties."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.membership.actions.assessments import ask_assessors
from plugins.membership.models import Application, Assessment, Criterion, InterestRound
from tests.factories.joining import make_application, make_round


@pytest.fixture
def round(forum) -> InterestRound:
    return make_round()


@pytest.fixture
def application(round) -> Application:
    return make_application("complete", round=round, telephone="09999 1234")


@pytest.fixture
def asked(application, member, coordinator, mentor, office) -> list[Assessment]:
    """Of the member, the coordinator and the mentor, in this order."""
    due = timezone.localdate() + timedelta(days=14)
    return ask_assessors(application, [member, coordinator, mentor], due_on=due, actor=actor_for(office))


@pytest.fixture
def whole(round):
    """Everything that an assessment needs to be sent: two points for each criterion."""
    marks = dict.fromkeys(Criterion.objects.filter(round=round).values_list("pk", flat=True), (2, "Notiz"))
    return {"summary": "Passt gut.", "marks": marks}
