from __future__ import annotations

from collections.abc import Iterator

import pytest

from plugins.api.access import Actor
from tests.cast import actors, make_people
from tests.contracts.world import World
from tests.kept_world import KeptWorld


@pytest.fixture(scope="session")
def kept_world(django_db_setup: None, django_db_blocker) -> Iterator[KeptWorld[World]]:
    kept = KeptWorld("world", lambda: World(make_people()))
    yield kept
    with django_db_blocker.unblock():
        kept.remove()


@pytest.fixture(scope="module")
def world(kept_world: KeptWorld[World], django_db_blocker) -> Iterator[World]:
    """The same for all tests: whoever uses it reads only."""
    with django_db_blocker.unblock(), kept_world.opened() as world:
        yield world


@pytest.fixture
def world_cast(world: World) -> dict[str, Actor]:
    """The cast of the world."""
    return actors(world.people)
