"""Who reads what an assessor wrote."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import Assessment, AssessmentMark
from plugins.membership.policies.office import OFFICE

CLOSED = _("This assessment has been sent and stays as it is.")


class AssessmentPolicy(Policy[Assessment]):
    """The assessor's own until it is sent; then also the office's, and of those who sent their own on the same.

    Whoever declared a conflict of interest reads neither the application nor any assessment of it. The applicant never
    learns who read it.
    """

    model = Assessment
    covers = (AssessmentMark,)

    def audience(self, assessment: Assessment) -> frozenset[str]:
        own = {f"user:{assessment.assessor_id}"} if assessment.conflict_at is None else set()
        readers = {OFFICE} | own
        if assessment.sent_at is not None and assessment.conflict_at is None:
            others = assessment.application.assessments.exclude(sent_at=None).filter(conflict_at=None)
            readers |= {f"user:{pk}" for pk in others.values_list("assessor", flat=True)}
        return frozenset(readers)

    def visible_to(self, actor: Actor, assessments: QuerySet[Assessment]) -> QuerySet[Assessment]:
        if actor.has(OFFICE):
            return assessments
        people = list(map(int, actor.keys("user")))
        own = Q(assessor__in=people, conflict_at=None)
        sent = Assessment.objects.filter(assessor__in=people, conflict_at=None).exclude(sent_at=None)
        others = Q(application__in=sent.values("application"), conflict_at=None, sent_at__isnull=False)
        return assessments.filter(own | others)

    def read(self, actor: Actor, assessment: Assessment) -> Decision:
        """Its words and points. The office sees from the beginning who was asked, but reads only what was sent."""
        if actor.has(f"user:{assessment.assessor_id}") or assessment.sent_at is not None:
            return allowed()
        return denied(_("Its words can be read once it has been sent."))

    def write(self, actor: Actor, assessment: Assessment) -> Decision:
        if not actor.has(f"user:{assessment.assessor_id}"):
            return denied(_("Only the assessor writes this."))
        return denied(CLOSED) if assessment.sent_at else allowed()

    def declare_conflict(self, actor: Actor, assessment: Assessment) -> Decision:
        """To step back: for example because the two counties are neighbours with a common project."""
        if not actor.has(f"user:{assessment.assessor_id}"):
            return denied(_("Only the assessor declares a conflict of interest."))
        return allowed()
