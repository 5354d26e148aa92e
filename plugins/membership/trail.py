"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "change_profile": (_("Change place in the directory"), _("Decided what members see in the directory")),
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
}
