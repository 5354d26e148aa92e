"""Who opens a socket: from which page, with which session."""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.http.cookie import parse_cookie
from django.http.request import split_domain_port, validate_host

from plugins.api.access import ANONYMOUS, Actor
from plugins.api.actors import actor_for

Scope = MutableMapping[str, Any]

USUAL_PORTS = {"http": ":80", "https": ":443"}


def comes_from_here(scope: Scope) -> bool:
    """Whether the forum is called by a name of its own, and by a page of its own.

    Browsers always say which page it is, and send the cookie along even from a page of elsewhere. A program that says
    nothing of a page is none that could be lured.
    """
    host = _header(scope, b"host").lower()
    domain, _port = split_domain_port(host)
    if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
        return False
    origin = _header(scope, b"origin").lower()
    return not origin or _is_page_of(origin, host)


def session_key_of(scope: Scope) -> str:
    """Empty where the browser brings none."""
    return parse_cookie(_header(scope, b"cookie")).get(settings.SESSION_COOKIE_NAME, "")


def actor_with(session_key: str) -> Actor:
    """Whose session it is at this moment, with the rights of this moment; a visitor where there is none any more."""
    if not session_key:
        return ANONYMOUS
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    return actor_for(get_user(request))


def _is_page_of(origin: str, host: str) -> bool:
    try:
        page = urlsplit(origin)
    except ValueError:
        return False
    if page.scheme not in (("https",) if settings.SESSION_COOKIE_SECURE else ("http", "https")):
        return False
    return page.netloc == host or page.netloc + USUAL_PORTS[page.scheme] == host


def _header(scope: Scope, name: bytes) -> str:
    """All values of this name, as one: what is given twice equals nothing that is ours."""
    return "; ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)
