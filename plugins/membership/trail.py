"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "change_profile": (_("Change place in the directory"), _("Decided what members see in the directory")),
    "give_seat": (_("Give a seat"), _("Gave somebody a seat for a county")),
    "hand_over_seat": (_("Hand a seat over"), _("Fixed the end of a seat and handed over what its holder had in hand")),
    "name_in_public": (_("Name a county in public"), _("Said whether a county is named on the public pages")),
    "record_mandate": (_("Record a guest’s mandate"), _("Recorded the mandate of a guest")),
    "end_mandate": (_("End a mandate"), _("Set the last day of a guest's mandate")),
    "agree_to_guest": (_("Agree to a guest"), _("Agreed to a guest in a working group")),
    "end_guest_in_group": (_("Decline or end a guest"), _("Declined a guest in a working group, or let it go")),
    "note_decision": (_("Note a decision"), _("Noted a decision of the programme office")),
    "begin_application": (_("Begin an application"), _("Began an application of a county")),
    "hand_in_application": (_("Hand an application in"), _("Handed in an application of a county")),
    "answer_question": (_("Answer a question"), _("Answered what the office asked back about an application")),
    "withdraw_application": (_("Withdraw an application"), _("Withdrew an application of a county")),
    "invite_reader": (_("Invite a second reader"), _("Invited a second reader to an application")),
    "end_reading": (_("End the link of a reader"), _("Ended the link of a second reader")),
    "note_application": (_("Note on an application"), _("Noted something on an application")),
    "find_complete": (_("Find an application complete"), _("Found an application complete")),
    "ask_back": (_("Ask back"), _("Asked something back about an application")),
    "decide_application": (_("Decide on an application"), _("Decided on an application")),
    "send_decision": (_("Send a decision"), _("Sent the decision on an application")),
    "offer_seat": (_("Keep a seat"), _("Kept a seat of a county for somebody")),
    "take_back_seat": (_("Take an offered seat back"), _("Took back a seat that was kept for somebody")),
    "take_seat": (_("Take a seat"), _("Took a seat of a county")),
    "empty_application": (_("Empty an application"), _("Removed what was personal from an application")),
    "mark_decision_as_past": (_("Mark a decision as past"), _("Marked a decision as no longer valid")),
    "confirm_contact": (_("Confirm a request for contact"), _("Confirmed a request for contact")),
    "invite_to_contact": (_("Ask members about a contact"), _("Asked members whether they want contact")),
    "answer_contact": (_("Answer about a contact"), _("Answered whether they want contact")),
    "note_contact": (_("Note on a request for contact"), _("Noted something on a request for contact")),
    "introduce": (
        _("Introduce"),
        _("Sent the requester the addresses of those who agreed, and them the requester's"),
    ),
    "decline_contact": (_("Decline a request for contact"), _("Declined a request for contact")),
    "send_contact_reason": (_("Send a refusal"), _("Sent the reason of a refusal")),
    "close_contact": (_("Close a request for contact"), _("Closed a request for contact")),
    "ask_assessors": (_("Ask for assessments"), _("Asked members to assess an application")),
    "send_assessment": (_("Send an assessment"), _("Sent an assessment")),
    "declare_conflict": (_("Declare a conflict of interest"), _("Declared a conflict of interest")),
    "close_reading": (_("Close the reading"), _("Waits for no further assessment of an application")),
    "record_adoption": (_("Record an adoption"), _("Recorded what a county does with an entry")),
    "change_adoption": (_("Change an adoption"), _("Changed what a county says about an entry")),
    "move_adoption": (_("Change the state of an adoption"), _("Said how far a county is with an entry")),
    "write_help_notice": (_("Offer or look for help"), _("Offered or looked for help")),
    "change_help_notice": (_("Change an offer or request"), _("Changed an offer or request of help")),
    "end_help_notice": (_("End an offer or request"), _("Ended an offer or request of help")),
    "offer_mentoring": (_("Offer to be a mentor"), _("Offered to be a mentor, or changed the offer")),
    "end_offer": (_("Take back the offer to be a mentor"), _("Took back the offer to be a mentor")),
    "assign_mentor": (_("Assign a mentor"), _("Asked a mentor to accompany a new member")),
    "accept_mentorship": (_("Agree to a mentorship"), _("Agreed to a mentorship")),
    "decline_mentorship": (_("Decline a mentorship"), _("Declined a mentorship")),
    "end_mentorship": (_("End a mentorship"), _("Ended a mentorship")),
    "close_mentorship": (_("Close a mentorship"), _("Closed a mentorship at the end of its path")),
}
