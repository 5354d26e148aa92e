"""A clock that is moved by hand, and mails as they leave."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plugins.api.outbox import dispatch_pending


class Clock:
    """Runs as all clocks do, and so many days ahead as were passed."""

    def __init__(self):
        self.real, self.ahead = timezone.now, timedelta()

    def now(self):
        return self.real() + self.ahead

    def pass_days(self, days):
        self.ahead += timedelta(days=days)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock.now)
    return clock


@pytest.fixture
def mails(mailoutbox):
    """What left since it was last asked: (recipient, subject, body), after the worker has done its work."""

    def left():
        dispatch_pending()
        sent = [(*one.to, one.subject, str(one.body)) for one in mailoutbox]
        mail.outbox.clear()
        return sent

    return left


def link_in(body):
    """The path of the one link of a mail."""
    return re.search(r"https?://[^/\s]+(/mitglied-werden/(?:bewerbung|sitz)/\S+)", body)[1]
