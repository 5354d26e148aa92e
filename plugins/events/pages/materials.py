"""Minutes, slides, photos and recordings of an event: kept by its organisers, fetched by their readers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plugins.api.adapters.contents import send_content
from plugins.api.adapters.forms import succeeds
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.events.actions import afterwards as doing
from plugins.events.forms.afterwards import MaterialForm
from plugins.events.models import EventMaterial
from plugins.events.pages.afterwards_forms import event_to_add_to, form_page, removal
from plugins.events.queries import afterwards as queries
from plugins.events.queries.events import event_with


@answers(Rule.DOOR)
@login_required
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """One more material."""
    actor = actor_of(request)
    event = event_to_add_to(actor, slug)
    form = MaterialForm(*_sent(request), event=event)
    if succeeds(form, lambda data: doing.add_material(event, _said(data), upload=data["file"], actor=actor)):
        messages.success(request, _("It stands beside the event now."))
        return redirect("afterwards", slug)
    return form_page(request, event, form, _("Add minutes, slides, a photo, a recording"), _("Add it"))


@answers(Rule.DOOR)
@login_required
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other words, other readers, another file."""
    actor = actor_of(request)
    event = event_to_add_to(actor, slug)
    material = queries.material_with(actor, event, pk)
    form = MaterialForm(*_sent(request), event=event, instance=EventMaterial.objects.get(pk=material.pk))
    if succeeds(form, lambda data: doing.change_material(material, _said(data), upload=data["file"], actor=actor)):
        messages.success(request, _("It is changed."))
        return redirect("afterwards", slug)
    return form_page(request, event, form, _("Change “%(title)s”") % {"title": material.title}, _("Save it"))


@answers(Rule.DOOR)
@login_required
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks first."""
    actor = actor_of(request)
    event = event_to_add_to(actor, slug)
    material = queries.material_with(actor, event, pk)
    return removal(request, event, material.title, lambda: doing.remove_material(material, actor=actor))


@answers(Rule.DOOR)
def content(request: HttpRequest, slug: str, pk: int, name: str) -> HttpResponseBase:
    """The file under its own name. Pictures and PDF are shown, everything else is saved."""
    actor = actor_of(request)
    found = queries.material_with(actor, event_with(actor, slug), pk)
    if not found.content or found.name != name:
        raise Missing
    return send_content(request, found.content.name or "", found.file_kind, name)


@answers(Rule.DOOR)
def small(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """A photo in the size in which it stands on the page."""
    actor = actor_of(request)
    found = queries.material_with(actor, event_with(actor, slug), pk)
    if not found.small:
        raise Missing
    return send_content(request, found.small.name or "", "image/webp", "")


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "file"}
