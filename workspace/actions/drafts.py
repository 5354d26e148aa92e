"""What those whose draft it is do with it: begin, name, show to others, keep versions, close."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import APIToken

from cms.accounts.models import FrontEndAccess
from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.becoming import Origin, keep_origin
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.outbox import announce
from workspace.actions.activity import note_activity
from workspace.drafting.digests import digest_of
from workspace.drafting.document import Node, SharedText
from workspace.drafting.formats.shapes import checked, textblocks, without_remarks
from workspace.drafting.store import append, load, write_rows
from workspace.facts import DraftChanged, DraftStarted, DraftTextChanged
from workspace.models import Draft, DraftReach, DraftState, DraftText, DraftTicket, DraftVersion, Owner, WorkingGroup
from workspace.policies.drafts import starting
from workspace.queries.drafts import people_gained
from workspace.queries.readers import sign_of

LONGEST_TITLE: Final = 150
TICKET: Final = timedelta(minutes=1)


@transaction.atomic
def start_draft(
    owner: Owner,
    *,
    title: str,
    actor: Actor,
    document: Node | None = None,
    outline: Node | None = None,
    origin: Origin | None = None,
) -> Draft:
    """A new text of this group or county, empty, with headings to write under, or with what was brought.

    What was brought (`document`) is kept as its first version. Raises Invalid without a title.
    """
    require(actor, "create", Draft)
    decision = starting(actor, owner)
    if not decision:
        raise Refused(str(decision.reason))

    title = _title(title)
    group = owner if isinstance(owner, WorkingGroup) else None
    county = owner if isinstance(owner, County) else None
    draft = Draft.objects.create(title=title, group=group, county=county, author=actor.user)
    DraftText.objects.create(draft=draft)
    text = SharedText().of(actor.user.pk)
    write_rows(draft.pk, [(actor.user.pk, text.write(checked(document or outline or {"type": "doc", "content": []})))])
    if document:
        keep_version(draft, text, _("As it was brought in"), actor)
    keep_origin(origin, "draft", draft.pk, actor)
    announce(DraftStarted(draft.pk))
    return _noted(draft, "start_draft", actor)


@transaction.atomic
def rename_draft(draft: Draft, *, title: str, actor: Actor) -> Draft:
    """Another title. Raises Invalid without one."""
    draft = locked(draft)
    require(actor, "rename", draft)

    draft.title = _title(title)
    return changed_draft(draft, "rename_draft", actor, "title")


@transaction.atomic
def change_draft_readers(draft: Draft, reach: str, *, actor: Actor, agreed_to: str = "") -> Draft:
    """Show the draft to all members, or to its group or county alone. Whoever would read it in addition was shown.

    `agreed_to` is the sign of those people (`sign_of`); raises Invalid at `agreed_to` when it names others or nobody.
    """
    draft = locked(draft)
    require(actor, "change_readers", draft)
    if reach not in DraftReach.values:
        raise Invalid({"reach": [_("Choose who reads the draft.")]})

    gains = people_gained(draft, reach)
    if gains and agreed_to != sign_of(gains):
        raise Invalid({"agreed_to": [_("Please check who would read this in addition, and agree.")]})
    draft.reach = reach
    return changed_draft(draft, "change_draft_readers", actor, "reach")


@transaction.atomic
def name_version(draft: Draft, *, name: str, actor: Actor) -> DraftVersion:
    """Keep the text of this moment under a name. Raises Invalid without one."""
    draft = locked(draft)
    require(actor, "name_version", draft)

    name = " ".join(name.split())[:120]
    if not name:
        raise Invalid({"name": [_("Give the version a name, for example “after the meeting in May”.")]})
    version = keep_version(draft, load(draft.pk)[0], name, actor)
    changed_draft(draft, "name_version", actor)
    return version


@transaction.atomic
def restore_version(version: DraftVersion, *, actor: Actor) -> DraftVersion:
    """The text reads as in this version again; what stood there is kept as a version, and so is what stands now."""
    draft = locked(version.draft)
    require(actor, "restore", draft)

    text = load(draft.pk)[0]
    keep_version(draft, text, _("Before version %(number)d was restored") % {"number": version.number}, actor)
    append(draft.pk, [(actor.user.pk, text.of(actor.user.pk).write(version.content))])
    restored = keep_version(draft, text, _("As version %(number)d") % {"number": version.number}, actor)
    restored.authors = version.authors
    restored.save(update_fields=["authors"])
    changed_draft(draft, "restore_version", actor)
    return restored


@transaction.atomic
def close_draft(draft: Draft, *, actor: Actor) -> Draft:
    """Nothing comes of it any more; it stays readable."""
    draft = locked(draft)
    require(actor, "close", draft)
    draft.state = DraftState.CLOSED
    return changed_draft(draft, "close_draft", actor, "state")


@transaction.atomic
def reopen_draft(draft: Draft, *, actor: Actor) -> Draft:
    """It is written on."""
    draft = locked(draft)
    require(actor, "reopen", draft)
    draft.state = DraftState.WRITING
    return changed_draft(draft, "reopen_draft", actor, "state")


@transaction.atomic
def give_ticket(
    draft: Draft,
    *,
    actor: Actor,
    session_key: str = "",
    token: APIToken | None = None,
    front_end: FrontEndAccess | None = None,
) -> tuple[str, int]:
    """A ticket for the socket of the draft, and for how many seconds it is good. Only its hash is stored."""
    require(actor, "see", draft)
    now = timezone.now()
    DraftTicket.objects.filter(expires_at__lt=now).delete()
    ticket = secrets.token_urlsafe(32)
    DraftTicket.objects.create(
        digest=hashlib.sha256(ticket.encode()).hexdigest(),
        draft=draft,
        user=actor.user,
        session_key=session_key,
        token=token,
        front_end=front_end,
        expires_at=now + TICKET,
    )
    return ticket, int(TICKET.total_seconds())


def tell_of_changed_texts() -> None:
    """The words of every draft that changed since this was last said: search and lists hear of it."""
    for draft in Draft.objects.filter(updated_at__gt=F("text__told_at")).values_list("pk", flat=True):
        with transaction.atomic():
            DraftText.objects.filter(draft=draft).update(told_at=timezone.now())
            announce(DraftTextChanged(draft))


def locked(draft: Draft) -> Draft:
    """As it is stored, kept from others until the transaction ends; nobody writes in it meanwhile."""
    rows = Draft.objects.select_for_update(of=("self",)).select_related("group", "county")
    found = rows.filter(pk=draft.pk).first()
    if found is None:
        raise Missing
    return found


def keep_version(draft: Draft, text: SharedText, name: str, actor: Actor) -> DraftVersion:
    """For actions that have locked the draft."""
    content = without_remarks(checked(text.as_json()))
    number = (draft.versions.aggregate(newest=Max("number"))["newest"] or 0) + 1
    authors = text.authors_of_blocks()
    return DraftVersion.objects.create(
        draft=draft,
        number=number,
        name=name,
        content=content,
        authors=authors if len(authors) == len(list(textblocks(content))) else [],
        digest=digest_of(draft.title, content),
        saved_by=actor.user,
    )


def _title(title: str) -> str:
    title = " ".join(title.split())[:LONGEST_TITLE]
    if not title:
        raise Invalid({"title": [_("Give the draft a title, so that others find it.")]})
    return title


def changed_draft(draft: Draft, action: str | None, actor: Actor | None, *fields: str) -> Draft:
    """Store these fields, tell of it, and note who did it where somebody did. For actions that have locked it."""
    draft.updated_at = timezone.now()
    draft.save(update_fields=["updated_at", *fields])
    announce(DraftChanged(draft.pk))
    return _noted(draft, action, actor) if action and actor else draft


def _noted(draft: Draft, action: str, actor: Actor) -> Draft:
    """The trail has the number: titles are for its readers."""
    if draft.group_id:
        note_activity(draft.group_id)
    log(draft.owner, f"workspace.{action}", user=actor.user, data={"draft": draft.pk})
    return draft
