"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "change_profile": (_("Change place in the directory"), _("Decided what members see in the directory")),
    "give_seat": (_("Give a seat"), _("Gave somebody a seat for a county")),
    "hand_over_seat": (_("Hand a seat over"), _("Fixed the end of a seat and handed over what its holder had in hand")),
    "record_mandate": (_("Record a guest’s mandate"), _("Recorded the mandate of a guest")),
    "end_mandate": (_("End a mandate"), _("Set the last day of a guest's mandate")),
    "agree_to_guest": (_("Agree to a guest"), _("Agreed to a guest in a working group")),
    "end_guest_in_group": (_("Decline or end a guest"), _("Declined a guest in a working group, or let it go")),
    "note_decision": (_("Note a decision"), _("Noted a decision of the programme office")),
    "mark_decision_as_past": (_("Mark a decision as past"), _("Marked a decision as no longer valid")),
}
