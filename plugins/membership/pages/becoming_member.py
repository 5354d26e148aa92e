"""Becoming a member: the public page, and asking for the link with which an application begins."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from plugins.api.adapters.forms import TRAP, refused_by_anybodys_form
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership import periods
from plugins.membership.actions.applications import begin_application
from plugins.membership.forms.applications import BeginForm
from plugins.membership.queries.rounds import next_round, open_round

TOO_MANY = _(
    "Very many links were asked for from your connection or for this address. Please try again in an hour, or write "
    "to the programme office."
)


@answers(Rule.EVERYBODY)
def become_member(request: HttpRequest) -> HttpResponse:
    """Who can join, what it takes, how it is decided, how long it takes, what is kept how long.

    Rounds open and close at midnight without anybody's doing, so no copy of it is kept.
    """
    context = {
        "open_round": open_round(),
        "next_round": next_round(),
        "weeks": periods.DECIDED_WITHIN.days // 7,
        "checked_days": periods.CHECKED_WITHIN.days,
        "answer_days": periods.ANSWERED_WITHIN.days,
        "forgotten_days": periods.FORGOTTEN_AFTER.days,
        "refused_days": periods.REFUSED_KEPT.days,
        "accepted_days": periods.ACCEPTED_KEPT.days,
    }
    return private(render(request, "bewerbungen/become_member.html", context))


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def begin(request: HttpRequest) -> HttpResponse:
    """The same for every address, whether there is an application or not; only its mailbox learns more."""
    form = BeginForm(request.POST if request.method == "POST" else None)
    status = refused_by_anybodys_form(
        request,
        form,
        lambda data: begin_application(data["email"].lower(), actor=actor_of(request)),
        limit="begin_application",
        too_many=TOO_MANY,
        key=lambda data: data["email"].lower(),
    )
    if status is None:
        return redirect("application_link_sent")
    return render(request, "bewerbungen/begin.html", {"form": form, "trap": TRAP}, status=status)


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def link_sent(request: HttpRequest) -> HttpResponse:
    """What happens now."""
    return render(request, "bewerbungen/link_sent.html", {"forgotten_days": periods.FORGOTTEN_AFTER.days})
