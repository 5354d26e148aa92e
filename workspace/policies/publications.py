"""Who reads how a draft was published and what it came from, who checks it, who sends it back."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, visible_to
from workspace.models import DraftOrigin, GroupVisibility, Publication, PublicationCheck, PublicationState, WorkingGroup
from workspace.policies.discussions import TO_ALL
from workspace.policies.drafts import readable_draft, readers_of_draft

OUT = Q(state=PublicationState.PUBLISHED, entry__live=True)
"""What stands in the knowledge base."""


class PublicationPolicy(Policy[Publication]):
    """Read by whoever reads the draft; by all members once it stands in the knowledge base, for as long as it does."""

    model = Publication
    covers = (PublicationCheck,)

    def audience(self, publication: Publication) -> frozenset[str]:
        readers = readers_of_draft(publication.draft.owner, publication.draft.reach)
        return readers | TO_ALL if _is_out(publication) else readers

    def visible_to(self, actor: Actor, publications: QuerySet[Publication]) -> QuerySet[Publication]:
        seen = readable_draft(actor, "draft__")
        return publications.filter(seen if actor.principals.isdisjoint(TO_ALL) else seen | OUT)

    def trace(self, actor: Actor, publication: Publication) -> Decision:
        """To read where a recommendation comes from: the published text, the decision, which versions there were.

        It opens nothing else of the draft.
        """
        return allowed() if _is_out(publication) else denied(_("This text does not stand in the knowledge base."))


def _is_out(publication: Publication) -> bool:
    is_live = publication.entry is not None and publication.entry.live
    return publication.state == PublicationState.PUBLISHED and is_live


def groups_named(actor: Actor, groups: QuerySet[WorkingGroup]) -> QuerySet[WorkingGroup]:
    """Those that the provenance of a recommendation names to this reader: of which they know or, when it has closed,
    of which all members knew."""
    known = visible_to(actor, groups)
    if actor.principals.isdisjoint(TO_ALL):
        return known
    return groups.filter(Q(pk__in=known.values("pk")) | Q(visibility=GroupVisibility.MEMBERS))


class DraftOriginPolicy(Policy[DraftOrigin]):
    """Read by whoever reads the draft that came of it."""

    model = DraftOrigin

    def audience(self, origin: DraftOrigin) -> frozenset[str]:
        return readers_of_draft(origin.draft.owner, origin.draft.reach)

    def visible_to(self, actor: Actor, origins: QuerySet[DraftOrigin]) -> QuerySet[DraftOrigin]:
        return origins.filter(readable_draft(actor, "draft__"))
