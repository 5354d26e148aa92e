"""What mandates plug in: they make guests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.membership import remains
from plugins.membership.actions.mandates import warn_of_ends
from plugins.membership.demo import mandates as demo
from plugins.membership.models import GuestMandate, MandateGroup
from plugins.membership.notification_kinds import mandates as kinds
from plugins.membership.pages.mandates import guests_of_group
from plugins.membership.personal_data import mandates as personal_data
from plugins.membership.policies.mandates import MandateGroupPolicy, MandatePolicy
from plugins.membership.queries import mandates as queries


def mandate_records() -> Iterator[Any]:
    yield slots.PolicyRecord(MandatePolicy())
    yield slots.PolicyRecord(MandateGroupPolicy())
    yield slots.Remains("membership.mandates", _("Things that mandates name"), remains.things_of)
    yield slots.UrlMount("gaeste/", "plugins.membership.urls.guests")
    yield slots.NavItem(
        _("Guests and their roles"),
        "/gaeste/",
        20,
        "users",
        place="about",
        text=_("Institutions that take part without being members, and what for."),
    )
    yield slots.ReaderNote("membership.mandates", queries.notes_for)
    yield slots.PageButtons(("group",), guests_of_group)
    yield kinds.guest_kind()
    yield kinds.mandate_kind()
    yield slots.TaskSchedule("membership.warn_of_ends", timedelta(hours=1), warn_of_ends)
    yield slots.PersonalData(
        title=_("Guest mandates"),
        models=(GuestMandate, MandateGroup),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_("The mandates that make you a guest, with their dates. All members see them."),
    )
    yield slots.DemoData(order=21, load=demo.load)
    yield slots.DemoData(
        order=72,
        load=demo.load_more,
        to_try=(_("See which guests there are, and agree to one as coordinator: %(url)sgaeste/"),),
    )
    yield slots.DemoData(order=99, load=demo.load_things)
