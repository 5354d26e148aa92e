"""What people with an account are told who are invited. The mail of the invitation says it already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.events.facts import ParticipantInvited
from plugins.events.models import Event, Participant


def invited_kind() -> NotificationKind:
    return NotificationKind(
        "events.invited",
        gettext_lazy("Events to which you are invited"),
        about=Event,
        facts=(ParticipantInvited,),
        news=invited_news,
        sentence=_sentence,
        in_mail=gettext_lazy("You are invited to an event"),
        is_personal=True,
        has_own_mail=True,
    )


def invited_news(fact: ParticipantInvited) -> Iterator[News]:
    """The person, once for each event."""
    participant = Participant.objects.select_related("event").filter(pk=fact.participant_id).first()
    if participant is not None and participant.person_id is not None:
        yield News(
            about=participant.event,
            url=participant.event.get_absolute_url(),
            people=frozenset({participant.person_id}),
            words={"title": participant.event.title},
            by=participant.invited_by_id,
        )


def _sentence(words: Mapping[str, Any]) -> str:
    return _("You are invited: “%(title)s”.") % words
