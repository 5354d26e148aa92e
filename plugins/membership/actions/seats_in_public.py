"""Whether a county is named on the public pages."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.models import County
from plugins.api.access import Actor, require
from plugins.api.errors import Refused
from plugins.membership.queries.seats import seats_not_over


@transaction.atomic
def name_county_in_public(county: County, *, is_named: bool, actor: Actor) -> None:
    """Everybody reads from now on that the county takes part, or nobody outside does any more.

    Whoever sits for it says so for both seats, and for whoever takes one later. Raises Refused where nobody sits.
    """
    county = County.objects.select_for_update().get(pk=county.pk)
    seats = list(seats_not_over(county).select_related("county"))
    if not seats:
        raise Refused(_("Nobody sits for this county, so nobody can say this for it."))
    for seat in seats:
        require(actor, "name_in_public", seat)
        if seat.is_named_in_public != is_named:
            seat.is_named_in_public = is_named
            seat.save(update_fields=["is_named_in_public"])
            data = {"is_named": is_named}
            log(seat, "membership.name_in_public", user=actor.user, title=f"#{seat.pk}", data=data)
