"""Bringing entries in from elsewhere, and up to date again as long as nobody here has changed them since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.actions.entries import edit_entry, open_public_layer, publish_entry, release_entry, withdraw_release
from cms.layers import active_release
from cms.models import KINDS, Confidentiality, County, Entry, ImportedEntry, KnowledgeIndex, Topic
from cms.projecting import once
from cms.slugs import free_slug, slug_of
from plugins.api.access import Actor, require
from plugins.api.errors import Refused


@dataclass(frozen=True)
class SourceText:
    """An entry as its source has it. `digest` changes with its text, `external_key` never."""

    external_key: str
    digest: str
    kind: str
    title: str
    summary: str
    body: tuple[tuple[str, Any], ...]
    confidentiality: str
    topics: tuple[str, ...] = ()
    """Titles or address parts; topics that are not there yet are made."""
    tags: tuple[str, ...] = ()
    county: County | None = None
    author_name: str = ""
    published_at: datetime | None = None

    @property
    def is_for_everybody(self) -> bool:
        """Whether something of it is public: the whole text, or its summary."""
        return self.confidentiality == Confidentiality.PUBLIC or bool(self.summary)


class Outcome(Enum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@transaction.atomic
def import_entry(source: SourceText, *, actor: Actor) -> Outcome:
    """Publish what a source says and release what is for everybody: nobody here wrote it, so nobody else has to.

    Raises Refused where people here have the say: they have edited, unpublished, locked or withdrawn the entry.
    """
    if not actor.is_system:
        raise Refused(_("Only the system itself imports: a person publishes, and another one releases."))

    entry = Entry.objects.select_for_update().filter(external_key=source.external_key).first()
    with once():
        if entry is None:
            _bring_in(source, actor)
            return Outcome.NEW
        imported = ImportedEntry.objects.filter(entry=entry).first()
        if imported is not None and imported.digest == source.digest:
            return Outcome.UNCHANGED
        _refuse_where_people_decide(source, entry, imported)
        _bring_up_to_date(source, entry.specific, actor)
        return Outcome.CHANGED


def _bring_in(source: SourceText, actor: Actor) -> None:
    """Saved once, live from the start: saving, revising and publishing in turn takes three times as long."""
    index, now = KnowledgeIndex.objects.get(), timezone.now()
    entry = KINDS[source.kind](
        external_key=source.external_key,
        slug=free_address(index, source.title),
        live=True,
        has_unpublished_changes=False,
        first_published_at=source.published_at or now,
        last_published_at=now,
        owner=actor.user,
    )
    _take_over(source, entry, actor)
    with disable_reference_index_auto_update():
        index.add_child(instance=entry)
    revision = Revision.objects.create(
        content_object=entry,
        base_content_type=entry.get_base_content_type(),
        user=actor.user,
        content=entry.serializable_data(),
        object_str=str(entry),
    )
    Page.objects.filter(pk=entry.pk).update(
        latest_revision=revision, latest_revision_created_at=revision.created_at, live_revision=revision
    )
    ReferenceIndex.create_or_update_for_object(entry)
    log(entry, "wagtail.publish", user=actor.user, revision=revision)
    if source.is_for_everybody:
        whole_text = source.confidentiality == Confidentiality.PUBLIC
        open_public_layer(entry, revision, whole_text=whole_text, actor=actor, at=source.published_at)
    _remember(source, entry, revision)


def _bring_up_to_date(source: SourceText, entry: Entry, actor: Actor) -> None:
    _take_over(source, entry, actor)
    revision = edit_entry(entry, actor=actor)
    entry = publish_entry(entry, actor=actor)
    if source.is_for_everybody:
        release_entry(entry, actor=actor)
    elif active_release(entry.pk) is not None:
        withdraw_release(entry, actor=actor)
    _remember(source, entry, revision)


def _take_over(source: SourceText, entry: Entry, actor: Actor) -> None:
    entry.title = source.title
    entry.summary = source.summary
    entry.body = list(source.body)
    entry.confidentiality = source.confidentiality
    entry.county = source.county
    entry.author_name = source.author_name
    entry.topics = _topics(source.topics, actor)
    entry.tags.set(source.tags)


def _remember(source: SourceText, entry: Entry, revision: Revision) -> None:
    ImportedEntry.objects.update_or_create(entry=entry, defaults={"digest": source.digest, "revision": revision})


def _refuse_where_people_decide(source: SourceText, entry: Entry, imported: ImportedEntry | None) -> None:
    if imported is None:
        raise Refused(_("An entry with this key is here already and did not come from an import."))
    if entry.specific.kind != source.kind:
        raise Refused(_("The entry is of another kind by now, and kinds cannot be changed."))
    if imported.revision_id is None or entry.latest_revision_id != imported.revision_id:
        raise Refused(_("Somebody has edited the entry since the last import."))
    if not entry.live:
        raise Refused(_("Somebody has taken the entry out of the knowledge base since the last import."))
    if entry.locked:
        raise Refused(_("Somebody has locked the entry since the last import."))
    release = entry.releases.order_by("-number").first()
    if release is not None and release.withdrawn_at is not None and release.withdrawn_at > imported.imported_at:
        raise Refused(_("Somebody has withdrawn the public layer of the entry since the last import."))


def _topics(names: tuple[str, ...], actor: Actor) -> list[Topic]:
    """The topics of these names, by title or address part in any case; new ones are not open to everybody."""
    if not names:
        return []
    known = {key.casefold(): topic for topic in Topic.objects.all() for key in (topic.slug, topic.title)}
    found = []
    for name in names:
        if name.casefold() not in known:
            require(actor, "create", Topic)
            slug = free_slug(name, {topic.slug for topic in known.values()})
            known[name.casefold()] = Topic.objects.create(title=name, slug=slug)
        found.append(known[name.casefold()])
    return list(dict.fromkeys(found))


def free_address(index: KnowledgeIndex, title: str) -> str:
    """The address part of a new entry with this title."""
    siblings = Page.objects.child_of(index).filter(slug__startswith=slug_of(title))
    return free_slug(title, set(siblings.values_list("slug", flat=True)))
