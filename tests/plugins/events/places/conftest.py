from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.events.actions.registrations import register
from tests.clock import Clock
from tests.factories import UserFactory, give_seat
from tests.factories.events import make_event


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def event(office):
    """For members, with two places, in ten weeks; the office organises it."""
    return make_event(capacity=2, organiser=office)


@pytest.fixture
def newcomer():
    """Another member of that name, on the list."""

    def come(event, name: str, county: str = "99001"):
        person = UserFactory(email=f"{name}@example.org", first_name=name.title())
        give_seat(person, county)
        return register(event, actor=actor_for(person))

    return come


@pytest.fixture
def mails(mailoutbox):
    """Sends what is due; gives whom it went to and what it said, since the last time."""

    def sent() -> dict[str, str]:
        mailoutbox.clear()
        dispatch_pending()
        return {mail.to[0]: mail.body for mail in mailoutbox}

    return sent
