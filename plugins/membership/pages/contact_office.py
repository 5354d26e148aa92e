"""The programme office matches: the queue, one request, whom to ask, and what leaves the house by a press."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import Actor, abilities, require
from plugins.api.adapters.forms import refuse, succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Invalid
from plugins.membership.actions.contact_office import (
    close_contact,
    decline_contact,
    introduce,
    invite_members,
    note_contact,
    send_reason,
)
from plugins.membership.forms.contacts import MembersForm, NoteForm, ReasonForm
from plugins.membership.models import ContactRequest
from plugins.membership.queries import contacts as queries


@answers(Rule.DOOR)
@login_required
def queue(request: HttpRequest) -> HttpResponse:
    """What is open, oldest first, and what is over."""
    actor = actor_of(request)
    context = {"open": queries.queue(actor), "over": queries.queue(actor, is_open=False)[:100]}
    return private(render(request, "kontakt/queue.html", context))


@answers(Rule.DOOR)
@login_required
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, who was asked and what they said, and notes."""
    actor = actor_of(request)
    contact = queries.office_request(actor, pk)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: note_contact(contact, data["text"], actor=actor)):
        messages.success(request, _("The note is saved."))
        return redirect("contact_request", pk)
    context = {
        "contact": contact,
        "invitations": queries.invitations_of(contact, actor),
        "notes": queries.notes_of(contact),
        "form": form,
        "may_do": _may_do(actor, contact),
        "agreed": queries.agreed_invitations(contact),
    }
    return private(render(request, "kontakt/request.html", context))


@answers(Rule.DOOR)
@login_required
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom to ask; before anybody is asked their names are shown once more."""
    actor = actor_of(request)
    contact = queries.office_request(actor, pk)
    require(actor, "invite", contact)
    form = MembersForm(request.POST if request.method == "POST" else None, proposals=queries.proposals(contact, actor))
    chosen = form.chosen() if form.is_bound and form.is_valid() else []
    if chosen and request.POST.get("sure"):
        try:
            invited = invite_members(contact, [one.member.pk for one in chosen], actor=actor)
        except Invalid as invalid:
            refuse(form, invalid)
        else:
            messages.success(request, _("Asked: %(number)d. They are told at once.") % {"number": len(invited)})
            return redirect("contact_request", pk)
    is_sure_next = chosen and form.is_valid() and "change" not in request.POST
    template = "kontakt/sure.html" if is_sure_next else "kontakt/choose.html"
    return private(render(request, template, {"contact": contact, "form": form, "chosen": chosen}))


@answers(Rule.DOOR)
@login_required
def introduce_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the mails leave: to whom, by name, with what address; then one press."""
    actor = actor_of(request)
    contact = queries.office_request(actor, pk)
    require(actor, "introduce", contact)
    if request.method == "POST":
        introduce(contact, actor=actor)
        messages.success(request, _("The introduction is on its way."))
        return redirect("contact_request", pk)
    context = {"contact": contact, "agreed": queries.agreed_invitations(contact)}
    return private(render(request, "kontakt/introduce.html", context))


@answers(Rule.DOOR)
@login_required
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """With a reason, which is sent by another press."""
    actor = actor_of(request)
    contact = queries.office_request(actor, pk)
    require(actor, "decline", contact)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: decline_contact(contact, data["reason"], actor=actor)):
        messages.success(request, _("Declined. Nothing has been sent yet."))
        return redirect("contact_request", pk)
    return private(render(request, "kontakt/decline.html", {"contact": contact, "form": form}))


@answers(Rule.DOOR)
@login_required
@require_POST
def send_the_reason(request: HttpRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, send_reason, _("The reason is on its way."))


@answers(Rule.DOOR)
@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    return _pressed(request, pk, close_contact, _("The request is closed."))


def _may_do(actor: Actor, contact: ContactRequest) -> dict[str, bool]:
    """Which buttons there are."""
    verbs = ("invite", "introduce", "close", "decline", "send_reason")
    return {verb: answer is True for verb, answer in abilities(actor, contact, verbs).items()}


def _pressed(request: HttpRequest, pk: int, act: Callable[..., ContactRequest], sentence: str) -> HttpResponse:
    actor: Actor = actor_of(request)
    act(queries.office_request(actor, pk), actor=actor)
    messages.success(request, sentence)
    return redirect("contact_request", pk)
