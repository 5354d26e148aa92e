"""Asking a group for a date, reading who can when, answering with or without signing in, and fixing the date."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from plugins.api.access import ANONYMOUS, Actor, may, require
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.links import bearer, kept_quiet
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions.polls import answer_poll, ask_for_dates, call_off_poll, fix_date, remind_voters
from plugins.events.forms.polls import AskForDatesForm, PollAnswerForm
from plugins.events.models import DatePoll, PollVoter
from plugins.events.queries import polls as queries

SAID = ("title", "text", "minutes", "form", "place")


@answers(Rule.DOOR)
@login_required
def ask(request: HttpRequest) -> HttpResponse:
    """A working group is asked when it can meet."""
    actor = actor_of(request)
    require(actor, "create", DatePoll)
    group = request.GET.get("group", "")
    initial = {"group": int(group)} if group.isdecimal() else {}
    form = AskForDatesForm(request.POST if request.method == "POST" else None, initial=initial, actor=actor)
    made: list[DatePoll] = []

    def do(data: dict[str, Any]) -> None:
        said = {name: data[name] for name in SAID}
        made.append(ask_for_dates(data["group"], said, data["moments"], actor=actor))

    if succeeds(form, do):
        messages.success(request, _("Everybody in the group gets a mail with a link to answer."))
        return redirect(made[0])
    return private(render(request, "termine/polls/ask.html", {"form": form}))


@answers(Rule.DOOR)
@login_required
def poll(request: HttpRequest, pk: int) -> HttpResponse:
    """Who can when; one's own answer; for those who coordinate the group: reminding, fixing, calling off."""
    actor = actor_of(request)
    found = queries.poll_with(actor, pk)
    voter = queries.own_line(actor, found)
    form = _answer_form(request, voter) if voter else None
    if form is not None and voter is not None and _is_answered(form, voter, actor):
        messages.success(request, _("Your answer is in. You can change it until the date is fixed."))
        return redirect(found)
    context = {
        "poll": found,
        "table": queries.table_of(found),
        "form": form,
        "may_edit": bool(may(actor, "edit", found)),
    }
    return private(render(request, "termine/polls/poll.html", context))


@answers(Rule.DOOR)
@login_required
@require_POST
def decide(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """What those do who coordinate the group."""
    actor = actor_of(request)
    found = queries.poll_with(actor, pk)
    match what:
        case "erinnern":
            number = remind_voters(found, actor=actor)
            words = ngettext("One person is reminded.", "%(n)d people are reminded.", number)
            messages.success(request, words % {"n": number})
        case "festlegen":
            option = found.options.filter(pk=_number(request.POST.get("option"))).first()
            if option is None:
                raise Missing
            event = fix_date(found, option, actor=actor)
            messages.success(request, _("The date is fixed. Everybody in the group is told."))
            return redirect(event)
        case "beenden":
            call_off_poll(found, actor=actor)
            messages.success(request, _("The question was called off."))
        case _:
            raise Missing
    return redirect(found)


@answers(Rule.DOOR)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Somebody answers by the link of a mail, which can do only that."""
    voter = queries.voter_by(token)
    actor = bearer(ANONYMOUS, voter.principal)
    context: dict[str, Any] = {"poll": voter.poll, "person": voter.person, "is_over": not may(actor, "answer", voter)}
    if not context["is_over"]:
        form = _answer_form(request, voter)
        if _is_answered(form, voter, actor):
            context["is_answered"] = True
        context["form"] = form
    response: HttpResponse = kept_quiet(render(request, "termine/polls/by_link.html", context))
    return response


def _answer_form(request: HttpRequest, voter: PollVoter) -> PollAnswerForm:
    said = dict(voter.votes.values_list("option", "word"))
    sent = request.POST if request.method == "POST" else None
    return PollAnswerForm(sent, options=list(voter.poll.options.all()), said=said)


def _is_answered(form: PollAnswerForm, voter: PollVoter, actor: Actor) -> bool:
    return succeeds(form, lambda data: answer_poll(voter, form.words(), actor=actor))


def _number(given: str | None) -> int:
    return int(given) if given and given.isdecimal() else 0
