from __future__ import annotations

import pytest

from cms.actions.people import NewPerson
from plugins.membership.models import Seat
from tests.clock import Clock


@pytest.fixture
def clock(monkeypatch):
    """Wednesday noon; people of the cast have their seats since a year."""
    clock = Clock(monkeypatch)
    clock.set(2027, 3, 10, 12, 0)
    return clock


@pytest.fixture
def seat(clock, member):
    """The member's, for Auental."""
    return Seat.objects.get(person=member)


@pytest.fixture
def toni():
    """Who takes over."""
    return NewPerson("toni@example.org", "Toni", "Nachfolge")
