"""Following topics."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from cms.models import Topic
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from workspace.models import TopicFollow


@transaction.atomic
def follow_topics(topic_ids: Collection[int], *, actor: Actor) -> None:
    """Follow these of the topics that the actor sees, and no others of them. What they do not see stays as it is."""
    if actor.user is None:
        raise Missing
    shown = set(visible_to(actor, Topic.objects.all()).values_list("pk", flat=True))
    wanted = shown & set(topic_ids)
    TopicFollow.objects.filter(user=actor.user, topic__in=shown - wanted).delete()
    TopicFollow.objects.bulk_create(
        (TopicFollow(user=actor.user, topic_id=pk) for pk in sorted(wanted)), ignore_conflicts=True
    )
