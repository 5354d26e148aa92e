"""Who reads how early invitations went out."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor, Policy
from plugins.events.models import LeadTimeReport

READERS = ("members", "office")


class LeadTimeReportPolicy(Policy[LeadTimeReport]):
    """All members and the office, who is told."""

    model = LeadTimeReport

    def audience(self, report: LeadTimeReport) -> frozenset[str]:
        return frozenset(READERS)

    def visible_to(self, actor: Actor, reports: QuerySet[LeadTimeReport]) -> QuerySet[LeadTimeReport]:
        return reports if actor.has(*READERS) else reports.none()
