"""Requests and invitations, and who can be invited."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from cms.accounts.models import User
from cms.accounts.roles import OFFICE
from plugins.api.access import Actor, visible_to
from plugins.api.actors import people_behind
from plugins.api.errors import Missing
from workspace.models import Admission, AdmissionKind, GroupMembership, WorkingGroup


def people_to_invite(group: WorkingGroup) -> QuerySet[User]:
    """Members who neither take part nor are invited. Who has asked stays among them, or it would show that she has."""
    members = Q(pk__in=[])
    for people in people_behind("members"):
        members |= Q(pk__in=people.values("pk"))
    inside = GroupMembership.objects.in_force().filter(group=group).values("user")
    invited = Admission.objects.open().filter(group=group, kind=AdmissionKind.INVITATION).values("person")
    return User.objects.filter(members, is_active=True).exclude(pk__in=inside).exclude(pk__in=invited)


def admission_by_id(actor: Actor, slug: str, pk: int) -> Admission:
    """One request or invitation to this group. Raises Missing where the actor does not see it."""
    rows = visible_to(actor, Admission.objects.select_related("group", "person", "made_by"))
    found = rows.prefetch_related(Prefetch("group__admissions", Admission.objects.open())).filter(pk=pk).first()
    if found is None or found.group.slug != slug:
        raise Missing
    return found


def open_admissions(group: WorkingGroup, actor: Actor) -> QuerySet[Admission]:
    """What waits for an answer in this group, as far as the actor sees it; the oldest first."""
    rows = Admission.objects.open().filter(group=group).select_related("person").order_by("made_at", "pk")
    return visible_to(actor, rows)


def own_open_admissions(actor: Actor) -> QuerySet[Admission]:
    """What the actor was invited to or has asked for, and not heard of yet."""
    rows = Admission.objects.open().filter(person__pk__in=actor.keys("user"))
    return visible_to(actor, rows).select_related("group")


def waiting_for(actor: Actor) -> QuerySet[Admission]:
    """What the actor has to answer: invitations to them, requests to groups that they coordinate; the oldest first.

    Requests that wait to be passed on are for the programme office.
    """
    known = Q(via_office=False) | Q(passed_on_at__isnull=False)
    asked = Q(kind=AdmissionKind.INVITATION, person__pk__in=actor.keys("user"))
    asked |= known & Q(kind=AdmissionKind.REQUEST, group__in=actor.keys("coordinator"))
    if actor.has(OFFICE):
        asked |= Q(via_office=True, passed_on_at=None)
    rows = Admission.objects.open().filter(asked).select_related("group", "person")
    return visible_to(actor, rows).order_by("made_at", "pk")


def latest_own(group: WorkingGroup, actor: Actor) -> Admission | None:
    """The last request or invitation between the actor and this group, with what became of it."""
    rows = Admission.objects.filter(group=group, person__pk__in=actor.keys("user"))
    return visible_to(actor, rows).order_by("-made_at", "-pk").first()


def waiting_for_office(actor: Actor) -> QuerySet[Admission]:
    """Requests that the programme office has neither passed on nor given back."""
    rows = Admission.objects.open().filter(via_office=True, passed_on_at=None)
    return visible_to(actor, rows).select_related("group", "person").order_by("made_at", "pk")
