"""What all kinds share that tell of an entry: in which layer, and by whom it was made known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cms.facts import EntryPublished, EntryReleased
from cms.models import Projection
from cms.queries.entries import fullest_layer, public_layer_of
from cms.queries.publishers import who_published, who_released
from plugins.api.notifying import News


def layer_told(fact: EntryPublished | EntryReleased) -> Projection | None:
    """What the fact is about: the fullest layer where a version was published, the public one where it was released."""
    return fullest_layer(fact.entry_id) if isinstance(fact, EntryPublished) else public_layer_of(fact.entry_id)


def news_of_entry(
    fact: EntryPublished | EntryReleased, layer: Projection, people: Iterable[int], key: str
) -> Iterator[News]:
    """For these people, but for whoever published or released it."""
    if told := frozenset(people):
        is_published = isinstance(fact, EntryPublished)
        yield News(
            about=layer,
            url=f"/wissen/{layer.slug}/",
            people=told,
            words={"title": layer.text.title},
            key=key,
            by=who_published(fact.entry_id) if is_published else who_released(fact.entry_id),
        )
