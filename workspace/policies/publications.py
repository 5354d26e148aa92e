"""Who reads how a draft was published and what it came from, who checks it, who sends it back."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.models import DraftOrigin, Publication, PublicationCheck
from workspace.policies.discussions import TO_ALL
from workspace.policies.drafts import readable_draft, readers_of_draft
from workspace.policies.provenance import OUT, is_out


class PublicationPolicy(Policy[Publication]):
    """Read by whoever reads the draft; by all members once it stands in the knowledge base, for as long as it does."""

    model = Publication
    covers = (PublicationCheck,)

    def audience(self, publication: Publication) -> frozenset[str]:
        readers = readers_of_draft(publication.draft.owner, publication.draft.reach)
        return readers | TO_ALL if is_out(publication) else readers

    def visible_to(self, actor: Actor, publications: QuerySet[Publication]) -> QuerySet[Publication]:
        seen = readable_draft(actor, "draft__")
        return publications.filter(seen if actor.principals.isdisjoint(TO_ALL) else seen | OUT)

    def trace(self, actor: Actor, publication: Publication) -> Decision:
        """To read where a recommendation comes from: the published text, the decision, which versions there were.

        It opens nothing else of the draft.
        """
        return allowed() if is_out(publication) else denied(_("This text does not stand in the knowledge base."))


class DraftOriginPolicy(Policy[DraftOrigin]):
    """Read by whoever reads the draft that came of it."""

    model = DraftOrigin

    def audience(self, origin: DraftOrigin) -> frozenset[str]:
        return readers_of_draft(origin.draft.owner, origin.draft.reach)

    def visible_to(self, actor: Actor, origins: QuerySet[DraftOrigin]) -> QuerySet[DraftOrigin]:
        return origins.filter(readable_draft(actor, "draft__"))
