"""What somebody follows, of all that what they may still see, and whether they follow one thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet

from cms.models import Topic
from cms.queries.entries import readable
from plugins.api.access import Actor, visible_to
from plugins.api.extensions import SearchSource
from plugins.api.registry import registry
from workspace.models import Follow, TopicFollow, WorkingGroup

TOPIC, ENTRY, GROUP, PERSON = "topic", "entry", "group", "person"
KINDS: Final = (TOPIC, ENTRY, GROUP, PERSON)
"""What can be followed, in the order of the list."""


@dataclass(frozen=True)
class Thing:
    """Something that can be followed, as the reader sees it."""

    kind: str
    pk: int
    title: str
    url: str


def follows_of(actor: Actor, kind: str) -> QuerySet[TopicFollow] | QuerySet[Follow]:
    """The actor's own rows of one kind."""
    if kind == TOPIC:
        return visible_to(actor, TopicFollow.objects.all())
    return visible_to(actor, Follow.objects.filter(**{f"{kind}__isnull": False}))


def is_followed(actor: Actor, kind: str, pk: int) -> bool:
    return follows_of(actor, kind).filter(**{kind: pk}).exists()


def followed_by(actor: Actor) -> list[Thing]:
    """All that the actor follows and may see at this moment, kind by kind, by title."""
    followed = {kind: set(follows_of(actor, kind).values_list(f"{kind}_id", flat=True)) for kind in KINDS}
    found = (sorted(things(actor, kind, pks), key=lambda thing: thing.title) for kind, pks in followed.items() if pks)
    return [thing for some in found for thing in some]


def things(actor: Actor, kind: str, pks: Collection[int]) -> Iterator[Thing]:
    """Those of these that the actor sees."""
    match kind:
        case "topic":
            for topic in visible_to(actor, Topic.objects.filter(pk__in=pks)):
                yield Thing(kind, topic.pk, topic.title, f"/themen/{topic.slug}/")
        case "entry":
            for row in (
                readable(actor).filter(entry__in=pks).select_related("text").only("slug", "entry", "text__title")
            ):
                yield Thing(kind, row.entry_id, row.text.title, f"/wissen/{row.slug}/")
        case "group":
            for group in visible_to(actor, WorkingGroup.objects.filter(pk__in=pks)):
                yield Thing(kind, group.pk, group.title, group.get_absolute_url())
        case "person":
            yield from _people(actor, pks)


def _people(actor: Actor, pks: Collection[int]) -> Iterator[Thing]:
    """People are found by whichever package has a directory of them; its documents say who meets whom."""
    for source in registry.records(SearchSource):
        if source.type != PERSON:
            continue
        for document in source.documents(pks):
            if not document.audience.isdisjoint(actor.principals):
                yield Thing(PERSON, document.object_id, document.title, document.url)
