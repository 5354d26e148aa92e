"""The publication of a draft: handing it to the editors, how far it has come, what became of earlier ones."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from workspace.actions.publications import submit_publication
from workspace.models import DraftState, Publication
from workspace.queries.drafts import draft_for
from workspace.queries.publications import Course, address_of, publications_of, what_blocks
from workspace.views.draft_showing import page, sent
from workspace.views.forms import NothingToFill


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every time the text was handed over: who signed, what is missing, why it came back, where it is read."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    shown = [_shown(actor, one) for one in publications_of(actor, draft)]
    context: dict[str, Any] = {
        "publications": shown,
        "may_submit": bool(may(actor, "publish", draft)),
        "may_resume": draft.state == DraftState.PUBLISHED and bool(may(actor, "resume", draft)),
    }
    return page(request, "publication", draft, part="publication", here=_("Publication"), **context)


@answers(Rule.DOOR)
@login_required
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what comes next and what blocks it, before it asks."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    require(actor, "publish", draft)
    form = NothingToFill(sent(request))
    if succeeds(form, lambda data: submit_publication(draft, actor=actor)):
        messages.success(request, _("The text is with the editors. All whose draft it is are told what becomes of it."))
        return redirect("draft_publication", draft.pk)
    context = {"form": form, "obstacles": what_blocks(draft)}
    return page(
        request, "publication_submit", draft, part="publication", here=_("Hand it in for publication"), **context
    )


def _shown(actor: Actor, publication: Publication) -> dict[str, Any]:
    return {
        "publication": publication,
        "course": Course(publication),
        "address": address_of(actor, publication),
    }
