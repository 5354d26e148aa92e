"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "plan_event": (_("Plan an event"), _("Planned an event")),
    "change_event": (_("Change an event"), _("Changed an event")),
    "publish_event": (_("Publish an event"), _("Published an event")),
    "ask_for_dates": (_("Ask for a date"), _("Asked a working group for a date")),
    "answer_poll": (_("Answer about dates"), _("Said when they can meet")),
    "remind_voters": (_("Remind about dates"), _("Reminded who had not said when they can meet")),
    "fix_date": (_("Fix a date"), _("Fixed the date of a meeting")),
    "call_off_poll": (_("Call off a question for dates"), _("Called off a question for dates")),
    "set_up_room": (_("Set up a room"), _("Set up the room of an event")),
    "close_room": (_("Give up a room"), _("Gave up the room of an event")),
    "cancel_event": (_("Cancel an event"), _("Cancelled an event")),
    "move_occurrence": (_("Move a date of an event"), _("Moved a date of an event")),
    "cancel_occurrence": (_("Cancel a date of an event"), _("Cancelled a date of an event")),
    "renew_calendar_address": (_("Create the address of a calendar"), _("Created the address of a calendar")),
    "end_calendar_address": (_("End the address of a calendar"), _("Ended the address of a calendar")),
}
