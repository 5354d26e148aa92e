"""Whom others ask about what a county does, when that person leaves."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.models import User
from plugins.api.access import Actor
from plugins.api.handing_over import COUNTY, SUCCESSOR, Thing
from plugins.membership.models import Adoption


def left_behind(user: User) -> Iterator[Thing]:
    """Lines of the register that name the person as the one to ask."""
    for adoption in Adoption.objects.filter(contact=user).select_related("county", "entry").order_by("pk"):
        yield Thing(
            f"{adoption.pk}",
            adoption.entry.title,
            adoption.get_absolute_url(),
            _("Who is asked about it. With the county whoever sits for it is asked."),
            (SUCCESSOR, COUNTY),
            usual=SUCCESSOR,
            county=adoption.county.key,
        )


@transaction.atomic
def pass_on(key: str, choice: str, leaver: User, successor: User | None, actor: Actor) -> None:
    """Somebody else is asked, or whoever sits for the county."""
    adoption = Adoption.objects.select_for_update().filter(pk=key, contact=leaver).first()
    if adoption is None:
        return
    adoption.contact = successor if choice == SUCCESSOR else None
    adoption.save(update_fields=["contact"])
    log(adoption, "membership.change_adoption", user=actor.user, title=f"#{adoption.pk}")
