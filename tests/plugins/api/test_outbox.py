"""Facts are heard after commit, at least once, in order, and one bad fact holds up nobody."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from plugins.api import outbox
from plugins.api.errors import NotNow
from plugins.api.extensions import FactListener
from plugins.api.facts import Fact
from plugins.api.holders import new_holder
from plugins.api.models import Delivery, Lease
from plugins.api.outbox import announce, dispatch_pending


@dataclass(frozen=True)
class BellRang(Fact):
    number: int


@dataclass(frozen=True)
class DoorOpened(Fact):
    number: int


class Listener:
    """Remembers what it heard; `bad` numbers make it fail."""

    def __init__(self) -> None:
        self.batches: list[list[Fact]] = []
        self.bad: set[int] = set()

    def handle(self, facts: list[Fact]) -> None:
        if self.bad & {fact.number for fact in facts}:
            raise ValueError("I do not like this number.")
        self.batches.append(facts)

    @property
    def heard(self) -> list[Fact]:
        return [fact for batch in self.batches for fact in batch]


@pytest.fixture
def bell(plugged_in):
    listener = Listener()
    plugged_in(FactListener("bell", (BellRang,), listener.handle))
    return listener


def ring(*numbers: int) -> None:
    for number in numbers:
        announce(BellRang(number))


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_has_not_happened(bell):
    with pytest.raises(RuntimeError), transaction.atomic():
        ring(1)
        raise RuntimeError
    assert (Delivery.objects.count(), dispatch_pending(), bell.heard) == (0, 0, [])


@pytest.mark.django_db(transaction=True)
def test_a_commit_wakes_the_worker_and_a_rollback_does_not(bell):
    outbox.something_to_do.clear()
    with transaction.atomic():
        ring(1)
        transaction.set_rollback(True)
    assert not outbox.something_to_do.is_set()
    with transaction.atomic():
        ring(1)
        assert not outbox.something_to_do.is_set()
    assert outbox.something_to_do.is_set()


@pytest.mark.django_db
def test_facts_arrive_once_in_order_and_in_one_batch(bell):
    ring(1, 2, 3)
    assert (dispatch_pending(), dispatch_pending()) == (3, 0)
    assert bell.batches == [[BellRang(1), BellRang(2), BellRang(3)]]
    assert Delivery.objects.count() == 0


@pytest.mark.django_db
def test_many_facts_come_in_several_batches(bell, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    ring(1, 2, 3)
    dispatch_pending()
    assert [len(batch) for batch in bell.batches] == [2, 1]


@pytest.mark.django_db
def test_every_listener_hears_its_own_kinds(plugged_in):
    bell, door, everything = Listener(), Listener(), Listener()
    plugged_in(
        FactListener("bell", (BellRang,), bell.handle),
        FactListener("door", (DoorOpened,), door.handle),
        FactListener("everything", (Fact,), everything.handle),
    )
    announce(BellRang(1))
    announce(DoorOpened(2))
    assert dispatch_pending() == 4
    assert (bell.heard, door.heard) == ([BellRang(1)], [DoorOpened(2)])
    assert everything.heard == [BellRang(1), DoorOpened(2)]


@pytest.mark.django_db
def test_a_listener_hears_only_the_facts_that_it_wants(plugged_in):
    even = Listener()
    plugged_in(FactListener("even", (BellRang,), even.handle, wants=lambda fact: fact.number % 2 == 0))
    ring(1, 2, 3, 4)
    assert Delivery.objects.count() == 2
    dispatch_pending()
    assert even.heard == [BellRang(2), BellRang(4)]


@pytest.mark.django_db
def test_a_bad_fact_holds_up_nobody_and_is_tried_again_later(bell, caplog):
    bell.bad = {2}
    ring(1, 2, 3)
    assert dispatch_pending() == 2
    assert bell.heard == [BellRang(1), BellRang(3)]
    left = Delivery.objects.get()
    assert (left.attempts, left.last_error, left.due_at > timezone.now()) == (
        1,
        "ValueError: I do not like this number.",
        True,
    )
    assert dispatch_pending() == 0

    bell.bad = set()
    Delivery.objects.update(due_at=timezone.now())
    assert dispatch_pending() == 1
    assert bell.heard[-1] == BellRang(2)
    assert Delivery.objects.count() == 0


@pytest.mark.django_db
def test_when_a_listener_hears_nothing_at_present_all_of_it_waits_and_counts_as_not_tried(plugged_in):
    tries = []

    def away(facts):
        tries.append(len(facts))
        raise NotNow(30, "The server is away.")

    bell = Listener()
    plugged_in(FactListener("away", (BellRang,), away), FactListener("bell", (BellRang,), bell.handle))
    ring(1, 2, 3)
    before = timezone.now()
    assert dispatch_pending() == 3
    assert (tries, len(bell.heard)) == ([3], 3)
    kept = Delivery.objects.all()
    assert {(one.attempts, one.last_error) for one in kept} == {(0, "The server is away.")}
    assert all(timedelta(seconds=29) < one.due_at - before < timedelta(seconds=40) for one in kept)
    assert (len(kept), dispatch_pending()) == (3, 0)


@pytest.mark.django_db
def test_the_waiting_grows_up_to_an_hour(bell):
    bell.bad = {1}
    ring(1)
    waits = []
    for _attempt in range(14):
        Delivery.objects.update(due_at=timezone.now())
        before = timezone.now()
        dispatch_pending()
        waits.append((Delivery.objects.get().due_at - before).total_seconds())
    assert [round(wait) for wait in waits[:4]] == [2, 4, 8, 16]
    assert round(waits[-1]) == 3600


@pytest.mark.django_db
def test_a_bad_listener_holds_up_no_other(plugged_in):
    good, bad = Listener(), Listener()
    bad.bad = {1}
    plugged_in(FactListener("bad", (BellRang,), bad.handle), FactListener("good", (BellRang,), good.handle))
    ring(1)
    assert dispatch_pending() == 1
    assert good.heard == [BellRang(1)]


@pytest.mark.django_db
def test_at_least_once_a_process_that_dies_after_hearing_hears_again(plugged_in):
    heard = []

    def dies(facts: list[Fact]) -> None:
        heard.extend(facts)
        if len(heard) == 1:
            raise SystemExit

    plugged_in(FactListener("bell", (BellRang,), dies))
    ring(1)
    with pytest.raises(SystemExit):
        dispatch_pending()
    assert dispatch_pending() == 1
    assert heard == [BellRang(1), BellRang(1)]


@pytest.mark.django_db
def test_a_fact_of_a_plugin_that_is_gone_waits_and_holds_up_nobody(bell):
    ring(1)
    Delivery.objects.create(listener="bell", fact="ForgottenByAll", payload={"number": 1})
    Delivery.objects.create(listener="nobody", fact="BellRang", payload={"number": 1})
    assert dispatch_pending() == 1
    assert sorted(Delivery.objects.values_list("listener", "fact", "attempts")) == [
        ("bell", "ForgottenByAll", 1),
        ("nobody", "BellRang", 0),
    ]


@pytest.mark.django_db(transaction=True)
def test_two_dispatchers_at_once_hear_once(plugged_in):
    heard, inside, go_on = [], threading.Event(), threading.Event()

    def slow(facts: list[Fact]) -> None:
        inside.set()
        go_on.wait(10)
        heard.extend(facts)

    plugged_in(FactListener("bell", (BellRang,), slow))
    ring(1, 2)
    first = threading.Thread(target=_dispatch_and_close)
    first.start()
    assert inside.wait(10)
    assert dispatch_pending() == 0
    go_on.set()
    first.join(10)
    assert heard == [BellRang(1), BellRang(2)]


def _dispatch_and_close() -> None:
    dispatch_pending()
    connection.close()


@pytest.mark.django_db
def test_the_lease_of_a_dead_process_is_taken_over(bell):
    ring(1)
    assert Lease.acquire("bell", "the dead one", timedelta(minutes=5))
    assert dispatch_pending() == 0
    Lease.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert dispatch_pending() == 1
    assert not Lease.renew("bell", "the dead one", timedelta(minutes=5))


@pytest.mark.django_db
def test_nobody_waits_for_a_process_that_was_killed(bell):
    ring(1)
    killed = new_holder().rsplit("/", 2)[0] + "/00000000/00000000"  # our number, in an earlier life
    assert Lease.acquire("bell", killed, timedelta(minutes=5))
    assert dispatch_pending() == 1
    assert bell.heard == [BellRang(1)]


@pytest.mark.django_db
def test_whoever_lost_the_lease_stops(plugged_in, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 1)
    heard = []

    def loses_it(facts: list[Fact]) -> None:
        heard.extend(facts)
        Lease.objects.update(holder="another")

    plugged_in(FactListener("bell", (BellRang,), loses_it))
    ring(1, 2)
    assert dispatch_pending() == 1
    assert (heard, Lease.objects.get().holder) == ([BellRang(1)], "another")


@pytest.mark.django_db
def test_what_a_listener_announces_is_heard_too(plugged_in):
    door = Listener()
    plugged_in(
        FactListener("bell", (BellRang,), lambda facts: announce(DoorOpened(facts[0].number))),
        FactListener("door", (DoorOpened,), door.handle),
    )
    ring(7)
    while dispatch_pending():
        pass
    assert door.heard == [DoorOpened(7)]


@pytest.mark.django_db
def test_without_listeners_nothing_is_stored(plugged_in):
    plugged_in(FactListener("door", (DoorOpened,), Listener().handle))
    ring(1)
    assert Delivery.objects.count() == 0


@pytest.mark.django_db
def test_what_takes_long_is_heard_one_by_one_and_can_be_left_for_another_thread(plugged_in):
    bell, tower = Listener(), Listener()
    plugged_in(
        FactListener("bell", (BellRang,), bell.handle),
        FactListener("tower", (BellRang,), tower.handle, takes_long=True),
    )
    ring(1, 2)
    assert dispatch_pending(takes_long=False) == 2
    assert (len(bell.batches), tower.batches) == (1, [])
    assert dispatch_pending(takes_long=True) == 2
    assert tower.batches == [[BellRang(1)], [BellRang(2)]]
