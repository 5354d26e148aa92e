"""Sentences of the OpenAPI document on a page."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def with_code(text: str) -> SafeString:
    """Plain words in which what stands between backticks is code."""
    pieces = enumerate(text.split("`"))
    return format_html_join(
        "", "{}", ((format_html("<code>{}</code>", piece) if number % 2 else piece,) for number, piece in pieces)
    )


@register.filter
def paragraphs(text: str) -> list[str]:
    """What stands between empty lines."""
    return [part for part in text.split("\n\n") if part.strip()]
