"""Who reads how a draft was published and what it came from, who checks it, who sends it back."""

from __future__ import annotations

from django.db.models import QuerySet

from plugins.api.access import Actor, Policy
from workspace.models import DraftOrigin, Publication, PublicationCheck
from workspace.policies.drafts import readable_draft, readers_of_draft


class PublicationPolicy(Policy[Publication]):
    """Read by whoever reads the draft."""

    model = Publication
    covers = (PublicationCheck,)

    def audience(self, publication: Publication) -> frozenset[str]:
        return readers_of_draft(publication.draft.owner, publication.draft.reach)

    def visible_to(self, actor: Actor, publications: QuerySet[Publication]) -> QuerySet[Publication]:
        return publications.filter(readable_draft(actor, "draft__"))


class DraftOriginPolicy(Policy[DraftOrigin]):
    """Read by whoever reads the draft that came of it."""

    model = DraftOrigin

    def audience(self, origin: DraftOrigin) -> frozenset[str]:
        return readers_of_draft(origin.draft.owner, origin.draft.reach)

    def visible_to(self, actor: Actor, origins: QuerySet[DraftOrigin]) -> QuerySet[DraftOrigin]:
        return origins.filter(readable_draft(actor, "draft__"))
