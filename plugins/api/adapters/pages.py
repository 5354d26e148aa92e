"""The door for Wagtail's own page serving: what somebody may not see answers exactly like what does not exist."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks

from plugins.api.access import may
from plugins.api.adapters.http import actor_of


@hooks.register("before_serve_page", order=-1)
def ask_the_door(page: Any, request: HttpRequest, serve_args: Any, serve_kwargs: Any) -> None:
    """Before Wagtail's own hook, which would answer OPTIONS with 200."""
    if not may(actor_of(request), "see", page.specific_deferred):
        raise Http404
