"""What programs outside are told about an entry: search engines and link previews get its public layer and no more."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings

from cms.models import Layer
from cms.queries.entry_rows import ShownLayer
from plugins.api.adapters.outside import as_script, shortened


def told_outside(row: ShownLayer) -> dict[str, Any] | None:
    """For templates/wissen/entry.html; None for a members' layer, of which nothing is told."""
    if row.layer != Layer.PUBLIC:
        return None
    item = json.loads(row.list_json)
    url = settings.WAGTAILADMIN_BASE_URL + item["url"]
    return {
        "url": url,
        "description": shortened(item["summary"]),
        "published_at": item["published_at"],
        "updated_at": item["updated_at"],
        "json_ld": as_script(_as_article(item, url)),
    }


def _as_article(item: dict[str, Any], url: str) -> dict[str, Any]:
    """An entry in the words of schema.org, from its list item."""
    address = settings.WAGTAILADMIN_BASE_URL
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": item["title"],
        "description": item["summary"],
        "inLanguage": settings.LANGUAGE_CODE,
        "datePublished": item["published_at"],
        "dateModified": item["updated_at"],
        "version": str(item["version"]),
        "publisher": {"@type": "Organization", "name": settings.SITE_TITLE, "url": f"{address}/"},
        "about": [
            {"@type": "Thing", "name": topic["title"], "url": f"{address}/themen/{topic['slug']}/"}
            for topic in item["topics"]
        ],
        "keywords": item["tags"],
        "contentLocation": _place(item["county"]),
    }
    return {name: value for name, value in article.items() if value}


def _place(county: dict[str, str] | None) -> dict[str, str] | None:
    return {"@type": "AdministrativeArea", "name": county["name"], "identifier": county["key"]} if county else None
