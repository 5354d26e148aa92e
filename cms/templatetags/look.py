"""What every template draws with: icons from the sprite, marks of topics and counties."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cms.marks import mark_svg

register = template.Library()

KIND_ICONS = {
    "good_practice": "sprout",
    "concept": "lightbulb",
    "strategy": "map",
    "recommendation": "badge-check",
    "offer": "handshake",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite; it is decoration, a word always stands beside it.

    Stored lines and articles contain it, so its address has no hash that a later release would change.
    """
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}lernnetz/icons.svg#{}"/></svg>', settings.STATIC_URL, name
    )


@register.simple_tag
def kind_icon(kind: str) -> SafeString:
    """The icon of a kind of entry."""
    return icon(KIND_ICONS.get(kind, "file-text"))


@register.simple_tag
def mark(kind: str, key: str, size: str = "") -> SafeString:
    """The drawing of a topic or county: `{% mark "county" "99001" %}`, `{% mark "topic" "wohnen" "small" %}`."""
    return mark_safe(mark_svg(f"{kind}:{key}", small=size == "small"))  # noqa: S308 - nothing of the key is in it
