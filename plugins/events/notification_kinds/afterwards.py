"""What organisers are told a week after an event: that neither minutes nor results are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from plugins.events.facts import AfterwardsDue
from plugins.events.models import Event
from plugins.events.notification_kinds.organisers import to_organisers


def afterwards_kind() -> NotificationKind:
    return NotificationKind(
        "events.afterwards",
        gettext_lazy("Events of yours without minutes and results"),
        about=Event,
        facts=(AfterwardsDue,),
        news=afterwards_news,
        sentence=_sentence,
        in_mail=gettext_lazy("An event that you organise has no minutes and no results yet"),
        is_personal=True,
    )


def afterwards_news(fact: AfterwardsDue) -> Iterator[News]:
    """Whoever organises it, once."""
    event = Event.objects.select_related("group").filter(pk=fact.event_id).first()
    if event is not None:
        yield News(
            about=event,
            url=f"{event.get_absolute_url()}nachher/",
            words={"title": event.title},
            key=f"{event.pk}:afterwards",
            **to_organisers(event),
        )


def _sentence(words: Mapping[str, Any]) -> str:
    return (
        _("“%(title)s” was a week ago, and there are neither minutes nor results. Is there something to add?") % words
    )
