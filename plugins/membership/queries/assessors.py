"""Whom the office could ask to assess an application, and why."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.api.access import Actor, visible_to
from plugins.membership.models import Application, Assessment, MemberProfile, Seat
from plugins.membership.policies.assessments import READ_IN
from plugins.membership.queries.assessments import TEXTS
from plugins.membership.queries.directory import name_of

PROPOSED = 3


@dataclass(frozen=True)
class Candidate:
    """A member who could be asked."""

    person: User
    name: str
    county: County
    open: int
    """Other assessments that wait for them."""
    sent: int
    topics: tuple[str, ...]
    """What they can be asked about and what the application speaks of."""
    is_of_other_state: bool | None
    """None where one of the two counties lies in no state."""

    @property
    def reasons(self) -> list[str]:
        """Why to ask them, or what speaks against it."""
        busy = ngettext("%(n)s other assessment is open", "%(n)s other assessments are open", self.open)
        done = ngettext("has assessed %(n)s application", "has assessed %(n)s applications", self.sent)
        known = _("can be asked about %(topics)s") % {"topics": ", ".join(self.topics)}
        where = _("from another state") if self.is_of_other_state else _("from the same state")
        return [
            busy % {"n": self.open} if self.open else _("no other assessment is open"),
            done % {"n": self.sent} if self.sent else _("has assessed no application yet"),
            *([known] if self.topics else []),
            *([where] if self.is_of_other_state is not None else []),
        ]


def closed_counties(application: Application) -> set[int]:
    """Counties from which nobody (else) can be asked: the applicant's own, and those of everybody asked already."""
    asked = application.assessments.values("assessor")
    taken = set(Seat.objects.in_force().filter(person__in=asked).values_list("county", flat=True))
    return taken | ({application.county_id} if application.county_id else set())


def candidates(actor: Actor, application: Application) -> list[Candidate]:
    """All members who could be asked, the most suitable first: free, of another state, with topics, experienced."""
    counties = _free_seats(application)
    people = {person.pk: person for person in User.objects.filter(pk__in=counties)}
    loads = _loads(list(people))
    topics = _fitting_topics(actor, application, list(people))
    found = [
        Candidate(
            person=people[pk],
            name=name_of(people[pk]),
            county=county,
            open=loads.get(pk, (0, 0))[0],
            sent=loads.get(pk, (0, 0))[1],
            topics=topics.get(pk, ()),
            is_of_other_state=_other_state(application.county, county),
        )
        for pk, county in counties.items()
    ]
    return sorted(found, key=_suitability)


def proposed(found: list[Candidate]) -> list[Candidate]:
    """The first three, each of another county."""
    first_of: dict[int, Candidate] = {}
    for candidate in found:
        first_of.setdefault(candidate.county.pk, candidate)
    return list(first_of.values())[:PROPOSED]


def _suitability(one: Candidate) -> tuple[int, bool, int, int, str]:
    return (one.open, one.is_of_other_state is False, -len(one.topics), -one.sent, one.name.casefold())


def _free_seats(application: Application) -> dict[int, County]:
    """Person and county; nobody who also holds a seat for a county that is closed, and nobody who was asked."""
    holding = Seat.objects.in_force().filter(person__is_active=True)
    barred = holding.filter(county__in=closed_counties(application)).values("person")
    free = holding.exclude(person__in=barred).exclude(person__in=application.assessments.values("assessor"))
    found: dict[int, County] = {}
    for seat in free.select_related("county").order_by("start", "pk"):
        found.setdefault(seat.person_id, seat.county)
    return found


def _loads(people: list[int]) -> dict[int, tuple[int, int]]:
    """How many assessments of each are open, and how many they have sent."""
    awaited = Q(conflict_at=None, sent_at=None, application__state__in=READ_IN)
    counted = Assessment.objects.filter(assessor__in=people).order_by().values("assessor")
    rows = counted.annotate(
        open=Count("pk", filter=awaited), sent=Count("pk", filter=Q(conflict_at=None, sent_at__isnull=False))
    )
    return {row["assessor"]: (row["open"], row["sent"]) for row in rows}


def _fitting_topics(actor: Actor, application: Application, people: list[int]) -> dict[int, tuple[str, ...]]:
    words = " ".join(getattr(application, name) for name in TEXTS).casefold()
    titles = visible_to(actor, Topic.objects.all()).order_by("title").values_list("pk", "title")
    fitting = {pk: title for pk, title in titles if title.casefold() in words}
    chosen = MemberProfile.topics.through.objects.filter(memberprofile__in=people, topic__in=fitting)
    found: dict[int, tuple[str, ...]] = {}
    for person_id, topic_id in chosen.order_by("topic__title").values_list("memberprofile", "topic"):
        found[person_id] = (*found.get(person_id, ()), fitting[topic_id])
    return found


def _other_state(own: County | None, county: County) -> bool | None:
    if own is None or own.state is None or county.state is None:
        return None
    return own.state != county.state
