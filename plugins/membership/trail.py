"""The words of the audit trail: what people did, as the office reads it."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "change_profile": (_("Change place in the directory"), _("Decided what members see in the directory")),
    "note_decision": (_("Note a decision"), _("Noted a decision of the programme office")),
    "mark_decision_as_past": (_("Mark a decision as past"), _("Marked a decision as no longer valid")),
    "record_adoption": (_("Record an adoption"), _("Recorded what a county does with an entry")),
    "change_adoption": (_("Change an adoption"), _("Changed what a county says about an entry")),
    "move_adoption": (_("Change the state of an adoption"), _("Said how far a county is with an entry")),
    "write_help_notice": (_("Offer or look for help"), _("Offered or looked for help")),
    "change_help_notice": (_("Change an offer or request"), _("Changed an offer or request of help")),
    "end_help_notice": (_("End an offer or request"), _("Ended an offer or request of help")),
}
