"""What those who are responsible for a draft do with it: title, readers, closing and opening it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from workspace.actions import drafts as doing
from workspace.queries.drafts import draft_with_places, people_gained, people_reading_draft
from workspace.queries.readers import sign_of
from workspace.views.draft_forms import ReadersForm, TitleForm
from workspace.views.draft_showing import asked_first, page, sent
from workspace.views.forms import NothingToFill


@answers(Rule.DOOR)
@login_required
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another title."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "rename", draft)
    form = TitleForm(sent(request), initial={"title": draft.title})
    words = {
        "here": _("Change the title"),
        "action": _("Save the title"),
        "said": _("The draft has its new title."),
    }
    return asked_first(
        request, draft, form, lambda data: doing.rename_draft(draft, title=data["title"], actor=actor), draft, **words
    )


@answers(Rule.DOOR)
@login_required
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever would read it in addition is shown first and has to be agreed to."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "change_readers", draft)
    form = ReadersForm(sent(request), initial={"reach": draft.reach})
    gains: list[Any] = []
    if form.is_bound and form.is_valid():
        reach = form.cleaned_data["reach"]
        try:
            doing.change_draft_readers(draft, reach, actor=actor, agreed_to=form.cleaned_data["agreed_to"])
        except Invalid:
            gains = list(people_gained(draft, reach))
            form.data = {**form.data.dict(), "agreed_to": sign_of(gains)}  # type: ignore[attr-defined]
        else:
            messages.success(request, _("The draft has the readers that you chose."))
            return redirect(draft)
    before = people_reading_draft(draft.owner, draft.reach).count()
    context = {"form": form, "gains": gains, "before": before, "after": before + len(gains)}
    return page(request, "readers", draft, here=_("Change who reads it"), **context)


@answers(Rule.DOOR)
@login_required
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "close", draft)
    lead = _("Nobody writes in it then, and nobody comments or suggests. It stays readable and can be opened again.")
    words = {
        "here": _("Close the draft"),
        "action": _("Close the draft"),
        "lead": lead,
        "said": _("The draft is closed."),
    }
    form = NothingToFill(sent(request))
    return asked_first(request, draft, form, lambda data: doing.close_draft(draft, actor=actor), draft, **words)


@answers(Rule.DOOR)
@login_required
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "reopen", draft)
    lead = _("Those whose draft it is write in it again, and readers comment and suggest.")
    open_again = _("Open the draft again")
    words = {"here": open_again, "action": open_again, "lead": lead, "said": _("The draft is open again.")}
    form = NothingToFill(sent(request))
    return asked_first(request, draft, form, lambda data: doing.reopen_draft(draft, actor=actor), draft, **words)
