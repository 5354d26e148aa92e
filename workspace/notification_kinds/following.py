"""What people are told of entries and people that they follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.facts import EntryPublished, EntryReleased
from cms.models import Layer, Projection
from cms.projecting import live_entries
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.models import Follow
from workspace.notification_kinds.entries import layer_told, news_of_entry


def new_version(fact: EntryPublished | EntryReleased) -> Iterator[News]:
    """A new version is told to whoever may read it whole; once it is released, to all others who follow the entry."""
    layer = layer_told(fact) if fact.number > 1 else None
    if layer is None:
        return
    followers = Follow.objects.filter(entry=fact.entry_id).values_list("user_id", flat=True)
    yield from news_of_entry(fact, layer, followers, f"version:{fact.entry_id}:{layer.version}")


def entry_of_person(fact: EntryPublished) -> Iterator[News]:
    """A new entry of a person is told to whoever may read that they answer for it: public layers name nobody.

    What is older than the following is not new to the follower.
    """
    layer = layer_told(fact) if fact.number == 1 else None
    if layer is None or layer.layer != Layer.MEMBERS:
        return
    responsible = live_entries(fact.entry_id).values("responsible")
    followers = Follow.objects.filter(person__in=responsible, since__lte=layer.published_at)
    yield from news_of_entry(fact, layer, followers.values_list("user_id", flat=True), f"entry:{fact.entry_id}")


def entry_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.followed_entry",
        gettext_lazy("New versions of entries that you follow"),
        about=Projection,
        facts=(EntryPublished, EntryReleased),
        news=new_version,
        sentence=_version_sentence,
        in_mail=gettext_lazy("A new version of an entry that you follow"),
    )


def person_kind() -> NotificationKind:
    return NotificationKind(
        "workspace.followed_person",
        gettext_lazy("New entries of people whom you follow"),
        about=Projection,
        facts=(EntryPublished,),
        news=entry_of_person,
        sentence=_person_sentence,
        in_mail=gettext_lazy("A new entry of somebody whom you follow"),
    )


def _version_sentence(words: Mapping[str, Any]) -> str:
    return _("“%(title)s”, which you follow, has a new version.") % words


def _person_sentence(words: Mapping[str, Any]) -> str:
    """Without the name: the entry says it for as long as it is true."""
    return _("A person whom you follow has a new entry: “%(title)s”") % words
