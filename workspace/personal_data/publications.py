"""What publications say about a person: what they handed in, checked, published and sent back."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from cms.accounts.models import User
from workspace.models import Publication, PublicationCheck


def hand_out(user: User) -> dict[str, object]:
    publications = Publication.objects.order_by("pk")
    checks = PublicationCheck.objects.filter(signed_by=user).order_by("pk")
    return {
        "handed_in": list(publications.filter(submitted_by=user).values("draft__title", "submitted_at", "state")),
        "ended": list(publications.filter(ended_by=user).values("draft__title", "state", "end_reason", "ended_at")),
        "signed": list(checks.values("publication__draft__title", "digest", "is_by_office", "signed_at")),
    }


def erase(user: User) -> list[str]:
    """Who checked what stays a fact; it points to the empty account."""
    took_part = Publication.objects.filter(Q(submitted_by=user) | Q(ended_by=user)).exists()
    if not took_part and not PublicationCheck.objects.filter(signed_by=user).exists():
        return []
    return [_("That a text was handed in, checked and published stays with its date, without a name.")]
