"""What stays of an event, as far as a reader reads it, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cms.accounts.models import User
from plugins.api.access import ANONYMOUS, Actor, visible_to
from plugins.api.becoming import Made, Origin, Way, made_of, title_of, ways_on
from plugins.api.errors import Missing
from plugins.events.models import Event, EventMaterial, EventResult, FollowUp, MaterialKind, Outcome
from plugins.events.models.afterwards import OfEvent
from plugins.events.periods import MATERIALS_WITHIN, NUDGED_WITHIN
from workspace.models import Task
from workspace.queries.tasks import owners_in

T = TypeVar("T", bound=OfEvent)
RESULT, MATERIAL = "event-result", "event-material"
"""Kinds of references (`plugins.api.becoming`)."""
LONGEST_TITLE = 100


@dataclass(frozen=True)
class Grown:
    """What something became: the name of its `Becoming`, the same in words, and the thing."""

    becoming: str
    kind: str
    made: Made


@dataclass(frozen=True)
class Shown(Generic[T]):
    """One result, or material, for a reader: what it became, and what the reader can make of it."""

    thing: T
    grown: list[Grown] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    may_edit: bool = False


def materials_for(actor: Actor, event: Event) -> QuerySet[EventMaterial]:
    """Minutes and all else, the first first."""
    return visible_to(actor, EventMaterial.objects.filter(event=event)).select_related("event")


def results_for(actor: Actor, event: Event) -> QuerySet[EventResult]:
    return visible_to(actor, EventResult.objects.filter(event=event)).select_related("event")


def material_with(actor: Actor, event: Event, pk: int) -> EventMaterial:
    """One of them. Raises Missing."""
    return _one(materials_for(actor, event), pk)


def result_with(actor: Actor, event: Event, pk: int) -> EventResult:
    """One of them. Raises Missing."""
    return _one(results_for(actor, event), pk)


def shown_materials(
    actor: Actor, event: Event, *, may_edit: bool = False, with_ways: bool = False
) -> list[Shown[EventMaterial]]:
    """Each with what it became; minutes can become a draft."""
    found = list(materials_for(actor, event))
    grown = _grown(Outcome.objects.filter(material__in=found), "material_id", actor)
    ways = _Ways(actor if with_ways else ANONYMOUS, ("draft",))
    return [
        Shown(one, grown[one.pk], ways.of(f"{MATERIAL}-{one.pk}") if one.kind == MaterialKind.MINUTES else [], may_edit)
        for one in found
    ]


def shown_results(
    actor: Actor, event: Event, *, may_edit: bool = False, with_ways: bool = False
) -> list[Shown[EventResult]]:
    """Each with what it became."""
    found = list(results_for(actor, event))
    grown = _grown(Outcome.objects.filter(result__in=found), "result_id", actor)
    ways = _Ways(actor if with_ways else ANONYMOUS)
    return [Shown(one, grown[one.pk], ways.of(f"{RESULT}-{one.pk}"), may_edit) for one in found]


def follow_up_of(event: Event) -> FollowUp:
    """How far the organisers are; unsaved while nothing is noted."""
    return FollowUp.objects.filter(event=event).first() or FollowUp(event=event)


def due_until(event: Event) -> datetime:
    """Until when minutes or results should be there."""
    return event.over_from + MATERIALS_WITHIN


def has_minutes_or_results(event: Event) -> bool:
    minutes = EventMaterial.objects.filter(event=event, kind=MaterialKind.MINUTES)
    return minutes.exists() or EventResult.objects.filter(event=event).exists()


def events_to_nudge_about() -> QuerySet[Event]:
    """The week after them is over, nothing is there, and the organisers were neither told nor said anything."""
    now = timezone.now()
    published = Event.objects.published().filter(cancelled_at=None).over_at(now - MATERIALS_WITHIN)
    long_ago = Event.objects.over_at(now - NUDGED_WITHIN)
    settled = FollowUp.objects.exclude(nudged_at=None, nothing_at=None)
    with_minutes = EventMaterial.objects.filter(kind=MaterialKind.MINUTES)
    return (
        published.exclude(pk__in=long_ago.values("pk"))
        .exclude(pk__in=settled.values("event"))
        .exclude(pk__in=with_minutes.values("event"))
        .exclude(pk__in=EventResult.objects.values("event"))
        .order_by("pk")
    )


def tasks_from(actor: Actor, event: Event) -> QuerySet[Task]:
    """What the group took from the meeting, for whoever reads its tasks."""
    rows = Task.objects.filter(pk__in=FollowUp.tasks.through.objects.filter(followup__event=event).values("task"))
    return visible_to(actor, rows).select_related("owner", "group").order_by("due", "pk")


def task_owners(actor: Actor, event: Event) -> dict[int, User]:
    """Who can take a task of this meeting; nobody for whoever takes no part in its group, or where it has none."""
    if event.group is None or event.group.is_closed or actor.user is None:
        return {}
    owners = owners_in(event.group)
    return owners if actor.user.pk in owners else {}


def origin_of_result(pk: int, actor: Actor) -> Origin | None:
    """A result as that from which something is made."""
    found = _found(EventResult, pk, actor)
    return None if found is None else _origin(f"{RESULT}-{pk}", found, _("Result of “%(event)s”"), found.text)


def origin_of_material(pk: int, actor: Actor) -> Origin | None:
    """The same for minutes."""
    found = _found(EventMaterial, pk, actor)
    if found is None or found.kind != MaterialKind.MINUTES:
        return None
    return _origin(f"{MATERIAL}-{pk}", found, _("Minutes of “%(event)s”"), found.text)


def origins_behind(becoming: str, made: int, actor: Actor) -> Iterator[Origin]:
    """Results and minutes that a thing was made of, for whoever knows of the event and reads them."""
    for row in Outcome.objects.filter(becoming=becoming, made=made):
        if row.result_id is not None:
            found = origin_of_result(row.result_id, actor)
        else:
            assert row.material_id is not None
            found = origin_of_material(row.material_id, actor)
        if found is not None:
            yield found


class _Ways:
    """The ways on are the same for each, but for the reference: which there are is asked once."""

    REFERENCE = "reference-0"

    def __init__(self, actor: Actor, only: Iterable[str] = ()) -> None:
        self.ways = [] if actor.user is None else ways_on(self.REFERENCE, actor, only)

    def of(self, reference: str) -> list[Way]:
        return [Way(way.title, way.url.replace(self.REFERENCE, reference)) for way in self.ways]


def _one(rows: QuerySet[T], pk: int) -> T:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def _grown(outcomes: QuerySet[Outcome], source: str, actor: Actor) -> defaultdict[int, list[Grown]]:
    """By the number of what it grew out of; one question for each kind of thing."""
    rows = list(outcomes)
    kinds = {row.becoming for row in rows}
    seen = {kind: made_of(kind, {row.made for row in rows if row.becoming == kind}, actor) for kind in kinds}
    grown: defaultdict[int, list[Grown]] = defaultdict(list)
    for row in rows:
        if row.made in seen[row.becoming]:
            grown[getattr(row, source)].append(
                Grown(row.becoming, title_of(row.becoming), seen[row.becoming][row.made])
            )
    return grown


def _found(model: type[T], pk: int, actor: Actor) -> T | None:
    """For whoever reads it and knows of its event."""
    return _readable(model, actor).filter(pk=pk).select_related("event__group").first()


def _readable(model: type[T], actor: Actor) -> QuerySet[T]:
    """What the actor reads beside events that they know of."""
    known = visible_to(actor, Event.objects.all()).values("pk")
    rows: QuerySet[T] = visible_to(actor, model._default_manager.all())
    return rows.filter(event__in=known)


def _origin(reference: str, thing: EventResult | EventMaterial, label: str, text: str) -> Origin:
    event = thing.event
    title = thing.title if isinstance(thing, EventMaterial) else text
    return Origin(
        reference=reference,
        label=label % {"event": event.title},
        url=f"{event.get_absolute_url()}nachher/#{reference}",
        title=Truncator(" ".join(title.split())).chars(LONGEST_TITLE),
        text=text,
        readers=thing.get_confidentiality_display(),
        group_id=event.group_id,
    )
