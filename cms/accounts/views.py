"""Account pages: thin callers of `cms.accounts.actions`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plugins.api.adapters.routes import Rule, answers


@answers(Rule.EVERYBODY)
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Wagtail's sign-in is ours, whatever the method."""
    return redirect("account_login")


@answers(Rule.EVERYBODY)
def to_sign_out(request: HttpRequest) -> HttpResponse:
    return redirect("account_logout")


@answers(Rule.EVERYBODY)
def to_password_reset(request: HttpRequest) -> HttpResponse:
    return redirect("account_reset_password")
