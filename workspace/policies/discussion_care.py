"""Who sees reports of posts, and who sees how far somebody has read."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import DiscussionReach, DiscussionReading, PostReport
from workspace.policies.discussions import responsible


class PostReportPolicy(Policy[PostReport]):
    """A report is between whoever wrote it and those who are responsible: coordinators of the group, or the office."""

    model = PostReport
    closed_to_superusers = True

    def audience(self, report: PostReport) -> frozenset[str]:
        own = {f"user:{report.reported_by_id}"} if report.reported_by_id else set()
        return responsible(report.post.discussion) | own

    def visible_to(self, actor: Actor, reports: QuerySet[PostReport]) -> QuerySet[PostReport]:
        seen = Q(reported_by__in=list(map(int, actor.keys("user"))))
        seen |= Q(post__discussion__group__in=actor.keys("coordinator"))
        if actor.has(OFFICE):
            seen |= Q(post__discussion__reach=DiscussionReach.MEMBERS)
        return reports.filter(seen)

    def resolve(self, actor: Actor, report: PostReport) -> Decision:
        if report.resolved_at:
            return denied(_("This report is resolved already."))
        if actor.has(*responsible(report.post.discussion)):
            return allowed()
        return denied(_("Only those who are responsible for the discussion resolve reports."))


class DiscussionReadingPolicy(Policy[DiscussionReading]):
    """What somebody has read is nobody's business but theirs."""

    model = DiscussionReading
    closed_to_superusers = True

    def audience(self, reading: DiscussionReading) -> frozenset[str]:
        return frozenset({f"user:{reading.user_id}"})

    def visible_to(self, actor: Actor, readings: QuerySet[DiscussionReading]) -> QuerySet[DiscussionReading]:
        return readings.filter(user__in=list(map(int, actor.keys("user"))))
