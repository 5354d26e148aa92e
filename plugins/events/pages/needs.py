"""What participants need, for the two who are named; and naming them, for organisers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import may
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.routes import Rule, answers
from plugins.events.actions.needs import name_readers, read_needs
from plugins.events.forms.places import ReadersForm
from plugins.events.pages.parts import tabs_for
from plugins.events.periods import NEEDS_KEPT
from plugins.events.queries.events import event_with, organised_with
from plugins.events.queries.needs import people_to_name, readers_for


@answers(Rule.DOOR)
@login_required
def needs(request: HttpRequest, slug: str) -> HttpResponse:
    """Not there for anybody else, organisers and superusers included. Each look is logged."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    context = {"event": event, "needs": read_needs(event, actor=actor), "needs_days": NEEDS_KEPT.days}
    return private(render(request, "termine/needs.html", context))


@answers(Rule.DOOR)
@login_required
def readers(request: HttpRequest, slug: str) -> HttpResponse:
    """Organisers choose at most two; they themselves read nothing unless they are among them."""
    actor = actor_of(request)
    event = organised_with(actor, slug)
    named = readers_for(event, actor)
    people = people_to_name(event)
    form = ReadersForm(
        request.POST if request.method == "POST" else None, people=people, initial={"people": [one.pk for one in named]}
    )
    if succeeds(form, lambda data: name_readers(event, data["people"], actor=actor)):
        messages.success(request, _("Saved. Whoever comes sees who reads it."))
        return redirect("needs_readers", event.slug)
    context = {
        "event": event,
        "tabs": tabs_for(event, "readers"),
        "here": _("Who reads needs"),
        "form": form if may(actor, "edit", event) else None,
        "named": named,
        "needs_days": NEEDS_KEPT.days,
    }
    return private(render(request, "termine/needs_readers.html", context))
