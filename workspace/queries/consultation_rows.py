"""Consultations and contributions as programs are told of them: in as many queries for a hundred as for one."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Prefetch, QuerySet

from plugins.api.access import Actor, audience_of, visible_to
from plugins.api.errors import Missing
from workspace.models import Consultation, Contribution, Draft, GroupMembership
from workspace.queries.consultations import COUNTS
from workspace.queries.draft_rows import groups_known


def consultations_found(actor: Actor, *, state: str = "", draft: int | None = None) -> QuerySet[Consultation]:
    """What the actor reads: all of them, only `open` or only `ended` ones, or those about one draft."""
    rows = visible_to(actor, Consultation.objects.all())
    if draft is not None:
        rows = rows.filter(draft=draft)
    return rows.filter(ended_at__isnull=state == "open") if state else rows


def consultations_by_id(actor: Actor, ids: Collection[int]) -> dict[int, Consultation]:
    """Those that the actor reads, with questions and counts, and with what the door asks about their drafts."""
    places = GroupMembership.objects.in_force().select_related("user", "county")
    rows = visible_to(actor, Consultation.objects.select_related("draft__group", "draft__county", "opened_by"))
    rows = rows.select_related("version").defer("version__content", "version__authors")
    rows = rows.prefetch_related("questions", Prefetch("draft__group__memberships", places))
    return rows.annotate(**COUNTS).in_bulk(ids)


def consultation_for(actor: Actor, pk: int) -> Consultation:
    """One of them. Raises Missing."""
    found = consultations_by_id(actor, [pk])
    if pk not in found:
        raise Missing
    return found[pk]


def contributions_of(
    actor: Actor, consultation: Consultation, *, answered: bool | None = None
) -> QuerySet[Contribution]:
    """What was said in it, in order: all, or only what the group has answered, or has yet to answer."""
    rows = _contributions(actor).filter(consultation=consultation)
    if answered is None:
        return rows
    return rows.exclude(outcome="") if answered else rows.filter(outcome="")


def contribution_for(actor: Actor, pk: int) -> Contribution:
    """One of them, whatever it was said in. Raises Missing."""
    found = _contributions(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def reads_draft(actor: Actor, draft: Draft) -> bool:
    """Whether the names of those who work on it may be told: a group can be hidden, or hide its members."""
    return not actor.principals.isdisjoint(audience_of(draft))


def known_groups_of(actor: Actor, consultations: Collection[Consultation]) -> set[int]:
    """Those groups of which the actor knows: all members are asked about a draft of a hidden group too."""
    return groups_known(actor, [one.draft for one in consultations])


def _contributions(actor: Actor) -> QuerySet[Contribution]:
    rows = visible_to(actor, Contribution.objects.order_by("pk"))
    return rows.select_related("author", "county", "question", "answered_by")
