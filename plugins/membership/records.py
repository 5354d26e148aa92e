"""What membership plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.facts import CountyChanged, LayersChanged, TopicChanged
from plugins.api import extensions as slots
from plugins.api.access import may
from plugins.membership import demo, personal_data, principals, queries, schedules, searchable
from plugins.membership.facts import MemberChanged
from plugins.membership.models import GuestMandate, MemberProfile, Seat
from plugins.membership.policies import MandatePolicy, MemberProfilePolicy, SeatPolicy


def all_records() -> Iterator[Any]:
    yield slots.PolicyRecord(SeatPolicy())
    yield slots.PolicyRecord(MandatePolicy())
    yield slots.PolicyRecord(MemberProfilePolicy())
    yield slots.PrincipalProvider("membership", principals.principals_of, principals.people_with, principals.in_words)
    yield slots.MemberCounties(principals.counties_named_in_public)
    yield from directory_records()
    yield slots.PersonalData(
        title=_("Membership"),
        models=(Seat, GuestMandate, MemberProfile),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "Your seats and mandates with their dates, and what you show in the member directory. All members see your "
            "seats and mandates, and your name and function beside them while you are in the directory; the rest you "
            "decide under “My place in the directory”."
        ),
    )
    yield slots.DemoData(order=20, load=demo.load)


def directory_records() -> Iterator[Any]:
    """Members are looked up and found, as far as they chose, for as long as they hold a seat."""
    yield slots.UrlMount("", "plugins.membership.urls")
    yield slots.NavItem(
        _("Members"), "/mitglieder/", 50, "users", shown_to=lambda actor: bool(may(actor, "browse", MemberProfile))
    )
    yield slots.AccountPage(
        _("My place in the directory"),
        _("What members see of you, what they can ask you about, and who can see your data."),
        "member_profile",
        order=7,
        icon="users",
        shown_to=queries.has_profile,
    )
    yield slots.SearchSource(
        "person",
        searchable.person_documents,
        {
            MemberChanged: lambda fact: [fact.person_id],
            TopicChanged: searchable.people_with_topic,
            CountyChanged: searchable.people_of_county,
            LayersChanged: searchable.people_with_closed_topics,
        },
    )
    yield slots.TaskSchedule("membership.follow_seats", timedelta(minutes=1), schedules.follow_seats)
