"""What somebody would read: a layer that is not stored, through the templates of the stored ones."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.actions.previewing import give_preview
from cms.layers import LayerContent, active_release
from cms.models import Entry, Layer
from cms.models.entry import IN_FRONT_END
from cms.presenting import as_detail
from cms.previewing import as_released, for_members
from cms.projecting import article_context
from plugins.api.adapters.http import actor_of

AS_VISITOR = {"signed_in": False, "person_name": "", "may_edit": False}
"""What the shell of a page says to somebody who is not signed in."""
FOR_EVERYBODY = {"public", "other_guest", "print_public"}
"""The modes that show the public layer; all others show the members' layer."""
PRINTED = {"print", "print_public"}
NOTHING = SafeString("")


def preview_response(request: HttpRequest, entry: Entry, mode_name: str) -> HttpResponse:
    """An entry as it stands on this instance, saved or not, in one of `Entry.preview_modes`."""
    if mode_name == IN_FRONT_END and entry.pk is not None:
        return in_front_end(request, entry)
    content = as_released(entry, entry) if mode_name in FOR_EVERYBODY else for_members(entry)
    shell = {"may_edit": False, "person_name": _("Guest")} if "guest" in mode_name else {}
    return layer_response(request, entry, content, shell=shell, before=_before(entry, content, mode_name))


def in_front_end(request: HttpRequest, entry: Entry) -> HttpResponse:
    """To the front end elsewhere, with a link to this version that opens for an hour."""
    _link, token = give_preview(entry, actor=actor_of(request))
    return redirect(settings.PREVIEW_FRONT_END.replace("{token}", token))


def layer_response(
    request: HttpRequest,
    entry: Entry,
    content: LayerContent,
    *,
    shell: Mapping[str, object] | None = None,
    before: SafeString = NOTHING,
) -> HttpResponse:
    """A whole page around one layer; `before` is HTML above the article, which its readers will not get."""
    detail = {"id": entry.pk, **as_detail(content)}
    article = before + render_to_string("wissen/article.html", article_context(content, detail))
    context = {"title": content.title, "summary": content.summary, "article": article, "is_public": False}
    shell = shell or (AS_VISITOR if content.layer == Layer.PUBLIC else {})
    return render(request, "wissen/entry.html", {**context, **shell})


def _before(entry: Entry, content: LayerContent, mode_name: str) -> SafeString:
    """What somebody who looks at a preview has to know about it: for whom it is, or how paper looks."""
    context = {
        "mode": mode_name,
        "is_printed": mode_name in PRINTED,
        "kind_label": content.kind_label,
        "topics": [title for _pk, _slug, title in content.topics],
        "is_released": entry.pk is not None and active_release(entry.pk) is not None,
    }
    return render_to_string("wissen/preview_note.html", context)
