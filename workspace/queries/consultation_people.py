"""Whom a consultation concerns: who is asked and has said nothing yet, who answers once it has ended."""

from __future__ import annotations

from plugins.api.actors import actor_for
from workspace.models import Consultation, Draft
from workspace.policies.discussions import MEMBERS
from workspace.policies.drafts import responsible
from workspace.queries.readers import people_with


def silent_members(consultation: Consultation) -> frozenset[int]:
    """Who neither contributed nor said that there is nothing to add."""
    people = people_with({MEMBERS})
    people = people.exclude(pk__in=consultation.contributions.values("author"))
    people = people.exclude(pk__in=consultation.reactions.values("person"))
    return frozenset(people.values_list("pk", flat=True))


def those_who_lead(draft: Draft) -> tuple[frozenset[str], frozenset[int]]:
    """Who sees to it that everything is answered: principals and persons, as `responsible` has them."""
    principal = draft.group.coordinator_principal if draft.group else draft.principal
    leads = responsible(actor_for(draft.author), draft)
    return frozenset({principal}), frozenset({draft.author_id} if leads else ())
