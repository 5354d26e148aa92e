"""Reporting barriers, and forgetting the reports in time."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.facts import BarrierReported
from cms.models import BarrierReport
from plugins.api.access import Actor, require, visible_to
from plugins.api.outbox import announce

KEPT_FOR = timedelta(days=365)


@transaction.atomic
def report_barrier(
    description: str, *, page: str = "", reads_with: str = "", email: str = "", actor: Actor
) -> BarrierReport:
    """The office has it, and hears that it is there."""
    require(actor, "report", BarrierReport)

    report = BarrierReport.objects.create(description=description, page=page, reads_with=reads_with, email=email)
    announce(BarrierReported(report_id=report.pk))
    return report


@transaction.atomic
def forget_old_reports(*, actor: Actor) -> int:
    """Reports that are older than twelve months are gone, answered or not; says how many."""
    old = visible_to(actor, BarrierReport.objects.filter(created_at__lt=timezone.now() - KEPT_FOR))
    return old.delete()[0]
