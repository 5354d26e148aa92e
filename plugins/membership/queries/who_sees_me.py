"""Who can see a person at all: roles, and the working groups that they are in."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.api.access import Actor, audience_of, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import MemberProfile, Mentorship
from plugins.membership.queries.directory import has_profile
from plugins.membership.queries.mentoring import own_mentorships
from workspace.models import GroupMembership, GroupVisibility


@dataclass(frozen=True)
class GroupThatSees:
    """A working group of the person, how many others are in it, and whether all members know that the person is."""

    title: str
    url: str
    others: int
    all_members_see: bool


@dataclass(frozen=True)
class WhoSeesMe:
    """What the page says."""

    profile: MemberProfile
    is_found: bool
    """Whether members find the person in the directory today."""
    groups: list[GroupThatSees]
    mentorships: list[Mentorship]
    """Those that are on their way: the two reach each other."""


def who_sees(actor: Actor) -> WhoSeesMe:
    """Of the actor themselves. Raises Missing for whoever never held a seat: others look them up nowhere."""
    if not has_profile(actor):
        raise Missing
    profile = visible_to(actor, MemberProfile.objects.filter(pk__in=map(int, actor.keys("user")))).get()
    return WhoSeesMe(
        profile=profile,
        is_found="members" in audience_of(profile),
        groups=_groups(actor),
        mentorships=[row for row in own_mentorships(actor) if row.is_together],
    )


def _groups(actor: Actor) -> list[GroupThatSees]:
    places = GroupMembership.objects.in_force().filter(user__in=map(int, actor.keys("user")))
    places = places.select_related("group").prefetch_related("group__memberships").order_by("group__title")
    return [
        GroupThatSees(
            title=place.group.title,
            url=place.group.get_absolute_url(),
            others=len(place.group.places()) - 1,
            all_members_see=place.group.visibility == GroupVisibility.MEMBERS
            and (place.group.shows_members or place.role == "coordinator"),
        )
        for place in places
    ]
