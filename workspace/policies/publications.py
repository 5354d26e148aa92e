"""Who reads how a draft was published and what it came from, who checks it, who sends it back.

What comes from a draft is published in one way only: two persons have signed exactly the text that is to be published.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, Task

from cms.accounts.roles import OFFICE
from cms.models import Entry
from cms.models import Publication as PublishedVersion
from cms.policies import PUBLISHERS, publishers_only
from plugins.api.access import Actor, Decision, Policy, allowed, denied
from workspace.drafting.recommending import text_digest
from workspace.models import (
    DraftOrigin,
    LanguageEdit,
    NeutralityCheck,
    Publication,
    PublicationCheck,
    PublicationState,
)
from workspace.policies.discussions import TO_ALL
from workspace.policies.drafts import readable_draft, readers_of_draft
from workspace.policies.provenance import is_out, traced

SIGNATURES = 2
"""So many persons sign, one of them from the programme office."""
OVER = _("This text is not being checked any more.")
ONLY_SIGNED = _(
    "This text comes from a working group. It is published by the check: two persons sign that it is neutral and gives "
    "away nothing confidential."
)
NEEDS_DECISION = _(
    "The text of this recommendation was adopted by a working group and is only changed by it. Please undo your "
    "changes of title and text, or ask the group to take its text up again."
)


class PublicationPolicy(Policy[Publication]):
    """Read by whoever reads the draft, and by editors and office, to whom its text was handed.

    By all members once it stands in the knowledge base, for as long as it does.
    """

    model = Publication
    covers = (PublicationCheck, LanguageEdit, NeutralityCheck)

    def audience(self, publication: Publication) -> frozenset[str]:
        readers = readers_of_draft(publication.draft.owner, publication.draft.reach) | PUBLISHERS
        return readers | TO_ALL if is_out(publication) else readers

    def visible_to(self, actor: Actor, publications: QuerySet[Publication]) -> QuerySet[Publication]:
        if actor.has(*PUBLISHERS):
            return publications
        return traced(actor, publications)

    def trace(self, actor: Actor, publication: Publication) -> Decision:
        """To read where a recommendation comes from: the published text, the decision, which versions there were.

        It opens nothing else of the draft. Those who only check texts are told that a step was taken, and when.
        """
        if not is_out(publication):
            return denied(_("This text does not stand in the knowledge base."))
        readers = readers_of_draft(publication.draft.owner, publication.draft.reach) | TO_ALL
        if actor.principals.isdisjoint(readers):
            return denied(_("Members of the Forum read where a recommendation comes from."))
        return allowed()

    def finish_language(self, actor: Actor, publication: Publication) -> Decision:
        """To hand a text on from the language edit to the check."""
        if not isinstance(_step(publication), LanguageEdit):
            return denied(_("The language of this text is edited already."))
        return publishers_only(actor)

    def send_back(self, actor: Actor, publication: Publication) -> Decision:
        """To give it back to those whose draft it is, because its substance has to change."""
        return publishers_only(actor) if publication.is_open else denied(OVER)

    def sign(self, actor: Actor, publication: Publication) -> Decision:
        """Two different people, one of them from the office; neither who handed it in nor who wrote it."""
        if not (decision := publishers_only(actor)):
            return decision
        if not publication.is_open:
            return denied(OVER)
        if not isinstance(_step(publication), NeutralityCheck):
            return denied(_("The language is still being edited. The check comes afterwards."))
        if actor.user is None or actor.user.pk in people_behind_text(publication):
            return denied(_("You handed this text in or wrote in it. Others have to check it."))
        signed = list(valid_checks(publication))
        if any(check.signed_by_id == actor.user.pk for check in signed):
            return denied(_("You have signed this text. A second person has to sign it too."))
        if signed and not actor.has(OFFICE) and not any(check.is_by_office for check in signed):
            return denied(_("One of the two persons has to be from the programme office."))
        return allowed()


class DraftOriginPolicy(Policy[DraftOrigin]):
    """Read by whoever reads the draft that came of it."""

    model = DraftOrigin

    def audience(self, origin: DraftOrigin) -> frozenset[str]:
        return readers_of_draft(origin.draft.owner, origin.draft.reach)

    def visible_to(self, actor: Actor, origins: QuerySet[DraftOrigin]) -> QuerySet[DraftOrigin]:
        return origins.filter(readable_draft(actor, "draft__"))


def only_what_was_signed(actor: Actor, entry: Entry) -> Decision:
    """What the check has against publishing this entry, in whatever way somebody tries it."""
    publications = list(Publication.objects.filter(entry=entry.pk).order_by("-pk"))
    if not publications:
        return allowed()
    checking = next((one for one in publications if one.is_open), None)
    text = text_digest(newest_of(entry))
    if checking is not None:
        return allowed() if is_signed(checking, text) else denied(ONLY_SIGNED)
    if all(one.state == PublicationState.SENT_BACK for one in publications):
        return denied(ONLY_SIGNED)
    last = PublishedVersion.objects.filter(entry=entry.pk).exclude(content=None).order_by("-number").first()
    if last is not None and text_digest(newest_of(entry).with_content_json(last.content)) == text:
        return allowed()
    return denied(NEEDS_DECISION)


def valid_checks(publication: Publication) -> QuerySet[PublicationCheck]:
    """The signatures under the text as it is now."""
    if publication.entry is None:
        return publication.checks.none()
    return checks_of(publication, text_digest(newest_of(publication.entry)))


def is_signed(publication: Publication, text: str) -> bool:
    """Whether exactly this text has its signatures."""
    checks = list(checks_of(publication, text))
    return len(checks) >= SIGNATURES and any(check.is_by_office for check in checks)


def checks_of(publication: Publication, text: str) -> QuerySet[PublicationCheck]:
    return publication.checks.filter(digest=text).select_related("signed_by")


def people_behind_text(publication: Publication) -> frozenset[int]:
    """Who handed it in, who began it, and who wrote in it."""
    wrote = {person for runs in publication.version.authors for _length, person in runs if person is not None}
    return frozenset({publication.submitted_by_id, publication.draft.author_id, *wrote})


def newest_of(entry: Entry) -> Entry:
    """The entry as it would be published now."""
    rows = Entry.objects.filter(pk=entry.pk).values("latest_revision")  # others may have saved since it was read
    revision = Revision.objects.filter(pk__in=rows).first()
    newest: Entry = revision.as_object() if revision else entry.specific
    return newest


def _step(publication: Publication) -> Task | None:
    """Where in its workflow it is."""
    return publication.entry.current_workflow_task if publication.is_open and publication.entry else None
