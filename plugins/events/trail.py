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
    "answer_invitation": (_("Answer an invitation"), _("Answered an invitation")),
    "confirm_registration": (_("Confirm a registration"), _("Confirmed a registration")),
    "offer_place": (_("Offer a place"), _("Offered a place to the first of the waiting list")),
    "lose_offer": (_("Pass on a place"), _("Passed on a place that was not taken in time")),
    "accept_registration": (_("Accept a registration"), _("Accepted a registration")),
    "refuse_registration": (_("Refuse a registration"), _("Refused a registration")),
    "put_on_list": (_("Put somebody on the list"), _("Put somebody on the list")),
    "set_attendance": (_("Set attendance"), _("Set attendance")),
    "export_participants": (_("Download a list of participants"), _("Downloaded a list of participants")),
    "name_needs_readers": (_("Name who reads needs"), _("Named who reads needs")),
    "give_needs": (_("Say what one needs"), _("Said what they need")),
    "read_needs": (_("Read needs"), _("Read needs")),
    "erase_needs": (_("Erase needs"), _("Erased needs")),
    "erase_people": (_("Erase a list of participants"), _("Erased a list of participants")),
    "set_rule": (_("Set a rule for a kind of event"), _("Set a rule for a kind of event")),
    "invite": (_("Invite to an event"), _("Invited to an event")),
    "remind": (_("Remind of an invitation"), _("Reminded of an invitation")),
    "rename_participant": (_("Correct one’s own name"), _("Corrected the own name")),
    "erase_participant": (_("Erase one’s own data of an event"), _("Erased the own data of an event")),
    "add_material": (_("Add material to an event"), _("Added material to an event")),
    "change_material": (_("Change material of an event"), _("Changed material of an event")),
    "remove_material": (_("Remove material of an event"), _("Removed material of an event")),
    "add_result": (_("Note a result of an event"), _("Noted a result of an event")),
    "change_result": (_("Change a result of an event"), _("Changed a result of an event")),
    "remove_result": (_("Remove a result of an event"), _("Removed a result of an event")),
    "carry_on": (_("Make something of a result"), _("Made something of a result of an event")),
    "say_nothing_follows": (_("Say that there is nothing"), _("Said that there are neither minutes nor results")),
    "take_task": (_("Take a task from a meeting"), _("Took a task from a meeting")),
}
