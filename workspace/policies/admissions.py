"""Who reads requests and invitations, and who answers them."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import Admission
from workspace.policies.groups import CLOSED, NOT_COORDINATOR

ANSWERED = _("This is answered already.")


class AdmissionPolicy(Policy[Admission]):
    """The person and the coordinators; the office reads what went through it, and never decides for the group."""

    model = Admission

    def audience(self, admission: Admission) -> frozenset[str]:
        readers = {f"user:{admission.person_id}"}
        if admission.is_known_to_group:
            readers.add(f"coordinator:{admission.group_id}")
        if admission.via_office:
            readers.add(OFFICE)
        return frozenset(readers)

    def visible_to(self, actor: Actor, admissions: QuerySet[Admission]) -> QuerySet[Admission]:
        known = Q(via_office=False) | Q(passed_on_at__isnull=False)
        seen = Q(person__pk__in=actor.keys("user")) | (known & Q(group__in=actor.keys("coordinator")))
        if actor.has(OFFICE):
            seen |= Q(via_office=True)
        return admissions.filter(seen)

    def accept(self, actor: Actor, admission: Admission) -> Decision:
        """To accept an invitation."""
        return self._answer(actor, admission)

    def decline(self, actor: Actor, admission: Admission) -> Decision:
        """To decline an invitation."""
        return self._answer(actor, admission)

    def decide(self, actor: Actor, admission: Admission) -> Decision:
        """To accept or decline a request."""
        if admission.is_invitation:
            return denied(_("Only the person who is invited answers an invitation."))
        if not actor.has(f"coordinator:{admission.group_id}"):
            return denied(NOT_COORDINATOR)
        return self._is_open(admission)

    def pass_on(self, actor: Actor, admission: Admission) -> Decision:
        """To hand a request to the group, or give it back; whether somebody comes in the group alone decides."""
        if not actor.has(OFFICE):
            return denied(_("The programme office passes requests on."))
        if not admission.waits_for_office:
            return denied(_("This request does not wait for the programme office."))
        return self._is_open(admission)

    def withdraw(self, actor: Actor, admission: Admission) -> Decision:
        """Whoever asked takes the request back; those who coordinate take an invitation back."""
        taker = f"coordinator:{admission.group_id}" if admission.is_invitation else f"user:{admission.person_id}"
        if not actor.has(taker):
            return denied(_("Only whoever took the first step takes it back."))
        return self._is_open(admission)

    def _answer(self, actor: Actor, admission: Admission) -> Decision:
        if not admission.is_invitation or not actor.has(f"user:{admission.person_id}"):
            return denied(_("Only the person who is invited answers an invitation."))
        return self._is_open(admission)

    def _is_open(self, admission: Admission) -> Decision:
        if not admission.is_open:
            return denied(ANSWERED)
        return denied(CLOSED) if admission.group.is_closed else allowed()
