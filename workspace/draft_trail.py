"""The words of the audit trail for drafts. Of titles and texts it has nothing: they are for their readers."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "start_draft": (_("Begin a draft"), _("Began a draft")),
    "rename_draft": (_("Rename a draft"), _("Changed the title of a draft")),
    "change_draft_readers": (_("Change who reads a draft"), _("Changed who reads a draft")),
    "name_version": (_("Keep a version"), _("Kept a version of a draft")),
    "restore_version": (_("Restore a version"), _("Restored a version of a draft")),
    "take_in": (_("Read in a file"), _("Read a file into a draft")),
    "close_draft": (_("Close a draft"), _("Closed a draft")),
    "hand_over_draft": (_("Hand a draft over"), _("Handed a draft over to others who go on with it")),
    "call_decision": (_("Call a decision"), _("Called a decision about a draft")),
    "call_decision_off": (_("Call a decision off"), _("Called a decision about a draft off")),
    "finish_decision": (_("End a decision"), _("Ended a decision about a draft that all had answered")),
    "take_text_up_again": (_("Take a text up again"), _("Took the text of a draft up again after a decision")),
    "reopen_draft": (_("Open a draft again"), _("Opened a draft again")),
}
"""Action -> what it is called, and what has happened."""


@hooks.register("register_log_actions")
def draft_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"workspace.{name}", label, message)
