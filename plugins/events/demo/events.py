"""Events of the demo world: one of each kind that is to come, and one that was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.api.actors import actor_for
from plugins.events.actions.events import plan_event, publish_event
from plugins.events.models import Event, EventClass, EventForm, EventKind, Recurrence
from workspace.models import WorkingGroup


@dataclass(frozen=True)
class Planned:
    """One event, so many days from today."""

    kind: EventKind
    title: str
    summary: str
    agenda: str
    days: int
    begins: time
    hours: int
    form: EventForm
    confidentiality: EventClass
    place: str = ""
    address: str = ""
    topic: str = ""
    capacity: int | None = None
    recurrence: Recurrence = Recurrence.NONE
    weeks: int = 0
    """For how many weeks it repeats itself."""
    county: str = ""


PLANNED = (
    Planned(
        EventKind.NETWORK,
        "Netzwerktreffen in Auental",
        "Einen Tag lang sprechen alle Landkreise über das, was im vergangenen Jahr gelungen ist und was nicht. "
        "Mitglieder gestalten das Programm.",
        "9.30 Uhr Ankommen\n10 Uhr Begrüßung und Rückblick\n11 Uhr Beiträge der Mitglieder\n13 Uhr Mittagessen\n"
        "14 Uhr Arbeit in kleinen Gruppen\n16 Uhr Verabredungen",
        75,
        time(9, 30),
        7,
        EventForm.HYBRID,
        EventClass.MEMBERS,
        "Kreishaus Auental",
        "Am Markt 1, 99001 Auental",
        capacity=60,
        county="99001",
    ),
    Planned(
        EventKind.VIRTUAL,
        "Virtuelles Treffen: Wohnraum für Familien",
        "Drei Landkreise erzählen, wie sie Vermieter:innen gewinnen. Danach ist Zeit für Fragen.",
        "10 Uhr Drei kurze Berichte\n10.45 Uhr Fragen\n11.30 Uhr Ende",
        34,
        time(10),
        2,
        EventForm.VIRTUAL,
        EventClass.MEMBERS,
        topic="wohnen",
    ),
    Planned(
        EventKind.PUBLIC,
        "Offener Nachmittag: Integration auf dem Land",
        "Das Forum stellt sich vor. Alle sind eingeladen, auch wer noch kein Mitglied ist.",
        "15 Uhr Was das Forum tut\n15.45 Uhr Gespräch\n17 Uhr Ende",
        48,
        time(15),
        2,
        EventForm.IN_PERSON,
        EventClass.PUBLIC,
        "Bürgerhaus Bergheide",
        "Schulstraße 4, 99002 Bergheide",
        county="99002",
    ),
)
MEETING = Planned(
    EventKind.GROUP,
    "Treffen der Arbeitsgruppe",
    "Wir gehen den Entwurf Abschnitt für Abschnitt durch und verteilen, was noch zu schreiben ist.",
    "13 Uhr Stand des Entwurfs\n13.30 Uhr Offene Fragen\n14 Uhr Wer schreibt was?",
    12,
    time(13),
    1,
    EventForm.VIRTUAL,
    EventClass.GROUP,
    recurrence=Recurrence.FORTNIGHTLY,
    weeks=12,
)


@transaction.atomic
def load() -> None:
    """Only while there is no event. The office plans, and the coordinator for the group."""
    if Event.objects.exists():
        return
    office = User.objects.get(email="office@demo.example")
    for planned in PLANNED:
        _plan(planned, office)
    group = WorkingGroup.objects.order_by("pk").first()
    if group is not None:
        _plan(MEETING, User.objects.get(email="coordinator@demo.example"), group)


def _plan(planned: Planned, by: User, group: WorkingGroup | None = None) -> Event:
    day = timezone.localdate() + timedelta(days=planned.days)
    starts_at = timezone.make_aware(datetime.combine(day, planned.begins))
    said = {
        "kind": planned.kind,
        "title": planned.title,
        "summary": planned.summary,
        "agenda": planned.agenda,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=planned.hours),
        "recurrence": planned.recurrence,
        "repeats_until": day + timedelta(weeks=planned.weeks) if planned.weeks else None,
        "form": planned.form,
        "place": planned.place,
        "address": planned.address,
        "county": County.objects.filter(key=planned.county).first(),
        "confidentiality": planned.confidentiality,
        "group": group,
        "capacity": planned.capacity,
    }
    event = plan_event(said, topics=list(Topic.objects.filter(slug=planned.topic)), actor=actor_for(by))
    return publish_event(event, actor=actor_for(by))
