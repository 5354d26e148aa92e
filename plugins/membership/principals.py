"""What a seat and a mandate open, today."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import KINDS, County, Topic
from plugins.api.extensions import MandateScope
from plugins.api.prepared import DAY, MOMENT, USER, Prepared
from plugins.api.registry import registry
from plugins.membership.models import GuestMandate, MandateGroup, MandateThing, Seat
from workspace.models import WorkingGroup

_SEATS = Prepared(lambda: Seat.objects.at(DAY, MOMENT).filter(person=USER).order_by().values_list("county__key"))
_KINDS = Prepared(lambda: _mandates().values_list("kinds"))
_TOPICS = Prepared(lambda: _mandates().filter(topics__isnull=False).values_list("topics"))
_GROUPS = Prepared(
    lambda: MandateGroup.objects.in_force(DAY).filter(mandate__people=USER).order_by().values_list("group")
)
_THINGS = Prepared(lambda: MandateThing.objects.filter(mandate__in=_mandates()).order_by().values_list("scope", "key"))


def principals_of(user: User) -> set[str]:
    """`members` and `county:<key>` from seats, `guest-topic:<id>` and `guest-kind:<kind>` from mandates.

    For what else mandates name, what the package says that offers it (`MandateScope`). Where a group agreed, also
    `group:<id>`, with which guests read and talk in it, and `guest-group:<id>`, which says that they are guests there.
    """
    today = timezone.localdate()
    principals = {f"county:{key}" for (key,) in _SEATS(user=user.pk, day=today, moment=timezone.now())}
    if principals:
        principals.add("members")
    given = {"user": user.pk, "day": today}
    if mandates := _KINDS(**given):
        principals |= {f"guest-kind:{kind}" for (kinds,) in mandates for kind in json.loads(kinds)}
        principals |= {f"guest-topic:{topic}" for (topic,) in _TOPICS(**given)}
        for (group,) in _GROUPS(**given):
            principals |= {f"group:{group}", f"guest-group:{group}"}
        principals |= _of_things(_THINGS(**given))
    return principals


def people_with(principal: str) -> QuerySet[User] | None:
    """The people whom a seat or mandate gives this principal today; None when it is not one of ours."""
    active = User.objects.filter(is_active=True)
    seats = Seat.objects.in_force().order_by()
    mandates = GuestMandate.objects.in_force().order_by()
    kind, _sep, key = principal.partition(":")
    match kind:
        case "members":
            return active.filter(pk__in=seats.values("person"))
        case "county":
            return active.filter(pk__in=seats.filter(county__key=key).values("person"))
        case "guest-topic":
            mandates = mandates.filter(topics=int(key))
        case "guest-kind":
            mandates = mandates.filter(pk__in=[mandate.pk for mandate in mandates if key in mandate.kinds])
        case "group" | "guest-group":
            lines = MandateGroup.objects.in_force().filter(group=int(key))
            mandates = mandates.filter(pk__in=lines.values("mandate"))
        case _:
            names = [scope.name for scope in registry.records(MandateScope) if scope.principal == kind]
            if not names:
                return None
            mandates = mandates.filter(pk__in=MandateThing.objects.filter(scope__in=names, key=key).values("mandate"))
    return active.filter(pk__in=mandates.values("people"))


def holders_of(kind: str) -> QuerySet[Seat, tuple[int, str]] | tuple[()]:
    """Everybody who sits for a county today, with the county's key."""
    if kind != "county":
        return ()
    return Seat.objects.in_force().filter(person__is_active=True).order_by().values_list("person", "county__key")


def _of_things(things: Iterable[tuple[str, str]]) -> set[str]:
    """Of packages that are not there any more nothing opens."""
    kinds = {scope.name: scope.principal for scope in registry.records(MandateScope)}
    return {f"{kinds[scope]}:{key}" for scope, key in things if scope in kinds}


def _mandates() -> QuerySet[GuestMandate]:
    return GuestMandate.objects.in_force(DAY).filter(people=USER).order_by()


def in_words(principal: str) -> str | None:
    """A seat or scope in the reader's words."""
    kind, _sep, key = principal.partition(":")
    match kind:
        case "members":
            return _("Member of the forum")
        case "county":
            county = County.objects.filter(key=key).first()
            return _("Seat for %(county)s") % {"county": county} if county else None
        case "guest-topic":
            topic = Topic.objects.filter(pk=key).first()
            return _("Guest for the topic %(topic)s") % {"topic": topic} if topic else None
        case "guest-kind":
            return _("Guest for the kind %(kind)s") % {"kind": KINDS[key]._meta.verbose_name} if key in KINDS else None
        case "guest-group":
            group = WorkingGroup.objects.filter(pk=key).first()
            return _("Guest in the working group “%s”") % group if group else None
    return None


def counties_named_in_public() -> set[str]:
    """The keys of counties with a seat in force that agreed to be named."""
    return set(Seat.objects.in_force().filter(is_named_in_public=True).values_list("county__key", flat=True))
