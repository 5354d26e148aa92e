"""Whom the programme office can ask to accompany a new member, and what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import County, Topic
from cms.queries.alike import is_around
from plugins.api.access import Actor, require, visible_to
from plugins.membership.models import EndReason, MemberProfile, MentorOffer, Mentorship, Seat
from plugins.membership.states.mentorships import OPEN

SIMILAR = 50
"""Counties are of similar size when the larger one has at most so many per cent more inhabitants."""
REST = timedelta(weeks=12)
"""Whoever accompanied somebody until a shorter time ago is proposed only where nobody else is free."""


@dataclass(frozen=True)
class Proposal:
    """One mentor with a free place, and what speaks for them in sentences."""

    person: User
    counties: list[County]
    sentence: str
    free: int
    reasons: list[str]
    points: int
    last: date | None
    """When they last accompanied somebody: today while they do, None if they never did."""


@dataclass(frozen=True)
class _New:
    """What of the new member a mentor is compared with."""

    counties: list[County]
    topics: set[int]


def proposals_for(mentee: User, actor: Actor, today: date | None = None) -> list[Proposal]:
    """Mentors for this person, the most fitting first: nobody of their county, nobody who was with them or said no.

    Whoever has somebody now, or had until lately, is left out as long as others are free.
    """
    require(actor, "create", Mentorship)
    day = today or timezone.localdate()
    new = _New(*_of_mentee(mentee, actor, day))
    past = _past_of_all(day)
    found = [
        _proposal(offer, new, taken, last)
        for offer in _offers(actor, mentee, day)
        for taken, last in [past.get(offer.pk, (0, None))]
        if taken < offer.capacity
    ]
    own = {county.pk for county in new.counties}
    found = [one for one in found if own.isdisjoint(county.pk for county in one.counties)]
    rested = [one for one in found if one.last is None or one.last <= day - REST]
    return sorted(rested or found, key=lambda one: (-one.points, one.last or date.min, one.person.pk))


def _of_mentee(mentee: User, actor: Actor, day: date) -> tuple[list[County], set[int]]:
    counties = County.objects.filter(seats__in=Seat.objects.in_force(day).filter(person=mentee)).distinct()
    chosen = MemberProfile.objects.filter(pk=mentee.pk).values("topics")
    return list(counties), set(visible_to(actor, Topic.objects.filter(pk__in=chosen)).values_list("pk", flat=True))


def _offers(actor: Actor, mentee: User, day: date) -> QuerySet[MentorOffer]:
    """All that count today, but for whom this new member has had or who said no, with seats and topics."""
    tried = Mentorship.objects.filter(mentee=mentee).exclude(end_reason=EndReason.WITHDRAWN)
    topics = visible_to(actor, Topic.objects.order_by("title"))
    return (
        visible_to(actor, MentorOffer.objects.that_count(day))
        .exclude(pk__in=tried.values("mentor"))
        .exclude(pk=mentee.pk)
        .select_related("person")
        .prefetch_related(
            Prefetch("topics", topics),
            Prefetch("person__memberprofile__topics", topics),
            Prefetch("person__seats", Seat.objects.in_force(day).select_related("county")),
        )
    )


def _past_of_all(day: date) -> dict[int, tuple[int, date | None]]:
    """Mentor -> how many places are taken, and until when they last accompanied somebody."""
    rows = Mentorship.objects.order_by().values("mentor")
    rows = rows.annotate(taken=Count("pk", filter=Q(state__in=OPEN)))
    rows = rows.annotate(last=Max("ended_on", filter=Q(began_on__isnull=False)))
    return {row["mentor"]: (row["taken"], day if row["taken"] else row["last"]) for row in rows}


def _proposal(offer: MentorOffer, new: _New, taken: int, last: date | None) -> Proposal:
    person: User = offer.person
    counties = list({seat.county.pk: seat.county for seat in person.seats.all()}.values())
    said = [
        (3, _common_topics(offer, new)),
        (2, _similar(new.counties, counties)),
        (1, _same_state(new.counties, counties)),
    ]
    points = sum(worth for worth, sentence in said if sentence)
    reasons = [sentence for _worth, sentence in said if sentence]
    return Proposal(
        person=person,
        counties=counties,
        sentence=offer.sentence,
        free=offer.capacity - taken,
        reasons=[*reasons, _rested(taken, last)],
        points=points,
        last=last,
    )


def _common_topics(offer: MentorOffer, new: _New) -> str:
    profile = getattr(offer.person, "memberprofile", None)
    known = {topic.pk: topic.title for topic in [*offer.topics.all(), *(profile.topics.all() if profile else ())]}
    common = sorted(title for pk, title in known.items() if pk in new.topics)
    return _("Common topics: %(topics)s.") % {"topics": ", ".join(common)} if common else ""


def _similar(own: list[County], others: list[County]) -> str:
    for one in own:
        for other in others:
            if one.inhabitants and other.inhabitants and _are_similar(one.inhabitants, other.inhabitants):
                return _("County of similar size: %(other)s, with %(inhabitants)s inhabitants.") % {
                    "other": other,
                    "inhabitants": intcomma(other.inhabitants),
                }
    return ""


def _are_similar(one: int, other: int) -> bool:
    return is_around(min(one, other), max(one, other), SIMILAR)


def _same_state(own: list[County], others: list[County]) -> str:
    common = {county.state for county in own if county.state} & {county.state for county in others}
    return _("Same federal state: %(state)s.") % {"state": common.pop()} if common else ""


def _rested(taken: int, last: date | None) -> str:
    if taken:
        return _("Accompanies somebody at the moment and has a place left.")
    if last is None:
        return _("Has not accompanied anybody yet.")
    return _("Has accompanied nobody since %(date)s.") % {"date": date_format(last)}
