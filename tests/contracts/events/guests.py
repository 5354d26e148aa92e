"""The guest's mandate names one event for members that is published, one that is not, and one of a group."""

from __future__ import annotations

from cms.accounts.models import User
from plugins.membership.models import GuestMandate
from tests.factories.events import make_event
from workspace.models import WorkingGroup

MODELS = ()


def add(people: dict[str, User | None]) -> None:
    mandate = GuestMandate.objects.get(people=people["guest"])
    group = WorkingGroup.objects.order_by("pk").first()
    for event in (
        make_event(title="Im Mandat"),
        make_event(title="Im Mandat, noch geplant", is_published=False),
        make_event(title="Im Mandat, dann verengt", confidentiality="group", group=group),
    ):
        mandate.things.create(scope="events", key=event.pk)
