"""Applications as the office finds them, and what each still lacks."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, F, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from plugins.api.starting import StartLine
from plugins.membership.models import Application
from plugins.membership.models.applications import NEEDED
from plugins.membership.periods import CHECKED_WITHIN, DECIDED_WITHIN
from plugins.membership.policies.office import OFFICE
from plugins.membership.states.applications import INSIDE

WAITING = ("received", "complete", "assessed", "decided")
"""The states in which the next step is the office's."""
OPEN = (*WAITING, "asked")
ENDED = ("accepted", "declined", "withdrawn")


def queue(actor: Actor, state: str = "") -> QuerySet[Application]:
    """What the office has before it: open ones first, those with the nearest latest day above. Raises Missing."""
    if not actor.has(OFFICE):
        raise Missing
    rows = visible_to(actor, Application.objects.select_related("county"))
    if state in INSIDE:
        return rows.filter(state=state).order_by(F("next_step_by").asc(nulls_last=True), "-received_at", "-pk")
    return rows.filter(state__in=OPEN).order_by(F("next_step_by").asc(nulls_last=True), "received_at", "pk")


def numbers_by_state(actor: Actor) -> list[tuple[str, str, int]]:
    """State, its word inside, and how many there are; only states in which there are any. Raises Missing."""
    if not actor.has(OFFICE):
        raise Missing
    rows = visible_to(actor, Application.objects.order_by())
    numbers = dict(rows.values_list("state").annotate(n=Count("pk")))
    return [(state, str(word), numbers[state]) for state, word in INSIDE.items() if state in numbers]


def office_application(actor: Actor, pk: int) -> Application:
    """One application with all that the office reads of it. Raises Missing."""
    if not actor.has(OFFICE):
        raise Missing
    return application_for(actor, pk)


def application_for(actor: Actor, pk: int) -> Application:
    """What this actor sees. Raises Missing."""
    found = visible_to(actor, Application.objects.select_related("county", "round")).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def office_lines(actor: Actor, most: int) -> list[StartLine]:
    """Applications whose next step is the office's, the nearest latest day first; nothing for anybody else."""
    if not actor.has(OFFICE):
        return []
    rows = visible_to(actor, Application.objects.select_related("county")).filter(state__in=WAITING)
    return [_line(one) for one in rows.order_by(F("next_step_by").asc(nulls_last=True), "received_at", "pk")[:most]]


def _line(application: Application) -> StartLine:
    text = _("%(county)s: %(state)s") % {
        "county": application.county or application.reference,
        "state": application.inside,
    }
    day = application.next_step_by
    note = _("by %(date)s") % {"date": date_format(day)} if day else ""
    return StartLine(text, f"/mitglied-werden/bewerbungen/{application.pk}/", note)


def missing_fields(application: Application) -> list[str]:
    """The fields without which it cannot be handed in and that are still empty."""
    return [name for name in NEEDED if not getattr(application, f"{name}_id" if name == "county" else name)]


def checked_by(application: Application) -> date:
    """Until when the office asks, if something is missing. The applicant was told so when it was received."""
    return _day(application) + CHECKED_WITHIN


def decided_by(application: Application) -> date:
    """Until when the applicant hears the decision: the day of the round, or so many weeks after the receipt."""
    return application.round.decides_by if application.round else _day(application) + DECIDED_WITHIN


def _day(application: Application) -> date:
    return timezone.localdate(application.received_at or timezone.now())


def open_under(email: str) -> Application | None:
    """The application that somebody with this address goes on with: the newest that is not over, or was accepted."""
    rows = Application.objects.filter(email__iexact=email, emptied_at=None).exclude(state__in=("declined", "withdrawn"))
    return rows.order_by("-pk").first()
