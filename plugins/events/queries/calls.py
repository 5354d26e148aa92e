"""Looking up calls for contributions, what was proposed, and how many would come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.events.models import Event, ProgrammeCall, Proposal, ProposalInterest


@dataclass(frozen=True)
class ProposalLine:
    """A proposal as one reader meets it: how many would come, and what the reader can do."""

    proposal: Proposal
    number: int
    is_own: bool
    would_come: bool
    may_support: bool
    may_edit: bool
    may_withdraw: bool
    may_decide: bool


def call_of(actor: Actor, event: Event) -> ProgrammeCall | None:
    """The call of this event, where the actor reads it."""
    found = visible_to(actor, ProgrammeCall.objects.filter(event=event)).first()
    if found is not None:
        found.event = event
    return found


def call_with(actor: Actor, event: Event) -> ProgrammeCall:
    """The same. Raises Missing."""
    found = call_of(actor, event)
    if found is None:
        raise Missing
    return found


def proposals_for(actor: Actor, call: ProgrammeCall) -> Sequence[ProposalLine]:
    """What the actor reads of the proposals, one's own first, then as they came."""
    rows = visible_to(actor, call.proposals.all()).select_related("person", "session").order_by("created_at", "pk")
    numbers = dict(call.proposals.order_by().values_list("pk").annotate(Count("interests")))
    wanted = ProposalInterest.objects.filter(proposal__call=call, person__in=map(int, actor.keys("user")))
    own = set(visible_to(actor, wanted).values_list("proposal", flat=True))
    lines = []
    for row in rows:
        row.call = call
        lines.append(_line(actor, row, numbers.get(row.pk, 0), row.pk in own))
    return sorted(lines, key=lambda line: not line.is_own)


def proposal_with(actor: Actor, event: Event, pk: int) -> Proposal:
    """One of them. Raises Missing."""
    rows = visible_to(actor, Proposal.objects.filter(call__event=event))
    found = rows.select_related("call__event__group", "person").filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def _line(actor: Actor, proposal: Proposal, number: int, would_come: bool) -> ProposalLine:
    return ProposalLine(
        proposal=proposal,
        number=number,
        is_own=actor.has(f"user:{proposal.person_id}"),
        would_come=would_come,
        may_support=bool(may(actor, "support", proposal)),
        may_edit=bool(may(actor, "edit", proposal)),
        may_withdraw=bool(may(actor, "withdraw", proposal)),
        may_decide=bool(may(actor, "decide", proposal)),
    )
