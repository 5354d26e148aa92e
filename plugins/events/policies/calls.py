"""Who reads a call for contributions, who proposes something, and who decides about it."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, may
from plugins.api.states import allows
from plugins.events.models import ProgrammeCall, Proposal, ProposalInterest
from plugins.events.policies.insiders import insiders_of, known_to_insiders, organised_by, organisers_of
from plugins.events.states.proposals import READ_BY_OTHERS, ProposalMachine

CLOSED = _("The call is closed: its deadline has passed, or the organisers closed it.")


class ProgrammeCallPolicy(Policy[ProgrammeCall]):
    """Whoever knows of the event reads it and proposes something; of public events members do, and no visitors."""

    model = ProgrammeCall

    def audience(self, call: ProgrammeCall) -> frozenset[str]:
        return insiders_of(call.event)

    def visible_to(self, actor: Actor, calls: QuerySet[ProgrammeCall]) -> QuerySet[ProgrammeCall]:
        return calls.filter(event__in=known_to_insiders(actor).values("pk"))

    def edit(self, actor: Actor, call: ProgrammeCall) -> Decision:
        if call.event.is_over:
            return denied(_("This event is over, so nothing about it changes."))
        return may(actor, "edit", call.event)

    def propose(self, actor: Actor, call: ProgrammeCall) -> Decision:
        if not call.is_open:
            return denied(CLOSED)
        return allowed() if actor.user is not None else denied(_("Please sign in to propose something."))


class ProposalPolicy(Policy[Proposal]):
    """Organisers read all, whoever proposed it their own; others read them while the call is open."""

    model = Proposal

    def audience(self, proposal: Proposal) -> frozenset[str]:
        call = proposal.call
        keys = set(organisers_of(call.event))
        if proposal.person_id is not None:
            keys.add(f"user:{proposal.person_id}")
        if call.is_open and proposal.state in READ_BY_OTHERS:
            keys |= insiders_of(call.event)
        return frozenset(keys)

    def visible_to(self, actor: Actor, proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
        open_calls = ProgrammeCall.objects.open().filter(event__in=known_to_insiders(actor).values("pk"))
        known = Q(person__in=map(int, actor.keys("user"))) | Q(call__event__in=organised_by(actor).values("pk"))
        known |= Q(call__in=open_calls.values("pk"), state__in=READ_BY_OTHERS)
        return proposals.filter(known)

    def edit(self, actor: Actor, proposal: Proposal) -> Decision:
        """To say it otherwise: whoever proposed it, while the call is open and nothing is decided."""
        if not actor.has(f"user:{proposal.person_id}"):
            return denied(_("Only whoever made a proposal changes it."))
        if proposal.state != "proposed":
            return denied(_("It was decided about this proposal, so it stays as it is."))
        return allowed() if proposal.call.is_open else denied(CLOSED)

    def withdraw(self, actor: Actor, proposal: Proposal) -> Decision:
        if not actor.has(f"user:{proposal.person_id}"):
            return denied(_("Only whoever made a proposal takes it back."))
        if not allows(ProposalMachine, proposal.state, "withdraw"):
            return denied(_("It was decided about this proposal, so it stays as it is."))
        return allowed()

    def decide(self, actor: Actor, proposal: Proposal) -> Decision:
        """To accept or to decline it, before and after the deadline."""
        if not allows(ProposalMachine, proposal.state, "accept"):
            return denied(_("There is nothing to decide about this proposal any more."))
        return may(actor, "edit", proposal.call)

    def support(self, actor: Actor, proposal: Proposal) -> Decision:
        """To say that one would come."""
        if actor.user is None or actor.has(f"user:{proposal.person_id}"):
            return denied(_("Others say whether they would come to it."))
        if proposal.state not in READ_BY_OTHERS or not proposal.call.is_open:
            return denied(CLOSED)
        return allowed()


class ProposalInterestPolicy(Policy[ProposalInterest]):
    """Who would come is nobody's business but theirs; the number is everybody's who reads the proposal."""

    model = ProposalInterest
    closed_to_superusers = True

    def audience(self, interest: ProposalInterest) -> frozenset[str]:
        return frozenset({f"user:{interest.person_id}"})

    def visible_to(self, actor: Actor, interests: QuerySet[ProposalInterest]) -> QuerySet[ProposalInterest]:
        return interests.filter(person__in=map(int, actor.keys("user")))
