"""A browser in words: “Firefox, Windows”."""

from __future__ import annotations

from django.utils.translation import gettext as _

# The first that fits counts: every browser also names those that it wants to be taken for.
BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "Firefox": "Firefox", "Chrom": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


def device_of(user_agent: str) -> str:
    """What a person recognises in the name that a browser gives itself."""
    names = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return ", ".join(name for name in names if name) or _("Unknown device")


def _first(words: dict[str, str], user_agent: str) -> str | None:
    return next((name for word, name in words.items() if word in user_agent), None)
