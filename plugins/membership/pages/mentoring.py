"""A mentorship for the two of them: agreeing, the path, the quiet way to somebody else, looking back."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plugins.api.access import abilities, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions.mentor_offers import end_offer, offer_mentoring
from plugins.membership.actions.mentorship_closing import answer_at_the_end, ask_for_change
from plugins.membership.actions.mentorship_steps import mark_step, skip_step
from plugins.membership.actions.mentorships import accept_mentorship, decline_mentorship
from plugins.membership.forms.mentoring import ChangeForm, ClosingForm, DeclineForm, OfferForm, SkipForm
from plugins.membership.models import MentorOffer, Mentorship, StepKind
from plugins.membership.pages.mentoring_office import office_page
from plugins.membership.queries import mentoring as queries

VERBS = ("accept", "walk", "reach", "ask_change", "look_back", "end", "read_decline")


@answers(Rule.DOOR)
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """For the office all of them, for everybody else their own. Without any there is no such page."""
    actor = actor_of(request)
    if may(actor, "create", Mentorship):
        return office_page(request, actor)
    own = list(queries.own_mentorships(actor))
    if not own:
        raise Missing
    return private(render(request, "mentoring/own.html", {"mentorships": own, "reader": actor.user}))


@answers(Rule.SIGNED_IN)
@login_required
def offer(request: HttpRequest) -> HttpResponse:
    """What a member offers as mentor, or that they take it back."""
    actor = actor_of(request)
    own = queries.own_offer(actor)
    if own is None and not may(actor, "create", MentorOffer):
        raise Missing
    if own is not None and request.POST.get("do") == "end":
        end_offer(own, actor=actor)
        messages.success(request, _("You no longer offer to be a mentor. Mentorships that run go on."))
        return redirect("account")
    form = OfferForm(request.POST if request.method == "POST" else None, instance=own, actor=actor)
    if succeeds(form, lambda data: offer_mentoring(actor=actor, **data)):
        messages.success(request, _("The programme office sees what you offer. You are asked before anything begins."))
        return redirect("mentor_offer")
    context = {"form": form, "has_offer": own is not None, "is_member": actor.has("members")}
    return private(render(request, "mentoring/offer.html", context))


@answers(Rule.DOOR)
@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it stands, and what the reader can do."""
    actor = actor_of(request)
    found = queries.mentorship_for(actor, pk)
    counties = queries.counties_in_words(list(found.people))
    context = {
        "mentorship": found,
        "may": abilities(actor, found, VERBS),
        "is_office": not actor.has(*(f"user:{person}" for person in found.people)),
        "is_mentor": actor.has(f"user:{found.mentor_id}"),
        "mentor_county": counties.get(found.mentor_id, "–"),
        "mentee_county": counties.get(found.mentee_id, "–"),
        "readers": _readers(found, counties),
        "steps": list(found.steps.select_related("marked_by")),
        "evaluation": StepKind.EVALUATION,
        "contact": queries.contact_in(found, actor),
        "changes": queries.changes_of(found, actor),
        "answers": queries.answers_of(found, actor),
        "has_asked_change": queries.own_change(found, actor) is not None,
        "has_answered": queries.answers_of(found, actor).filter(person=actor.user).exists(),
    }
    return private(render(request, "mentoring/mentorship.html", context))


@answers(Rule.DOOR)
@login_required
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever is asked agrees."""
    actor = actor_of(request)
    found = accept_mentorship(queries.mentorship_for(actor, pk), actor=actor)
    if found.is_together:
        messages.success(request, _("The mentorship has begun. Below you find how you reach each other."))
    else:
        messages.success(request, _("Thank you. Now the new member is asked; you are told how it goes on."))
    return redirect(found)


@answers(Rule.DOOR)
@login_required
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever is asked says no, with a sentence for the office or without."""
    actor = actor_of(request)
    found = queries.mentorship_for(actor, pk)
    require(actor, "decline", found)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: decline_mentorship(found, actor=actor, reason=data["decline_reason"])):
        messages.success(request, _("Thank you for the answer. The programme office looks for somebody else."))
        return redirect(found)
    return _form_page(request, found, form, _("Decline the mentorship"), _("Decline"), _lead_of_decline(found))


@answers(Rule.DOOR)
@login_required
@require_POST
def mark(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """A step is done."""
    actor = actor_of(request)
    done = mark_step(queries.step_for(actor, pk, step), actor=actor)
    messages.success(request, _("Marked as done: %(step)s") % {"step": done.get_kind_display()})
    return redirect(done.mentorship)


@answers(Rule.DOOR)
@login_required
def skip(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """A step is left out, with a word."""
    actor = actor_of(request)
    found = queries.step_for(actor, pk, step)
    require(actor, "walk", found.mentorship)
    form = SkipForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: skip_step(found, data["word"], actor=actor)):
        messages.success(request, _("Skipped: %(step)s") % {"step": found.get_kind_display()})
        return redirect(found.mentorship)
    title = _("Skip a step: %(step)s") % {"step": found.get_kind_display()}
    return _form_page(request, found.mentorship, form, title, _("Skip this step"))


@answers(Rule.DOOR)
@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the office quietly for somebody else."""
    actor = actor_of(request)
    found = queries.mentorship_for(actor, pk)
    require(actor, "ask_change", found)
    form = ChangeForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: ask_for_change(found, data["text"], actor=actor)):
        messages.success(request, _("Only the programme office knows of it. It gets in touch with you."))
        return redirect(found)
    lead = _("The programme office reads it and gets in touch with you. The other one does not learn that you asked.")
    return _form_page(request, found, form, _("Ask for somebody else"), _("Ask the programme office"), lead)


@answers(Rule.DOOR)
@login_required
def look_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Three questions at the end."""
    actor = actor_of(request)
    found = queries.mentorship_for(actor, pk)
    require(actor, "look_back", found)
    is_mentee = actor.has(f"user:{found.mentee_id}")
    form = ClosingForm(request.POST if request.method == "POST" else None, is_mentee=is_mentee)
    if succeeds(form, lambda data: answer_at_the_end(found, actor=actor, **data)):
        messages.success(request, _("Thank you. Only the programme office reads what you wrote."))
        return redirect(found)
    lead = _("Only the programme office reads your answers. The other one answers the same questions for themselves.")
    return _form_page(request, found, form, _("Looking back at twelve weeks"), _("Send the answers"), lead)


def _readers(found: Mentorship, counties: dict[int, str]) -> list[str]:
    """Who sees it, in words; before the mentor agreed the new member is not among them."""
    people = [found.mentor, found.mentee] if found.agreed_at else [found.mentor]
    named = [", ".join(filter(None, (str(person), counties.get(person.pk, "")))) for person in people]
    return [*named, _("the programme office")]


def _lead_of_decline(found: Mentorship) -> str:
    if found.state == "asked":
        return _("The new member does not learn that you were asked.")
    return _("The mentor learns that it does not come about, and no more.")


def _form_page(
    request: HttpRequest, found: Mentorship, form: forms.BaseForm, title: str, button: str, lead: str = ""
) -> HttpResponse:
    context = {"mentorship": found, "form": form, "title": title, "button": button, "lead": lead}
    return private(render(request, "mentoring/form.html", context))
