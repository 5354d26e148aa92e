"""Single things that texts and entries name: pictures, files and pages by number, topics by slug, counties by key."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Model

from cms.models import County, Topic
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing


def thing_by_id(model: type[Model], number: int, actor: Actor) -> Any:
    """Raises Missing where it is not there, or the actor does not see it."""
    found = visible_to(actor, model._default_manager.filter(pk=number)).first()
    if found is None:
        raise Missing
    return found


def topics_by_slug(slugs: Collection[str], actor: Actor) -> dict[str, Topic]:
    """Those of these topics that the actor sees."""
    return {topic.slug: topic for topic in visible_to(actor, Topic.objects.filter(slug__in=slugs))}


def county_by_key(key: str) -> County | None:
    return County.objects.filter(key=key).first()
