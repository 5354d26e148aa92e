"""Seats that were handed over and ended, and guests whom groups were asked about, agreed to, and let go."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from cms.accounts.models import User
from cms.actions.people import NewPerson
from plugins.api.actors import actor_for
from plugins.membership.actions.mandates import agree_to_guest, end_guest_in_group, propose_guest
from plugins.membership.models import GuestMandate, MandateGroup, Seat
from tests.factories import UserFactory, give_seat, make_group
from tests.factories.seats import hand_over
from workspace.models import GroupState, GroupVisibility, WorkingGroup

MODELS = (MandateGroup,)


def add(people: dict[str, User | None]) -> None:
    office = actor_for(people["office"])
    leaver = UserFactory(email="scheidet-aus@example.org")
    give_seat(leaver, "99005")
    hand_over(Seat.objects.get(person=leaver), NewPerson("folgt@example.org", "Folgt", "Nach"), by=people["office"])
    Seat.objects.filter(person=leaver).update(ends_at=timezone.now() - timedelta(hours=1))
    for person, visibility in (("guest", "members"), ("guest", "hidden"), ("former_guest", "members")):
        mandate = GuestMandate.objects.get(people=people[person])
        for answer in ("none", "agree", "end", "closed"):
            group = make_group(
                f"AG Gast {person} {visibility} {answer}",
                coordinator=people["coordinator"],
                visibility=GroupVisibility(visibility),
            )
            line, lead = propose_guest(mandate, group, actor=office), actor_for(people["coordinator"])
            if answer != "none":
                agree_to_guest(line, actor=lead)
            if answer == "end":
                end_guest_in_group(line, actor=lead)
            if answer == "closed":
                WorkingGroup.objects.filter(pk=group.pk).update(state=GroupState.CLOSED)
