"""One application behind its link, for the applicant and her second reader."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.actions import application_letters as letters
from plugins.membership.actions import application_readers as readers
from plugins.membership.actions import applications as doing
from plugins.membership.forms.applications import (
    AnswerForm,
    CommentForm,
    LetterForm,
    NothingToFill,
    PartForm,
    ReaderForm,
)
from plugins.membership.models import ApplicationPart
from plugins.membership.models.applications import FIELDS
from plugins.membership.pages.application_files import letter_file
from plugins.membership.pages.application_keys import Held, by_link, insist_on_few_mails
from plugins.membership.periods import ACCEPTED_KEPT, REFUSED_KEPT
from plugins.membership.queries import application_pages as queries

PARTS = list(FIELDS)


@answers(Rule.DOOR)
@by_link
def application(request: HttpRequest, held: Held) -> HttpResponse:
    """Where it stands, in the words for outside."""
    form = CommentForm() if may(held.actor, "comment", held.application) else None
    return _overview(request, held, form)


@answers(Rule.DOOR)
@by_link
def part(request: HttpRequest, held: Held, part: str) -> HttpResponse:
    """One step. It is kept as it is sent, and leads on to the next, or back to all parts."""
    require(held.actor, "write", held.application)
    doing.insist_on_open(held.application, part)
    if part == ApplicationPart.LETTER:
        return _letter(request, held)
    form = PartForm(request.POST if request.method == "POST" else None, part=part, instance=held.application)
    if succeeds(form, lambda data: doing.save_part(held.application, part, data, actor=held.actor)):
        messages.success(request, _("Saved."))
        return _onward(request, held, part)
    return _part_page(request, held, part, form)


@answers(Rule.DOOR)
@by_link
def letter(request: HttpRequest, held: Held) -> HttpResponseBase:
    """The letter, to be saved."""
    return letter_file(held.actor, held.application)


@answers(Rule.DOOR)
@require_POST
@by_link
def remove_letter(request: HttpRequest, held: Held) -> HttpResponse:
    letters.remove_letter(held.application, actor=held.actor)
    messages.success(request, _("The letter is removed."))
    return redirect("application_part", held.token, ApplicationPart.LETTER)


@answers(Rule.DOOR)
@by_link
def hand_in(request: HttpRequest, held: Held) -> HttpResponse:
    """All of it once more, and one button."""
    require(held.actor, "hand_in", held.application)
    form = NothingToFill(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: doing.hand_in(held.application, actor=held.actor)):
        return redirect("application", held.token)
    return _page(request, held, "hand_in", here=_("Send the application"), form=form)


@answers(Rule.DOOR)
@by_link
def answer(request: HttpRequest, held: Held) -> HttpResponse:
    """To what the office asked back."""
    require(held.actor, "reply", held.application)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: doing.answer_question(held.application, data["answer"], actor=held.actor)):
        messages.success(request, _("Your answer has arrived."))
        return redirect("application", held.token)
    return _page(request, held, "answer", here=_("Answer the question"), form=form)


@answers(Rule.DOOR)
@by_link
def withdraw(request: HttpRequest, held: Held) -> HttpResponse:
    """Asks first."""
    require(held.actor, "withdraw", held.application)
    if request.method == "POST":
        doing.withdraw(held.application, actor=held.actor)
        return redirect("application", held.token)
    return _form_page(
        request,
        held,
        NothingToFill(),
        here=_("Withdraw the application"),
        lead=_("The programme office no longer reads it on, and you cannot go on with it. You can apply again later."),
        action=_("Withdraw the application"),
    )


@answers(Rule.DOOR)
@by_link
def invite_reader(request: HttpRequest, held: Held) -> HttpResponse:
    """A second person reads along and comments."""
    require(held.actor, "invite_reader", held.application)
    form = ReaderForm(request.POST if request.method == "POST" else None)

    def invite(data: dict[str, Any]) -> None:
        insist_on_few_mails(request, held)
        readers.invite_reader(held.application, data["email"], actor=held.actor)

    if succeeds(form, invite):
        messages.success(request, _("The link is on its way to this person."))
        return redirect("application", held.token)
    return _form_page(
        request,
        held,
        form,
        here=_("Let somebody read along"),
        lead=_("This person gets a link, reads all parts and can comment, but changes nothing. You can end the link."),
        action=_("Send the link"),
    )


@answers(Rule.DOOR)
@require_POST
@by_link
def end_reading(request: HttpRequest, held: Held) -> HttpResponse:
    readers.end_reading(held.application, actor=held.actor)
    messages.success(request, _("The link of the second person no longer works."))
    return redirect("application", held.token)


@answers(Rule.DOOR)
@require_POST
@by_link
def comment(request: HttpRequest, held: Held) -> HttpResponse:
    """What the second reader says; what she typed stays in the form where it is not taken."""
    form = CommentForm(request.POST)
    if succeeds(form, lambda data: readers.comment(held.application, data["text"], actor=held.actor)):
        messages.success(request, _("Your comment stands beside the application."))
        return redirect("application", held.token)
    return _overview(request, held, form)


def _overview(request: HttpRequest, held: Held, form: CommentForm | None) -> HttpResponse:
    actor, found = held.actor, held.application
    seen = queries.outside(actor, found)
    more = {
        "sentence": queries.words_of_outcome(seen.decision) if seen.decision else "",
        "comments": queries.comments_for(actor, found),
        "readers": queries.readers_of(actor, found),
        "seats": queries.seats_for(actor, found),
        "seats_left": queries.seats_left(found),
        "may_withdraw": bool(may(actor, "withdraw", found)),
        "may_invite": bool(may(actor, "invite_reader", found)),
        "refused_days": REFUSED_KEPT.days,
        "accepted_days": ACCEPTED_KEPT.days,
    }
    return _page(request, held, "application", here=_("Your application"), form=form, application=seen, **more)


def _letter(request: HttpRequest, held: Held) -> HttpResponse:
    is_sent = request.method == "POST"
    form = LetterForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if succeeds(form, lambda data: letters.upload_letter(held.application, data["file"], actor=held.actor)):
        messages.success(request, _("The letter is there."))
        return redirect("application", held.token)
    return _part_page(request, held, ApplicationPart.LETTER, form)


def _part_page(request: HttpRequest, held: Held, part: str, form: forms.BaseForm) -> HttpResponse:
    is_asked = held.application.state == "asked"
    number = PARTS.index(part) + 1
    more = {"part": part, "number": number, "total": len(PARTS), "is_asked": is_asked, "is_last": number == len(PARTS)}
    return _page(request, held, "part", here=str(ApplicationPart(part).label), form=form, **more)


def _onward(request: HttpRequest, held: Held, part: str) -> HttpResponse:
    following = PARTS[PARTS.index(part) + 1 :]
    if held.application.state == "begun" and following and request.POST.get("then") == "next":
        return redirect("application_part", held.token, following[0])
    return redirect("application", held.token)


def _form_page(
    request: HttpRequest, held: Held, form: forms.BaseForm, *, here: str, lead: str, action: str
) -> HttpResponse:
    return _page(request, held, "form", here=here, form=form, lead=lead, action=action)


def _page(request: HttpRequest, held: Held, template: str, *, here: str, **context: Any) -> HttpResponse:
    """A page behind the link, with the application as it looks from outside."""
    context.setdefault("application", queries.outside(held.actor, held.application))
    common = {"token": held.token, "is_reader": held.is_reader, "here": here}
    return render(request, f"bewerbungen/{template}.html", {**common, **context})
