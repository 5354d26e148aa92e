"""Rounds of interest, and members who assess."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.models import Assessment
from plugins.membership.personal_data import assessments as personal_data
from plugins.membership.policies.assessments import AssessmentPolicy
from plugins.membership.policies.rounds import InterestRoundPolicy


def assessment_records() -> Iterator[Any]:
    yield slots.PolicyRecord(InterestRoundPolicy())
    yield slots.PolicyRecord(AssessmentPolicy())
    yield slots.PersonalData(
        title=_("Assessments of applications"),
        models=(Assessment,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Applications that you were asked to assess, and what you said of them. The programme office reads it once "
            "you sent it, and so do those who assessed the same application. The county never learns who it was."
        ),
    )
