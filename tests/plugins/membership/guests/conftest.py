from __future__ import annotations

import pytest

from cms.models import Topic
from plugins.membership.models import GuestMandate
from tests.clock import Clock
from tests.factories import make_topic


@pytest.fixture
def clock(monkeypatch):
    """Wednesday noon."""
    clock = Clock(monkeypatch)
    clock.set(2027, 3, 10, 12, 0)
    return clock


@pytest.fixture
def mandate(clock, guest):
    """The county association's, for the topic Wohnen."""
    make_topic("Wohnen")
    Topic.objects.update(is_open=True)
    return GuestMandate.objects.get()
