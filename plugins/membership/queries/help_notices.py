"""Offers and requests of help, as an actor finds them."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from cms.models import Topic
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import HelpNotice


def hanging_notices(actor: Actor, *, kind: str = "", topic: str = "") -> QuerySet[HelpNotice]:
    """What hangs today. Raises Missing for whoever has no list."""
    if not may(actor, "browse", HelpNotice):
        raise Missing
    rows = _whole(visible_to(actor, HelpNotice.objects.open()), actor)
    if kind:
        rows = rows.filter(kind=kind)
    if topic:
        chosen = visible_to(actor, Topic.objects.filter(slug=topic))
        rows = rows.filter(pk__in=HelpNotice.objects.filter(topics__in=chosen).values("pk"))
    return rows


def notice_for(actor: Actor, pk: int) -> HelpNotice:
    """One that the actor sees. Raises Missing."""
    found = _whole(visible_to(actor, HelpNotice.objects.all()), actor).filter(pk=pk).first()
    if found is None or not may(actor, "browse", HelpNotice):
        raise Missing
    return found


def topics_of_notices(actor: Actor) -> list[Topic]:
    """Those that something is about today."""
    hanging = HelpNotice.objects.filter(pk__in=hanging_notices(actor).order_by().values("pk"))
    return list(visible_to(actor, Topic.objects.all()).filter(pk__in=hanging.values("topics")).order_by("title"))


def _whole(rows: QuerySet[HelpNotice], actor: Actor) -> QuerySet[HelpNotice]:
    topics = visible_to(actor, Topic.objects.all()).order_by("title")
    return rows.select_related("county", "author").prefetch_related(Prefetch("topics", topics))
