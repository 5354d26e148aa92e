"""Pages behind a secret link: whoever knows it comes in, and nobody learns it from us."""

from __future__ import annotations

from typing import Any, Final

from plugins.api.access import Actor

NO_REFERRER: Final = "strict-origin"
"""Browsers then tell nobody more than the name of this server. With `no-referrer` they would also keep it from the
forms of these very pages, which are then refused as coming from elsewhere."""


def bearer(actor: Actor, *principals: str) -> Actor:
    """Whoever came by a link, signed in or not, with what the link gives them."""
    return Actor(user=actor.user, principals=actor.principals | set(principals))


def kept_quiet(response: Any) -> Any:
    """Nothing between us and the reader keeps it, no search engine names it, no other site learns its address."""
    response["Cache-Control"] = "private, no-store"
    response["Vary"] = "Cookie"
    response["Referrer-Policy"] = NO_REFERRER
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
