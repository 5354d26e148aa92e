"""Inviting people to events, and the links that their mails bring."""

from __future__ import annotations

import re
from typing import Any

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.invitations import send_invitations
from plugins.events.actions.keys import new_key
from plugins.events.models import Event, Participant
from plugins.events.queries.recipients import Choice, Outside, recipients_of


def invite(event: Event, *people: Any, by: Any, outside: Outside | None = None, late_reason: str = "") -> list:
    """These people, or somebody from outside; without either all members."""
    choice = Choice(everybody=not people and outside is None, people=tuple(one.pk for one in people), outside=outside)
    actor = actor_for(by)
    recipients = recipients_of(event, choice, actor)
    return send_invitations(event, choice, seen=recipients.sign, late_reason=late_reason, actor=actor)


def link_of(participant: Participant) -> str:
    """The path of a new link, as its mail would bring it."""
    return f"/termine/antwort/{new_key(participant)}/"


def link_in(mail: Any) -> str:
    """The path of the one link of a mail."""
    return re.search(r"https?://[^/\s]+(/termine/antwort/\S+)", str(mail.body))[1]


def deliver() -> None:
    """The workers do what waits for them."""
    while dispatch_pending():
        pass
