"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "change_profile": (_("Change place in the directory"), _("Decided what members see in the directory")),
    "note_decision": (_("Note a decision"), _("Noted a decision of the programme office")),
    "mark_decision_as_past": (_("Mark a decision as past"), _("Marked a decision as no longer valid")),
    "offer_mentoring": (_("Offer to be a mentor"), _("Offered to be a mentor, or changed the offer")),
    "end_offer": (_("Take back the offer to be a mentor"), _("Took back the offer to be a mentor")),
    "assign_mentor": (_("Assign a mentor"), _("Asked a mentor to accompany a new member")),
    "accept_mentorship": (_("Agree to a mentorship"), _("Agreed to a mentorship")),
    "decline_mentorship": (_("Decline a mentorship"), _("Declined a mentorship")),
    "end_mentorship": (_("End a mentorship"), _("Ended a mentorship")),
    "close_mentorship": (_("Close a mentorship"), _("Closed a mentorship at the end of its path")),
}
