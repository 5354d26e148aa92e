"""What editors need to know about releasing: what everybody reads now, what would change, what is waiting."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.checklist import Answered, in_words
from cms.layers import active_release, names_of_whole_text, stored_value, would_release_whole_text
from cms.models import Confidentiality, Entry, Publication, Release
from cms.queries.confirmations import CountyAnswered, compared_with
from plugins.api.access import Actor, Decision, may, visible_to

MOST_WAITING = 20
"""How many waiting entries are shown; the list gets shorter by working on it."""

PARTS = {"title": _("Title"), "summary": _("Summary"), "topics": _("Topics"), "county": _("County")}


@dataclass(frozen=True)
class ReleaseState:
    """Where an entry stands: for members, for everybody, and what lies between."""

    members_version: int | None
    """The version that members read; None while it is not published."""
    release: Release | None
    """The release in force."""
    differences: tuple[str, ...]
    """What a release now would change for everybody, in words; empty when nothing is released."""
    may_release: Decision
    may_withdraw: Decision
    may_publish: Decision
    """Whoever may not publish is not offered to release either."""

    @property
    def answered(self) -> list[Answered]:
        """What the releaser answered, in words; nothing for an import."""
        return in_words(self.release.checklist) if self.release is not None else []

    @property
    def county_answers(self) -> list[CountyAnswered]:
        """What the county had said when it was released: kept with the release."""
        if self.release is None:
            return []
        kept = self.release.confirmations.select_related("person", "entry").order_by("-answered_at", "-pk")
        return compared_with(kept, self.release.content)

    @property
    def is_up_to_date(self) -> bool:
        return self.release is not None and not self.differences


@dataclass(frozen=True)
class Waiting:
    """An entry of which something is not released yet."""

    entry: Entry
    is_new: bool
    """Nothing of it is public so far."""
    is_own: bool
    """The reader wrote it, or published what is waiting."""
    may_release: Decision


def release_state(entry: Entry, actor: Actor) -> ReleaseState:
    """Where this entry stands, and what the actor may do about it."""
    newest = Publication.objects.filter(entry=entry).order_by("-number").first()
    release = active_release(entry.pk)
    return ReleaseState(
        members_version=newest.number if newest and entry.live else None,
        release=release,
        differences=differences_to(entry, release) if release is not None else (),
        may_release=may(actor, "release", entry),
        may_withdraw=may(actor, "withdraw", entry),
        may_publish=may(actor, "publish", entry),
    )


def differences_to(entry: Entry, release: Release) -> tuple[str, ...]:
    """What the live version would change for everybody, compared with what is released."""
    if entry.live_revision is None or entry.live_revision_id == release.revision_id:
        return ()
    live, released = entry.live_revision.content, release.content
    whole_text = would_release_whole_text(entry)
    if whole_text != release.whole_text:
        return (str(_("Who may read the full text")),)
    parts = PARTS | _parts_of_whole_text(entry) if whole_text else PARTS
    return tuple(
        str(label) for name, label in parts.items() if stored_value(live, name) != stored_value(released, name)
    )


def waiting_for_release(actor: Actor) -> list[Waiting]:
    """Published entries with something for everybody that nobody has released yet: the actor's own first.

    Whoever does not publish hears of their own alone.
    """
    entries = _with_unreleased_revision(visible_to(actor, Entry.objects.all()))
    waiting = []
    for entry in entries.select_related("live_revision").order_by("-last_published_at", "-pk"):
        release = active_release(entry.pk)
        if release is None or differences_to(entry, release):
            decision = may(actor, "release", entry.specific)
            is_own = _is_own(entry, actor.user)
            if is_own or may(actor, "publish", entry.specific):
                waiting.append(Waiting(entry, release is None, is_own, decision))
        if len(waiting) == MOST_WAITING:
            break
    return sorted(waiting, key=lambda item: not item.is_own)


def waits_for_release(entry: Entry) -> bool:
    """Whether the live version has something for everybody that nobody has released yet."""
    if not _with_unreleased_revision(Entry.objects.filter(pk=entry.pk)).exists():
        return False
    release = active_release(entry.pk)
    return release is None or bool(differences_to(entry, release))


def _with_unreleased_revision(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """A release that somebody withdrew is a decision, until a newer version is published."""
    newest = Release.objects.filter(entry=OuterRef("pk")).order_by("-number")
    return (
        entries.filter(live=True, live_revision__isnull=False)
        .exclude(Q(summary="") & ~Q(confidentiality=Confidentiality.PUBLIC))
        .annotate(decided_on=Subquery(newest.values("revision_id")[:1]))
        .filter(Q(decided_on=None) | ~Q(decided_on=F("live_revision_id")))
    )


def _is_own(entry: Entry, user: AbstractBaseUser | None) -> bool:
    return user is not None and user.pk in (entry.owner_id, entry.live_revision.user_id)


def _parts_of_whole_text(entry: Entry) -> dict[str, str | Promise]:
    """Labels of the fields, as the form has them."""
    fields = {name: entry.specific_class._meta.get_field(name) for name in names_of_whole_text(entry)}
    labels = {name: capfirst(str(field.verbose_name)) for name, field in fields.items()}
    return {**labels, "tagged_items": _("Keywords")}
