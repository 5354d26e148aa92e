"""The layers of an entry, worked out from what is stored: which there are and what stands in each.

Pure reading: nothing is written here. `projecting` stores the result, previews and `check_index` compare with it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from cms.blocks.rendering import Chapter, RenderedBody, render_chapters, render_summary
from cms.models import Confidentiality, County, Entry, Layer, Publication, Release

FACTS = ("running_since", "workload", "costs", "legal_basis")
"""Short answers that stand beside the whole text."""


@dataclass(frozen=True)
class LayerContent:
    """What one layer says; `entry` is the dictionary that templates and JSON are made from."""

    layer: str
    kind: str
    kind_label: str
    title: str
    slug: str
    summary: str
    topics: tuple[tuple[int, str, str], ...]
    tags: tuple[str, ...]
    county: County | None
    author: str
    external_key: str | None
    version: int
    published_at: datetime
    updated_at: datetime
    body: RenderedBody
    is_whole_text: bool = True
    """False for a public summary."""
    for_members: dict[str, object] = field(default_factory=dict)
    """Owner, contact, sources and the like: shown in the members' layer alone."""
    changes: tuple[tuple[int, datetime, str], ...] = ()
    """Version, date and note of what changed, newest first: in the members' layer alone."""


def layers_of(entry: Entry) -> list[LayerContent]:
    """The layers that readers of this live entry get now. A public entry released as it stands has only one."""
    if not entry.live:
        return []
    release = active_release(entry.pk)
    layers = []
    if release is not None:
        layers.append(public_layer(entry, release))
    if not is_one_layer(entry, release):
        layers.append(members_layer(entry))
    return layers


def is_one_layer(entry: Entry, release: Release | None) -> bool:
    """Whether everybody gets the whole text in its newest version, so that members need no layer of their own."""
    return release is not None and release.whole_text and release.revision_id == entry.live_revision_id


def active_release(entry_id: int) -> Release | None:
    """The release in force: the newest one, unless it was withdrawn."""
    release = Release.objects.filter(entry_id=entry_id).order_by("-number").first()
    return release if release is not None and release.withdrawn_at is None else None


def members_layer(entry: Entry, version: int | None = None) -> LayerContent:
    """The full text with all that members may know."""
    if version is None:
        newest = Publication.objects.filter(entry=entry).order_by("-number").first()
        version = newest.number if newest else 1
    first = entry.first_published_at or entry.latest_revision_created_at
    return LayerContent(
        layer=Layer.MEMBERS,
        **_shared(entry, entry),
        tags=_tags(entry),
        author=entry.author_name,
        version=version,
        published_at=first,
        updated_at=entry.last_published_at or first,
        body=render_chapters(chapters_of(entry)),
        for_members={
            "responsible": str(entry.responsible) if entry.responsible else "",
            "contact": entry.contact,
            "quotability": entry.quotability,
            **_facts(entry),
            "review_by": entry.review_by,
            "review_due_since": _if_past(entry.review_by),
        },
        changes=_changes(entry, version),
    )


def _changes(entry: Entry, version: int) -> tuple[tuple[int, datetime, str], ...]:
    """The notes of this version and those before it. Members' business: a note may name what never became public."""
    noted = Publication.objects.filter(entry=entry.pk, number__lte=version).exclude(note="").order_by("-number")
    return tuple(noted.values_list("number", "published_at", "note"))


def public_layer(entry: Entry, release: Release) -> LayerContent:
    """What was released, under the entry's present address: the summary, or the whole text of a public entry."""
    first = entry.releases.order_by("number").first() or release
    return released_content(
        entry,
        entry.with_content_json(release.content),
        whole_text=release.whole_text,
        version=release.number,
        published_at=first.released_at,
        updated_at=release.released_at,
    )


def released_content(
    entry: Entry, released: Entry, *, whole_text: bool, version: int, published_at: datetime, updated_at: datetime
) -> LayerContent:
    """What releasing gives everybody: without author, tags, pictures and files unless the whole text is public."""
    more: dict[str, object] = {}
    if whole_text:
        more = _facts(released)
    return LayerContent(
        layer=Layer.PUBLIC,
        **_shared(entry, released),
        tags=_tags(released) if whole_text else (),
        author=released.author_name if whole_text else "",
        version=version,
        published_at=published_at,
        updated_at=updated_at,
        body=render_chapters(chapters_of(released)) if whole_text else render_summary(released.summary),
        is_whole_text=whole_text,
        for_members=more,
    )


def would_release_whole_text(entry: Entry) -> bool:
    """Whether releasing this entry now opens its whole text."""
    return entry.confidentiality == Confidentiality.PUBLIC


def _shared(entry: Entry, shown: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "kind_label": str(type(entry)._meta.verbose_name),
        "title": shown.title,
        "slug": entry.slug,
        "summary": shown.summary,
        "topics": tuple((topic.pk, topic.slug, topic.title) for topic in sorted(shown.topics.all(), key=_by_title)),
        "county": shown.county,
        "external_key": entry.external_key,
    }


def chapters_of(entry: Entry) -> list[Chapter]:
    """The sections of its kind, then what else it says."""
    own = [Chapter(name, section_title(entry, name), getattr(entry, name)) for name in entry.sections]
    return [*own, Chapter("body", "", entry.body)]


def names_of_whole_text(entry: Entry) -> tuple[str, ...]:
    """The fields that everybody reads when the whole text of this entry is released, besides what is always public."""
    kind: type[Entry] = entry.specific_class
    return (*kind.sections, "body", "author_name", *FACTS, "sources")


def stored_value(content: dict[str, Any], name: str) -> Any:
    """A field of a version in a form that can be compared: PostgreSQL orders the keys of stored texts anew."""
    value = content.get(name)
    if name == "tagged_items":
        return sorted(item["tag"] for item in value or [])
    if name == "topics":
        return sorted(value or [])
    if isinstance(value, str) and value.startswith("[{"):
        return json.loads(value)
    return value or ""


def section_title(entry: Entry, name: str) -> str:
    """What a section is called, above it and in the form."""
    return capfirst(str(entry._meta.get_field(name).verbose_name))


def _facts(entry: Entry) -> dict[str, object]:
    """What belongs to the whole text without standing in it."""
    facts: dict[str, object] = {name: getattr(entry, name) for name in FACTS}
    return {**facts, "sources": _lines(entry.sources)}


def _by_title(topic: object) -> str:
    return str(topic).casefold()


def _tags(entry: Entry) -> tuple[str, ...]:
    return tuple(sorted({tag.name for tag in entry.tags.all()}))


def _if_past(day: date | None) -> date | None:
    """The day itself once it is over: from then on readers are told, and the stored layer has to say so."""
    return day if day is not None and day < timezone.localdate() else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
