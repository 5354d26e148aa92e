"""What the adoption register says about a person. What counties did is the counties' and stays."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.membership.models import Adoption, AdoptionStep

WORDS = ("entry", "county__name", "state", "month", "changed", "effort", "result", "recorded_at")


def hand_out(user: User) -> dict[str, object]:
    """What the person wrote down for their county, and where they are the contact."""
    steps = AdoptionStep.objects.filter(recorded_by=user).order_by("pk")
    return {
        "recorded": list(Adoption.objects.filter(recorded_by=user).order_by("pk").values(*WORDS)),
        "steps": list(steps.values("adoption", "state", "month", "text", "recorded_at")),
        "contact_of": list(Adoption.objects.filter(contact=user).order_by("pk").values("entry", "county__name")),
    }


def erase(user: User) -> list[str]:
    """Nobody asks the person any more; what they wrote stays under the county."""
    wrote = Adoption.objects.filter(recorded_by=user).exists() or AdoptionStep.objects.filter(recorded_by=user).exists()
    Adoption.objects.filter(recorded_by=user).update(recorded_by=None)
    AdoptionStep.objects.filter(recorded_by=user).update(recorded_by=None)
    Adoption.objects.filter(contact=user).update(contact=None)
    return [_("What the county said about entries stays with the county, without a name.")] if wrote else []
