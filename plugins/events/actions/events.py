"""Planning, changing, publishing and cancelling events."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.models import Topic
from cms.slugs import free_slug
from plugins.api import generation
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import announce
from plugins.events.actions.series import arrange_dates
from plugins.events.facts import EventCancelled, EventChanged, EventPublished
from plugins.events.models import Event, EventClass, EventForm, Recurrence
from workspace.models import WorkingGroup

SAID: Final = (
    *("kind", "title", "summary", "agenda", "starts_at", "ends_at", "recurrence", "repeats_until"),
    *("form", "place", "address", "county"),
    *("confidentiality", "group", "capacity", "registration_until", "needs_approval"),
)
"""Fields of an event that people say."""
IN_CALENDARS: Final = frozenset(
    {
        *("title", "summary", "agenda", "starts_at", "ends_at", "recurrence", "repeats_until", "occurrences"),
        *("form", "place", "address"),
    }
)
"""Fields that stand in calendars: a change of one of them counts up `sequence`."""


RESERVED: Final = frozenset(
    {
        *("neu", "regeln", "karte", "anmeldung", "antwort", "eigenes", "umfrage", "umfragen", "vorlauf", "teilnahme"),
        *("kalender",),
    }
)
"""Addresses under `/termine/` that are not events."""


@transaction.atomic
def plan_event(said: Mapping[str, Any], *, topics: Collection[Topic] = (), actor: Actor) -> Event:
    """An event that only its organisers know of until it is published. Raises Invalid."""
    require(actor, "create", Event)
    event = Event(created_by=actor.user, **{name: said[name] for name in SAID if name in said})
    _insist_on_group(event, actor)
    event.slug = free_slug(event.title, RESERVED.union(Event.objects.values_list("slug", flat=True)))
    _checked(event)
    event.save()
    arrange_dates(event, event.starts_at)
    event.topics.set(visible_to(actor, Topic.objects.filter(pk__in=[topic.pk for topic in topics])))
    if actor.user is not None:
        event.organisers.add(actor.user)
    note(event, "plan_event", actor)
    return event


@transaction.atomic
def change_event(
    event: Event, said: Mapping[str, Any], *, topics: Collection[Topic] | None = None, actor: Actor
) -> Event:
    """Other words, another time, another place; calendars take over what changed for them. Raises Invalid."""
    event = locked(event)
    require(actor, "edit", event)
    before = {name: getattr(event, name) for name in SAID}
    for name in SAID:
        if name in said:
            setattr(event, name, said[name])
    _insist_on_group(event, actor)
    _insist_on_class(before["confidentiality"], event)
    _checked(event)
    changed = tuple(name for name in SAID if getattr(event, name) != before[name])
    if topics is not None and _choose_topics(event, topics, actor):
        changed += ("topics",)
    if not changed:
        return event
    if not {"starts_at", "ends_at"}.isdisjoint(changed) and event.is_over:
        raise Invalid({"starts_at": [_("This moment is over. Choose one that is still to come.")]})
    event.sequence += 1 if IN_CALENDARS.intersection(changed) else 0
    event.changed_at = timezone.now()
    if event.is_published and "starts_at" in changed:
        event.moved_from = before["starts_at"]
    event.save()
    if not {"starts_at", "ends_at", "recurrence", "repeats_until"}.isdisjoint(changed):
        arrange_dates(event, before["starts_at"])
    note(event, "change_event", actor)
    announce(EventChanged(event_id=event.pk, fields=changed))
    advance(event, before["confidentiality"])
    return event


@transaction.atomic
def publish_event(event: Event, *, actor: Actor) -> Event:
    """From now on those who may know of it do."""
    event = locked(event)
    require(actor, "edit", event)
    if event.is_published:
        return event
    event.published_at = event.changed_at = timezone.now()
    event.save(update_fields=["published_at", "changed_at"])
    note(event, "publish_event", actor)
    announce(EventPublished(event_id=event.pk))
    advance(event, event.confidentiality)
    return event


@transaction.atomic
def cancel_event(event: Event, reason: str, *, actor: Actor) -> Event:
    """It does not take place; its page says so and why, and calendars take it out. Raises Invalid without a reason."""
    event = locked(event)
    require(actor, "cancel", event)
    if not reason.strip():
        raise Invalid({"reason": [_("Say why: whoever wanted to come reads it.")]})
    event.cancelled_at = event.changed_at = timezone.now()
    event.cancel_reason = reason.strip()
    event.sequence += 1
    event.save(update_fields=["cancelled_at", "changed_at", "cancel_reason", "sequence"])
    note(event, "cancel_event", actor)
    announce(EventCancelled(event_id=event.pk))
    advance(event, event.confidentiality)
    return event


def locked(event: Event) -> Event:
    """As it is stored, for a change."""
    return Event.objects.select_for_update(of=("self",)).select_related("group").get(pk=event.pk)


def _choose_topics(event: Event, topics: Collection[Topic], actor: Actor) -> bool:
    """Those that the actor sees; whether they are others than before."""
    before = set(event.topics.values_list("pk", flat=True))
    chosen = set(visible_to(actor, Topic.objects.filter(pk__in=[topic.pk for topic in topics])))
    event.topics.set(chosen)
    return before != {topic.pk for topic in chosen}


def _insist_on_group(event: Event, actor: Actor) -> None:
    """Who only coordinates groups plans meetings of these groups."""
    group: WorkingGroup | None = event.group
    if actor.is_system or actor.has("office"):
        return
    if group is None or not actor.has(group.coordinator_principal):
        raise Invalid({"group": [_("Choose a working group that you coordinate.")]})
    if group.is_closed:
        raise Refused(_("This group is closed; everything stays as it is."))


def _insist_on_class(before: str, event: Event) -> None:
    """What others know of already does not become something that they may not know."""
    if event.is_published and event.confidentiality != before and event.invited_at is not None:
        sentence = _("Invitations went out already, so it can no longer be changed who knows of this event.")
        raise Invalid({"confidentiality": [sentence]})


def _checked(event: Event) -> None:
    if event.form == EventForm.VIRTUAL:
        event.place, event.address, event.county = "", "", None
    if event.recurrence == Recurrence.NONE:
        event.repeats_until = None
    try:
        event.full_clean()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error


def note(event: Event, what: str, actor: Actor) -> None:
    log(event, f"events.{what}", user=actor.user, title=f"#{event.pk}")


def advance(event: Event, before: str) -> None:
    if event.is_published and EventClass.PUBLIC in (event.confidentiality, before):
        generation.advance()
