"""The text of a draft with what is said beside it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cms.queries.entries import readable
from plugins.api.access import Actor, may
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.drafting.formats.html import html_of
from workspace.drafting.formats.shapes import checked, outline_of, without_remarks
from workspace.models import Draft, DraftState
from workspace.policies.discussions import GROUP_CLOSED
from workspace.policies.drafts import DRAFT_CLOSED, FROZEN
from workspace.queries.draft_challenges import challenges_of
from workspace.queries.draft_joining import came_from, went_to
from workspace.queries.draft_pictures import pictures_for, pictures_to_choose
from workspace.queries.drafts import draft_with_places, text_of
from workspace.views.consultation_showing import asked_about
from workspace.views.draft_margin import Typed, margin_of
from workspace.views.draft_showing import granted, page

VERBS = ("rename", "change_readers", "connect", "merge", "split", "close", "reopen", "open_consultation")


@answers(Rule.DOOR)
@login_required
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever may write does it here; others read along, comment and suggest."""
    actor = actor_of(request)
    return text_page(request, actor, draft_with_places(actor, pk))


def text_page(request: HttpRequest, actor: Actor, found: Draft, typed: Typed | None = None) -> HttpResponse:
    """The page of a draft, with a form that could not be taken where there is one."""
    document = text_of(found)
    why_still = _why_still(found)
    writes = bool(may(actor, "write", found))
    beside = margin_of(actor, found, document, typed)
    still_open = frozenset(shown["remark"].mark for shown in beside["open"])
    text = without_remarks(checked(document), but=still_open)
    context: dict[str, Any] = {
        "html": html_of(
            text, pictures=pictures_for(actor, found, text), remarks=True, prefix="fussnote", anchors="abschnitt"
        ),
        "outline": outline_of(text),
        "name": str(actor.user),
        "writes": writes,
        "why_still": why_still,
        "only_suggests": not (writes or why_still),
        "pictures": pictures_to_choose(actor, found) if writes else [],
        "margin": beside,
        "asked": asked_about(actor, found),
        "may": granted(actor, found, VERBS),
        "ties": ties_of(actor, found),
    }
    return page(request, "draft", found, part="text", **context)


@answers(Rule.DOOR)
@login_required
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a reference in a text leads: to the entry as it is published for this reader."""
    found = readable(actor_of(request)).filter(entry_id=pk).first()
    if found is None:
        raise Missing
    return private(redirect(f"/wissen/{found.slug}/"))


def ties_of(actor: Actor, found: Draft) -> dict[str, Any]:
    """What it answers, and the drafts behind it and after it, as far as the reader may read them."""
    return {
        "challenges": challenges_of(actor, found),
        "came_from": came_from(actor, found),
        "went_to": went_to(actor, found),
    }


def _why_still(found: Draft) -> str:
    """Why the text no longer changes; empty while it does."""
    if found.is_closed:
        return str(DRAFT_CLOSED)
    if found.group and found.group.is_closed:
        return _("%(closed)s This draft is only read.") % {"closed": GROUP_CLOSED}
    return "" if found.state == DraftState.WRITING else str(FROZEN)
