"""What mandates say about a person."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.membership.models import GuestMandate, MandateGroup
from plugins.membership.personal_data.days import iso
from plugins.membership.queries.mandate_things import titles_of
from plugins.membership.queries.mandates import mandates, scope_in_words


def hand_out(user: User) -> dict[str, object]:
    """Mandates with their dates and what they open, those that the person answers for, and answers about guests."""
    own = list(mandates(SYSTEM).filter(people=user).order_by("start", "pk"))
    named = titles_of(own, actor_for(user))
    return {
        "mandates": [_mandate(mandate) | {"opens": scope_in_words(mandate, named)} for mandate in own],
        "sponsors": [
            _mandate(mandate) for mandate in GuestMandate.objects.filter(sponsor=user).order_by("start", "pk")
        ],
        "agreed_to": list(
            MandateGroup.objects.filter(agreed_by=user)
            .order_by("pk")
            .values("group__title", "mandate__institution", "agreed_at")
        ),
        "ended": list(
            MandateGroup.objects.filter(ended_by=user)
            .order_by("pk")
            .values("group__title", "mandate__institution", "ended_at")
        ),
    }


def erase(user: User) -> list[str]:
    """The person leaves their mandates, which stay the institution's, sponsors none, and answered for no group."""
    for mandate in GuestMandate.objects.filter(people=user):
        mandate.people.remove(user)
    GuestMandate.objects.filter(sponsor=user).update(sponsor=None)
    MandateGroup.objects.filter(agreed_by=user).update(agreed_by=None)
    MandateGroup.objects.filter(ended_by=user).update(ended_by=None)
    return []


def _mandate(mandate: GuestMandate) -> dict[str, object]:
    return {
        "institution": mandate.institution,
        "function": mandate.get_function_display(),
        "from": iso(mandate.start),
        "until": iso(mandate.end),
    }
