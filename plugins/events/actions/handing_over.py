"""Events of somebody who leaves their seat: who organises them then."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import SYSTEM, Actor
from plugins.api.actors import actor_for
from plugins.api.handing_over import CLOSE, SUCCESSOR, Thing
from plugins.api.outbox import announce
from plugins.events.actions.events import cancel_event, locked, note
from plugins.events.facts import EventChanged, ParticipantsChanged
from plugins.events.models import Event, EventClass
from plugins.events.models.events import EventQuerySet


def left_behind(user: User) -> Iterator[Thing]:
    """What they organise and what is not over. They belong to no county, so they go with the last seat."""
    for event in _organised(user).select_related("group"):
        is_known = event.is_for_all
        url = event.get_absolute_url() if is_known else ""
        yield Thing(f"event:{event.pk}", _title(event), url, _note(event, user), (SUCCESSOR, CLOSE), usual=SUCCESSOR)


@transaction.atomic
def pass_on(key: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """The successor organises it, or whoever is left; where nobody is, it does not take place."""
    event = _organised(leaver).filter(pk=key.removeprefix("event:")).first()
    if event is None:
        return
    event = locked(event)
    event.organisers.remove(leaver)
    heir = successor if choice == SUCCESSOR and _may_take(event, successor) else None
    if heir is not None:
        event.organisers.add(heir)
    note(event, "hand_over_event", actor)
    announce(EventChanged(event_id=event.pk, fields=("organisers",)))
    announce(ParticipantsChanged(event_id=event.pk, user_ids=(leaver.pk, *([heir.pk] if heir is not None else []))))
    if not _is_in_hands(event, besides=leaver):
        _end(event)


def _organised(user: User) -> EventQuerySet:
    return Event.objects.filter(organisers=user, cancelled_at=None).upcoming()


def _title(event: Event) -> str:
    """The office reads what it may know of; of all else when it is, and of a group whose it is."""
    words = {"title": event.title, "day": date_format(localtime(event.date[0]), "DATE_FORMAT")}
    if event.is_for_all:
        return _("“%(title)s” on %(day)s") % words
    if event.confidentiality == EventClass.GROUP:
        return _("A meeting of “%(group)s” on %(day)s") % {**words, "group": event.group}
    return _("An event on %(day)s of which only the invited know") % words


def _note(event: Event, user: User) -> str:
    """What each choice means for it."""
    if event.is_for_all:
        return _("The successor organises it. With “close” the programme office organises it.")
    if event.confidentiality == EventClass.GROUP:
        return _(
            "The successor gets it together with the place in the group. With “close” those who coordinate the group "
            "organise it."
        )
    if event.group is not None or _named(event, besides=user).exists():
        return _("The successor organises it. With “close” those organise it who do so already.")
    return _("The successor organises it. With “close” it is cancelled, because nobody organises it any more.")


def _may_take(event: Event, successor: User | None) -> bool:
    """A meeting of a group is organised by somebody of the group."""
    if successor is None or event.confidentiality != EventClass.GROUP:
        return successor is not None
    return event.group is not None and actor_for(successor).has(event.group.principal)


def _is_in_hands(event: Event, *, besides: User) -> bool:
    """Whether anybody organises it: the office, those who coordinate its group, or people by name."""
    return event.is_for_all or event.group is not None or _named(event, besides=besides).exists()


def _named(event: Event, *, besides: User) -> QuerySet[User]:
    return event.organisers.filter(is_active=True).exclude(pk=besides.pk)


def _end(event: Event) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        cancel_event(event, _("Nobody organises it any more."), actor=SYSTEM)
