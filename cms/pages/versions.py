"""An earlier version of an entry, as members read it then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from cms.layers import members_layer
from cms.models import Entry, Publication
from cms.presenting import as_detail
from cms.projecting import article_context
from cms.queries.versions import is_newest, media_of_today, version_by_number
from plugins.api.adapters.http import actor_of

NOT_OF_THEN = ("responsible", "contact", "review_by", "review_due_since")
"""Whom to ask, and when it is reviewed, is a matter of today."""


def earlier_version(request: HttpRequest, slug: str, wanted: str) -> HttpResponse:
    """The version with this number. Today's rights hold: pictures and files that are gone from the entry stay gone."""
    publication = version_by_number(actor_of(request), slug, wanted)
    if is_newest(publication):
        return redirect("entry_detail", slug)
    content = publication.content or {}
    context = {
        "title": content["title"],
        "summary": content["summary"],
        "article": mark_safe(_article(publication)),  # noqa: S308 - cleaned and escaped there
        "is_public": False,
        "earlier": publication,
        "slug": slug,
    }
    return render(request, "wissen/entry.html", context)


def _article(publication: Publication) -> str:
    entry = publication.entry.specific
    shown = entry.with_content_json(publication.content)
    for name in (*shown.sections, "body"):
        _leave_out_what_is_gone(shown, name, media_of_today(entry))
    content = members_layer(shown, version=publication.number)
    today = {name: value for name, value in content.for_members.items() if name not in NOT_OF_THEN}
    content = replace(content, updated_at=publication.published_at, for_members=today)
    context = article_context(content, {"id": entry.pk, **as_detail(content)})
    return render_to_string("wissen/article.html", context)


def _leave_out_what_is_gone(shown: Entry, name: str, media: tuple[set[int], set[int]]) -> None:
    pictures, files = media
    kept: list[Any] = []
    for block in getattr(shown, name):
        if block.block_type == "picture" and (not block.value["image"] or block.value["image"].pk not in pictures):
            continue
        if block.block_type == "download" and (not block.value["file"] or block.value["file"].pk not in files):
            continue
        kept.append((block.block_type, block.value))
    setattr(shown, name, kept)
