"""The two steps of the workflow that makes a recommendation of an adopted text. Wagtail asks the steps themselves."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState

Offer = tuple[str, str, bool]
"""The name of an action, what its button says, and whether something has to be filled in."""


class PublicationTask(AbstractGroupApprovalTask):
    """What both steps share: nothing of them is approved or rejected in Wagtail's way, the door decides each action."""

    class Meta:
        abstract = True

    def get_actions(self, obj: Any, user: Any) -> list[Offer]:
        from workspace.actions import publication_steps  # actions stand above models

        return publication_steps.offered(self, obj, user)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **given: Any) -> None:
        from workspace.actions import publication_steps  # actions stand above models

        publication_steps.take(task_state, user, action_name, given)

    def get_form_for_action(self, action: str) -> Any:
        from workspace.desk.forms import FORMS  # forms stand above models

        return FORMS.get(action) or super().get_form_for_action(action)

    def get_template_for_action(self, action: str) -> str:
        return "editing/publication_action.html"


class LanguageEdit(PublicationTask):
    """Editors make the text readable; its substance stays."""

    class Meta:
        verbose_name = gettext_lazy("language edit of a recommendation")
        verbose_name_plural = gettext_lazy("language edits of recommendations")

    @classmethod
    def get_description(cls) -> str:
        return _("Editors change the language of an adopted text, or give it back where its substance has to change.")


class NeutralityCheck(PublicationTask):
    """Two persons sign that the text is neutral and gives away nothing confidential; the second publishes it."""

    class Meta:
        verbose_name = gettext_lazy("neutrality and confidentiality check")
        verbose_name_plural = gettext_lazy("neutrality and confidentiality checks")

    @classmethod
    def get_description(cls) -> str:
        return _("Two persons sign a text, one of them from the programme office. With the second it is published.")
