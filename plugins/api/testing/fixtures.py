"""Fixtures of pytest for the tests of plugins: `pytest_plugins = ["plugins.api.testing.fixtures"]` in a conftest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from plugins.api import switching
from plugins.api.access import Actor
from plugins.api.testing import cast as the_cast


@pytest.fixture
def cast(db: None) -> dict[str, Actor]:
    """Name -> the person at the door: `visitor`, `member`, `outsider`, `guest` and whom else `cast.CAST` names."""
    cache.clear()
    switching.reset()
    return the_cast.make_cast()


@pytest.fixture
def browser_of() -> Callable[[Actor], Client]:
    """The browser of somebody of the cast: `browser_of(cast["member"]).get("/start/")`."""
    return the_cast.browser_of
