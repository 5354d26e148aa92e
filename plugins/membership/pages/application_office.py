"""Applications as the office works on them: the queue, one application, and sending the decision by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import abilities, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions import application_office as doing
from plugins.membership.forms.applications import AskForm, DecisionForm, NoteForm
from plugins.membership.models import Application, ApplicationDecision
from plugins.membership.pages.application_files import letter_file
from plugins.membership.queries import application_pages as outside
from plugins.membership.queries import applications as queries

VERBS = ("ask_back", "find_complete", "decide", "tell")


@answers(Rule.DOOR)
@login_required
def application_list(request: HttpRequest) -> HttpResponse:
    """What waits and what has been, by state."""
    actor = actor_of(request)
    state = request.GET.get("state", "")
    rows = list(queries.queue(actor, state))
    numbers = queries.numbers_by_state(actor)
    chosen = next((word for key, word, _number in numbers if key == state), "")
    context = {"lines": rows, "count": len(rows), "numbers": numbers, "state": state if chosen else "", "word": chosen}
    return private(render(request, "bewerbungen/office_list.html", context))


@answers(Rule.DOOR)
@login_required
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """All parts, the letter, notes, questions and what can be done now. A POST notes something."""
    actor = actor_of(request)
    found = queries.office_application(actor, pk)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: doing.note_application(found, data["text"], actor=actor)):
        messages.success(request, _("The note is saved."))
        return redirect("office_application", pk)
    context = {
        "parts": outside.parts_of(found),
        "letter": outside.letter_of(found),
        "questions": found.questions.select_related("asked_by"),
        "notes": found.notes.select_related("written_by"),
        "decision": _decision_of(found),
        "seats": found.seat_offers.all(),
        "may": {verb: answer is True for verb, answer in abilities(actor, found, VERBS).items()},
        "form": form,
    }
    return _page(request, found, "office", found.reference, **context)


@answers(Rule.DOOR)
@login_required
def letter(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The letter, for the office and for members who assess the application."""
    actor = actor_of(request)
    return letter_file(actor, queries.application_for(actor, pk))


@answers(Rule.DOOR)
@login_required
@require_POST
def find_complete(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    doing.find_complete(queries.office_application(actor, pk), actor=actor)
    messages.success(request, _("The application is complete. The applicant has been told nothing of it."))
    return redirect("office_application", pk)


@answers(Rule.DOOR)
@login_required
def ask_back(request: HttpRequest, pk: int) -> HttpResponse:
    """One question about one part."""
    actor = actor_of(request)
    found = queries.office_application(actor, pk)
    require(actor, "ask_back", found)
    form = AskForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: doing.ask_back(found, data["part"], data["text"], actor=actor)):
        messages.success(request, _("The question is asked. A link to it is on its way to the applicant."))
        return redirect("office_application", pk)
    lead = _("A mail with a link goes to %(email)s. It does not contain the question.") % {"email": found.email}
    return _form_page(request, found, form, here=_("Ask back"), lead=lead, action=_("Send the question"))


@answers(Rule.DOOR)
@login_required
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the decision down. Nothing is sent."""
    actor = actor_of(request)
    found = queries.office_application(actor, pk)
    require(actor, "decide", found)
    decision = _decision_of(found)
    names = ("outcome", "reason", "conditions", "way_back")
    initial = {name: getattr(decision, name) for name in names} if decision else {}
    form = DecisionForm(request.POST if request.method == "POST" else None, initial=initial)
    if succeeds(form, lambda data: doing.decide(found, **data, actor=actor)):
        messages.success(request, _("The decision is written down. Nothing has been sent yet."))
        return redirect("send_decision", pk)
    lead = _("The decision is only written down here. You send it on the next page.")
    return _form_page(request, found, form, here=_("Decide"), lead=lead, action=_("Write the decision down"))


@answers(Rule.DOOR)
@login_required
def send_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Who gets it and what they read; only this button sends it."""
    actor = actor_of(request)
    found = queries.office_application(actor, pk)
    require(actor, "tell", found)
    if request.method == "POST":
        doing.send_decision(found, actor=actor)
        messages.success(request, _("The decision is sent."))
        return redirect("office_application", pk)
    decision = found.decision
    context = {"decision": decision, "sentence": outside.words_of_outcome(decision)}
    return _page(request, found, "send_decision", _("Send the decision"), **context)


def _decision_of(application: Application) -> ApplicationDecision | None:
    rows = ApplicationDecision.objects.select_related("decided_by", "sent_by")
    return rows.filter(application=application).first()


def _form_page(
    request: HttpRequest, found: Application, form: forms.BaseForm, *, here: str, lead: str, action: str
) -> HttpResponse:
    return _page(request, found, "office_form", here, form=form, lead=lead, action=action)


def _page(request: HttpRequest, found: Application, template: str, here: str, **context: Any) -> HttpResponse:
    return private(render(request, f"bewerbungen/{template}.html", {"found": found, "here": here, **context}))
