"""What somebody follows, and the button for it on every page of such a thing."""

from __future__ import annotations

from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import BigIntegerField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from workspace.actions.following import end_following, follow
from workspace.queries.following import followed_by, is_followed, things


@answers(Rule.SIGNED_IN)
@login_required
def followed_things(request: HttpRequest) -> HttpResponse:
    """All that the person follows, each with a button that ends it. A POST begins or ends following one thing."""
    actor = actor_of(request)
    if request.method == "POST":
        return redirect(_turn(request, actor))
    names = {"topic": _("Topics"), "entry": _("Entries"), "group": _("Working groups"), "person": _("People")}
    kinds = [
        {"kind": kind, "title": names[kind], "things": list(some)}
        for kind, some in groupby(followed_by(actor), key=lambda thing: thing.kind)
    ]
    return private(render(request, "mitteilungen/following.html", {"kinds": kinds}))


def follow_button(request: HttpRequest, kind: str, pk: int) -> str:
    """For the page of a thing that the reader sees."""
    context = {"kind": kind, "pk": pk, "is_followed": is_followed(actor_of(request), kind, pk)}
    return render_to_string("mitteilungen/follow.html", context, request)


def _turn(request: HttpRequest, actor: Actor) -> str:
    """Where it goes on: on the page of the thing, or in the list."""
    kind, number = request.POST.get("kind", ""), request.POST.get("id", "")
    if not (number.isascii() and number.isdigit()) or int(number) > BigIntegerField.MAX_BIGINT:
        raise Missing
    pk = int(number)
    if request.POST.get("do") == "follow":
        thing = follow(kind, pk, actor=actor)
        messages.success(request, _("You follow “%(title)s”. Nobody else sees that.") % {"title": thing.title})
        return thing.url
    end_following(kind, pk, actor=actor)
    messages.success(request, _("You no longer follow it."))
    thing_shown = next(things(actor, kind, [pk]), None)
    return thing_shown.url if thing_shown and request.POST.get("back") == "thing" else "following"
