"""How pages of membership call people."""

from __future__ import annotations

from django import template

from cms.accounts.models import User
from plugins.membership.queries.directory import name_of

register = template.Library()


@register.filter
def called(person: User) -> str:
    """Their name; never the beginning of their address, which not everybody shows."""
    return name_of(person)
