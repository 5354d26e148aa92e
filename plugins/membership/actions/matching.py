"""Taking part in matching, and saying no."""

from __future__ import annotations

from django.db import transaction

from cms.accounts.models import User
from plugins.api.access import Actor, require
from plugins.membership.models import MatchRefusal, MatchWish


@transaction.atomic
def join_matching(*, actor: Actor) -> MatchWish:
    """From now on shown to others who take part, and they to the person. Nothing is noted in the audit trail."""
    require(actor, "create", MatchWish)
    return MatchWish.objects.get_or_create(person=actor.user)[0]


@transaction.atomic
def leave_matching(*, actor: Actor) -> None:
    """Shown to nobody any more. What was refused stays refused, should the person come back."""
    wish = MatchWish.objects.filter(person=actor.user).first()
    if wish is not None:
        require(actor, "end", wish)
        wish.delete()


@transaction.atomic
def refuse_match(other: User, *, actor: Actor) -> None:
    """Not shown again. The other person is not told and still finds whoever refused."""
    require(actor, "create", MatchWish)
    MatchRefusal.objects.get_or_create(person=actor.user, other=other)


@transaction.atomic
def forget_refusals(*, actor: Actor) -> None:
    """Begin anew: whoever was refused can be shown again."""
    require(actor, "create", MatchWish)
    MatchRefusal.objects.filter(person=actor.user).delete()
