"""Telling the office once a year how early invitations went out."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plugins.api.outbox import announce
from plugins.events.facts import LeadTimesDue
from plugins.events.models import LeadTimeReport

JANUARY = 1


@transaction.atomic
def tell_of_last_year() -> None:
    """In January, about the year before, once."""
    today = timezone.localdate()
    if today.month != JANUARY:
        return
    report, is_new = LeadTimeReport.objects.get_or_create(year=today.year - 1)
    if is_new:
        announce(LeadTimesDue(report_id=report.pk))
