"""Following something, and ending it."""

from __future__ import annotations

from django.db import transaction

from plugins.api.access import Actor
from plugins.api.errors import Missing
from workspace.models import Follow, TopicFollow
from workspace.queries.following import KINDS, PERSON, TOPIC, Thing, follows_of, things


@transaction.atomic
def follow(kind: str, pk: int, *, actor: Actor) -> Thing:
    """The actor hears of it from now on; once more changes nothing. Raises Missing for what they do not see."""
    if actor.user is None or kind not in KINDS or (kind == PERSON and pk == actor.user.pk):
        raise Missing
    thing = next(things(actor, kind, [pk]), None)
    if thing is None:
        raise Missing

    model = TopicFollow if kind == TOPIC else Follow
    model.objects.get_or_create(**{"user": actor.user, f"{kind}_id": pk})
    return thing


@transaction.atomic
def end_following(kind: str, pk: int, *, actor: Actor) -> None:
    """The actor hears no more of it. It says the same whether they followed it, and whether it is there."""
    if actor.user is None or kind not in KINDS:
        raise Missing
    follows_of(actor, kind).filter(**{kind: pk}).delete()
