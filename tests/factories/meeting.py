"""Offers and requests of help."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from plugins.api.actors import actor_for
from plugins.membership.actions.help_notices import write_help_notice
from plugins.membership.models import HelpNotice
from tests.factories.places import make_topic


def make_help_notice(
    by: User, title: str = "Vertrag zum Anpassen", *, kind: str = "offer", days: int = 30, topics: Iterable[str] = ()
) -> HelpNotice:
    """Hangs for so many days from today."""
    return write_help_notice(
        kind=kind,
        title=title,
        text=f"{title}, gern am Telefon.",
        until=timezone.localdate() + timedelta(days=days),
        topics=[make_topic(topic, is_open=True) for topic in topics],
        actor=actor_for(by),
    )
