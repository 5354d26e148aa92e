"""Who sees from which counties people came."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied, policy_for, visible_to
from plugins.events.models import Attendance, Event, EventClass

PUBLIC, MEMBERS, OFFICE = "public", "members", "office"


class AttendancePolicy(Policy[Attendance]):
    """Whoever knows of the event; of public events members and organisers: not every county wants to be named."""

    model = Attendance

    def audience(self, attendance: Attendance) -> frozenset[str]:
        keys = policy_for(Event).audience(attendance.event)
        return keys - {PUBLIC} | {MEMBERS} if PUBLIC in keys else keys

    def visible_to(self, actor: Actor, attendance: QuerySet[Attendance]) -> QuerySet[Attendance]:
        events = visible_to(actor, Event.objects.all())
        if not actor.has(MEMBERS):
            organised = Q(organisers__in=map(int, actor.keys("user")))
            organised |= Q(group__in=map(int, actor.keys("coordinator")))
            events = events.filter(~Q(confidentiality=EventClass.PUBLIC) | organised | Q(pk__in=self._of_office(actor)))
        return attendance.filter(event__in=events.values("pk"))

    def browse(self, actor: Actor, model: type[Attendance]) -> Decision:
        """To read the numbers of a year: all members, and the office for its report."""
        if actor.has(MEMBERS, OFFICE):
            return allowed()
        return denied(_("Only members read how many people came from which county."))

    def _of_office(self, actor: Actor) -> QuerySet[Event, int]:
        events = Event.objects.filter(confidentiality=EventClass.PUBLIC) if actor.has(OFFICE) else Event.objects.none()
        return events.values_list("pk", flat=True)
