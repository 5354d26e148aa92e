"""Asking all members about a draft."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plugins.api.access import require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from workspace.actions import consultations as doing
from workspace.models import Consultation
from workspace.policies.discussions import MEMBERS
from workspace.queries.drafts import draft_with_places
from workspace.queries.readers import people_with
from workspace.views.consultation_forms import FIELDS_AT_FIRST, AskForm
from workspace.views.draft_showing import page


@answers(Rule.DOOR)
@login_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what it means before it asks; a button makes room for one more question."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    require(actor, "open_consultation", draft)
    form = _form(request)
    opened: list[Consultation] = []

    def act(data: dict[str, object]) -> None:
        days, introduction = form.cleaned_data["days"], form.cleaned_data["introduction"]
        opened.append(
            doing.open_consultation(
                draft, days=days, questions=form.questions(), introduction=introduction, actor=actor
            )
        )

    if succeeds(form, act):
        messages.success(request, _("The text is frozen, and all members are asked."))
        return redirect(opened[0])
    asked = people_with({MEMBERS}).count()
    return page(request, "consultation_ask", draft, part="text", here=_("Ask all members"), form=form, asked=asked)


def _form(request: HttpRequest) -> AskForm:
    """As it was sent; with one more field and everything that was typed where another question was asked for."""
    if request.method != "POST":
        return AskForm()
    count = sum(name.startswith("question-") for name in request.POST) or FIELDS_AT_FIRST
    if "more" in request.POST:
        return AskForm(initial=request.POST.dict(), count=count + 1)
    return AskForm(request.POST, count=count)
