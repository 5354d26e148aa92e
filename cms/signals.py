"""Where Wagtail saves by itself, past our actions: expiry, moving, renaming, replacing pictures, plain tables.

`page_published` is not used: it fires outside any transaction, and also for pages that go live in the future.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from cms.accounts.models import User
from cms.facts import (
    CountyChanged,
    LayersChanged,
    MediaChanged,
    PersonRenamed,
    ShownFilesChanged,
    ShownThingRemoved,
    TopicChanged,
)
from cms.listeners import entries_showing, entries_with_topic
from cms.models import KINDS, County, Entry, File, Picture, StandardPage, Topic
from cms.page_versions import keep_version
from cms.projecting import project, shown_files
from plugins.api import generation
from plugins.api.outbox import announce


@receiver(post_save, sender=Page)
def base_page_saved(instance: Page, **kwargs: Any) -> None:
    """Expiry saves only the base row."""
    if Entry.objects.filter(pk=instance.pk).exists():
        project(instance.pk)


@receiver(post_page_move)
@receiver(page_slug_changed)
def page_moved(instance: Page, **kwargs: Any) -> None:
    """The address of a page is that of everything below it."""
    for pk in Entry.objects.descendant_of(instance, inclusive=True).values_list("pk", flat=True):
        project(pk)


def entry_deleted(instance: Entry, **kwargs: Any) -> None:
    """Its layers went with it; the index has to hear."""
    generation.advance()
    announce(LayersChanged(entry_id=instance.pk))


def entry_goes(instance: Entry, **kwargs: Any) -> None:
    """Afterwards nobody knows any more which files its layers have shown."""
    if files := shown_files(instance.pk):
        announce(ShownFilesChanged(file_ids=sorted(files)))


for _kind in KINDS.values():
    pre_delete.connect(entry_goes, sender=_kind)
    post_delete.connect(entry_deleted, sender=_kind)


@receiver([post_save, post_delete], sender=StandardPage)
def plain_page_changed(instance: StandardPage, **kwargs: Any) -> None:
    keep_version(instance.pk)
    generation.advance()


@receiver([post_save, post_delete], sender=Topic)
def topic_changed(instance: Topic, **kwargs: Any) -> None:
    generation.advance()
    announce(TopicChanged(topic_id=instance.pk))


@receiver([post_save, post_delete], sender=County)
def county_changed(instance: County, **kwargs: Any) -> None:
    generation.advance()
    announce(CountyChanged(county_id=instance.pk))


@receiver([post_save, post_delete], sender=Picture)
@receiver([post_save, post_delete], sender=File)
def media_changed(instance: Picture | File, **kwargs: Any) -> None:
    announce(MediaChanged(model=instance._meta.model_name or "", object_id=instance.pk))


@receiver(pre_delete, sender=Topic)
@receiver(pre_delete, sender=Picture)
@receiver(pre_delete, sender=File)
def shown_thing_goes(instance: Topic | Picture | File, **kwargs: Any) -> None:
    """Afterwards nobody knows any more which layers have shown it."""
    if isinstance(instance, Topic):
        entries = entries_with_topic(instance.pk)
    else:
        entries = entries_showing(instance._meta.model_name or "", instance.pk)
    announce(ShownThingRemoved(entry_ids=sorted(set(entries.values_list("pk", flat=True)))))


@receiver(post_save, sender=User)
def person_saved(instance: User, created: bool, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    """Signing in saves the account too, but renames nobody."""
    if not created and (update_fields is None or update_fields & {"first_name", "last_name", "email"}):
        announce(PersonRenamed(user_id=instance.pk))
