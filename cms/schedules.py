"""What happens by the clock."""

from __future__ import annotations

from django.core.management import call_command

from cms.actions.barriers import forget_old_reports
from plugins.api.access import SYSTEM


def publish_scheduled() -> None:
    """Wagtail's own command: entries go live and expire when their time has come."""
    call_command("publish_scheduled")


def clear_sessions() -> None:
    """Sessions that have ended are removed."""
    call_command("clearsessions")


def forget_barrier_reports() -> None:
    """Reports of barriers are kept for twelve months."""
    forget_old_reports(actor=SYSTEM)
