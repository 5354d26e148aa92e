"""Becoming a member: the public page, and asking for the link with which an application begins."""

from __future__ import annotations

from typing import Final

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

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
TRAP: Final = "website"
"""A field that people never meet; programs fill it in."""


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
    status = 200
    if form.is_bound and form.is_valid():
        if request.POST.get(TRAP):
            return redirect("application_link_sent")
        address = form.cleaned_data["email"].lower()
        if consume(request, action="begin_application", key=address):
            begin_application(address, actor=actor_of(request))
            return redirect("application_link_sent")
        form.add_error(None, TOO_MANY)
        status = 429
    return render(request, "bewerbungen/begin.html", {"form": form, "trap": TRAP}, status=status)


@answers(Rule.EVERYBODY)
@cache_control(private=True, no_store=True)
def link_sent(request: HttpRequest) -> HttpResponse:
    """What happens now."""
    return render(request, "bewerbungen/link_sent.html", {"forgotten_days": periods.FORGOTTEN_AFTER.days})
