"""What the member directory plugs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.facts import CountyChanged, LayersChanged, TopicChanged
from plugins.api import extensions as slots
from plugins.api.access import may
from plugins.membership import searchable
from plugins.membership.facts import MemberChanged
from plugins.membership.models import MemberProfile
from plugins.membership.personal_data import directory as personal_data
from plugins.membership.policies.directory import MemberProfilePolicy
from plugins.membership.queries import directory as queries


def directory_records() -> Iterator[Any]:
    """Members are looked up and found, as far as they chose, for as long as they hold a seat."""
    yield slots.PolicyRecord(MemberProfilePolicy())
    yield slots.UrlMount("", "plugins.membership.urls.directory")
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
    yield slots.PersonalData(
        title=_("Member directory"),
        models=(MemberProfile,),
        hand_out=personal_data.hand_out,
        erase=personal_data.erase,
        text=_(
            "What you show in the member directory: whether you stand in it, your topics and experience, and how "
            "members reach you. You decide it under “My place in the directory”."
        ),
    )
