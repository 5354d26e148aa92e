"""Seats stand on the public home page, by the county's leave, and make people findable; accounts say who they are."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver

from cms.accounts.models import User
from cms.models import Topic
from plugins.api import generation
from plugins.api.outbox import announce
from plugins.membership.facts import MemberChanged
from plugins.membership.models import MemberProfile, Seat

SHOWN = frozenset({"first_name", "last_name", "function", "is_active"})
"""What members see of an account, or what closes it."""


@receiver(pre_save, sender=Seat)
def seat_changes(instance: Seat, **kwargs: Any) -> None:
    """Afterwards nobody knows any more whose seat it was."""
    instance.former_people = set(Seat.objects.filter(pk=instance.pk).values_list("person_id", flat=True))


@receiver(post_save, sender=Seat)
def seat_saved(instance: Seat, **kwargs: Any) -> None:
    generation.advance()
    MemberProfile.objects.get_or_create(pk=instance.person_id)
    own_row = Seat.objects.filter(pk=instance.pk)
    own_row.update(was_in_force=own_row.in_force().exists())
    for person_id in sorted({instance.person_id} | instance.former_people):
        announce(MemberChanged(person_id=person_id))


@receiver(post_delete, sender=Seat)
def seat_deleted(instance: Seat, **kwargs: Any) -> None:
    generation.advance()
    announce(MemberChanged(person_id=instance.person_id))


@receiver(post_save, sender=User)
def person_saved(instance: User, created: bool, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    """Signing in saves the account too, but changes nothing that members see."""
    if not created and (update_fields is None or update_fields & SHOWN):
        announce(MemberChanged(person_id=instance.pk))


@receiver(pre_delete, sender=Topic)
def topic_goes(instance: Topic, **kwargs: Any) -> None:
    """Afterwards nobody knows any more who chose it."""
    for person_id in MemberProfile.objects.filter(topics=instance).values_list("pk", flat=True):
        announce(MemberChanged(person_id=person_id))
