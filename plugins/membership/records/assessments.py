"""Rounds of interest, and members who assess."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership.actions.assessments import follow_due_assessments
from plugins.membership.demo import assessments as demo
from plugins.membership.models import Assessment
from plugins.membership.notification_kinds.assessments import assessor_kind, office_kind
from plugins.membership.personal_data import assessments as personal_data
from plugins.membership.policies.assessments import AssessmentPolicy
from plugins.membership.policies.rounds import InterestRoundPolicy
from plugins.membership.queries import assessments as queries


def assessment_records() -> Iterator[Any]:
    yield slots.PolicyRecord(InterestRoundPolicy())
    yield slots.PolicyRecord(AssessmentPolicy())
    yield slots.UrlMount("", "plugins.membership.urls.assessments")
    yield assessor_kind()
    yield office_kind()
    yield slots.TaskSchedule("membership.follow_due_assessments", timedelta(hours=1), follow_due_assessments)
    yield slots.StartList(
        "assessments", _("Applications for you to assess"), queries.assessor_lines, "/einschaetzungen/", order=12
    )
    yield slots.AccountPage(
        _("Applications to assess"),
        _("What the programme office asked you to read, and what you sent."),
        "assessments",
        order=8,
        icon="file-text",
        shown_to=lambda actor: queries.own_assessments(actor).exists(),
    )
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
    yield slots.DemoData(
        order=95,
        load=demo.load,
        to_try=(_("Assess an application as mentor@demo.example: %(url)seinschaetzungen/"),),
    )
