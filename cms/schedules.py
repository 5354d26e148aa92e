"""What happens by the clock."""

from __future__ import annotations

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from cms.actions.barriers import forget_old_reports
from cms.actions.deliveries import forget_old_deliveries
from cms.actions.webhooks import end_dead_webhooks
from cms.facts import MediaChanged
from cms.models import Entry
from cms.projecting import differences, project
from cms.queries.files import unread_files
from plugins.api.access import SYSTEM
from plugins.api.outbox import announce


def publish_scheduled() -> None:
    """Wagtail's own command: entries go live and expire when their time has come."""
    call_command("publish_scheduled")


def show_age() -> None:
    """From the day after their review date readers are told that entries have aged.

    Looked for every hour, so that the first hours of that day do not count as a difference between layer and source.
    """
    overdue = Entry.objects.filter(live=True, review_by__lt=timezone.localdate())
    for pk in overdue.order_by("pk").values_list("pk", flat=True):
        if any(differences(pk)):
            project(pk)


def clear_sessions() -> None:
    """Sessions that have ended are removed."""
    call_command("clearsessions")


def forget_barrier_reports() -> None:
    """Reports of barriers are kept for twelve months."""
    forget_old_reports(actor=SYSTEM)


def tidy_webhooks() -> None:
    """Deliveries are kept for thirty days, and webhooks as long as their token."""
    end_dead_webhooks()
    forget_old_deliveries()


@transaction.atomic
def find_unread_files() -> None:
    """Files from before texts were read, or from before they are read as they are today."""
    for pk in unread_files().values_list("pk", flat=True):
        announce(MediaChanged(model="file", object_id=pk))
