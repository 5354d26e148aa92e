"""What consultations plug in: all members are asked about a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from workspace.actions.consultations import end_due_consultations, remind_of_consultations
from workspace.demo import consultations as demo
from workspace.policies.consultations import ConsultationPolicy, ContributionPolicy


def consultation_records() -> Iterator[Any]:
    yield slots.UrlMount("konsultationen/", "workspace.views.consultation_urls")
    yield slots.UrlMount("entwuerfe/", "workspace.views.draft_consultation_urls")
    yield slots.PolicyRecord(ConsultationPolicy())
    yield slots.PolicyRecord(ContributionPolicy())
    yield slots.TaskSchedule("workspace.end_consultations", timedelta(minutes=1), end_due_consultations)
    yield slots.TaskSchedule("workspace.remind_of_consultations", timedelta(hours=1), remind_of_consultations)
    yield slots.DemoData(
        order=95,
        load=demo.load,
        to_try=(_("Read what a working group asks all members, and contribute: %(url)skonsultationen/"),),
    )
