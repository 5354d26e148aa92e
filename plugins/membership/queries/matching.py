"""Common interests: who else takes part and what the two have in common, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _

from cms.models import County
from cms.queries.alike import is_around
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import MatchRefusal, MatchWish, MemberProfile
from plugins.membership.queries.adoptions import adoptions_for
from plugins.membership.queries.directory import Member, as_member, shown
from workspace.models import GroupMembership

MOST = 20
ALIKE = 25
"""By how many per cent of the larger one the numbers of inhabitants may differ."""


@dataclass
class Match:
    """Somebody who takes part, too, and what speaks for talking to them."""

    member: Member
    reasons: list[str] = field(default_factory=list)


def takes_part(actor: Actor) -> bool:
    """Raises Missing for whoever could not: to them there is no such page."""
    if not may(actor, "create", MatchWish):
        raise Missing
    return MatchWish.objects.filter(pk__in=map(int, actor.keys("user"))).exists()


def matches_for(actor: Actor) -> list[Match]:
    """Only people who chose it themselves, are in the directory and were not refused. Most reasons first."""
    if not takes_part(actor):
        return []
    wanting = MemberProfile.objects.in_directory().filter(pk__in=MatchWish.objects.values("pk"))
    own = shown(MemberProfile.objects.filter(pk__in=map(int, actor.keys("user"))), actor).get()
    refused = MatchRefusal.objects.filter(person=own.pk).values("other")
    others = shown(visible_to(actor, wanting.exclude(pk=own.pk).exclude(pk__in=refused)), actor)
    comparing = _Comparing(actor, as_member(own), [as_member(profile) for profile in others])
    found = [Match(other, reasons) for other in comparing.others if (reasons := comparing.reasons(other))]
    return sorted(found, key=lambda match: (-len(match.reasons), match.member.name))[:MOST]


def match_for(actor: Actor, pk: int) -> Match:
    """One of them. Raises Missing for everybody else, as if they were not there."""
    for match in matches_for(actor):
        if match.member.pk == pk:
            return match
    raise Missing


class _Comparing:
    """What has to be known of all of them, asked once."""

    def __init__(self, actor: Actor, own: Member, others: list[Member]) -> None:
        self.own, self.others = own, others
        keys = {seat.key for member in (own, *others) for seat in member.seats}
        self.inhabitants = dict(County.objects.filter(key__in=keys).values_list("key", "inhabitants"))
        self.adopted: dict[str, dict[int, str]] = {}
        rows = adoptions_for(actor).filter(county__key__in=keys).exclude(state="dropped")
        for adoption in rows:
            titles = self.adopted.setdefault(adoption.county.key, {})
            titles[adoption.entry_id] = adoption.title  # type: ignore[attr-defined]
        self.groups: dict[int, dict[int, str]] = {}
        people = [own.pk, *(other.pk for other in others)]
        for place in GroupMembership.objects.in_force().filter(user__in=people).select_related("group"):
            self.groups.setdefault(place.user_id, {})[place.group_id] = place.group.title

    def reasons(self, other: Member) -> list[str]:
        """In words, a sentence each. A group is named only because both are in it."""
        found = (self._topics(other), self._entries(other), self._groups(other), self._inhabitants(other))
        return [reason for reason in found if reason]

    def _topics(self, other: Member) -> str:
        common = {topic.pk for topic in self.own.topics} & {topic.pk for topic in other.topics}
        titles = [topic.title for topic in other.topics if topic.pk in common]
        return _("You both know about: %(titles)s.") % {"titles": ", ".join(titles)} if titles else ""

    def _entries(self, other: Member) -> str:
        own, theirs = self._adopted_by(self.own), self._adopted_by(other)
        titles = sorted(theirs[entry] for entry in own.keys() & theirs.keys())
        quoted = ", ".join(_("“%(title)s”") % {"title": title} for title in titles)
        return _("Both counties work with %(titles)s.") % {"titles": quoted} if titles else ""

    def _groups(self, other: Member) -> str:
        own, theirs = self.groups.get(self.own.pk, {}), self.groups.get(other.pk, {})
        titles = sorted(own[group] for group in own.keys() & theirs.keys())
        quoted = ", ".join(_("“%(title)s”") % {"title": title} for title in titles)
        return _("You both work in %(titles)s.") % {"titles": quoted} if titles else ""

    def _inhabitants(self, other: Member) -> str:
        for mine in self.own.seats:
            for theirs in other.seats:
                ours, others = self.inhabitants.get(mine.key), self.inhabitants.get(theirs.key)
                if (
                    mine.key != theirs.key
                    and ours
                    and others
                    and is_around(max(ours, others), min(ours, others), ALIKE)
                ):
                    figures = {"own": intcomma(ours), "other": intcomma(others)}
                    return _("Both counties have about as many inhabitants: %(own)s and %(other)s.") % figures
        return ""

    def _adopted_by(self, member: Member) -> dict[int, str]:
        return {pk: title for seat in member.seats for pk, title in self.adopted.get(seat.key, {}).items()}
