"""What was said in a consultation: the list, changing and taking back one's own, the answers of the group."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from workspace.actions import consultations as doing
from workspace.models import Consultation, Contribution
from workspace.queries.consultations import consultation_for, contribution_for, contributions_to, counts_of
from workspace.views.consultation_forms import ChangeForm, OutcomeForm
from workspace.views.consultation_showing import count_in_words, page, still_in_words
from workspace.views.contribution_words import grouped, shown_to
from workspace.views.discussion_lists import page_of
from workspace.views.draft_showing import sent
from workspace.views.forms import NothingToFill

OPEN, ANSWERED = "offen", "beantwortet"


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """All that was said, by what it was said to, with the answers of the group; `show` narrows it."""
    actor = actor_of(request)
    return _list(request, actor, consultation_for(actor, pk))


@answers(Rule.DOOR)
@login_required
@require_POST
def answer(request: HttpRequest, pk: int, contribution_id: int) -> HttpResponse:
    """What became of it, and why. Where something is wrong the list comes back with what was typed."""
    actor = actor_of(request)
    consultation = consultation_for(actor, pk)
    found = contribution_for(actor, consultation, contribution_id)
    require(actor, "answer", found)
    form = _outcome_form(found, request.POST)
    if not succeeds(form, lambda data: doing.answer_contribution(found, **data, actor=actor)):
        return _list(request, actor, consultation, {found.pk: form})
    messages.success(request, _("The answer stands beneath the contribution."))
    place = "content" if request.GET.get("show") == OPEN else f"beitrag-{found.pk}"
    return redirect(f"{reverse('contributions', args=[pk])}?{request.GET.urlencode()}#{place}")


@answers(Rule.DOOR)
@login_required
def change(request: HttpRequest, pk: int, contribution_id: int) -> HttpResponse:
    """Its author says it otherwise."""
    actor = actor_of(request)
    consultation = consultation_for(actor, pk)
    found = contribution_for(actor, consultation, contribution_id)
    require(actor, "change", found)
    can_be_of_county = found.county is not None and not found.quote
    begun = {"text": found.text, "is_of_county": found.is_of_county}
    form = ChangeForm(sent(request), initial=begun, sits=can_be_of_county)
    if succeeds(form, lambda data: doing.change_contribution(found, **data, actor=actor)):
        messages.success(request, _("Your contribution is changed."))
        return redirect(consultation)
    words = {"here": _("Change your contribution"), "action": _("Save the contribution")}
    return _form(request, actor, consultation, found, form, words)


@answers(Rule.DOOR)
@login_required
def withdraw(request: HttpRequest, pk: int, contribution_id: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    consultation = consultation_for(actor, pk)
    found = contribution_for(actor, consultation, contribution_id)
    require(actor, "withdraw", found)
    form = NothingToFill(sent(request))
    if succeeds(form, lambda data: doing.withdraw_contribution(found, actor=actor)):
        messages.success(request, _("Your contribution is taken back."))
        return redirect(consultation)
    words = {
        "here": _("Take your contribution back"),
        "action": _("Take it back"),
        "lead": _("It disappears from the list, and nothing of it stays. You can contribute again until the end."),
    }
    return _form(request, actor, consultation, found, form, words)


def _form(
    request: HttpRequest,
    actor: Actor,
    consultation: Consultation,
    found: Contribution,
    form: Form,
    words: dict[str, str],
) -> HttpResponse:
    return page(request, "form", consultation, form=form, shown=shown_to(actor, consultation, found), **words)


def _outcome_form(contribution: Contribution, data: Any = None) -> OutcomeForm:
    begun = {"outcome": contribution.outcome, "answer": contribution.answer}
    return OutcomeForm(data, auto_id=f"antwort-{contribution.pk}-%s", initial=begun)


def _narrowed(rows: QuerySet[Contribution], show: str) -> QuerySet[Contribution]:
    if show == OPEN:
        return rows.filter(outcome="")
    return rows.exclude(outcome="") if show == ANSWERED else rows


def _list(
    request: HttpRequest, actor: Actor, consultation: Consultation, typed: dict[int, OutcomeForm] | None = None
) -> HttpResponse:
    show = request.GET.get("show", "") if not consultation.is_open else ""
    counts = counts_of(consultation)
    part = page_of(request, _narrowed(contributions_to(actor, consultation), show), ("show",))
    shown = [shown_to(actor, consultation, one) for one in part["lines"]]
    for one in shown:
        found = one["contribution"]
        form = (typed or {}).get(found.pk)
        one["form"] = (form or _outcome_form(found)) if one["may"]["answer"] else None
    context = {
        "parts": grouped(shown),
        "pages": part["pages"],
        "count": count_in_words(counts["contributions_count"], counts["counties_count"]),
        "still": still_in_words(counts["unanswered_count"]),
        "typed": next(iter((typed or {}).values()), None),
        "query": request.GET.urlencode(),
        "has_any": counts["contributions_count"] > 0,
        "filters": [
            {"label": label, "is_chosen": name == show, "url": f"?show={name}" if name else "?"}
            for name, label in (("", _("All")), (OPEN, _("Without an answer")), (ANSWERED, _("Answered")))
        ],
    }
    return page(request, "contributions", consultation, **context)
