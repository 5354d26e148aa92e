"""Topics as an actor sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cms.models import ProjectionTopic, Topic
from cms.queries.entries import readable
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Counted(TypedDict):
        count: int

    CountedTopic = WithAnnotations[Topic, Counted]


def topics_with_counts(actor: Actor) -> QuerySet[CountedTopic]:
    """The topics that the actor sees, each with the number of entries that they find in it (`count`)."""
    rows = ProjectionTopic.objects.filter(topic=OuterRef("pk"), projection__in=readable(actor)).order_by()
    counts = rows.values("topic").annotate(number=Count("pk")).values("number")
    return visible_to(actor, Topic.objects.all()).annotate(count=Coalesce(Subquery(counts), 0)).order_by("title")


def topic_by_slug(actor: Actor, slug: str) -> CountedTopic:
    """One topic with its count. Raises Missing where the actor does not see it."""
    topic = topics_with_counts(actor).filter(slug=slug).first()
    if topic is None:
        raise Missing
    return topic
