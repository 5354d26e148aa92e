"""Entries as an actor gets them: of every entry one layer, the fullest that they may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.models import Layer, Projection, ProjectionTag
from cms.policies import MEMBERS, STAFF, opened_to_guest
from plugins.api.access import SUPERUSERS, Actor, visible_to

NEWEST_FIRST = "-published_at"
BY_TITLE = "title"
ORDERINGS = {NEWEST_FIRST: ("-published_at", "-id"), BY_TITLE: ("sort_title", "id")}


@dataclass(frozen=True)
class EntryFilter:
    """What a list of entries is narrowed to; an empty field narrows nothing."""

    kind: str = ""
    topic: str = ""
    tag: str = ""
    county: str = ""
    author: str = ""
    external_key: str = ""
    updated_since: datetime | None = None
    counties: frozenset[str] | None = None
    """Keys, of which one must be the county's."""

    def fits_county(self, key: str | None) -> bool:
        """Whether an entry of this county is among them."""
        return self.county in ("", key) and (self.counties is None or key in self.counties)


def readable(actor: Actor) -> QuerySet[Projection]:
    """One layer per entry that the actor may read: whoever may read both gets the members' layer."""
    rows = visible_to(actor, Projection.objects.all())
    if actor.is_system or actor.has(MEMBERS, SUPERUSERS, *STAFF):
        return rows.filter(superseded__in=(False,))  # `=False` becomes NOT, for which SQLite takes no index
    topics, kinds = actor.keys("guest-topic"), actor.keys("guest-kind")
    if not topics and not kinds:
        return rows
    fuller = Projection.objects.filter(opened_to_guest(topics, kinds), entry=OuterRef("entry_id"))
    return rows.filter(Q(layer=Layer.MEMBERS) | ~Exists(fuller))


def fullest_layer(entry_id: int) -> Projection | None:
    """The layer of an entry that says most, with its title; None while it is not published."""
    return Projection.objects.filter(entry=entry_id, superseded=False).select_related("text").first()


def public_layer_of(entry_id: int) -> Projection | None:
    """What everybody reads of an entry, with its title; None while nothing is released."""
    return Projection.objects.filter(entry=entry_id, layer=Layer.PUBLIC).select_related("text").first()


def narrowed(rows: QuerySet[Projection], by: EntryFilter) -> QuerySet[Projection]:
    """Those of these layers that the filter names; what the reader does not see answers like what does not exist.

    A topic has many entries, so that the first twenty are soon found row by row; a tag has few, and they are asked for
    once.
    """
    if by.kind:
        rows = rows.filter(kind=by.kind)
    if by.topic:
        rows = rows.filter(topic_rows__topic__slug=by.topic)
    if by.tag:
        rows = rows.filter(pk__in=ProjectionTag.objects.filter(name=by.tag).values("projection"))
    if by.county:
        rows = rows.filter(county__key=by.county)
    if by.counties is not None:
        rows = rows.filter(county__key__in=by.counties)
    if by.author:
        rows = rows.filter(author=by.author)
    if by.external_key:
        rows = rows.filter(external_key=by.external_key)
    if by.updated_since is not None:
        rows = rows.filter(updated_at__gte=by.updated_since)
    return rows


def answered_for(actor: Actor, person_id: int) -> QuerySet[Projection]:
    """The entries that name this person as responsible, where the actor reads that: public layers name nobody."""
    rows = readable(actor).filter(layer=Layer.MEMBERS, entry__responsible=person_id)
    return rows.order_by(*ORDERINGS[NEWEST_FIRST])
