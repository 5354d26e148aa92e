"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "plan_event": (_("Plan an event"), _("Planned an event")),
    "change_event": (_("Change an event"), _("Changed an event")),
    "publish_event": (_("Publish an event"), _("Published an event")),
    "cancel_event": (_("Cancel an event"), _("Cancelled an event")),
    "move_occurrence": (_("Move a date of an event"), _("Moved a date of an event")),
    "cancel_occurrence": (_("Cancel a date of an event"), _("Cancelled a date of an event")),
    "renew_calendar_address": (_("Create the address of a calendar"), _("Created the address of a calendar")),
    "end_calendar_address": (_("End the address of a calendar"), _("Ended the address of a calendar")),
}
