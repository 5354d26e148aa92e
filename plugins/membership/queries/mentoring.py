"""Looking up mentorships: for the two of them, and for the programme office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from cms.accounts.models import User
from plugins.api.access import Actor, may, require, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import (
    ClosingAnswer,
    EndReason,
    MemberProfile,
    MentorChange,
    MentorOffer,
    Mentorship,
    MentorshipStep,
    Seat,
)
from plugins.membership.states.mentorships import OPEN

NEW_FOR = timedelta(days=183)
"""So long after their first seat began members count as new."""


@dataclass(frozen=True)
class Contact:
    """How one of the two reaches the other."""

    person: User
    email: str
    telephone: str


@dataclass(frozen=True)
class PoolLine:
    """One mentor of the pool, as the office sees them."""

    offer: MentorOffer
    taken: int
    is_paused: bool

    @property
    def free(self) -> int:
        return max(0, self.offer.capacity - self.taken)


def mentorship_for(actor: Actor, pk: int) -> Mentorship:
    """Raises Missing for whoever may not know of it."""
    found = _with_people(visible_to(actor, Mentorship.objects.filter(pk=pk))).first()
    if found is None:
        raise Missing
    return found


def step_for(actor: Actor, pk: int, step_pk: int) -> MentorshipStep:
    """A step of a mentorship that the actor sees."""
    step = MentorshipStep.objects.filter(pk=step_pk, mentorship=mentorship_for(actor, pk)).first()
    if step is None:
        raise Missing
    return step


def own_mentorships(actor: Actor) -> QuerySet[Mentorship]:
    """Those in which the actor is one of the two, the newest first."""
    people = list(map(int, actor.keys("user")))
    return _with_people(visible_to(actor, Mentorship.objects.filter(Q(mentor__in=people) | Q(mentee__in=people))))


def has_mentorships(actor: Actor) -> bool:
    """Whether there is something for the actor to see under /mentoring/."""
    return bool(may(actor, "create", Mentorship)) or own_mentorships(actor).exists()


def own_offer(actor: Actor) -> MentorOffer | None:
    return visible_to(actor, MentorOffer.objects.filter(pk__in=map(int, actor.keys("user")))).first()


def contact_in(mentorship: Mentorship, actor: Actor) -> Contact | None:
    """The other one's e-mail address and telephone number, for as long as both agree; whatever they show to members."""
    if not may(actor, "reach", mentorship):
        return None
    other = mentorship.mentee if actor.has(f"user:{mentorship.mentor_id}") else mentorship.mentor
    profile = MemberProfile.objects.filter(pk=other.pk).first()
    return Contact(other, other.email, profile.telephone if profile else "")


def counties_in_words(people: list[int], on: date | None = None) -> dict[int, str]:
    """The counties for which each of these people holds a seat, in one line."""
    lines: dict[int, list[str]] = {}
    for seat in Seat.objects.in_force(on).filter(person__in=people).select_related("county").order_by("start", "pk"):
        lines.setdefault(seat.person_id, []).append(str(seat.county))
    return {pk: ", ".join(dict.fromkeys(names)) for pk, names in lines.items()}


def own_change(mentorship: Mentorship, actor: Actor) -> MentorChange | None:
    """The open request of this actor."""
    own = MentorChange.objects.filter(mentorship=mentorship, settled_at=None)
    return own.filter(asked_by__in=map(int, actor.keys("user"))).first()


def changes_of(mentorship: Mentorship, actor: Actor) -> QuerySet[MentorChange]:
    """For the office all, for each of the two their own."""
    return visible_to(actor, MentorChange.objects.filter(mentorship=mentorship)).select_related("asked_by")


def answers_of(mentorship: Mentorship, actor: Actor) -> QuerySet[ClosingAnswer]:
    """For the office both, for each of the two their own."""
    return visible_to(actor, ClosingAnswer.objects.filter(mentorship=mentorship)).select_related("person")


def new_member(actor: Actor, pk: int) -> User:
    """Somebody with a seat who can get a mentor. Raises Missing for everybody else."""
    require(actor, "create", Mentorship)
    open_ones = Mentorship.objects.filter(mentee=OuterRef("pk"), state__in=OPEN)
    seats = Seat.objects.in_force().filter(person=OuterRef("pk"))
    person = User.objects.filter(Exists(seats), ~Exists(open_ones), pk=pk, is_active=True).first()
    if person is None:
        raise Missing
    return person


def in_need(actor: Actor, today: date | None = None) -> list[User]:
    """New members without a mentorship, and whoever lost a mentor on the way; whoever came last stands first."""
    require(actor, "create", Mentorship)
    day = today or timezone.localdate()
    served = Mentorship.objects.filter(mentee=OuterRef("pk"), state__in=(*OPEN, "closed"))
    lost = Mentorship.objects.filter(mentee=OuterRef("pk"), state="ended").exclude(end_reason=EndReason.WITHDRAWN)
    people = (
        User.objects.filter(Exists(Seat.objects.in_force(day).filter(person=OuterRef("pk"))), is_active=True)
        .annotate(since=Min("seats__start"), lost=Exists(lost))
        .filter(~Exists(served), Q(since__gte=day - NEW_FOR) | Q(lost=True))
    )
    return list(people.order_by("-since", "pk"))


def mentorships_of_office(actor: Actor, states: tuple[str, ...]) -> QuerySet[Mentorship]:
    """All in one of these states, with how many steps are behind them and whether somebody asked for a change."""
    require(actor, "create", Mentorship)
    gone = Q(steps__done_at__isnull=False) | Q(steps__skipped_at__isnull=False)
    changes = MentorChange.objects.filter(mentorship=OuterRef("pk"), settled_at=None)
    rows = _with_people(visible_to(actor, Mentorship.objects.filter(state__in=states)))
    return rows.annotate(gone=Count("steps", filter=gone), all_steps=Count("steps"), wants_change=Exists(changes))


def pool(actor: Actor, today: date | None = None) -> list[PoolLine]:
    """Everybody who offers it, those with a free place first."""
    require(actor, "create", Mentorship)
    day = today or timezone.localdate()
    rows = MentorOffer.objects.select_related("person").prefetch_related("topics").order_by("offered_at", "pk")
    taken = Count("person__mentorships", filter=Q(person__mentorships__state__in=OPEN))
    counting = set(MentorOffer.objects.that_count(day).values_list("pk", flat=True))
    lines = [PoolLine(one, one.taken, one.pk not in counting) for one in visible_to(actor, rows).annotate(taken=taken)]
    return sorted(lines, key=lambda line: (line.is_paused, line.free == 0))


def open_with_steps(actor: Actor) -> QuerySet[Mentorship]:
    """The actor's own that are not over, each with the steps that are open, the next one first."""
    open_steps = MentorshipStep.objects.filter(done_at=None, skipped_at=None).order_by("due_on", "pk")
    own = own_mentorships(actor).filter(state__in=OPEN)
    return own.prefetch_related(Prefetch("steps", open_steps, to_attr="open_steps"))


def _with_people(mentorships: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
    return mentorships.select_related("mentor", "mentee")
