"""Consultations as members find them: what they are asked, what was said, and what is still without an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import Consultation, Contribution, Draft, GroupMembership, Reaction

OPEN_ANSWERS = Q(consultation__ended_at__isnull=False, outcome="")


@dataclass(frozen=True)
class Standing:
    """How much was said in a consultation, from where, and how much of it the group has answered."""

    contributions: int
    counties: int
    unanswered: int


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
    """The one that ended last comes first, each with how much was said (`said`) and is not answered (`waiting`)."""
    rows = consultations_for(actor).filter(ended_at__isnull=False).order_by("-ended_at", "-pk")
    return rows.annotate(
        said=Count("contributions"), waiting=Count("contributions", filter=Q(contributions__outcome=""))
    )


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


def standing_of(consultation: Consultation) -> Standing:
    """For those who read it."""
    counted = consultation.contributions.aggregate(
        contributions=Count("pk"),
        counties=Count("county", distinct=True),
        unanswered=Count("pk", filter=OPEN_ANSWERS),
    )
    return Standing(**counted)
