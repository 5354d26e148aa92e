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
    "hand_over_event": (_("Hand an event over"), _("Handed an event over")),
    "leave_with_seat": (_("Give a place up with a seat"), _("Gave a place up when a seat ended")),
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
    "set_call": (_("Call for contributions"), _("Called for contributions to an event")),
    "close_call": (_("Close a call for contributions"), _("Closed a call for contributions")),
    "propose": (_("Propose something for a programme"), _("Proposed something for a programme")),
    "change_proposal": (_("Change a proposal for a programme"), _("Changed a proposal for a programme")),
    "withdraw_proposal": (_("Take back a proposal for a programme"), _("Took back a proposal for a programme")),
    "accept_proposal": (_("Accept a proposal for a programme"), _("Accepted a proposal for a programme")),
    "decline_proposal": (_("Decline a proposal for a programme"), _("Declined a proposal for a programme")),
    "plan_session": (_("Plan a session"), _("Planned a session")),
    "change_session": (_("Change a session"), _("Changed a session")),
    "cancel_session": (_("Cancel a session"), _("Cancelled a session")),
    "publish_programme": (_("Publish a programme"), _("Published a programme")),
}
