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
    "set_rule": (_("Set a rule for a kind of event"), _("Set a rule for a kind of event")),
    "invite": (_("Invite to an event"), _("Invited to an event")),
    "remind": (_("Remind of an invitation"), _("Reminded of an invitation")),
    "answer_invitation": (_("Answer an invitation"), _("Answered an invitation")),
    "rename_participant": (_("Correct one’s own name"), _("Corrected the own name")),
    "erase_participant": (_("Erase one’s own data of an event"), _("Erased the own data of an event")),
}
