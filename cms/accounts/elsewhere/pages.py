"""The way to an account elsewhere and back, and under `/konto/` what is connected."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.providers.openid_connect import views as allauth
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from requests import RequestException

from cms.accounts.elsewhere.actions import disconnect
from cms.accounts.elsewhere.adapter import failure
from cms.accounts.elsewhere.keeping import told_of
from cms.accounts.elsewhere.queries import connections_of, identity_providers
from plugins.api.adapters.http import actor_of

BROKEN = (RequestException, KeyError, ValueError)
"""A provider that is away, or says what makes no sense."""


def sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Sent off by a button, never by a link alone: nobody is signed in or connected by a page that they came across."""
    name = _name_of(provider_id)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        response: HttpResponse = allauth.login(request, provider_id)
    except BROKEN:
        return failure(request, name, 503)
    if response.status_code != 302:
        return response
    # browsers hold our policy against every address to which a form leads in the end, and providers lead on to others
    address = response["Location"]
    page = render(request, "socialaccount/on_the_way.html", {"provider": name, "address": address})
    page["Refresh"] = f"0; url={address}"
    return page


def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """With what the provider says; the rest is django-allauth's, and after a password or a second factor ours."""
    name = _name_of(provider_id)
    try:
        response: HttpResponse = allauth.callback(request, provider_id)
    except BROKEN:
        return failure(request, name, 503)
    return response


@login_required
def connections(request: HttpRequest) -> HttpResponse:
    """With which accounts elsewhere the person signs in, and how to connect another one."""
    actor = actor_of(request)
    names = {one["id"]: one["name"] for one in identity_providers()}
    rows = [
        {
            "name": names.get(connection.provider, connection.provider),
            "told": told_of(connection),
            "since": connection.date_joined,
            "last_used_at": connection.last_login,
            "end_url": reverse("account_disconnect", args=[connection.pk]),
        }
        for connection in connections_of(actor)
    ]
    context: dict[str, Any] = {"connections": rows, "providers": identity_providers()}
    return render(request, "socialaccount/connections.html", context)


@login_required
def end_connection(request: HttpRequest, pk: int) -> HttpResponse:
    """One button; the password here goes on working, and whoever has none sets one by mail."""
    actor = actor_of(request)
    connection = get_object_or_404(connections_of(actor), pk=pk)
    if request.method == "POST":
        disconnect(connection, actor=actor)
        messages.success(request, _("The connection has ended. You still sign in here with your password."))
    return redirect("socialaccount_connections")


def _name_of(provider_id: str) -> str:
    for one in identity_providers():
        if one["id"] == provider_id:
            return one["name"]
    raise Http404
