"""A layer in the shapes of the API: the detail, and the list item that is a part of it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from cms.blocks.rendering import PICTURE_SIZES
from cms.layers import FACTS, LayerContent
from cms.models import County, File, Picture
from plugins.api.provenance import ProvenanceStep

LIST_FIELDS = (
    "id",
    "external_key",
    "url",
    "kind",
    "title",
    "slug",
    "summary",
    "topics",
    "tags",
    "county",
    "author",
    "published_at",
    "updated_at",
    "version",
    "layer",
)
DETAIL_FIELDS = (*LIST_FIELDS, "facts", "quotability", "body", "images", "files", "changes", "provenance")


def as_detail(content: LayerContent) -> dict[str, Any]:
    """All that the API says about one layer, but for the id."""
    return {
        "external_key": content.external_key,
        "url": f"/wissen/{content.slug}/",
        "kind": content.kind,
        "title": content.title,
        "slug": content.slug,
        "summary": content.summary,
        "topics": [{"slug": slug, "title": title} for _, slug, title in content.topics],
        "tags": list(content.tags),
        "county": _county(content.county),
        "author": content.author or None,
        "published_at": content.published_at.isoformat(),
        "updated_at": content.updated_at.isoformat(),
        "version": content.version,
        "layer": str(content.layer),
        "facts": {name: str(content.for_members.get(name) or "") for name in FACTS},
        "quotability": content.for_members.get("quotability"),
        "body": {"html": content.body.html, "blocks": content.body.blocks},
        "images": [picture_as_json(picture, alt) for picture, alt in content.body.pictures],
        "files": [file_as_json(file, title) for file, title in content.body.files],
        "changes": [
            {"version": number, "published_at": at.isoformat(), "note": note} for number, at, note in content.changes
        ],
        "provenance": [],
    }


def provenance_as_json(step: ProvenanceStep) -> dict[str, Any]:
    """One step of what an entry grew out of. It depends on the reader, so layers are stored without any."""
    return {
        "kind": step.kind,
        "label": step.label,
        "date": timezone.localtime(step.date).date().isoformat(),
        "title": step.title or None,
        "text": step.text or None,
        "url": step.url or None,
    }


def as_list_item(detail: dict[str, Any]) -> dict[str, Any]:
    """The part of a detail that lists show."""
    return {name: detail[name] for name in LIST_FIELDS}


def picture_as_json(picture: Picture, alt: str) -> dict[str, Any]:
    """A picture in all sizes; the addresses name it by id and size, because editing it deletes its renditions."""
    return {"id": picture.pk, "alt": alt, "sizes": [_size(picture, spec) for spec in PICTURE_SIZES]}


def picture_address(picture_id: int, spec: str) -> str:
    """Where a picture is fetched in one size, such as `width-800`."""
    return f"/medien/bild/{picture_id}/{spec}/"


def sort_title(title: str) -> str:
    """The title as German lists order it (DIN 5007-1: ä like a, ß like ss)."""
    return title.casefold().translate(str.maketrans("äöüéè", "aouee"))[:255]


def _size(picture: Picture, spec: str) -> dict[str, Any]:
    width = min(int(spec.removeprefix("width-")), picture.width)
    height = round(picture.height * width / picture.width)
    return {"url": picture_address(picture.pk, spec), "width": width, "height": height}


def _county(county: County | None) -> dict[str, str] | None:
    return {"key": county.key, "name": county.name} if county else None


def file_as_json(file: File, title: str) -> dict[str, Any]:
    return {
        "id": file.pk,
        "title": title,
        "url": file.url,
        "size": file.file_size,
        "content_type": file.content_type,
    }
