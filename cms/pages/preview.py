"""What somebody would read: a layer that is not stored, through the templates of the stored ones."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from cms.layers import LayerContent, members_layer, released_content, would_release_whole_text
from cms.models import Entry, Layer, Publication, Release
from cms.presenting import as_detail
from cms.projecting import article_context

AS_VISITOR = {"signed_in": False, "person_name": "", "may_edit": False}
"""What the shell of a page says to somebody who is not signed in."""


def preview_response(request: HttpRequest, entry: Entry, mode_name: str) -> HttpResponse:
    """An entry as it stands on this instance, saved or not, for members or (`public`) for everybody."""
    content = as_released(entry, entry) if mode_name == Layer.PUBLIC else _for_members(entry)
    return layer_response(request, entry, content)


def as_released(entry: Entry, released: Entry) -> LayerContent:
    """What everybody would read if this version were released now."""
    newest = Release.objects.filter(entry=entry.pk).order_by("-number").first()
    now = timezone.now()
    first = Release.objects.filter(entry=entry.pk).order_by("number").first()
    return released_content(
        entry,
        released,
        whole_text=would_release_whole_text(released),
        version=newest.number + 1 if newest else 1,
        published_at=first.released_at if first else now,
        updated_at=now,
    )


def layer_response(request: HttpRequest, entry: Entry, content: LayerContent) -> HttpResponse:
    """A whole page around one layer."""
    article = render_to_string("wissen/article.html", article_context(content, {"id": entry.pk, **as_detail(content)}))
    context = {"title": content.title, "summary": content.summary, "article": article, "is_public": False}
    shell = AS_VISITOR if content.layer == Layer.PUBLIC else {}
    return render(request, "wissen/entry.html", {**context, **shell})


def _for_members(entry: Entry) -> LayerContent:
    newest = Publication.objects.filter(entry=entry.pk).order_by("-number").first()
    now = timezone.now()
    content = members_layer(entry, version=newest.number + 1 if newest else 1)
    return replace(content, published_at=content.published_at or now, updated_at=now)
