"""Saying something beside the text of a draft, and what becomes of it; the same forms with the editor and without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing, Refused
from workspace.actions import remarks as doing
from workspace.models import Draft, DraftComment, DraftSuggestion
from workspace.queries.drafts import comments_of, draft_with_places, suggestions_of
from workspace.views.draft_forms import AnswerForm, CommentForm, DecisionForm, SuggestionForm
from workspace.views.draft_margin import Typed, fragment
from workspace.views.drafts import text_page
from workspace.views.forms import NothingToFill

Remark = DraftComment | DraftSuggestion
Act = Callable[[dict[str, Any]], Remark]


@answers(Rule.DOOR)
@login_required
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """About a passage; with `?ganz` about the draft as a whole."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    what = "whole" if "ganz" in request.GET else "comment"
    form = CommentForm(request.POST, auto_id=f"{what}-0-%s")

    def act(data: dict[str, Any]) -> Remark:
        return doing.comment_on_draft(draft, data["text"], actor=actor, passage=form.passage())

    return _take(request, draft, Typed(what, form), act, _("Your comment stands beside the text."))


@answers(Rule.DOOR)
@login_required
@require_POST
def suggest(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words for a passage."""
    actor = actor_of(request)
    draft = draft_with_places(actor, pk)
    form = SuggestionForm(request.POST, auto_id="suggestion-0-%s")

    def act(data: dict[str, Any]) -> Remark:
        return doing.suggest(draft, *_suggested(form), actor=actor)

    return _take(request, draft, Typed("suggestion", form), act, _("Your suggestion stands beside the text."))


@answers(Rule.DOOR)
@login_required
@require_POST
def answer(request: HttpRequest, pk: int, remark: int) -> HttpResponse:
    """To a comment."""
    actor = actor_of(request)
    found = _comment(actor, pk, remark)
    form = AnswerForm(request.POST, auto_id=f"answer-{remark}-%s")

    def act(data: dict[str, Any]) -> Remark:
        return doing.answer_comment(found, data["text"], actor=actor)

    return _take(request, found.draft, Typed("answer", form, remark), act, _("Your answer is there."))


@answers(Rule.DOOR)
@login_required
@require_POST
def turn_comment(request: HttpRequest, pk: int, remark: int, what: str) -> HttpResponse:
    """Settled, open again, or deleted."""
    acts = {
        "erledigt": (doing.resolve_comment, _("The comment is settled.")),
        "wieder-offen": (doing.reopen_comment, _("The comment is open again.")),
        "loeschen": (doing.delete_comment, _("The comment is deleted.")),
    }
    actor = actor_of(request)
    found = _comment(actor, pk, remark)
    if what not in acts:
        raise Missing
    act, said = acts[what]
    form = NothingToFill(request.POST)
    return _take(request, found.draft, Typed(what, form, remark), lambda data: act(found, actor=actor), said)


@answers(Rule.DOOR)
@login_required
@require_POST
def turn_suggestion(request: HttpRequest, pk: int, remark: int, what: str) -> HttpResponse:
    """Accepted, declined with a reason, or taken back."""
    actor = actor_of(request)
    found = _suggestion(actor, pk, remark)
    form = DecisionForm(request.POST, auto_id=f"decision-{remark}-%s")
    act: Act
    match what:
        case "annehmen":
            said = _("The suggestion is accepted; the text reads as suggested.")
            act = lambda data: doing.accept_suggestion(found, actor=actor, reason=data["reason"])  # noqa: E731
        case "ablehnen":
            said = _("The suggestion is declined.")
            act = lambda data: doing.decline_suggestion(found, actor=actor, reason=data["reason"])  # noqa: E731
        case "zuruecknehmen":
            said = _("The suggestion is taken back.")
            act = lambda data: doing.withdraw_suggestion(found, actor=actor)  # noqa: E731
        case _:
            raise Missing
    return _take(request, found.draft, Typed("decision", form, remark), act, said)


@answers(Rule.DOOR)
@login_required
@require_POST
def renew(request: HttpRequest, pk: int, remark: int) -> HttpResponse:
    """The same suggestion for the passage as it reads now."""
    actor = actor_of(request)
    found = _suggestion(actor, pk, remark)
    form = SuggestionForm(request.POST, auto_id=f"renewal-{remark}-%s")

    def act(data: dict[str, Any]) -> Remark:
        return doing.renew_suggestion(found, *_suggested(form), actor=actor)

    return _take(request, found.draft, Typed("renewal", form, remark), act, _("Your suggestion is renewed."))


def _take(request: HttpRequest, draft: Draft, typed: Typed, act: Act, said: str | Promise) -> HttpResponse:
    """Do it. What was not taken is shown once more as it was typed: in the margin alone where the editor asks."""
    is_editor = request.headers.get("X-Requested-With") == "fetch"
    made: list[Remark] = []
    try:
        if succeeds(typed.form, lambda data: made.append(act(data))):
            if is_editor:
                return HttpResponse(status=204)
            messages.success(request, str(said))
            return redirect(draft.get_absolute_url() + _anchor(made[0]))
    except Refused as refused:
        typed.form.add_error(None, refused.reason)
    actor = actor_of(request)
    draft = draft_with_places(actor, draft.pk)
    return fragment(request, actor, draft, typed) if is_editor else text_page(request, actor, draft, typed)


def _suggested(form: SuggestionForm) -> tuple[Any, doing.Words]:
    passage = form.passage()
    assert passage is not None  # the form asks for one
    return passage, doing.Words(form.cleaned_data["replacement"], form.cleaned_data["reason"])


def _anchor(remark: Remark) -> str:
    if isinstance(remark, DraftSuggestion):
        return f"#vorschlag-{remark.pk}"
    return f"#bemerkung-{remark.answers_to_id or remark.pk}"


def _comment(actor: Actor, pk: int, remark: int) -> DraftComment:
    draft = draft_with_places(actor, pk)
    found = comments_of(actor, draft).filter(pk=remark).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found


def _suggestion(actor: Actor, pk: int, remark: int) -> DraftSuggestion:
    draft = draft_with_places(actor, pk)
    found = suggestions_of(actor, draft).filter(pk=remark).first()
    if found is None:
        raise Missing
    found.draft = draft
    return found
