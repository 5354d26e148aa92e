"""Writing, publishing, releasing and withdrawing entries: the door is asked, then Wagtail's own actions work."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from cms.checklist import Checklist, insist_on_answers
from cms.facts import EntryReleased
from cms.layers import active_release, would_release_whole_text
from cms.models import Entry, KnowledgeIndex, Release
from cms.projecting import project
from cms.queries.confirmations import answers_of_county
from plugins.api.access import Actor, require
from plugins.api.becoming import Origin, keep_origin
from plugins.api.errors import Refused
from plugins.api.outbox import announce


@transaction.atomic
def create_entry(entry: Entry, *, actor: Actor, origin: Origin | None = None) -> Entry:
    """Put a new, unpublished entry into the knowledge base; its first revision is the actor's.

    `origin` is what it grew out of: both lead to each other.
    """
    require(actor, "create", type(entry))

    entry.live = False
    entry.owner = actor.user
    KnowledgeIndex.objects.get().add_child(instance=entry)
    entry.save_revision(user=actor.user, clean=False)
    keep_origin(origin, "entry", entry.pk, actor)
    return entry


@transaction.atomic
def edit_entry(entry: Entry, *, actor: Actor) -> Revision:
    """Keep what was changed on this instance as a new unpublished version."""
    require(actor, "edit", entry)
    live = entry.live_revision
    if (
        live is not None
        and live.pk == entry.latest_revision_id
        and live.content.get("update_note") == entry.update_note
    ):
        entry.update_note = ""  # what it says was told with the version that is published
    return entry.save_revision(user=actor.user, log_action=True)


@transaction.atomic
def publish_entry(entry: Entry, *, actor: Actor, at: datetime | None = None) -> Entry:
    """Publish the newest version to members. `at` dates a first publication back (imports)."""
    entry = entry.for_update()
    require(actor, "publish", entry)

    if at is not None and entry.first_published_at is None:
        entry.first_published_at = at
        type(entry).objects.filter(pk=entry.pk).update(first_published_at=at)
    revision = entry.get_latest_revision() or entry.save_revision(user=actor.user)
    revision.publish(user=actor.user, skip_permission_checks=True)
    return type(entry).objects.get(pk=entry.pk)


@transaction.atomic
def unpublish_entry(entry: Entry, *, actor: Actor) -> Entry:
    """Take an entry away from all its readers; what was released is withdrawn with it."""
    entry = entry.for_update()
    require(actor, "unpublish", entry)
    entry.unpublish(user=actor.user)
    return type(entry).objects.get(pk=entry.pk)


@transaction.atomic
def release_entry(
    entry: Entry,
    *,
    actor: Actor,
    checklist: Checklist | None = None,
    at: datetime | None = None,
    looked_at: int | None = None,
) -> Release:
    """Let everybody read the summary (or the whole text of a public entry) of the version that is live now.

    A person answers the questions of `cms.checklist`; an import (the system) answers none. `looked_at` is the revision
    that the person has before their eyes: nobody releases what they have not seen.
    """
    entry = entry.for_update()
    require(actor, "release", entry)
    if looked_at is not None and looked_at != entry.live_revision_id:
        raise Refused(_("A newer version has been published in the meantime. Please look at it first."))

    answered = {} if actor.is_system else insist_on_answers(checklist)
    revision = entry.live_revision
    whole_text = would_release_whole_text(revision.as_object())
    return open_public_layer(entry, revision, whole_text=whole_text, actor=actor, checklist=answered, at=at)


def open_public_layer(
    entry: Entry,
    revision: Revision,
    *,
    whole_text: bool,
    actor: Actor,
    checklist: Checklist | None = None,
    at: datetime | None = None,
) -> Release:
    """Store what everybody may read from now on. Whoever calls this holds the entry and has asked the door."""
    newest = entry.releases.order_by("-number").first()
    release = Release.objects.create(
        entry=entry,
        number=newest.number + 1 if newest else 1,
        revision=revision,
        content=revision.content,
        whole_text=whole_text,
        released_at=at or timezone.now(),
        released_by=actor.user,
        checklist=checklist or {},
    )
    release.confirmations.set(answers_of_county(entry))
    project(entry.pk)
    evidence = sorted(release.confirmations.values_list("pk", flat=True))
    told = {**_details(release), "checklist": release.checklist, "confirmations": evidence}
    log(entry, "cms.release", user=actor.user, revision=revision, data=told)
    announce(EntryReleased(entry_id=entry.pk, number=release.number))
    return release


@transaction.atomic
def withdraw_release(entry: Entry, *, actor: Actor) -> Release:
    """Close the public layer; members read on."""
    entry = entry.for_update()
    require(actor, "withdraw", entry)

    release = active_release(entry.pk)
    assert release is not None  # the policy refuses where nothing is released
    release.withdrawn_at = timezone.now()
    release.withdrawn_by = actor.user
    release.save(update_fields=["withdrawn_at", "withdrawn_by"])
    project(entry.pk)
    log(entry, "cms.withdraw", user=actor.user, data=_details(release))
    return release


def _details(release: Release) -> dict[str, Any]:
    return {"number": release.number, "whole_text": release.whole_text}
