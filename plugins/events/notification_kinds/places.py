"""What is told about places: that one is offered, gone, or was decided about. A mail of its own says it too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.events.facts import PlaceChanged
from plugins.events.models import Participant

TOLD = ("offered", "lapsed", "accepted", "refused")


def place_kind() -> NotificationKind:
    return NotificationKind(
        "events.place",
        gettext_lazy("Your place at an event"),
        about=Participant,
        facts=(PlaceChanged,),
        news=place_news,
        sentence=_sentence,
        in_mail=gettext_lazy("There is something new about your place at an event"),
        is_personal=True,
        has_own_mail=True,
    )


def place_news(fact: PlaceChanged) -> Iterator[News]:
    """Whoever has an account, of each change that somebody else made."""
    lines = Participant.objects.filter(pk=fact.participant_id).exclude(person=None).select_related("event")
    participant = lines.first() if fact.occasion in TOLD else None
    if participant is not None and participant.person_id is not None:
        yield News(
            about=participant,
            url=f"{participant.event.get_absolute_url()}mein-platz/",
            people=frozenset({participant.person_id}),
            words={"event": participant.event.title, "occasion": fact.occasion},
            key=f"{participant.pk}:{fact.occasion}:{fact.moment}",
        )


def _sentence(words: Mapping[str, Any]) -> str:
    match words["occasion"]:
        case "offered":
            sentence = _("A place at “%(event)s” has become free for you. Please take it in time.")
        case "lapsed":
            sentence = _("Your offered place at “%(event)s” went to somebody else, because nobody took it in time.")
        case "accepted":
            sentence = _("The organisers accepted your registration for “%(event)s”.")
        case _other:
            sentence = _("The organisers could not accept your registration for “%(event)s”.")
    return sentence % {"event": words["event"]}
