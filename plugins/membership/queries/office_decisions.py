"""Reading the transparency log."""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import DecisionKind, OfficeDecision
from plugins.membership.policies.office_decisions import READERS


def reads_log(actor: Actor) -> bool:
    """Whether there is a log for this actor."""
    return actor.has(*READERS, "superusers")


def decisions(actor: Actor, *, year: int | None = None, kind: str = "") -> QuerySet[OfficeDecision]:
    """The log, the newest first. Raises Missing for whoever does not read it: to them there is none."""
    if not reads_log(actor):
        raise Missing
    found = visible_to(actor, OfficeDecision.objects.all())
    if year is not None:
        found = found.filter(decided_on__year=year)
    return found.filter(kind=kind) if kind else found


def decision(actor: Actor, pk: int) -> OfficeDecision:
    """One of them. Raises Missing where there is none for this actor."""
    found = decisions(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def years(found: QuerySet[OfficeDecision]) -> list[tuple[int, int]]:
    """Each year with how many decisions, the newest first."""
    counted = found.order_by().annotate(year=ExtractYear("decided_on")).values("year").annotate(number=Count("pk"))
    return list(counted.order_by("-year").values_list("year", "number"))


def kinds(found: QuerySet[OfficeDecision]) -> list[tuple[str, str, int]]:
    """Each kind of which there are any, with its name and how many."""
    numbers = dict(found.order_by().values_list("kind").annotate(number=Count("pk")))
    return [(kind.value, str(kind.label), numbers[kind.value]) for kind in DecisionKind if kind.value in numbers]
