"""What counties did with entries: numbers for whoever reads the entry, the rest for whoever reads the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final

from django.db.models import BigIntegerField, Count, Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import ngettext

from cms.accounts.models import User
from cms.models import County, Projection
from plugins.api.access import Actor, visible_to
from plugins.api.errors import Missing
from plugins.api.prepared import Given, Prepared
from plugins.membership.models import Adoption, AdoptionState, AdoptionStep, MemberProfile, Seat

MOST_WELCOME_FIRST = (AdoptionState.ADOPTED, AdoptionState.ADAPTED, AdoptionState.TRIED, AdoptionState.DROPPED)


def adoptions_for(actor: Actor, *, entry: int | None = None, county: str = "", state: str = "") -> QuerySet[Adoption]:
    """Those that the actor reads, the last changed first, with `title` and `slug` of the entry, and what it `said`."""
    layers = Projection.objects.filter(entry=OuterRef("entry"), superseded=False)
    rows = visible_to(actor, Adoption.objects.all()).select_related("county")
    steps = AdoptionStep.objects.filter(adoption=OuterRef("pk")).order_by("-recorded_at", "-pk")
    rows = rows.annotate(
        title=Subquery(layers.values("text__title")[:1]),
        slug=Subquery(layers.values("slug")[:1]),
        said=Subquery(steps.values("text")[:1]),
    )
    if entry is not None:
        rows = rows.filter(entry=entry)
    if county:
        rows = rows.filter(county__key=county)
    return rows.filter(state=state) if state else rows


def adoption_for(actor: Actor, pk: int) -> Adoption:
    """One of them. Raises Missing."""
    found = adoptions_for(actor).filter(pk=pk).first()
    if found is None:
        raise Missing
    return found


def counted(entry_id: int) -> dict[str, int]:
    """How many counties stand in each state: it names none, so whoever reads the entry may know."""
    rows = Adoption.objects.filter(entry=entry_id).order_by().values_list("state").annotate(Count("pk"))
    return dict(rows)


def counted_everywhere() -> dict[int, dict[str, int]]:
    """The same of every entry with which somebody has worked, in one query."""
    counts: dict[int, dict[str, int]] = {}
    for entry, state, number in Adoption.objects.order_by().values_list("entry", "state").annotate(Count("pk")):
        counts.setdefault(entry, {})[state] = number
    return counts


def in_words(counts: Mapping[str, int]) -> str:
    """“5 counties have worked with this: 3 took it over, 1 adapted it, 1 stopped.” Empty where there is none."""
    total = sum(counts.values())
    if not total:
        return ""
    words = {
        AdoptionState.ADOPTED: ngettext("%(n)d took it over", "%(n)d took it over", counts.get("adopted", 0)),
        AdoptionState.ADAPTED: ngettext("%(n)d adapted it", "%(n)d adapted it", counts.get("adapted", 0)),
        AdoptionState.TRIED: ngettext("%(n)d is trying it", "%(n)d are trying it", counts.get("tried", 0)),
        AdoptionState.DROPPED: ngettext("%(n)d stopped", "%(n)d stopped", counts.get("dropped", 0)),
    }
    parts = [words[state] % {"n": counts[state]} for state in MOST_WELCOME_FIRST if counts.get(state)]
    head = ngettext("%(n)d county has worked with this:", "%(n)d counties have worked with this:", total)
    return f"{head % {'n': total}} {', '.join(parts)}."


def counties_to_record_for(actor: Actor, entry_id: int) -> QuerySet[County]:
    """The actor's counties that have not said anything about the entry yet and are not where it comes from."""
    own = County.objects.filter(key__in=actor.keys("county"))
    said = Adoption.objects.filter(entry=entry_id, county=OuterRef("pk"))
    return own.exclude(entries=entry_id).exclude(Exists(said)).order_by("name", "kind")


def holders_of(county: County) -> QuerySet[User]:
    """Who sits for the county today."""
    seats = Seat.objects.in_force().filter(county=county)
    return User.objects.filter(is_active=True, pk__in=seats.values("person")).order_by("last_name", "first_name", "pk")


def contacts_of(adoptions: Iterable[Adoption]) -> dict[int, User]:
    """Whom to ask, by number of the person, in one query: only who sits for a county and is in the directory."""
    numbers = {adoption.contact_id for adoption in adoptions} - {None}
    profiles = MemberProfile.objects.in_directory().filter(pk__in=numbers).select_related("person")
    return {profile.pk: profile.person for profile in profiles}


def whom_to_ask(adoption: Adoption) -> tuple[frozenset[int], frozenset[str]]:
    """The contact as long as they sit for the county, else whoever does, else the programme office."""
    holders = set(holders_of(adoption.county).values_list("pk", flat=True))
    if adoption.contact_id in holders:
        return frozenset({adoption.contact_id}), frozenset()
    return frozenset(), frozenset({adoption.principal if holders else "office"})


def to_be_asked(today: date) -> QuerySet[Adoption]:
    """Those whose year is over. Nobody is asked about what was stopped, or about an entry that was taken back."""
    rows = Adoption.objects.exclude(state=AdoptionState.DROPPED).filter(ask_on__lte=today)
    return rows.filter(Exists(Projection.objects.filter(entry=OuterRef("entry")))).order_by("pk")


def questions_to(actor: Actor) -> QuerySet[Adoption]:
    """What the actor's counties are asked and have not answered, the longest waiting first."""
    rows = adoptions_for(actor).filter(county__key__in=actor.keys("county"), asked_at__isnull=False)
    return rows.exclude(state=AdoptionState.DROPPED).order_by("asked_at", "pk")


def counties_in_register(actor: Actor) -> list[County]:
    """Those that stand in what the actor reads of it."""
    keys = adoptions_for(actor).order_by().values("county")
    return list(County.objects.filter(pk__in=keys).order_by("name", "kind"))


def slug_of(entry_id: int) -> str:
    """Where an entry is read."""
    return Projection.objects.filter(entry=entry_id, superseded=False).values_list("slug", flat=True).first() or ""


def provenance_dates(entry_id: int) -> list[datetime]:
    """When each county that works with it said so first."""
    if not _WORKED_WITH(entry=entry_id):
        return []
    rows = Adoption.objects.filter(entry=entry_id).exclude(state=AdoptionState.DROPPED).order_by("recorded_at", "pk")
    return list(rows.values_list("recorded_at", flat=True))


_WORKED_WITH: Final = Prepared(
    lambda: (
        Adoption.objects.filter(entry=Given("entry", BigIntegerField()))
        .exclude(state=AdoptionState.DROPPED)
        .order_by()
        .values_list("pk")
    )
)
"""Asked for every recommendation that is read; with most of them no county works yet."""
