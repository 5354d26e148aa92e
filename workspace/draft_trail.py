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
    "open_consultation": (_("Ask all members"), _("Asked all members about a draft")),
    "end_consultation": (_("End a consultation"), _("Ended a consultation about a draft before its time")),
    "submit_draft": (_("Hand a draft to the editors"), _("Handed a draft to the editors for publication")),
    "sign_draft": (
        _("Sign the check of a draft"),
        _("Signed that a draft is neutral and gives away nothing confidential"),
    ),
    "send_draft_back": (_("Send a draft back"), _("Sent a draft back to those whose it is")),
    "publish_draft": (_("Publish a draft"), _("Published a draft as a recommendation")),
    "connect_challenges": (_("Connect with challenges"), _("Changed which challenges a draft answers")),
    "merge_drafts": (_("Merge drafts"), _("Merged another draft into this one")),
    "split_draft": (_("Take out of a draft"), _("Took a part of a draft out as one of its own")),
    "reopen_draft": (_("Open a draft again"), _("Opened a draft again")),
}
"""Action -> what it is called, and what has happened."""


@hooks.register("register_log_actions")
def draft_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"workspace.{name}", label, message)
