"""Who can see me at all."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.membership.queries.who_sees_me import who_sees


@answers(Rule.SIGNED_IN)
@login_required
def who_sees_me(request: HttpRequest) -> HttpResponse:
    """Roles and working groups, each with what they see of the reader."""
    actor = actor_of(request)
    return private(render(request, "mitglieder/who_sees_me.html", {"sight": who_sees(actor), "reader": actor.user}))
