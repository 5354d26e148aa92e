from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from plugins.api.access import Actor
from tests.cast import actors, make_people
from tests.contracts.world import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker) -> Iterator[World]:
    """Made once for all tests of a module: whoever uses it reads only."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World(make_people())
        transaction.set_rollback(True)


@pytest.fixture
def world_cast(world: World) -> dict[str, Actor]:
    """The cast of the world."""
    return actors(world.people)
