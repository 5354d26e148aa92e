"""New entries on topics that somebody follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.facts import EntryPublished, EntryReleased
from cms.models import Projection
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.models import TopicFollow
from workspace.notification_kinds.entries import layer_told, news_of_entry


def new_entry(fact: EntryPublished | EntryReleased) -> Iterator[News]:
    """A new entry is told to whoever may read it whole; once it is released, to all others, in what everybody reads.

    What was imported is not told: hundreds come at once, and they are seldom new to anybody.
    """
    layer = layer_told(fact) if fact.number == 1 else None
    if layer is None or layer.external_key:
        return
    followers = TopicFollow.objects.filter(topic__projection_rows__projection=layer)
    yield from news_of_entry(fact, layer, followers.values_list("user_id", flat=True), f"entry:{fact.entry_id}")


def kind() -> NotificationKind:
    return NotificationKind(
        "workspace.topic",
        gettext_lazy("New entries on topics that you follow"),
        about=Projection,
        facts=(EntryPublished, EntryReleased),
        news=new_entry,
        sentence=_sentence,
        in_mail=gettext_lazy("A new entry on a topic that you follow"),
    )


def _sentence(words: Mapping[str, Any]) -> str:
    return _("New on a topic that you follow: “%(title)s”") % words
