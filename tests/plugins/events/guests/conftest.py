from __future__ import annotations

import pytest

from plugins.membership.models import GuestMandate
from tests.clock import Clock
from tests.factories.events import make_event


@pytest.fixture
def clock(monkeypatch):
    """Wednesday noon."""
    clock = Clock(monkeypatch)
    clock.set(2027, 3, 10, 12, 0)
    return clock


@pytest.fixture
def event(clock, mentor):
    """For members, in ten weeks; the mentor organises it."""
    return make_event(title="Netzwerktreffen", summary="Über Quitten.", organiser=mentor)


@pytest.fixture
def named(event, guest):
    """The guest's mandate names it."""
    mandate = GuestMandate.objects.get(people=guest)
    mandate.things.create(scope="events", key=event.pk)
    return mandate
