"""What Wagtail's admin learns from working groups: words of the audit trail, and adopted texts to check."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, URLResolver, include, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import TabbedInterface
from wagtail.log_actions import LogActionRegistry

from cms import wagtail_hooks as _forms  # noqa: F401  (the form of the recommendation is made there)
from cms.models import Recommendation
from workspace.desk import keeping  # noqa: F401  (its hooks register)
from workspace.desk.panel import PublicationPanel
from workspace.desk.plugin_groups import PluginGroupsView

ACTIONS: Final[dict[str, tuple[Promise, Promise]]] = {
    "propose": (_("Propose a working group"), _("Proposed a working group")),
    "edit": (_("Edit a working group"), _("Changed what a working group says about itself")),
    "record_mandate": (_("Record a mandate"), _("Recorded the mandate of a working group")),
    "support": (_("Support a proposal"), _("Joined a proposed working group")),
    "join": (_("Join a working group"), _("Joined a working group")),
    "leave": (_("Leave a working group"), _("Left a working group")),
    "change_role": (_("Change a role"), _("Changed what somebody does in a working group")),
    "hand_over_place": (_("Hand a place over"), _("Handed a place in a working group over with a seat")),
    "remove": (_("End a place"), _("Ended somebody’s place in a working group")),
    "ask_for_access": (_("Ask for access"), _("Asked to join a working group")),
    "invite": (_("Invite people"), _("Invited people to a working group")),
    "accept_invitation": (_("Accept an invitation"), _("Accepted an invitation to a working group")),
    "decline_invitation": (_("Decline an invitation"), _("Declined an invitation to a working group")),
    "accept_request": (_("Accept a request"), _("Accepted a request to join a working group")),
    "decline_request": (_("Decline a request"), _("Declined a request to join a working group")),
    "pass_request_on": (_("Pass a request on"), _("Passed a request on to a working group")),
    "give_request_back": (_("Give a request back"), _("Gave back a request to join a working group")),
    "withdraw_admission": (_("Take a request back"), _("Took back a request or an invitation")),
    "report": (_("Report"), _("Wrote a report of a working group")),
    "pause": (_("Pause a working group"), _("Paused a working group")),
    "resume": (_("Resume a working group"), _("Resumed a working group")),
    "carry_on": (_("Go on"), _("Said that a quiet working group goes on")),
    "close": (_("Close a working group"), _("Closed a working group")),
}
"""Action -> what it is called, and what has happened."""


def _with_check(form: TabbedInterface) -> None:
    """Above everything else in the first tab."""
    form.children[0].children.insert(0, PublicationPanel())


_with_check(Recommendation.edit_handler)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"workspace.{name}", label, message)


@hooks.register("register_admin_urls")
def check_of_adopted_texts() -> list[URLResolver | URLPattern]:
    return [
        path("publications/", include("workspace.desk.urls")),
        path("plugins/<slug:label>/groups/", PluginGroupsView.as_view(), name="plugin_groups"),
    ]
