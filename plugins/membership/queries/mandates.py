"""Guests and their roles: as members read them, as the guest reads it, as everybody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import KINDS, Topic
from plugins.api.access import Actor, may, visible_to
from plugins.api.actors import people_behind
from plugins.api.errors import Missing
from plugins.membership.models import GuestMandate, MandateGroup
from plugins.membership.policies.office import OFFICE
from plugins.membership.queries.mandate_things import Named, titles_of
from workspace.models import WorkingGroup

WARNED_BEFORE: Final = (7, 30)
"""Days before the end, the shorter one first."""
NOT_GUESTS: Final = ("members", OFFICE, "editors", "authors")
"""Whoever holds one of these reads by it, and is told nothing about mandates."""


@dataclass(frozen=True)
class NamedInPublic:
    """What everybody reads of a guest that agreed to be named. There is nothing else in it, so nothing can slip out."""

    institution: str
    function: str
    since: date
    until: date | None


def mandates(actor: Actor) -> QuerySet[GuestMandate]:
    """What the actor sees of mandates, with everything that a page shows: all of them, or a guest's own."""
    lines = visible_to(actor, MandateGroup.objects.filter(ended_at=None)).select_related("group")
    topics = visible_to(actor, Topic.objects.order_by("title"))
    return visible_to(actor, GuestMandate.objects.select_related("sponsor")).prefetch_related(
        "people", "things", Prefetch("topics", topics), Prefetch("groups", lines)
    )


def now_and_before(actor: Actor) -> tuple[list[GuestMandate], list[GuestMandate]]:
    """Those that hold or begin later, and those that have ended, the last first."""
    today = timezone.localdate()
    found = list(mandates(actor).order_by("institution", "-start", "pk"))
    over = [mandate for mandate in found if mandate.end is not None and mandate.end < today]
    now = [mandate for mandate in found if mandate not in over]
    return now, sorted(over, key=lambda mandate: mandate.end or today, reverse=True)


def mandate_with(actor: Actor, pk: int) -> GuestMandate:
    """One of them. Raises Missing."""
    found = mandates(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def named_in_public(besides: Iterable[GuestMandate] = ()) -> list[NamedInPublic]:
    """Guests of today that agreed to it, but for those whose whole mandate the reader has before them."""
    rows = GuestMandate.objects.in_force().filter(is_named_in_public=True).order_by("institution", "pk")
    rows = rows.exclude(pk__in=[mandate.pk for mandate in besides])
    return [NamedInPublic(row.institution, row.get_function_display(), row.start, row.end) for row in rows]


def guests_of_group(actor: Actor, group: WorkingGroup) -> list[MandateGroup]:
    """Guests that a group has, and that it is asked about; the latter only for those who answer."""
    lines = visible_to(actor, MandateGroup.objects.filter(group=group, ended_at=None)).select_related(
        "mandate", "group"
    )
    today = timezone.localdate()
    return [
        line
        for line in lines
        if (line.mandate.end is None or line.mandate.end >= today)
        and (line.agreed_at is not None or may(actor, "agree", line))
    ]


def line_with(actor: Actor, pk: int) -> MandateGroup:
    """A guest in a group that the actor knows. Raises Missing."""
    line = visible_to(actor, MandateGroup.objects.all()).select_related("group", "mandate").filter(pk=pk).first()
    if line is None:
        raise Missing
    return line


def scope_in_words(mandate: GuestMandate, named: Named) -> list[str]:
    """What it opens, in words; of a mandate that came through `mandates`, with what `titles_of` knows."""
    topics = [_("the topic %(topic)s") % {"topic": topic.title} for topic in mandate.topics.all()]
    kinds = [str(KINDS[kind]._meta.verbose_name_plural) for kind in mandate.kinds if kind in KINDS]
    groups = [str(line.group) for line in mandate.groups.all() if line.agreed_at is not None]
    return [*topics, *kinds, *groups, *named.get(mandate.pk, ())]


def notes_for(actor: Actor) -> list[str]:
    """Why a guest reads what they read; after the end, that it has ended. Nothing for everybody else."""
    if actor.user is None or actor.has(*NOT_GUESTS):
        return []
    today = timezone.localdate()
    own = [mandate for mandate in mandates(actor).order_by("start", "pk") if mandate.start <= today]
    holding = [mandate for mandate in own if mandate.is_in_force]
    if holding:
        named = titles_of(holding, actor)
        return [_holds(mandate, named) for mandate in holding]
    return [_has_ended(max(own, key=lambda mandate: mandate.end or today))] if own else []


def possible_sponsors() -> QuerySet[User]:
    """Members answer for guests."""
    people = Q(pk__in=[])
    for some in people_behind("members"):
        people |= Q(pk__in=some.values("pk"))
    return User.objects.filter(people).order_by("last_name", "first_name", "pk")


def mandates_to_warn_of() -> Iterator[tuple[GuestMandate, int]]:
    """Mandates whose end is near, each with 30 or 7, as long as nobody was told so of this last day."""
    today = timezone.localdate()
    near = GuestMandate.objects.in_force().filter(end__lte=today + timedelta(days=max(WARNED_BEFORE)))
    for mandate in near.order_by("end", "pk"):
        left = ((mandate.end or today) - today).days
        days = min(days for days in WARNED_BEFORE if left <= days)
        told = mandate.warned_days if mandate.warned_of == mandate.end else None
        if told is None or told > days:
            yield mandate, days


def _holds(mandate: GuestMandate, named: Named) -> str:
    words = {
        "institution": mandate.institution,
        "scope": ", ".join(scope_in_words(mandate, named)) or _("nothing yet"),
        "date": date_format(mandate.end, "DATE_FORMAT") if mandate.end else "",
    }
    if mandate.end:
        return _("You are a guest here for %(institution)s, until %(date)s. Your mandate opens: %(scope)s.") % words
    return _("You are a guest here for %(institution)s. Your mandate opens: %(scope)s.") % words


def _has_ended(mandate: GuestMandate) -> str:
    words = {
        "institution": mandate.institution,
        "date": date_format(mandate.end, "DATE_FORMAT") if mandate.end else "",
    }
    return (
        _(
            "Your mandate as a guest for %(institution)s ended on %(date)s. Thank you for taking part. You read what "
            "everybody reads; what you contributed stays, with your name. If something is open, ask the office."
        )
        % words
    )
