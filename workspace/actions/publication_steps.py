"""What editors and office do with a text that was handed to them, as Wagtail's workflow offers it to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, may, require
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from workspace.actions.drafts import changed_draft, locked
from workspace.actions.publications import close_as_published, send_publication_back
from workspace.drafting.recommending import text_digest
from workspace.models import LanguageEdit, Publication, PublicationCheck, PublicationTask
from workspace.policies.publications import is_signed, newest_of
from workspace.queries.publications import publication_of_entry

SEND_BACK, FINISH_LANGUAGE, SIGN = "send_back", "finish_language", "sign"


def offered(step: PublicationTask, page: Page, user: Any) -> list[tuple[str, str, bool]]:
    """The buttons of this step for this person; `page` is what Wagtail has before it, stored or not yet."""
    publication = _publication_on(page)
    if publication is None:
        return []
    actor = actor_for(user)
    found = []
    if isinstance(step, LanguageEdit) and may(actor, "finish_language", publication):
        found.append((FINISH_LANGUAGE, _("Language is edited: on to the check"), False))
    elif not isinstance(step, LanguageEdit) and may(actor, "sign", publication):
        found.append((SIGN, _("Sign the check …"), True))
    if may(actor, "send_back", publication):
        found.append((SEND_BACK, _("Change of substance: back to the group …"), True))
    return found


def take(task_state: TaskState, user: Any, action: str, given: Mapping[str, Any]) -> None:
    """Do what a button of this step says. Raises Refused where the door does not let them, or nothing is checked."""
    publication = _publication_on(task_state.revision.content_object)
    if publication is None:
        raise Refused(_("This text is not being checked any more."))
    actor = actor_for(user)
    match action:
        case "finish_language":
            finish_language(publication, task_state, actor=actor)
        case "sign":
            sign_publication(publication, task_state, seen=str(given.get("seen", "")), actor=actor)
        case "send_back":
            send_publication_back(publication, reason=str(given.get("reason", "")), actor=actor)


@transaction.atomic
def finish_language(publication: Publication, task_state: TaskState, *, actor: Actor) -> None:
    """On to those who check."""
    locked(publication.draft)
    require(actor, "finish_language", publication)
    task_state.approve(user=actor.user)


@transaction.atomic
def sign_publication(publication: Publication, task_state: TaskState, *, seen: str, actor: Actor) -> PublicationCheck:
    """The text of this moment is neutral and gives nothing confidential away; the second signature publishes it.

    `seen` is the digest of the text that the person has read: nobody signs what they have not seen.
    """
    draft = locked(publication.draft)
    require(actor, "sign", publication)
    assert publication.entry is not None
    newest = newest_of(publication.entry.for_update())
    text = text_digest(newest)
    if seen != text:
        raise Refused(_("The text was changed since you opened it. Please read it again, then sign."))
    if newest.go_live_at is not None:
        raise Refused(_("A date of publication is set. Please take it out: the second signature publishes the text."))

    check = PublicationCheck.objects.create(
        publication=publication, digest=text, signed_by=actor.user, is_by_office=actor.has(OFFICE)
    )
    changed_draft(draft, "sign_draft", actor)
    if is_signed(publication, text):
        task_state.approve(user=actor.user)
        close_as_published(publication, actor=actor)
    return check


def _publication_on(page: Page | None) -> Publication | None:
    return publication_of_entry(page) if page is not None else None
