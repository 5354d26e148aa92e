"""Addresses under `/konto/`: each with its rule, never kept by a cache, and honest about too many attempts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache

from plugins.api.adapters.routes import Rule, answers

View = Callable[..., HttpResponse]

TOO_MANY = frozenset({"too_many_login_attempts", "rate_limited"})
"""What django-allauth calls an error of a form when somebody has tried too often."""

WAIT = 300
"""Seconds until the next try, as production's limits count them."""


def ruled(view: View, rule: Rule) -> View:
    """The view with its rule, itself untouched: django-allauth's know neither our rules nor 429 on a form."""

    @answers(rule)
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if _tried_too_often(response):
            response.status_code = 429
            response["Retry-After"] = str(WAIT)
        return response

    return answer


def account_page(route: str, view: View, name: str, rule: Rule = Rule.SIGNED_IN) -> URLPattern:
    """A route under `/konto/`."""
    return path(route, ruled(view, rule), name=name)


def _tried_too_often(response: HttpResponse) -> bool:
    """The page that says so, or a form that does and keeps what was typed."""
    if response.status_code == 429:
        return True
    context = getattr(response, "context_data", None) or {}
    forms = [context[name] for name in ("form", "webauthn_form") if context.get(name) is not None]
    errors = [error for form in forms if form.is_bound for found in form.errors.as_data().values() for error in found]
    return any(error.code in TOO_MANY for error in errors)
