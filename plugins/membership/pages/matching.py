"""Common interests: whom a member could talk to, with the reasons, and one click to say no."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.membership.actions.matching import forget_refusals, join_matching, leave_matching, refuse_match
from plugins.membership.models import MatchRefusal, MemberProfile
from plugins.membership.queries import matching as queries


@answers(Rule.DOOR)
@login_required
def common_interests(request: HttpRequest) -> HttpResponse:
    """The matches of whoever takes part. A POST takes part, leaves, says no to one, or begins anew."""
    actor = actor_of(request)
    takes_part = queries.takes_part(actor)
    if request.method == "POST":
        _do(request, actor)
        return redirect("common_interests")
    number = actor.user.pk
    context = {
        "takes_part": takes_part,
        "matches": queries.matches_for(actor),
        "refused": MatchRefusal.objects.filter(person=number).count(),
        "is_listed": MemberProfile.objects.in_directory().filter(pk=number).exists(),
    }
    return private(render(request, "mitglieder/matching.html", context))


def _do(request: HttpRequest, actor: Actor) -> None:
    match request.POST.get("do", ""):
        case "join":
            join_matching(actor=actor)
            messages.success(request, _("You take part. Others who take part find you here, too."))
        case "leave":
            leave_matching(actor=actor)
            messages.success(request, _("You no longer take part. Nobody is shown you here any more."))
        case "refuse":
            match = queries.match_for(actor, _number(request.POST.get("person", "")))
            refuse_match(User.objects.get(pk=match.member.pk), actor=actor)
            messages.success(request, _("You are not shown this match again. Nobody else learns it."))
        case "anew":
            forget_refusals(actor=actor)
            messages.success(request, _("You are shown everybody again."))
        case _:
            raise Missing


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise Missing
    return int(text)
