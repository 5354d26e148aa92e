"""Looking people up: what an actor may know of members, and nothing else of them leaves here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.models import County, Topic
from plugins.api.access import Actor, may, visible_to
from plugins.api.errors import Missing
from plugins.membership.models import MemberProfile, Seat

FOLDED = str.maketrans("äöüéè", "aouee")
SEARCHED = ("person__first_name", "person__last_name", "person__function", "competences")
"""Where each word of a question may stand, besides the name of the county."""


@dataclass(frozen=True)
class Holding:
    """A seat in force."""

    county: str
    key: str
    since: date


@dataclass(frozen=True)
class Member:
    """What others may know of a member. E-mail and telephone are empty unless the person shows them."""

    pk: int
    name: str
    function: str
    seats: list[Holding]
    topics: list[Topic]
    competences: str
    email: str
    telephone: str
    is_listed: bool
    is_mentor: bool
    """Whether they offer to accompany new members and want members to know."""


@dataclass(frozen=True)
class Wanted:
    """What the directory is narrowed to; an empty field narrows nothing."""

    words: str = ""
    county: str = ""
    topic: str = ""


def directory(actor: Actor, wanted: Wanted = Wanted()) -> QuerySet[MemberProfile]:
    """Whom the actor finds. Raises Missing for whoever has no directory: to them it does not exist."""
    if not may(actor, "browse", MemberProfile):
        raise Missing
    found = visible_to(actor, MemberProfile.objects.in_directory())
    for word in wanted.words.split():
        found = found.filter(_stands_somewhere(word))
    if wanted.county:
        found = found.filter(person__in=Seat.objects.in_force().filter(county__key=wanted.county).values("person"))
    if wanted.topic:
        chosen = visible_to(actor, Topic.objects.filter(slug=wanted.topic))
        found = found.filter(pk__in=MemberProfile.objects.filter(topics__in=chosen).values("pk"))
    return found


def numbers(actor: Actor, wanted: Wanted) -> list[int]:
    """Whom the actor finds, in no order."""
    return list(directory(actor, wanted).order_by().values_list("pk", flat=True))


def by_name(found: QuerySet[MemberProfile]) -> list[int]:
    """Their numbers as German lists order names (ä like a), which databases do each in their own way."""
    rows = found.order_by().values_list("person__last_name", "person__first_name", "pk")
    return [pk for *_names, pk in sorted((_folded(last), _folded(first), pk) for last, first, pk in rows)]


def members(actor: Actor, numbers: list[int]) -> list[Member]:
    """These people, in this order, as far as the actor sees them."""
    profiles = shown(visible_to(actor, MemberProfile.objects.filter(pk__in=numbers)), actor)
    found = {profile.pk: as_member(profile) for profile in profiles}
    return [found[number] for number in numbers if number in found]


def member(actor: Actor, number: int) -> Member:
    """One person of the directory, or the actor themselves. Raises Missing for everybody else."""
    listed = Q(pk__in=directory(actor).values("pk"))
    own = Q(pk__in=map(int, actor.keys("user")))
    profile = shown(visible_to(actor, MemberProfile.objects.filter(listed | own)), actor).filter(pk=number).first()
    if profile is None:
        raise Missing
    return as_member(profile)


def own_profile(actor: Actor) -> MemberProfile:
    """The actor's own, which everybody has who ever held a seat. Raises Missing for others."""
    own = MemberProfile.objects.filter(pk__in=map(int, actor.keys("user")))
    profile = visible_to(actor, own).prefetch_related("topics").first()
    if profile is None:
        raise Missing
    return profile


def ending_seats(actor: Actor) -> QuerySet[Seat]:
    """The actor's own seats with an end, the newest first."""
    own = Seat.objects.filter(person__in=map(int, actor.keys("user")), end__isnull=False)
    return own.select_related("county").order_by("-end", "-pk")


def has_profile(actor: Actor) -> bool:
    """Whether the actor has something to decide about the directory."""
    return MemberProfile.objects.filter(pk__in=map(int, actor.keys("user"))).exists()


def counties_of(people: list[int]) -> list[tuple[County, int]]:
    """The counties for which these people hold a seat, each with how many of them.

    Numbers and not a query: inside another one, a database without fresh figures plans it badly and takes minutes.
    """
    seats = Seat.objects.in_force().filter(person__in=people).order_by()
    numbers = dict(seats.values_list("county").annotate(number=Count("person", distinct=True)))
    return [(county, numbers[county.pk]) for county in County.objects.filter(pk__in=numbers).order_by("name", "kind")]


def topics_of(people: list[int], actor: Actor) -> list[tuple[Topic, int]]:
    """The topics about which these people can be asked, each with how many of them."""
    topics = visible_to(actor, Topic.objects.all()).filter(member_profiles__in=people)
    counted = topics.annotate(number=Count("member_profiles", distinct=True))
    return [(topic, topic.number) for topic in counted.order_by("-number", "title")]


def name_of(person: User) -> str:
    """Never the beginning of the address, which stands in for a name elsewhere."""
    return f"{person.first_name} {person.last_name}".strip() or _("Without a name")


def shown(profiles: QuerySet[MemberProfile], actor: Actor) -> QuerySet[MemberProfile]:
    """With their seats in force, and the topics that this actor knows."""
    return profiles.select_related("person__mentor_offer").prefetch_related(
        Prefetch("person__seats", Seat.objects.in_force().select_related("county").order_by("start", "pk")),
        Prefetch("topics", visible_to(actor, Topic.objects.all()).order_by("title")),
    )


def as_member(profile: MemberProfile) -> Member:
    """Of a profile that came through `shown`."""
    person: User = profile.person
    offer = getattr(person, "mentor_offer", None)
    return Member(
        pk=profile.pk,
        name=name_of(person),
        function=person.function,
        seats=[Holding(str(seat.county), seat.county.key, seat.start) for seat in person.seats.all()],
        topics=list(profile.topics.all()),
        competences=profile.competences,
        email=person.email if profile.shows_email else "",
        telephone=profile.telephone if profile.shows_telephone else "",
        is_listed=profile.is_listed and person.is_active and bool(person.seats.all()),
        is_mentor=offer is not None and offer.is_shown,
    )


def _stands_somewhere(word: str) -> Q:
    """Whoever has this word in a field. `iregex` and not `icontains`: SQLite knows no capital umlauts."""
    pattern = re.escape(word)
    found = Q(person__in=Seat.objects.in_force().filter(county__name__iregex=pattern).values("person"))
    for name in SEARCHED:
        found |= Q(**{f"{name}__iregex": pattern})
    return found


def _folded(name: str) -> str:
    return name.casefold().translate(FOLDED)
