"""What happens by the clock."""

from __future__ import annotations

from django.core.management import call_command


def publish_scheduled() -> None:
    """Wagtail's own command: entries go live and expire when their time has come."""
    call_command("publish_scheduled")


def clear_sessions() -> None:
    """Sessions that have ended are removed."""
    call_command("clearsessions")
