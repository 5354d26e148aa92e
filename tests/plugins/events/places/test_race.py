"""Two hundred people register at once for fifty places, from four processes: nobody's place is given twice."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from cms.accounts.models import User
from plugins.events.models import Participant, Place
from tests.factories.events import make_event

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("processes")]

PROCESSES, PEOPLE, PLACES, LEAVERS = 4, 200, 50, 20
PATIENCE = 240  # seconds


@pytest.fixture
def racing(tmp_path):
    """Lets these users do the same in four processes that begin together; what each met, by user."""

    def race(event, what: str, users: list[int]) -> dict[int, tuple[str, int]]:
        go = tmp_path / f"{what}.go"
        # SQLite lets one write at a time: more threads would only wait for each other
        threads = "5" if connection.vendor == "postgresql" else "1"
        shared = [str(settings.DATABASES["default"]["NAME"]), str(event.pk), threads, str(go), what]
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.plugins.events.places.racing", *shared, *map(str, users[n::PROCESSES])],
                cwd=settings.BASE_DIR,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                text=True,
            )
            for n in range(PROCESSES)
        ]
        try:
            assert [process.stdout.readline().strip() for process in running] == ["ready"] * PROCESSES
            go.touch()
            outputs = [process.communicate(timeout=PATIENCE)[0] for process in running]
        finally:
            for process in running:
                process.kill()
        return {user: (place, number) for output in outputs for user, place, number in json.loads(output)}

    return race


def test_never_more_than_fifty_have_a_place_and_the_order_of_the_list_stays(racing):
    event = make_event(confidentiality="public", capacity=PLACES)
    people = User.objects.bulk_create(User(email=f"eilig{number}@example.org") for number in range(PEOPLE))
    met = racing(event, "register", [person.pk for person in people])
    assert len(met) == PEOPLE == Participant.objects.of(event).count()
    assert [place for place, _number in met.values()].count(Place.TAKEN) == PLACES
    assert Participant.objects.of(event).holding_a_place().count() == PLACES

    waiting = list(Participant.objects.of(event).waiting().values_list("person", flat=True))
    assert [met[user] for user in waiting] == [(Place.WAITING, number) for number in range(1, PEOPLE - PLACES + 1)]

    leavers = [user for user, (place, _number) in met.items() if place == Place.TAKEN][:LEAVERS]
    racing(event, "leave", leavers)
    offered = Participant.objects.of(event).filter(place=Place.OFFERED).values_list("person", flat=True)
    assert set(offered) == set(waiting[:LEAVERS])
    assert Participant.objects.of(event).holding_a_place().count() == PLACES
