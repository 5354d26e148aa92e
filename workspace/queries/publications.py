"""How drafts become recommendations, as their readers find it: what stands in the way, how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from cms.queries.entries import readable
from plugins.api.access import Actor, visible_to
from workspace.drafting.comparing import Row
from workspace.drafting.recommending import changes_between
from workspace.models import (
    Decision,
    DecisionOutcome,
    Draft,
    DraftState,
    LanguageEdit,
    Publication,
    PublicationCheck,
    PublicationState,
)
from workspace.policies.publications import SIGNATURES, newest_of, valid_checks
from workspace.queries.consultations import unanswered
from workspace.queries.decisions import is_as_decided


@dataclass(frozen=True)
class Obstacle:
    """Why a text cannot be handed to the editors yet, and where that can be changed."""

    text: str
    url: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Course:
    """How far one publication has come."""

    publication: Publication

    @cached_property
    def signed(self) -> list[PublicationCheck]:
        """Signatures that count: under the text as it is now, or as it was published."""
        if self.publication.is_open:
            return list(valid_checks(self.publication))
        last = self._checks[-1].digest if self._checks else ""
        return [check for check in self._checks if check.digest == last]

    @cached_property
    def outdated(self) -> list[PublicationCheck]:
        """Signatures under a text that was changed since."""
        valid = {check.pk for check in self.signed}
        return [check for check in self._checks if check.pk not in valid]

    @property
    def is_in_language_edit(self) -> bool:
        entry = self.publication.entry
        return self.publication.is_open and entry is not None and isinstance(entry.current_workflow_task, LanguageEdit)

    @property
    def missing(self) -> list[str]:
        """What has to happen before it is published."""
        if not self.publication.is_open:
            return []
        found = [_("The editors finish the language edit.")] if self.is_in_language_edit else []
        if missing := SIGNATURES - len(self.signed):
            found.append(
                ngettext(
                    "%(n)d person signs the check.",
                    "%(n)d people sign the check, one of them from the office.",
                    missing,
                )
                % {"n": missing}
            )
        return found

    @cached_property
    def _checks(self) -> list[PublicationCheck]:
        return list(self.publication.checks.select_related("signed_by").order_by("pk"))


def publications_of(actor: Actor, draft: Draft) -> QuerySet[Publication]:
    """The newest first."""
    rows = Publication.objects.select_related(
        "version", "decision", "entry", "submitted_by", "ended_by", "draft__group"
    )
    return visible_to(actor, rows).filter(draft=draft).order_by("-pk")


def publication_of_entry(entry: Page) -> Publication | None:
    """The one that is being checked on this page."""
    rows = Publication.objects.select_related("draft__group", "draft__county", "version", "revision", "entry")
    return rows.filter(entry=entry.pk, state=PublicationState.CHECKING).first()


def sent_back_from(entry: Page) -> Publication | None:
    """The newest one of this page, where it was given back."""
    newest = Publication.objects.select_related("draft__group", "draft__county").filter(entry=entry.pk).first()
    return newest if newest is not None and newest.state == PublicationState.SENT_BACK else None


def newest_publication(draft: Draft) -> Publication | None:
    """For the pages of the draft: whoever reads it may know."""
    return draft.publications.select_related("entry", "ended_by").order_by("-pk").first()


def address_of(actor: Actor, publication: Publication) -> str:
    """Where the actor reads the recommendation; empty where they do not."""
    row = readable(actor).filter(entry_id=publication.entry_id).only("slug").first() if publication.entry_id else None
    return f"/wissen/{row.slug}/" if row else ""


def changes_of(publication: Publication) -> list[Row]:
    """What editors have changed since the text was handed over, line by line; nothing where that is not known."""
    if publication.entry is None or publication.revision is None:
        return []
    return changes_between(publication.revision.as_object(), newest_of(publication.entry))


def adopted_decision(draft: Draft) -> Decision | None:
    """The newest decision, where it adopted the text."""
    newest = draft.decisions.select_related("version").order_by("-pk").first()
    return newest if newest is not None and newest.outcome == DecisionOutcome.ADOPTED else None


def what_blocks(draft: Draft) -> list[Obstacle]:
    """Why the draft cannot be handed to the editors; nothing where it can."""
    if draft.state in (DraftState.SUBMITTED, DraftState.PUBLISHED, DraftState.CLOSED):
        return [Obstacle(_OF_STATES[DraftState(draft.state)](), draft.get_absolute_url())]
    return [*_open_consultations(draft), *_not_decided(draft), *_unanswered(draft)]


_OF_STATES = {
    DraftState.SUBMITTED: lambda: _("The text is with the editors already."),
    DraftState.PUBLISHED: lambda: _("The text is published. It can be taken up again for a new version."),
    DraftState.CLOSED: lambda: _("The draft is closed."),
}


def _open_consultations(draft: Draft) -> list[Obstacle]:
    text = _("All members are still being asked about the text.")
    return [Obstacle(text, one.get_absolute_url()) for one in draft.consultations.filter(ended_at=None)]


def _not_decided(draft: Draft) -> list[Obstacle]:
    decision = adopted_decision(draft)
    if decision is None or draft.state != DraftState.DECIDED:
        return [Obstacle(_("The text is not adopted yet."), f"{draft.get_absolute_url()}beschluss/")]
    if not is_as_decided(decision):
        text = _("The text reads otherwise than the one that was adopted. It needs a new decision.")
        return [Obstacle(text, decision.get_absolute_url())]
    return []


def _unanswered(draft: Draft) -> list[Obstacle]:
    found = []
    for consultation in unanswered(draft):
        text = ngettext(
            "%(n)d contribution to a consultation has no answer yet.",
            "%(n)d contributions to a consultation have no answer yet.",
            consultation.waiting,
        )
        found.append(Obstacle(text % {"n": consultation.waiting}, consultation.get_absolute_url()))
    return found
