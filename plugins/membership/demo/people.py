"""Whom the demo world knows."""

from __future__ import annotations

from cms.accounts.models import User


def demo_people() -> dict[str, User]:
    """The accounts of the demo world by the first part of their address."""
    return {user.email.partition("@")[0]: user for user in User.objects.filter(email__endswith="@demo.example")}
