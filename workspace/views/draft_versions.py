"""What was kept of a draft: its versions, one of them with whose words are whose, two beside each other."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions import drafts as doing
from workspace.drafting.comparing import compared
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.signed import signed_html_of
from workspace.models import Draft
from workspace.queries.draft_pictures import pictures_for
from workspace.queries.draft_texts import WrittenText, kept_text, present_text
from workspace.queries.drafts import draft_for, version_for, versions_of
from workspace.views.draft_showing import page
from workspace.views.draft_words import signs_of_rows, signs_of_text, stretches_of
from workspace.views.file_forms import sent
from workspace.views.file_words import pages_of

LINES = 50
NOW = "jetzt"
BESIDE = "nebeneinander"


class VersionForm(forms.Form):
    """A name for the text of this moment."""

    name = forms.CharField(
        label=gettext_lazy("Name of the version"),
        help_text=gettext_lazy("It says when or why, for example “after the meeting in May”."),
        max_length=120,
    )


@answers(Rule.DOOR)
@login_required
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """All of them, the newest first; a POST keeps the text of this moment."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    form = VersionForm(sent(request)[0])
    if request.method == "POST":
        require(actor, "name_version", draft)
    if succeeds(form, lambda data: doing.name_version(draft, **data, actor=actor)):
        messages.success(request, _("The text of this moment is kept as a version."))
        return redirect("draft_versions", draft.pk)
    rows = versions_of(actor, draft)
    part = Paginator(rows, LINES).get_page(request.GET.get("page"))
    context = {
        "versions": part,
        "pages": pages_of(part),
        "form": form if may(actor, "name_version", draft) else None,
        "choices": _choices(actor, draft) if part else [],
        "older": str(part[0].number) if part else "",
        "newer": NOW,
    }
    return page(request, "versions", draft, part="versions", here=_("Versions"), **context)


@answers(Rule.DOOR)
@login_required
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One of them as it reads, with whose words are whose."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    text = kept_text(actor, draft, number)
    signs = signs_of_text(text.authors)
    pictures = pictures_for(actor, draft, text.content)
    context = {
        "version": text.version,
        "html": signed_html_of(text.content, text.authors, signs=signs, pictures=pictures)
        if signs.legend
        else html_of(text.content, pictures=pictures),
        "legend": signs.legend,
        "may_restore": may(actor, "restore", draft),
        "has_earlier": number > 1,
    }
    return page(request, "version", draft, part="versions", here=_title(text), **context)


@answers(Rule.DOOR)
@login_required
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Asks before the text reads as in this version again."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    found = version_for(actor, draft, number)
    require(actor, "restore", draft)
    if request.method == "POST":
        doing.restore_version(found, actor=actor)
        messages.success(request, _("The text reads as in version %(number)d again.") % {"number": number})
        return redirect(draft)
    return page(request, "restore", draft, part="versions", here=_("Restore a version"), version=found)


@answers(Rule.DOOR)
@login_required
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions, or one and the present text, in one column or in two."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    old, new = (_chosen(actor, draft, request.GET.get(name, "")) for name in ("von", "bis"))
    rows = compared(old.content, new.content, old.authors, new.authors)
    signs = signs_of_rows(rows)
    context = {
        "old": _title(old),
        "new": _title(new),
        "stretches": stretches_of(rows, signs),
        "is_same": all(row.change == "same" for row in rows),
        "legend": signs.legend,
        "beside": request.GET.get("ansicht") == BESIDE,
        "choices": _choices(actor, draft),
        "older": str(old.version.number) if old.version else NOW,
        "newer": str(new.version.number) if new.version else NOW,
    }
    return page(request, "compare", draft, part="versions", here=_("Comparison"), **context)


def _chosen(actor: Actor, draft: Draft, which: str) -> WrittenText:
    """A version by its number; the present text. Raises Missing."""
    if which == NOW:
        return present_text(draft)
    if not which.isascii() or not which.isdecimal() or len(which) > 9:
        raise Missing
    return kept_text(actor, draft, int(which))


def _choices(actor: Actor, draft: Draft) -> list[dict[str, Any]]:
    """What can be compared."""
    named = [{"value": str(one.number), "label": f"{one.number}: {one.name}"} for one in versions_of(actor, draft)]
    return [{"value": NOW, "label": _("The present text")}, *named]


def _title(text: WrittenText) -> str:
    if text.version is None:
        return _("The present text")
    return _("Version %(number)d: %(name)s") % {"number": text.version.number, "name": text.version.name}
