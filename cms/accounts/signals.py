"""Where sessions end and rights change past our actions: django-allauth's pages, Wagtail's administration of people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from cms.accounts.elsewhere import keeping  # noqa: F401  (connects)
from cms.accounts.facts import FrontEndShutOut, RightsChanged, SessionEnded
from cms.accounts.front_ends import cors  # noqa: F401  (connects)
from cms.accounts.front_ends.actions import forget_front_ends
from cms.accounts.models import FrontEndAccess, User
from plugins.api.outbox import announce

OPENING = frozenset({"is_active", "is_superuser", "password"})
"""What lets an account in, and how far."""


@receiver(post_delete, sender=Session)
def session_ended(instance: Session, **kwargs: Any) -> None:
    """One that had run out anyway is news to nobody."""
    if instance.expire_date > timezone.now() and (person := instance.get_decoded().get(SESSION_KEY)):
        announce(SessionEnded(int(person)))


@receiver(post_save, sender=User)
def account_saved(instance: User, created: bool, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    if not created and (update_fields is None or update_fields & OPENING):
        announce(RightsChanged((instance.pk,)))
        if not instance.is_active or _has_new_password(instance):
            forget_front_ends(instance)


def _has_new_password(person: User) -> bool:
    """One that somebody set; Django also saves the old one again, hashed in a newer way."""
    return getattr(person, "_password", None) is not None or not person.has_usable_password()


@receiver(post_delete, sender=FrontEndAccess)
def front_end_shut_out(instance: FrontEndAccess, **kwargs: Any) -> None:
    """By the person, by the programme office that removed the front end, or with the account."""
    announce(FrontEndShutOut(instance.user_id))


@receiver(m2m_changed, sender=User.groups.through)
def roles_changed(instance: Any, action: str, reverse: bool, pk_set: Iterable[int] | None, **kwargs: Any) -> None:
    """Seen from the person or from the role; taking all away names nobody, so that is asked before."""
    match action, reverse:
        case ("post_add" | "post_remove" | "post_clear", False):
            announce(RightsChanged((instance.pk,)))
        case ("post_add" | "post_remove", True):
            announce(RightsChanged(tuple(sorted(pk_set or ()))))
        case ("pre_clear", True):
            announce(RightsChanged(tuple(User.objects.filter(groups=instance).values_list("pk", flat=True))))
