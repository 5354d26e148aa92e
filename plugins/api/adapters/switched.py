"""Addresses of plugins that are switched off answer calmly: the same to everybody, there or not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.views import APIView

from plugins.api import switching
from plugins.api.access import Actor
from plugins.api.adapters.http import actor_of
from plugins.api.adapters.kept import private
from plugins.api.adapters.rest import problem
from plugins.api.extensions import RestMount, UrlMount
from plugins.api.plugin import Plugin
from plugins.api.registry import registry

REST: Final = "/api/v1/"
PLACES: Final = ((UrlMount, "/"), (RestMount, REST))


class SwitchMiddleware:
    """Before a view of a plugin is asked, and before anything of the request is judged."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        plugin = _behind(request, view)
        if plugin is None or switching.is_on(plugin):
            return None
        if not switching.where(plugin).is_off and switching.is_on_for(plugin, _who(request)):
            return None
        return _removed(request) if switching.was_removed(plugin) else switched_off(request)


def switched_off(request: HttpRequest) -> HttpResponse:
    """It is away for a while: people get a page with a way on, programs a problem. Nothing is kept of it."""
    if request.path.startswith(REST):
        response = problem(503, _("This part of the forum is switched off at present."))
    else:
        response = private(render(request, "switched_off.html", status=503))
        response["Cache-Control"] = "no-store"
    response._has_been_logged = True  # type: ignore[attr-defined]  # somebody wanted it so: no failure for the log
    return response


def removed(request: HttpRequest) -> HttpResponse | None:
    """For an address at which nothing is: what became of it, where it was one of a plugin that was removed for good."""
    if any(request.path.startswith(prefix) for one in switching.gone() for prefix in one.prefixes):
        return _removed(request)
    return None


def _removed(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(REST):
        return problem(410, _("This part of the forum was removed."))
    response = private(render(request, "removed.html", status=410))
    response["Cache-Control"] = "no-store"
    return response


def prefixes_of(plugin: Plugin) -> list[str]:
    """Where the addresses of a plugin begin that are nobody else's."""
    found = {f"{place}{mount.prefix}": owner for mount, owner, place in _mounts()}
    shared = {f"{place}{mount.prefix}" for mount, owner, place in _mounts() if owner is not plugin}
    return sorted(prefix for prefix, owner in found.items() if owner is plugin and prefix not in shared)


def _mounts() -> Iterator[tuple[Any, Plugin, str]]:
    for slot, place in PLACES:
        for one in registry.registrations(slot):
            yield one.record, one.origin, place


def _behind(request: HttpRequest, view: Any) -> Plugin | None:
    """The plugin that an address belongs to, where it is one that can be switched off."""
    match = request.resolver_match
    plugin = _owners().get(match.route) if match is not None else None
    return plugin or _by_module(getattr(view, "view_class", view))


def _by_module(view: Any) -> Plugin | None:
    """Pages in the editorial desk are mounted by Wagtail, whoever wrote them."""
    module = f"{getattr(view, '__module__', '')}."
    return next((plugin for plugin in _switchable() if module.startswith(f"{plugin.name}.")), None)


@cache
def _switchable() -> tuple[Plugin, ...]:
    return tuple(plugin for plugin in registry.plugins if not plugin.is_fixed)


@cache
def _owners() -> dict[str, Plugin]:
    """Route, as a resolved address knows it, -> the plugin that mounts it. The core comes first, as it does there."""
    found: dict[str, Plugin] = {}
    for mount, plugin, place in _mounts():
        urlconf = import_string(f"{mount.urlconf}.urlpatterns")
        for route in _below(urlconf):
            found.setdefault(f"{place.removeprefix('/')}{mount.prefix}{route}", plugin)
    return {route: plugin for route, plugin in found.items() if not plugin.is_fixed}


def _below(patterns: list[Any]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield str(pattern.pattern)
        else:
            for route in _below(pattern.url_patterns):
                yield f"{pattern.pattern}{route.removeprefix('^')}"


def _who(request: HttpRequest) -> Actor:
    """Whoever sent it, also by a token; what is wrong with that, the view itself says."""
    if request.path.startswith(REST) and "Authorization" in request.headers:
        with suppress(APIException, PermissionDenied):
            APIView().initialize_request(request).user  # noqa: B018 - asking for it is what authenticates
    return actor_of(request)
