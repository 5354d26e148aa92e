"""Writing an entry field by field, as programs do: with the rules of the form that people write in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cms.actions.entries import (
    create_entry,
    edit_entry,
    publish_entry,
    release_entry,
    unpublish_entry,
    withdraw_release,
)
from cms.actions.imports import free_address
from cms.actions.reviewing import approve_entry, ask_for_changes, submit_entry
from cms.checklist import Checklist
from cms.locks import insist_on_unlocked
from cms.models import KINDS, Entry, KnowledgeIndex, Topic
from cms.newest import newest_version
from cms.queries.completeness import what_stops_publication
from plugins.api.access import Actor, may, require
from plugins.api.errors import Invalid, Outdated

Seen = frozenset[str] | None
"""The tags of what the actor has read (`cms.newest`); None where they do not mind what is there."""


@dataclass(frozen=True)
class Written:
    """What is to stand in an entry; whatever is not named stays as it is."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    """Name of the model's field -> value. Texts of parts are what their StreamField takes."""
    topics: tuple[Topic, ...] | None = None
    tags: tuple[str, ...] | None = None

    def into(self, entry: Entry) -> None:
        """Onto this instance, which is not saved by that."""
        for name, value in self.fields.items():
            setattr(entry, name, value)
        if self.topics is not None:
            entry.topics = list(self.topics)
        if self.tags is not None:
            entry.tags.set(self.tags)


@transaction.atomic
def write_entry(kind: str, written: Written, *, actor: Actor) -> Entry:
    """A new, unpublished entry with these words. Its address is made of its title."""
    entry = KINDS[kind]()
    written.into(entry)
    entry.slug = free_address(KnowledgeIndex.objects.get(), entry.title)
    return create_entry(entry, actor=actor)


@transaction.atomic
def rewrite_entry(entry: Entry, written: Written, *, actor: Actor, seen: Seen) -> Entry:
    """Keep these words as a new version. Raises Outdated where the actor has not seen the newest one."""
    entry = _as_seen(entry, "edit", actor, seen)
    insist_on_unlocked(entry, actor)
    newest = entry.get_latest_revision_as_object()
    written.into(newest)
    edit_entry(newest, actor=actor)
    return type(entry).objects.get(pk=entry.pk)


@dataclass(frozen=True)
class Said:
    """What somebody says when they move an entry on."""

    comment: str = ""
    checklist: Checklist | None = None


@dataclass(frozen=True)
class Step:
    """One way on for an entry."""

    verb: str
    """What the door is asked."""
    go: Callable[[Entry, Actor, Said], object]
    is_whole_then: bool = False
    """Only a text that lacks nothing goes this way."""
    changes_version: bool = False
    """Not while somebody else has the say about it."""
    decides_about_version: bool = False
    """Whoever goes this way answers for what stands there, so they have to have read it."""


STEPS: dict[str, Step] = {
    "submitted": Step(
        "submit", lambda entry, actor, said: submit_entry(entry, actor=actor), is_whole_then=True, changes_version=True
    ),
    "changes_asked": Step(
        "review", lambda entry, actor, said: ask_for_changes(entry, actor=actor, comment=said.comment)
    ),
    "approved": Step(
        "review",
        lambda entry, actor, said: approve_entry(entry, actor=actor, comment=said.comment),
        is_whole_then=True,
        decides_about_version=True,
    ),
    "published": Step(
        "publish",
        lambda entry, actor, said: publish_entry(entry, actor=actor),
        is_whole_then=True,
        changes_version=True,
        decides_about_version=True,
    ),
    "unpublished": Step("unpublish", lambda entry, actor, said: unpublish_entry(entry, actor=actor)),
    "released": Step(
        "release",
        lambda entry, actor, said: release_entry(
            entry, actor=actor, checklist=said.checklist, looked_at=entry.live_revision_id
        ),
        decides_about_version=True,
    ),
    "withdrawn": Step("withdraw", lambda entry, actor, said: withdraw_release(entry, actor=actor)),
}
"""Where an entry can go."""


@transaction.atomic
def move_entry(entry: Entry, to: str, said: Said, *, actor: Actor, seen: Seen) -> Entry:
    """Submit, approve, publish, release and so on, if the actor has seen what they decide about.

    Raises Outdated where they have not, and Invalid where something is missing that a published text has.
    """
    step = STEPS[to]
    entry = _as_seen(entry, step.verb, actor, seen)
    if step.changes_version:
        insist_on_unlocked(entry, actor)
    if step.is_whole_then and (errors := what_stops_publication(entry.get_latest_revision_as_object())):
        raise Invalid(errors)
    if to == "changes_asked" and not said.comment.strip():
        raise Invalid({"comment": [_("Please say what is to be changed.")]})
    step.go(entry, actor, said)
    return type(entry).objects.get(pk=entry.pk)


def ways_on(entry: Entry, actor: Actor) -> dict[str, bool | str]:
    """Where the entry can go -> True, or the sentence why this actor cannot move it there."""
    missing = ", ".join(what_stops_publication(entry.get_latest_revision_as_object()))
    ways: dict[str, bool | str] = {}
    for to, step in STEPS.items():
        decision = may(actor, step.verb, entry)
        ways[to] = True if decision else str(decision.reason)
        if decision and step.is_whole_then and missing:
            ways[to] = _("This is still missing: %s.") % missing
    return ways


def _as_seen(entry: Entry, verb: str, actor: Actor, seen: Seen) -> Entry:
    entry = entry.for_update()
    require(actor, verb, entry)
    if seen is not None and seen.isdisjoint(newest_version(entry).tags):
        raise Outdated(_("Somebody has changed this entry since you read it. Read it again, then send your changes."))
    return entry
