"""The words of the audit trail for files and tasks of groups."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "upload_file": (_("Put down a file"), _("Put down a file in a working group")),
    "replace_file": (_("Replace a file"), _("Replaced a file of a working group by a new version")),
    "rename_file": (_("Rename a file"), _("Changed title or note of a file of a working group")),
    "remove_file": (_("Remove a file"), _("Removed a file of a working group")),
    "move_file": (_("Move a file"), _("Moved a file to another working group")),
    "add_task": (_("Write down a task"), _("Wrote down a task of a working group")),
    "edit_task": (_("Change a task"), _("Changed a task of a working group")),
    "finish_task": (_("Finish a task"), _("Marked a task of a working group as done")),
    "reopen_task": (_("Take up a task again"), _("Took up a task of a working group again")),
    "remove_task": (_("Delete a task"), _("Deleted a task of a working group")),
}
"""Action -> what it is called, and what has happened."""


@hooks.register("register_log_actions")
def shelf_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"workspace.{name}", label, message)
