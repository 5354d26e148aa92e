"""Pages behind a secret link, and how they are kept from others."""

from __future__ import annotations

from typing import Any, Final

NO_REFERRER: Final = "strict-origin"
"""Browsers then tell nobody more than the name of this server. With `no-referrer` they would also keep it from the
forms of these very pages, which are then refused as coming from elsewhere."""


def kept_quiet(response: Any) -> Any:
    """Nothing between us and the reader keeps it, no search engine names it, no other site learns its address."""
    response["Cache-Control"] = "private, no-store"
    response["Vary"] = "Cookie"
    response["Referrer-Policy"] = NO_REFERRER
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
