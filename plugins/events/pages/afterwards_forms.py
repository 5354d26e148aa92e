"""The forms by which organisers keep what stays of an event."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from plugins.api.access import Actor
from plugins.api.adapters.kept import private
from plugins.api.errors import Missing
from plugins.events.models import Event
from plugins.events.queries.events import organised_with


def event_to_add_to(actor: Actor, slug: str) -> Event:
    """Raises Missing: to others, and before others know of it, there is nothing to add to."""
    event = organised_with(actor, slug)
    if not event.is_open:
        raise Missing
    return event


def form_page(request: HttpRequest, event: Event, form: BaseForm, here: str, action: str) -> HttpResponse:
    """`action` stands on the button."""
    context = {"event": event, "form": form, "here": here, "action": action}
    return private(render(request, "termine/afterwards/form.html", context))


def removal(request: HttpRequest, event: Event, title: str, remove: Callable[[], None]) -> HttpResponse:
    """Asks first."""
    if request.method == "POST":
        remove()
        messages.success(request, _("It is removed."))
        return redirect("afterwards", event.slug)
    context = {"event": event, "title": title, "here": _("Remove it"), "action": _("Remove it")}
    return private(render(request, "termine/afterwards/remove.html", context))
