"""The decision about a draft: calling it, answering, how it stands, what came of earlier ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from workspace.actions import decisions as doing
from workspace.models import Decision, Draft
from workspace.queries.decisions import (
    decision_for,
    decisions_of,
    is_as_decided,
    result_of,
    share_of,
    voice_of,
    voters_of,
)
from workspace.queries.drafts import draft_for
from workspace.views.decision_forms import AnswerForm, CallForm, CallOffForm
from workspace.views.draft_showing import asked_first, page, sent
from workspace.views.forms import NothingToFill


@answers(Rule.DOOR)
@login_required
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """How the open decision stands, and what came of earlier ones. A POST answers."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    decisions = list(decisions_of(actor, draft))
    newest = decisions[0] if decisions else None
    form = None
    if newest and may(actor, "answer", newest):
        mine = voice_of(actor, newest)
        begun = {"answer": mine.answer, "reason": mine.reason} if mine else None
        form = AnswerForm(sent(request), initial=begun)
        if succeeds(form, lambda data: doing.answer_decision(newest, **data, actor=actor)):
            messages.success(request, _("Your answer is noted. Until the end you can answer otherwise."))
            return redirect(newest)
    elif request.method == "POST":
        require(actor, "answer", newest or Decision)
    shown = [_shown(actor, decision) for decision in decisions]
    context: dict[str, Any] = {"decisions": shown, "form": form, "newest": shown[0] if shown else None}
    return page(request, "decision", draft, part="decision", here=_("Decision"), **context, **_can(actor, draft))


@answers(Rule.DOOR)
@login_required
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """Says who is asked and what it means before it asks."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    require(actor, "call_decision", draft)
    form = CallForm(sent(request))
    if succeeds(form, lambda data: doing.call_decision(draft, **data, actor=actor)):
        messages.success(request, _("The text is frozen, and those who are asked were told."))
        return redirect("draft_decision", draft.pk)
    asked = voters_of(draft)
    quorum = share_of(len(asked), draft)
    lead = _("The text is frozen: until the decision ends nobody changes it. Suggestions are not possible either.")
    rule = ngettext(
        "It is adopted when at least %(quorum)d person has answered and more agree than object.",
        "It is adopted when at least %(quorum)d people have answered and more agree than object.",
        quorum,
    )
    context = {"asked": list(asked.items()), "lead": lead, "rule": rule % {"quorum": quorum}}
    return page(request, "decision_call", draft, part="decision", here=_("Call a decision"), form=form, **context)


@answers(Rule.DOOR)
@login_required
def call_off(request: HttpRequest, pk: int, decision_id: int) -> HttpResponse:
    """Asks for the reason, which those who were asked read."""
    actor = actor_of(request)
    draft, decision = _found(actor, pk, decision_id)
    require(actor, "call_off", decision)
    words = {
        "here": _("Call a decision off"),
        "action": _("Call the decision off"),
        "lead": _("What was answered stays in the record. The text can be written on."),
        "said": _("The decision is called off, and the text can be written on."),
    }
    form = CallOffForm(sent(request))
    return _ask(request, draft, form, lambda data: doing.call_decision_off(decision, **data, actor=actor), words)


@answers(Rule.DOOR)
@login_required
def finish(request: HttpRequest, pk: int, decision_id: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    draft, decision = _found(actor, pk, decision_id)
    require(actor, "finish", decision)
    words = {
        "here": _("End a decision"),
        "action": _("End the decision"),
        "lead": _("Everybody has answered. You need not wait for the last day; afterwards nobody answers otherwise."),
        "said": _("The decision has ended."),
    }
    form = NothingToFill(sent(request))
    return _ask(request, draft, form, lambda data: doing.finish_decision(decision, actor=actor), words)


@answers(Rule.DOOR)
@login_required
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first: what was decided stays, and a text that reads otherwise needs a new decision."""
    actor = actor_of(request)
    draft = draft_for(actor, pk)
    require(actor, "resume", draft)
    words = {
        "here": _("Write on"),
        "action": _("Write on"),
        "lead": _(
            "The decision stays in the record with the text that was decided about. A changed text needs a new one."
        ),
        "said": _("The text can be written on."),
    }
    form = NothingToFill(sent(request))
    return _ask(request, draft, form, lambda data: doing.take_text_up_again(draft, actor=actor), words)


def _found(actor: Actor, pk: int, decision_id: int) -> tuple[Draft, Decision]:
    draft = draft_for(actor, pk)
    return draft, decision_for(actor, draft, decision_id)


def _ask(
    request: HttpRequest, draft: Draft, form: Form, act: Callable[[dict[str, Any]], object], words: dict[str, str]
) -> HttpResponse:
    then = reverse("draft_decision", args=[draft.pk])
    return asked_first(request, draft, form, act, then, part="decision", **words)


def _shown(actor: Actor, decision: Decision) -> dict[str, Any]:
    """One decision; who has not answered stands last."""
    voices = sorted(decision.voices.all(), key=lambda voice: (not voice.answer, voice.pk))
    return {
        "decision": decision,
        "result": result_of(decision),
        "voices": voices,
        "may_call_off": bool(may(actor, "call_off", decision)),
        "may_finish": bool(may(actor, "finish", decision)),
    }


def _can(actor: Actor, draft: Draft) -> dict[str, Any]:
    calling = may(actor, "call_decision", draft)
    adopted = next((one for one in decisions_of(actor, draft) if one.outcome == "adopted"), None)
    return {
        "may_call": bool(calling),
        "may_resume": bool(may(actor, "resume", draft)),
        "may_publish": bool(may(actor, "publish", draft)),
        "has_changed": adopted is not None and not is_as_decided(adopted),
    }
