"""Events for people's own calendars: the file of one event, the calendar of a person, and its secret address."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from plugins.api.access import visible_to
from plugins.api.actors import actor_for
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import etag_of, kept_for_visitors, private
from plugins.api.adapters.routes import Rule, answers
from plugins.api.errors import Missing
from plugins.api.mails import address_of
from plugins.events.actions.calendars import end_address, owner_of, renew_address
from plugins.events.calendars.components import CONTENT_TYPE, calendar_of
from plugins.events.models import Event
from plugins.events.queries import calendars as queries
from plugins.events.queries.events import event_with


@answers(Rule.DOOR)
@require_safe
@kept_for_visitors
def event_file(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, for any program for calendars. What is not published yet is in no calendar."""
    actor = actor_of(request)
    event = event_with(actor, slug)
    if not event.is_published:
        raise Missing
    events = Event.objects.filter(pk=event.pk).select_related("group").prefetch_related("occurrences")
    components = [*queries.components_for(actor, events), *queries.schedule_of(actor, event)]
    body = calendar_of(components, method="PUBLISH")
    return HttpResponse(body, content_type=CONTENT_TYPE)


@answers(Rule.DOOR)
@require_safe
def event_by_uid(request: HttpRequest, uid: str) -> HttpResponse:
    """From an address that names nothing to the page of the event, for whoever may know of it."""
    event = visible_to(actor_of(request), Event.objects.filter(uid=str(uid))).first()
    if event is None:
        raise Missing
    return private(redirect(event))


@answers(Rule.DOOR)
@require_safe
@sensitive_variables("token")
def calendar_of_person(request: HttpRequest, token: str) -> HttpResponse:
    """What the owner of this address has to do with and may know of now, whoever's browser asks.

    Programs ask every hour and are told when nothing is new.
    """
    owner = owner_of(token)
    if owner is None:
        raise Missing
    actor = actor_for(owner)
    with translation.override(owner.language):
        events = queries.events_in_calendar(actor)
        components = [*queries.components_for(actor, events), *queries.schedule_of(actor)]
        body = calendar_of(components, name=_("Forum: my events"))
    etag = etag_of(body)
    known = etag in request.headers.get("If-None-Match", "")
    response: HttpResponse = HttpResponseNotModified() if known else HttpResponse(body, content_type=CONTENT_TYPE)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


@answers(Rule.SIGNED_IN)
@login_required
def own_calendar(request: HttpRequest) -> HttpResponse:
    """Whether there is an address, since when, and whether a program asked under it."""
    address = queries.address_of_person(actor_of(request))
    return private(render(request, "konto/calendar.html", {"address": address}))


@answers(Rule.SIGNED_IN)
@login_required
@require_POST
@sensitive_variables("token", "url")
def renew(request: HttpRequest) -> HttpResponse:
    """The address stands in the answer to the form and nowhere else."""
    token = renew_address(actor=actor_of(request))
    url = address_of(reverse("calendar_of_person", args=[token]))
    context: dict[str, Any] = {"url": url, "subscribe_url": f"webcal:{url.partition(':')[2]}"}
    response = render(request, "konto/calendar_created.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@answers(Rule.SIGNED_IN)
@login_required
def end(request: HttpRequest) -> HttpResponse:
    """Asks first; after the POST the address leads nowhere."""
    actor = actor_of(request)
    address = queries.address_of_person(actor)
    if address is None:
        raise Missing
    if request.method == "POST":
        end_address(address, actor=actor)
        messages.success(request, _("The address of your calendar has ended."))
        return redirect("own_calendar")
    return private(render(request, "konto/calendar_end.html"))
