"""The buttons under an entry in this forum's words: “release” means everybody here, so approving is not called that."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.action_menu import (
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import WorkflowState


class SubmitMenuItem(SubmitForModerationMenuItem):
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        came_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Submit for review again") if came_back else _("Submit for review")
        return context


def in_our_words(items: list[Any]) -> None:
    """Rename what Wagtail's workflow offers."""
    for position, item in enumerate(items):
        if isinstance(item, SubmitForModerationMenuItem):
            items[position] = SubmitMenuItem(order=item.order)
        elif isinstance(item, WorkflowMenuItem):
            item.label = _label(item.name, item.launch_modal) or item.label
        elif isinstance(item, CancelWorkflowMenuItem):
            item.label = _("Take it back from review")
        elif isinstance(item, RestartWorkflowMenuItem):
            item.label = _("Begin the review anew")


def _label(action: str, with_comment: bool) -> str:
    match action, with_comment:
        case "approve", False:
            return _("Approve and publish for members")
        case "approve", True:
            return _("Approve with a comment and publish")
        case "reject", _with_comment:
            return _("Ask for changes …")
    return ""
