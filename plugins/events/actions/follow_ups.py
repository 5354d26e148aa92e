"""What follows an event: tasks of its group, what results become, and the week in which minutes should be there."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import Actor, require, visible_to
from plugins.api.errors import Missing, Refused
from plugins.api.outbox import announce
from plugins.events.actions.events import advance, locked, note
from plugins.events.facts import AfterwardsChanged, AfterwardsDue
from plugins.events.models import Event, EventMaterial, EventResult, FollowUp, Outcome
from plugins.events.models.afterwards import OfEvent
from plugins.events.queries.afterwards import events_to_nudge_about, has_minutes_or_results
from workspace.actions.tasks import add_task
from workspace.models import Task


@transaction.atomic
def take_task(event: Event, *, title: str, owner: User | None, due: date | None, actor: Actor) -> Task:
    """The event's group has it from now on, and the meeting lists it. Raises Invalid; Refused without a group."""
    event = locked(event)
    require(actor, "see", event)
    if event.group is None:
        raise Refused(_("Tasks belong to a working group, and this event has none."))
    task = add_task(event.group, title=title, owner=owner, due=due, actor=actor)
    follow_up, _is_new = FollowUp.objects.get_or_create(event=event)
    follow_up.tasks.add(task)
    note(event, "take_task", actor)
    return task


@transaction.atomic
def say_nothing_follows(event: Event, *, actor: Actor) -> None:
    """Nobody waits for minutes or results any more. Raises Refused where there are some."""
    event = locked(event)
    require(actor, "organise", event)
    if has_minutes_or_results(event):
        raise Refused(_("There are minutes or results already."))
    FollowUp.objects.update_or_create(event=event, defaults={"nothing_at": timezone.now(), "nothing_by": actor.user})
    note(event, "say_nothing_follows", actor)


@transaction.atomic
def nudge_about_materials() -> None:
    """A week after the end, while nothing is there, the organisers are told, once."""
    for event in events_to_nudge_about():
        FollowUp.objects.update_or_create(event=event, defaults={"nudged_at": timezone.now()})
        announce(AfterwardsDue(event_id=event.pk))


@transaction.atomic
def keep_what_became_of_result(pk: int, becoming: str, made: int, actor: Actor) -> None:
    """The result leads to what was made of it, and back."""
    result = visible_to(actor, EventResult.objects.filter(pk=pk)).select_related("event__group").first()
    if result is None:
        raise Missing
    _keep(result, Outcome(result=result, becoming=becoming, made=made), actor)


@transaction.atomic
def keep_what_became_of_material(pk: int, becoming: str, made: int, actor: Actor) -> None:
    """The same for minutes."""
    material = visible_to(actor, EventMaterial.objects.filter(pk=pk)).select_related("event__group").first()
    if material is None:
        raise Missing
    _keep(material, Outcome(material=material, becoming=becoming, made=made), actor)


def _keep(thing: OfEvent, outcome: Outcome, actor: Actor) -> None:
    require(actor, "carry_on", thing)
    outcome.made_by = actor.user
    outcome.save()
    note(thing.event, "carry_on", actor)
    announce(AfterwardsChanged(event_id=thing.event.pk))
    advance(thing.event, thing.event.confidentiality)
