"""What people are told of entries and people that they follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.facts import EntryPublished, EntryReleased
from cms.models import Layer, Projection
from cms.projecting import live_entry
from cms.queries.entries import fullest_layer, public_layer_of
from cms.queries.publishers import who_published, who_released
from plugins.api.extensions import NotificationKind
from plugins.api.notifying import News
from workspace.models import Follow


def new_version(fact: EntryPublished | EntryReleased) -> Iterator[News]:
    """A new version is told to whoever may read it whole; once it is released, to all others who follow the entry."""
    if fact.number == 1:
        return
    if isinstance(fact, EntryPublished):
        layer, by = fullest_layer(fact.entry_id), who_published(fact.entry_id)
    else:
        layer, by = public_layer_of(fact.entry_id), who_released(fact.entry_id)
    followers = Follow.objects.filter(entry=fact.entry_id).values_list("user_id", flat=True)
    if layer is not None and (people := frozenset(followers)):
        yield News(
            about=layer,
            url=f"/wissen/{layer.slug}/",
            people=people,
            words={"title": layer.text.title},
            key=f"version:{fact.entry_id}:{layer.version}",
            by=by,
        )


def entry_of_person(fact: EntryPublished) -> Iterator[News]:
    """A new entry of a person is told to whoever may read that they answer for it: public layers name nobody.

    What is older than the following is not new to the follower.
    """
    layer, entry = fullest_layer(fact.entry_id), live_entry(fact.entry_id)
    if fact.number != 1 or layer is None or entry is None or layer.layer != Layer.MEMBERS:
        return
    followers = Follow.objects.filter(person=entry.responsible_id, person__isnull=False, since__lte=layer.published_at)
    if people := frozenset(followers.values_list("user_id", flat=True)):
        yield News(
            about=layer,
            url=f"/wissen/{layer.slug}/",
            people=people,
            words={"title": layer.text.title},
            key=f"entry:{fact.entry_id}",
            by=who_published(fact.entry_id),
        )


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
