"""Account pages: thin callers of queries and actions."""

from __future__ import annotations

import json
from typing import Any, cast

from allauth.usersessions.views import ListUserSessionsView
from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cms.accounts.devices import device_of
from cms.accounts.models import User
from cms.accounts.queries import personal_data_of, principals_in_words
from plugins.api.adapters.http import actor_of
from plugins.api.extensions import AccountPage
from plugins.api.registry import registry
from plugins.api.troubles import asked


@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Who the person is here, and the way to everything that belongs to the account."""
    user, actor = _person(request), actor_of(request)
    places = [
        {"title": page.title, "text": page.text, "url": reverse(page.url_name), "icon": page.icon}
        for page in sorted(registry.records(AccountPage), key=lambda page: page.order)
        if asked(page, False, page.shown_to, actor)
    ]
    person = {"name": user.get_full_name(), "email": user.email, "function": user.function}
    roles = principals_in_words(actor)
    return render(request, "konto/index.html", {"person": person, "roles": roles, "places": places})


@login_required
def personal_data(request: HttpRequest) -> HttpResponse:
    """What is stored about the person, part by part, and the way to take it along."""
    parts = [{**part, "shown": _as_json(part["data"])} for part in personal_data_of(_person(request))]
    context = {"parts": parts, "download_url": reverse("account_data_download")}
    return render(request, "konto/personal_data.html", context)


@login_required
def download_personal_data(request: HttpRequest) -> HttpResponse:
    """The same as one JSON file: title of each part -> its data."""
    parts = {part["title"]: part["data"] for part in personal_data_of(_person(request))}
    headers = {"Content-Disposition": 'attachment; filename="meine-daten.json"'}
    return HttpResponse(_as_json(parts), content_type="application/json", headers=headers)


def _person(request: HttpRequest) -> User:
    return cast(User, request.user)


def _as_json(data: object) -> str:
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


class SessionList(ListUserSessionsView):
    """Where the person is signed in; this device first, everywhere else can be ended."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for session in context["sessions"]:
            session.device = device_of(session.user_agent)
        context["sessions"].sort(key=lambda session: (session.is_current(), session.created_at), reverse=True)
        return context


sessions = SessionList.as_view()


@login_required
def to_overview(request: HttpRequest) -> HttpResponse:
    """The office changes addresses; the overview shows the present one."""
    return redirect("account")


def to_password_reset(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Every way to a new password is the one by mail."""
    return redirect("account_reset_password")


def not_offered(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """django-allauth knows this page, this forum has no use for it."""
    raise Http404
