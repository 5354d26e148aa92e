"""Sending with several threads, as a served forum does: what is slow holds up nobody else."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection

from cms import sending
from cms.actions import deliveries
from cms.facts import EntryPublished
from cms.models import WebhookDelivery
from tests.factories import UserFactory, deliver, give_role, make_entry, make_webhook


class Work:
    """Numbers to send; the first takes its time. The database is left out: it belongs to the test's own thread."""

    def __init__(self, monkeypatch, numbers: int) -> None:
        self.waiting, self.sent, self.slow = list(range(numbers)), [], threading.Event()
        self.most, self.under_way, self.lock = 0, 0, threading.Lock()
        monkeypatch.setattr(sending, "due", lambda: self)
        monkeypatch.setattr(sending, "claim_next", self.claim)
        monkeypatch.setattr(sending, "attempt", self.attempt)
        monkeypatch.setattr(sending.connection, "close", lambda: None)

    def count(self) -> int:
        return len(self.waiting)

    def claim(self):
        with self.lock:
            return self.waiting.pop(0) if self.waiting else None

    def attempt(self, number: int) -> None:
        with self.lock:
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        if number == 0:
            self.slow.wait(10)
        elif number == 1:
            raise RuntimeError("something of ours")
        with self.lock:
            self.sent.append(number)
            self.under_way -= 1


def wait_for(what) -> bool:
    until = time.monotonic() + 5
    while not what() and time.monotonic() < until:
        time.sleep(0.01)
    return what()


def test_a_slow_receiver_and_a_failure_hold_up_nobody(monkeypatch, settings):
    settings.WEBHOOKS_AT_ONCE = 2
    work = Work(monkeypatch, 6)
    begun = time.monotonic()
    sending.send_what_is_due()
    assert time.monotonic() - begun < 1  # whoever asks does not wait
    assert wait_for(lambda: work.sent == [2, 3, 4, 5])
    sending.send_what_is_due()
    work.slow.set()
    assert wait_for(lambda: 0 in work.sent and not sending._at_work)
    assert work.most <= 3  # the failed one is not counted down


@pytest.mark.django_db(transaction=True)
def test_the_receiver_of_one_person_waits_for_no_other(receiver, other_receiver, settings):
    settings.WEBHOOKS_AT_ONCE = 4
    slow, quick = (give_role(UserFactory(email=f"{name}@example.org"), "editors") for name in ("langsam", "schnell"))
    for _number in range(3):
        make_webhook(slow, receiver.url)
    make_webhook(quick, other_receiver.url)
    receiver.wait = 1.5
    make_entry()
    begun = time.monotonic()
    deliver()
    assert wait_for(lambda: other_receiver.messages)
    assert time.monotonic() - begun < 1.4
    assert wait_for(lambda: len(receiver.messages) == 3)
    assert wait_for(lambda: not sending._at_work)
    assert set(WebhookDelivery.objects.values_list("state", "attempts")) == {("delivered", 1)}
    assert WebhookDelivery.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_several_who_send_never_take_the_same(monkeypatch):
    monkeypatch.setattr(deliveries, "MOST_OF_ONE_PERSON", 100)
    person = UserFactory(email="viele@example.org")
    for _number in range(12):
        make_webhook(person)
    deliveries.note_facts([EntryPublished(1, 1)])
    claimed, lock, ready = [], threading.Lock(), threading.Barrier(6)

    def claim():
        ready.wait(10)
        while (pk := deliveries.claim_next()) is not None:
            with lock:
                claimed.append(pk)
        connection.close()

    threads = [threading.Thread(target=claim) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(claimed) == sorted(WebhookDelivery.objects.values_list("pk", flat=True))
    assert len(claimed) == 12
