from __future__ import annotations

from datetime import datetime

import pytest

from plugins.api.outbox import dispatch_pending
from tests.clock import BERLIN, Clock
from tests.factories.events import make_event
from tests.factories.programme import make_call


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def event(office):
    """For members, from 9.30 to 17.30 on a day of March 2031; the office organises it."""
    moments = {
        "starts_at": datetime(2031, 3, 14, 9, 30, tzinfo=BERLIN),
        "ends_at": datetime(2031, 3, 14, 17, 30, tzinfo=BERLIN),
    }
    return make_event(title="Netzwerktreffen", organiser=office, **moments)


@pytest.fixture
def call(event):
    return make_call(event)


@pytest.fixture
def mails(mailoutbox):
    """Sends what is due; gives the mails since the last time."""

    def sent():
        mailoutbox.clear()
        while dispatch_pending():
            pass
        return list(mailoutbox)

    return sent


def everything(mail) -> str:
    return "\n".join([mail.subject, str(mail.body), str(mail.alternatives[0][0])])
