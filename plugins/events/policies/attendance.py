"""Who sees from which counties people came."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.api.access import Actor, Decision, Policy, allowed, denied
from plugins.events.models import Attendance
from plugins.events.policies.insiders import MEMBERS, OFFICE, insiders_of, known_to_insiders


class AttendancePolicy(Policy[Attendance]):
    """Whoever knows of the event; of public events members and organisers: not every county wants to be named."""

    model = Attendance

    def audience(self, attendance: Attendance) -> frozenset[str]:
        return insiders_of(attendance.event)

    def visible_to(self, actor: Actor, attendance: QuerySet[Attendance]) -> QuerySet[Attendance]:
        return attendance.filter(event__in=known_to_insiders(actor).values("pk"))

    def browse(self, actor: Actor, model: type[Attendance]) -> Decision:
        """To read the numbers of a year: all members, and the office for its report."""
        if actor.has(MEMBERS, OFFICE):
            return allowed()
        return denied(_("Only members read how many people came from which county."))
