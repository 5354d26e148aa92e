from __future__ import annotations

import gc
import shutil

import pytest
from django.conf import settings
from django.core.cache import cache
from hypothesis import HealthCheck
from hypothesis import settings as invented

from plugins.api import switching
from tests.template_database import database_from_template

pytest_plugins = [
    "tests.unavailable",
    "tests.cast",
    "tests.demo_world",
    "tests.elasticsearch",
    "tests.node",
    "tests.receiver",
    "tests.redis_server",
]

invented.register_profile("whenever", deadline=None, suppress_health_check=[HealthCheck.too_slow])
invented.load_profile("whenever")
"""However long it takes on a busy machine to invent examples and to try them."""

collect_ignore_glob = [] if "membership" in settings.PLUGINS else ["browser*", "contracts*", "plugins/membership*"]
"""Without membership the core is tested; these are about membership, or about everything plugged in together."""


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    with django_db_blocker.unblock(), database_from_template():
        yield


@pytest.fixture(autouse=True)
def nothing_cached():
    """Renditions and counted sign-ins of the test before are no longer in the database."""
    cache.clear()
    switching.reset()


def pytest_make_parametrize_id(val, argname):
    """A test with bytes is not named by them: every worker must find the same names, whenever it made the bytes."""
    return argname if isinstance(val, bytes) else None


def pytest_collection_finish():
    """What was imported stays for the whole run: the garbage collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_unconfigure():
    shutil.rmtree(settings.LERNNETZ_DATA, ignore_errors=True)
