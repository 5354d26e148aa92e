"""Results of an event, which its organisers keep."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.events.actions import afterwards as doing
from plugins.events.forms.afterwards import ResultForm
from plugins.events.models import EventResult
from plugins.events.pages.afterwards_forms import event_to_add_to, form_page, removal
from plugins.events.queries import afterwards as queries


@answers(Rule.DOOR)
@login_required
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """One more result."""
    actor = actor_of(request)
    event = event_to_add_to(actor, slug)
    form = ResultForm(request.POST if request.method == "POST" else None, event=event)
    if succeeds(form, lambda data: doing.add_result(event, data, actor=actor)):
        messages.success(request, _("The result is noted."))
        return redirect("afterwards", slug)
    return form_page(request, event, form, _("Note a result"), _("Note the result"))


@answers(Rule.DOOR)
@login_required
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words, other readers."""
    actor = actor_of(request)
    event = event_to_add_to(actor, slug)
    result = queries.result_with(actor, event, pk)
    fresh = EventResult.objects.get(pk=result.pk)
    form = ResultForm(request.POST if request.method == "POST" else None, event=event, instance=fresh)
    if succeeds(form, lambda data: doing.change_result(result, data, actor=actor)):
        messages.success(request, _("The result is changed."))
        return redirect("afterwards", slug)
    return form_page(request, event, form, _("Change a result"), _("Save the result"))


@answers(Rule.DOOR)
@login_required
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    event = event_to_add_to(actor, slug)
    result = queries.result_with(actor, event, pk)
    return removal(request, event, result.text, lambda: doing.remove_result(result, actor=actor))
