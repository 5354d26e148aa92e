"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "change_profile": (_("Change place in the directory"), _("Decided what members see in the directory")),
    "note_decision": (_("Note a decision"), _("Noted a decision of the programme office")),
    "mark_decision_as_past": (_("Mark a decision as past"), _("Marked a decision as no longer valid")),
    "ask_assessors": (_("Ask for assessments"), _("Asked members to assess an application")),
    "send_assessment": (_("Send an assessment"), _("Sent an assessment")),
    "declare_conflict": (_("Declare a conflict of interest"), _("Declared a conflict of interest")),
    "close_reading": (_("Close the reading"), _("Waits for no further assessment of an application")),
}
