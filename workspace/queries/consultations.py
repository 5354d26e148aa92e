"""Consultations as members find them: what they are asked, what was said, and what is still without an answer."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import Consultation, Contribution, Draft, GroupMembership, Reaction

COUNTS = {
    "contributions_count": Count("contributions"),
    "counties_count": Count("contributions__county", distinct=True),
    "unanswered_count": Count("contributions", filter=Q(ended_at__isnull=False, contributions__outcome="")),
}
"""How much was said, from how many counties, and how much of it waits for an answer, which it does from the end on."""


def unanswered(draft: Draft) -> QuerySet[Any, Any]:
    """Ended consultations about this draft in which contributions wait for an answer, each with how many (`waiting`).

    Nothing is published, merged or taken out while there are any.
    """
    rows = Consultation.objects.filter(draft=draft, ended_at__isnull=False, contributions__outcome="")
    return rows.annotate(waiting=Count("contributions")).order_by("pk")


def consultations_for(actor: Actor) -> QuerySet[Any, Any]:
    """What the actor reads; `has_reacted` says whether they have said something or have nothing to add."""
    mine = actor.user.pk if actor.user else 0
    said = Contribution.objects.filter(consultation=OuterRef("pk"), author=mine)
    nothing = Reaction.objects.filter(consultation=OuterRef("pk"), person=mine)
    rows = visible_to(actor, Consultation.objects.select_related("draft__group", "draft__county", "version"))
    return rows.annotate(has_reacted=Exists(said) | Exists(nothing)).defer("version__content", "version__authors")


def open_consultations(actor: Actor) -> QuerySet[Any, Any]:
    """The one that ends first comes first."""
    return consultations_for(actor).filter(ended_at=None).order_by("ends_at", "pk")


def ended_consultations(actor: Actor) -> QuerySet[Any, Any]:
    """The one that ended last comes first, each with its counts."""
    return consultations_for(actor).filter(ended_at__isnull=False).order_by("-ended_at", "-pk").annotate(**COUNTS)


def consultation_for(actor: Actor, pk: int) -> Consultation:
    """One of them, with its text, and the places in its group, which the door asks about. Raises Missing."""
    places = GroupMembership.objects.in_force().select_related("user", "county")
    rows = consultations_for(actor).defer(None).defer("version__authors")
    rows = rows.prefetch_related(Prefetch("draft__group__memberships", places), "questions")
    found: Consultation | None = rows.filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def newest_consultation(actor: Actor, draft: Draft) -> Consultation | None:
    """The last one about this draft."""
    found: Consultation | None = consultations_for(actor).filter(draft=draft).order_by("-pk").first()
    return found


def contributions_to(actor: Actor, consultation: Consultation) -> QuerySet[Contribution]:
    """What was said: to the questions in their order, to passages in the order of the text, to the whole."""
    rows = visible_to(actor, Contribution.objects.select_related("author", "county", "question"))
    return rows.filter(consultation=consultation).order_by(
        F("question__number").asc(nulls_last=True), F("block").asc(nulls_last=True), F("start").asc(), "pk"
    )


def contribution_for(actor: Actor, consultation: Consultation, pk: int) -> Contribution:
    """One of them. Raises Missing."""
    found = contributions_to(actor, consultation).filter(pk=pk).first()
    if found is None:
        raise Missing
    found.consultation = consultation
    return found


def has_nothing_to_add(actor: Actor, consultation: Consultation) -> bool:
    """Whether the actor has said so."""
    return bool(actor.user) and consultation.reactions.filter(person=actor.user).exists()


def counts_of(consultation: Consultation) -> dict[str, int]:
    """`COUNTS` of one, for those who read it."""
    return Consultation.objects.filter(pk=consultation.pk).aggregate(**COUNTS)
