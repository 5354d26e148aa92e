"""Two hundred people register at once for fifty places, from four processes: nobody's place is given twice."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import pytest
from django.conf import settings
from django.db import connection

from cms.accounts.models import User
from plugins.events.models import Participant, Place
from tests.factories.events import make_event

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("processes")]

PROCESSES, PEOPLE, PLACES, LEAVERS = 4, 200, 50, 20
PATIENCE = 240  # seconds until all are killed, so that what they have to say ends


@contextmanager
def processes(event) -> Iterator[list[subprocess.Popen[str]]]:
    """Four that are ready to let people register for this event."""
    # SQLite lets one write at a time: more threads would only wait for each other
    threads = "5" if connection.vendor == "postgresql" else "1"
    given = [str(settings.DATABASES["default"]["NAME"]), str(event.pk), threads]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.plugins.events.places.racing", *given],
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    patience = Timer(PATIENCE, lambda: [process.kill() for process in running])
    patience.start()
    try:
        assert [process.stdout.readline().strip() for process in running] == ["ready"] * PROCESSES
        yield running
    finally:
        patience.cancel()
        for process in running:
            process.kill()
            process.communicate()


def race(running: list[subprocess.Popen[str]], what: str, users: list[int]) -> dict[int, tuple[str, int]]:
    """Let these users do the same, in all processes at once; what each met, by user."""
    for n, process in enumerate(running):
        print(what, *users[n::PROCESSES], file=process.stdin, flush=True)
    outputs = [process.stdout.readline() for process in running]
    return {user: (place, number) for output in outputs for user, place, number in json.loads(output)}


def test_never_more_than_fifty_have_a_place_and_the_order_of_the_list_stays():
    event = make_event(confidentiality="public", capacity=PLACES)
    people = User.objects.bulk_create(User(email=f"eilig{number}@example.org") for number in range(PEOPLE))
    with processes(event) as running:
        met = race(running, "register", [person.pk for person in people])
        assert len(met) == PEOPLE == Participant.objects.of(event).count()
        assert [place for place, _number in met.values()].count(Place.TAKEN) == PLACES
        assert Participant.objects.of(event).holding_a_place().count() == PLACES

        waiting = list(Participant.objects.of(event).waiting().values_list("person", flat=True))
        assert [met[user] for user in waiting] == [(Place.WAITING, number) for number in range(1, PEOPLE - PLACES + 1)]

        leavers = [user for user, (place, _number) in met.items() if place == Place.TAKEN][:LEAVERS]
        race(running, "leave", leavers)
        offered = Participant.objects.of(event).filter(place=Place.OFFERED).values_list("person", flat=True)
        assert set(offered) == set(waiting[:LEAVERS])
        assert Participant.objects.of(event).holding_a_place().count() == PLACES
