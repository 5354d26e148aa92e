"""The words of the audit trail for discussions."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "start_discussion": (_("Begin a discussion"), _("Began a discussion")),
    "edit_discussion": (_("Change a discussion"), _("Changed title and topics of a discussion")),
    "close_discussion": (_("Close a discussion"), _("Closed a discussion")),
    "reopen_discussion": (_("Open a discussion again"), _("Opened a discussion again")),
    "mark_answer": (_("Mark an answer"), _("Marked a post as the answer")),
    "unmark_answer": (_("Take back an answer"), _("Took back which post is the answer")),
    "change_readers": (_("Change who reads a discussion"), _("Changed who reads a discussion")),
    "ask_members": (_("Ask members about a challenge"), _("Asked members about a challenge")),
    "ask_for_quotes": (_("Ask for quotes"), _("Asked for quotes of a challenge")),
    "make_entry": (_("Make an entry of a challenge"), _("Made a draft entry of a challenge")),
    "withdraw_challenge": (_("Take a challenge back"), _("Took a challenge back")),
    "delete_post": (_("Delete a post"), _("Deleted a post")),
}
"""Action -> what it is called, and what has happened."""


@hooks.register("register_log_actions")
def discussion_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"workspace.{name}", label, message)
