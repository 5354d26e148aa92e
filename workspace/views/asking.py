"""Coming into a group and leaving it: joining, asking, inviting, answering."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions import admissions
from workspace.actions.places import join_group, leave_group, support_group
from workspace.models import Admission, WorkingGroup
from workspace.queries.admissions import admission_by_id
from workspace.queries.groups import group_by_slug
from workspace.queries.invitable import people_found
from workspace.views.forms import InvitationForm, NothingToFill, ReasonForm, RequestForm
from workspace.views.showing import page, who_sees


@answers(Rule.DOOR)
def take_part(request: HttpRequest, slug: str) -> HttpResponse:
    """Supports a proposal or joins an open group, once it is said who will read the name."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    proposed = bool(may(actor, "support", group))
    if not proposed:
        require(actor, "join", group)
    form = NothingToFill(request.POST if request.method == "POST" else None)
    act = support_group if proposed else join_group
    if succeeds(form, lambda data: act(group, actor=actor)):
        messages.success(request, _("You take part in this group from now on."))
        return redirect(group)
    text = _("Your county counts towards the least number of counties, and you take part from now on.")
    context = {
        "here": _("We join") if proposed else _("Join the group"),
        "lead": text if proposed else _("You take part from now on and read what is written in the group."),
        "audience": who_sees(group, actor) if group.shows_members else {"label": _("Only %s") % group, "people": []},
        "audience_about": _("Your name is read by:"),
        "action": _("We join") if proposed else _("Join the group"),
    }
    return page(request, "form", group, form=form, **context)


@answers(Rule.DOOR)
def ask_for_access(request: HttpRequest, slug: str) -> HttpResponse:
    """A sentence to those who coordinate, also by way of the programme office."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "ask_for_access", group)
    form = RequestForm(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: admissions.ask_for_access(group, **data, actor=actor)):
        messages.success(request, _("Your request is sent. You find the answer on this page."))
        return redirect(group)
    lead = _("Those who coordinate the group read your request and answer it. You can take it back at any time.")
    return page(request, "form", group, form=form, here=_("Ask for access"), lead=lead, action=_("Send the request"))


@answers(Rule.DOOR)
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Members by name and county; where there are many, a field to look for them."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "invite", group)
    words = request.GET.get("q", "").strip()
    found = people_found(group, words)
    form = InvitationForm(request.POST if request.method == "POST" else None, people=found.choices)
    if succeeds(form, lambda data: _invite(group, data, actor)):
        messages.success(request, _("The invitations are sent."))
        return redirect("group_members", group.slug)
    return page(request, "invite", group, form=form, found=found, words=words, tab="members", here=_("Invite people"))


@answers(Rule.DOOR)
def admission(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One request or invitation, with the buttons of whoever looks at it."""
    actor = actor_of(request)
    asked = admission_by_id(actor, slug, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None, required=False)
    form.fields["reason"].help_text = _reason_for(asked, actor)
    wanted = request.POST.get("do", "")
    if succeeds(form, lambda data: _answer(asked, wanted, data["reason"], actor)):
        messages.success(request, _("Your answer is noted."))
        back = may(actor, "see", asked.group)
        return redirect(asked.group if back else "groups")
    context = {
        "asked": asked,
        "form": form,
        "may": {verb: bool(decision) for verb, decision in _decisions(asked, actor).items()},
        "knows_group": bool(may(actor, "see", asked.group)),
    }
    return page(request, "admission", asked.group, here=asked.get_kind_display(), **context)


@answers(Rule.DOOR)
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks first; after the POST the group is closed to the person."""
    actor = actor_of(request)
    group = group_by_slug(actor, slug)
    require(actor, "leave", group)
    form = NothingToFill(request.POST if request.method == "POST" else None)
    if succeeds(form, lambda data: leave_group(group, actor=actor)):
        messages.success(request, _("You have left the group “%(group)s”.") % {"group": group})
        return redirect("groups")
    lead = _("You no longer read what is written in the group. What you wrote stays. To come back you ask anew.")
    if len(group.places()) == 1 and not group.is_closed:
        lead += " " + _("You are the last one: the group is closed with this.")
    return page(request, "form", group, form=form, here=_("Leave the group"), lead=lead, action=_("Leave the group"))


def _decisions(asked: Admission, actor: Actor) -> dict[str, Any]:
    return {
        "accept": may(actor, "accept", asked),
        "decide": may(actor, "decide", asked),
        "pass_on": may(actor, "pass_on", asked),
        "withdraw": may(actor, "withdraw", asked),
    }


def _reason_for(asked: Admission, actor: Actor) -> str:
    if asked.is_invitation:
        return _("You need not give one. Those who coordinate the group read it.")
    return _("Needed where you say no: the person who asked reads it.")


def _answer(asked: Admission, wanted: str, reason: str, actor: Actor) -> object:
    """What the pressed button means for this kind."""
    match wanted, asked.is_invitation:
        case "yes", True:
            return admissions.accept_invitation(asked, actor=actor)
        case "no", True:
            return admissions.decline_invitation(asked, reason=reason, actor=actor)
        case "yes", False:
            return admissions.accept_request(asked, actor=actor)
        case "no", False:
            return admissions.decline_request(asked, reason=reason, actor=actor)
        case "pass on", _:
            return admissions.pass_request_on(asked, actor=actor)
        case "give back", _:
            return admissions.give_request_back(asked, reason=reason, actor=actor)
        case "take back", _:
            return admissions.withdraw_admission(asked, actor=actor)
    raise Missing


def _invite(group: WorkingGroup, data: dict[str, Any], actor: Actor) -> object:
    people = User.objects.filter(pk__in=data["people"])
    return admissions.invite_people(group, people, text=data["text"], actor=actor)
