from __future__ import annotations

from typing import Any

from cms.accounts.models import User
from cms.models import County
from plugins.api.actors import actor_for
from workspace.actions.drafts import start_draft
from workspace.drafting.formats.markdown import document_of_markdown
from workspace.models import Draft, DraftReach, WorkingGroup


def make_draft(
    owner: WorkingGroup | County,
    title: str = "Empfehlung Wohnraum",
    *,
    by: User,
    text: str = "Wir empfehlen eine Telefonnummer.",
    for_all: bool = False,
) -> Draft:
    """A draft with this text, in Markdown."""
    document: dict[str, Any] = document_of_markdown(text)[0]
    draft = start_draft(owner, title=title, document=document, actor=actor_for(by))
    if for_all:
        draft.reach = DraftReach.MEMBERS
        draft.save(update_fields=["reach"])
    return draft
