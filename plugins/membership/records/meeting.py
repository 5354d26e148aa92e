"""Where members find each other: offers and requests of help, and common interests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import extensions as slots
from plugins.api.access import may
from plugins.membership.demo import meeting as demo
from plugins.membership.models import HelpNotice, MatchRefusal, MatchWish
from plugins.membership.personal_data import help_notices, matching
from plugins.membership.policies.help_notices import HelpNoticePolicy
from plugins.membership.policies.matching import MatchRefusalPolicy, MatchWishPolicy


def meeting_records() -> Iterator[Any]:
    yield slots.PolicyRecord(HelpNoticePolicy())
    yield slots.PolicyRecord(MatchWishPolicy())
    yield slots.PolicyRecord(MatchRefusalPolicy())
    yield slots.UrlMount("", "plugins.membership.urls.meeting")
    yield slots.AccountPage(
        _("Common interests"),
        _("Who works on the same as you, with the reasons. Off until you take part."),
        "common_interests",
        order=8,
        icon="users",
        shown_to=lambda actor: bool(may(actor, "create", MatchWish)),
    )
    yield slots.AccountPage(
        _("Offering and finding help"),
        _("What members can do for each other, and what you offer or look for."),
        "help_notices",
        order=9,
        icon="handshake",
        shown_to=lambda actor: bool(may(actor, "create", HelpNotice)),
    )
    yield slots.PersonalData(
        title=_("Offers and requests of help"),
        models=(HelpNotice,),
        hand_out=help_notices.hand_out,
        erase=help_notices.erase,
        text=_("Offers and requests that you wrote. All members and the programme office read them until their day."),
    )
    yield slots.PersonalData(
        title=_("Common interests"),
        models=(MatchWish, MatchRefusal),
        hand_out=matching.hand_out,
        erase=matching.erase,
        text=_(
            "Whether you take part, and whom you do not want to be shown. The first is seen by those who take part."
        ),
    )
    yield slots.DemoData(
        order=98,
        load=demo.load,
        to_try=(_("As member@demo.example, see who works on the same: %(url)smitglieder/gemeinsam/"),),
    )
