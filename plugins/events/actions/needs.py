"""What somebody needs: given, read by the two who are named, erased."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from plugins.api.access import SYSTEM, Actor, may, require, visible_to
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.events import locked
from plugins.events.models import MOST_READERS, Event, Needs, NeedsReader, Participant, Place
from plugins.events.periods import NEEDS_KEPT
from plugins.events.queries.needs import reader_of


@transaction.atomic
def give_needs(participant: Participant, *, diet: str, access: str, actor: Actor) -> None:
    """The person says it, changes it, or takes it back by leaving both empty, until it begins. Raises Refused."""
    require(actor, "answer", participant)
    if participant.place in (Place.NONE, Place.REFUSED):
        raise Refused(_("Only whoever comes says what they need."))
    Needs.objects.filter(participant=participant).delete()
    if diet.strip() or access.strip():
        Needs.objects.create(participant=participant, diet=diet.strip(), access=access.strip())
    log(participant, "events.give_needs", user=actor.user, title=f"#{participant.pk}")


@transaction.atomic
def name_readers(event: Event, people: Collection[User], *, actor: Actor) -> None:
    """These persons, at most two, read what participants need from now on, and nobody else. Raises Invalid."""
    event = locked(event)
    require(actor, "edit", event)
    if len(people) > MOST_READERS:
        raise Invalid({"people": [_("At most two persons read what participants need.")]})
    if not all(may(actor_for(person), "see", event) for person in people):
        raise Invalid({"people": [_("Choose somebody who knows of this event.")]})
    NeedsReader.objects.filter(event=event).exclude(person__in=[person.pk for person in people]).delete()
    for person in people:
        NeedsReader.objects.get_or_create(event=event, person=person, defaults={"named_by": actor.user})
    log(event, "events.name_needs_readers", user=actor.user, title=f"#{event.pk}")


@transaction.atomic
def read_needs(event: Event, *, actor: Actor) -> list[Needs]:
    """What the people of the event need, for whoever is named; that it was read is logged. Raises Missing."""
    require(actor, "read", reader_of(event, actor))
    needs = visible_to(actor, Needs.objects.filter(participant__event=event)).select_related("participant__person")
    found = list(needs.exclude(participant__place__in=(Place.NONE, Place.REFUSED)))
    log(event, "events.read_needs", user=actor.user, title=f"#{event.pk}")
    return found


def erase_needs() -> None:
    """Thirty days after the event nobody knows any more who needed what, each event by itself."""
    over = Event.objects.over_at(timezone.now() - NEEDS_KEPT)
    kept = over.filter(pk__in=Needs.objects.values("participant__event")) | over.filter(
        pk__in=NeedsReader.objects.values("event")
    )
    for event in kept:
        _erase(event)


@transaction.atomic
def _erase(event: Event) -> None:
    event = locked(event)
    Needs.objects.filter(participant__event=event).delete()
    NeedsReader.objects.filter(event=event).delete()
    log(event, "events.erase_needs", user=SYSTEM.user, title=f"#{event.pk}")
