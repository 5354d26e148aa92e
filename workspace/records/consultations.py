"""What consultations plug in: all members are asked about a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace import searchable_consultations as searchable
from workspace.actions.consultations import end_due_consultations, remind_of_consultations
from workspace.demo import consultations as demo
from workspace.facts import ConsultationOpened, ContributionChanged, ContributionMade, DraftChanged
from workspace.models import Consultation, Contribution, Reaction
from workspace.notification_kinds import consultations as kinds
from workspace.personal_data import consultations as personal_data
from workspace.policies.consultations import ConsultationPolicy, ContributionPolicy
from workspace.webhook_events import consultation_events


def consultation_records() -> Iterator[Any]:
    yield slots.UrlMount("konsultationen/", "workspace.views.consultation_urls")
    yield slots.UrlMount("entwuerfe/", "workspace.views.draft_consultation_urls")
    yield slots.PolicyRecord(ConsultationPolicy())
    yield slots.PolicyRecord(ContributionPolicy())
    yield slots.RestMount("", "workspace.rest.consultation_urls")
    yield slots.TaskSchedule("workspace.end_consultations", timedelta(minutes=1), end_due_consultations)
    yield slots.TaskSchedule("workspace.remind_of_consultations", timedelta(hours=1), remind_of_consultations)
    yield kinds.asked_kind()
    yield kinds.ended_kind()
    yield kinds.answered_kind()
    yield from consultation_events()
    yield slots.PersonalData(
        title=_("Consultations"),
        models=(Consultation, Contribution, Reaction),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you said in consultations and answered for your group, the consultations that you opened, and where "
            "you had nothing to add. All members and the programme office read what you said; that you had nothing to "
            "add only you see."
        ),
    )
    yield slots.SearchSource(
        "consultation",
        searchable.consultation_documents,
        {
            ConsultationOpened: lambda fact: [fact.consultation_id],
            ContributionMade: lambda fact: [fact.consultation_id],
            ContributionChanged: lambda fact: [fact.consultation_id],
            DraftChanged: searchable.consultations_of_draft,
        },
    )
    yield slots.DemoData(
        order=95,
        load=demo.load,
        needs_members=True,
        to_try=(_("Read what a working group asks all members, and contribute: %(url)skonsultationen/"),),
    )
