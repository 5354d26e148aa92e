"""Who reads where a recommendation comes from, and to whom its groups are named."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from plugins.api.access import Actor, visible_to
from workspace.models import GroupVisibility, Publication, PublicationState, WorkingGroup
from workspace.policies.discussions import TO_ALL
from workspace.policies.drafts import readable_draft

OUT = Q(state=PublicationState.PUBLISHED, entry__live=True)
"""What stands in the knowledge base."""


def is_out(publication: Publication) -> bool:
    """The same about one."""
    is_live = publication.entry is not None and publication.entry.live
    return publication.state == PublicationState.PUBLISHED and is_live


def traced(actor: Actor, publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Those whose steps open for this reader: for all members, and for whoever reads the draft."""
    seen = readable_draft(actor, "draft__")
    return publications.filter(seen if actor.principals.isdisjoint(TO_ALL) else seen | OUT)


def people_named(actor: Actor, group: WorkingGroup) -> bool:
    """Whether those are named and counted to this reader who took part; a group that has closed still decides that."""
    return group.shows_members or actor.has(group.principal)


def groups_named(actor: Actor, groups: QuerySet[WorkingGroup]) -> QuerySet[WorkingGroup]:
    """Those that the provenance of a recommendation names to this reader: of which they know or, when it has closed,
    of which all members knew."""
    known = visible_to(actor, groups)
    if actor.principals.isdisjoint(TO_ALL):
        return known
    return groups.filter(Q(pk__in=known.values("pk")) | Q(visibility=GroupVisibility.MEMBERS))
