"""Looking up what belongs to an account."""

from __future__ import annotations

from django.db.models import QuerySet
from wagtail.models import APIToken

from cms.accounts.models import FeedAddress, User
from plugins.api.access import Actor, visible_to
from plugins.api.extensions import PersonalData, PrincipalProvider
from plugins.api.registry import registry
from plugins.api.switching import as_if_on
from plugins.api.troubles import asked


def living_tokens(actor: Actor) -> QuerySet[APIToken]:
    """The actor's tokens that still work, newest first."""
    tokens = APIToken.objects.filter(revoked_at=None).exclude(lernnetz=None).select_related("lernnetz")
    return visible_to(actor, tokens).order_by("-created", "-pk")


def feed_addresses(actor: Actor) -> QuerySet[FeedAddress]:
    """The actor's feed addresses, newest first."""
    return visible_to(actor, FeedAddress.objects.all()).order_by("-created_at", "-pk")


def principals_in_words(actor: Actor) -> list[str]:
    """What the actor is here, in the reader's words: roles, seats, what a mandate opens."""
    providers = registry.records(PrincipalProvider)
    words = (asked(one, None, one.in_words, principal) for principal in actor.principals for one in providers)
    return sorted({word for word in words if word})


def personal_data_of(user: User) -> list[dict[str, object]]:
    """What every package stores about the person, one part per package: title, who sees it, the data.

    Also what a package has stored that is switched off.
    """
    with as_if_on():
        return [
            {"title": str(part.title), "text": str(part.text), "data": part.hand_out(user)}
            for part in registry.records(PersonalData)
        ]
