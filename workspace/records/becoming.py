"""What something said elsewhere can become here: a challenge, the proposal of a group, a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from cms.accounts.roles import OFFICE
from plugins.api import extensions as slots
from plugins.api.access import Actor
from plugins.api.becoming import PARAMETER
from workspace.policies.discussions import MEMBERS
from workspace.queries import becoming
from workspace.queries.drafts import owners_to_write_for


def becoming_records() -> Iterator[Any]:
    yield slots.Becoming(
        "challenge",
        _("A challenge to all members"),
        lambda reference: f"/herausforderungen/neu/?{urlencode({PARAMETER: reference})}",
        becoming.challenges_made,
        order=10,
        shown_to=lambda actor: actor.has(MEMBERS),
    )
    yield slots.Becoming(
        "group",
        _("The proposal of a working group"),
        lambda reference: f"/arbeitsgruppen/vorschlagen/?{urlencode({PARAMETER: reference})}",
        becoming.groups_made,
        order=20,
        shown_to=lambda actor: actor.has(MEMBERS, OFFICE),
    )
    yield slots.Becoming(
        "draft",
        _("A draft"),
        lambda reference: f"/entwuerfe/?{urlencode({PARAMETER: reference})}#begin",
        becoming.drafts_made,
        order=30,
        shown_to=_writes_somewhere,
    )


def _writes_somewhere(actor: Actor) -> bool:
    return bool(owners_to_write_for(actor))
