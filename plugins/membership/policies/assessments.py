"""Who reads what an assessor wrote."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.membership.models import Assessment, AssessmentMark
from plugins.membership.policies.office import OFFICE

READ_IN = ("received", "asked", "complete")
"""The states of an application in which assessors write; once it is assessed, it waits for its decision."""

CLOSED = _("This assessment has been sent and stays as it is.")


class AssessmentPolicy(Policy[Assessment]):
    """The assessor's own until it is sent; then also the office's, and of those who sent their own on the same.

    Whoever declared a conflict of interest, or whose seat has ended, reads neither the application nor any assessment
    of it. The applicant never learns who read it.
    """

    model = Assessment
    covers = (AssessmentMark,)

    def audience(self, assessment: Assessment) -> frozenset[str]:
        readers = Assessment.objects.filter(pk=assessment.pk).still_read()
        if assessment.state == "sent":
            readers |= Assessment.objects.filter(application=assessment.application_id).counted().still_read()
        return frozenset({OFFICE, *(f"user:{pk}" for pk in readers.values_list("assessor", flat=True))})

    def visible_to(self, actor: Actor, assessments: QuerySet[Assessment]) -> QuerySet[Assessment]:
        if actor.has(OFFICE):
            return assessments
        people = list(map(int, actor.keys("user")))
        own = Assessment.objects.filter(assessor__in=people).still_read()
        others = Assessment.objects.counted().filter(application__in=own.counted().values("application"))
        return assessments.filter(Q(pk__in=own.values("pk")) | Q(pk__in=others.values("pk")))

    def read(self, actor: Actor, assessment: Assessment) -> Decision:
        """Its words and points. The office sees from the beginning who was asked, but reads only what was sent."""
        if actor.has(f"user:{assessment.assessor_id}") or assessment.sent_at is not None:
            return allowed()
        return denied(_("Its words can be read once it has been sent."))

    def write(self, actor: Actor, assessment: Assessment) -> Decision:
        if not actor.has(f"user:{assessment.assessor_id}"):
            return denied(_("Only the assessor writes this."))
        if assessment.sent_at:
            return denied(CLOSED)
        if assessment.application.state not in READ_IN:
            return denied(_("The application has gone on: no assessment of it is awaited any more."))
        return allowed()

    def send(self, actor: Actor, assessment: Assessment) -> Decision:
        """Not while the office waits for an answer of the county: its texts may still change."""
        decision = self.write(actor, assessment)
        if decision and assessment.application.state != "complete":
            return denied(_("The programme office has asked the county something. You can save, and send it later."))
        return decision

    def declare_conflict(self, actor: Actor, assessment: Assessment) -> Decision:
        """To step back: for example because the two counties are neighbours with a common project."""
        if not actor.has(f"user:{assessment.assessor_id}"):
            return denied(_("Only the assessor declares a conflict of interest."))
        return allowed()
