"""A poll that is open, one that became a meeting, and rooms of a meeting and of an event for members."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.events.actions.polls import answer_poll, fix_date
from plugins.events.actions.rooms import set_up_room
from plugins.events.models import DatePoll, PollVoter, VideoRoom
from tests.factories.events import make_event
from tests.factories.polls import make_poll
from workspace.models import WorkingGroup

MODELS = (DatePoll, PollVoter, VideoRoom)


def add(people: dict[str, User | None]) -> None:
    coordinator, member = people["coordinator"], people["member"]
    group = WorkingGroup.objects.filter(memberships__user=member).order_by("pk").first()
    make_poll(group, coordinator)
    fixed = make_poll(group, coordinator)
    voter = fixed.voters.get(person=member)
    answer_poll(voter, {option.pk: "yes" for option in fixed.options.all()}, actor=actor_for(member))
    meeting = fix_date(fixed, fixed.options.first(), actor=actor_for(coordinator))
    for event in (meeting, make_event(title="Mit Raum", form="virtual", place="")):
        set_up_room(event, "link", "https://video.example/raum", actor=SYSTEM)
