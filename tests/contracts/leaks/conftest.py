from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from plugins.api.outbox import dispatch_pending
from search.engines import engine
from search.indexing import rebuild
from tests.contracts.leaks.planting import Garden
from tests.kept_world import KeptWorld


@pytest.fixture(scope="session")
def kept_garden(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Iterator[KeptWorld[tuple[Garden, Path]]]:
    """The garden, and the folder of its index."""

    def plant() -> tuple[Garden, Path]:
        index = tmp_path_factory.mktemp("search") / "kept"
        settings.SEARCH_INDEX_DIR = index
        rebuild()
        garden = Garden()
        while dispatch_pending():
            pass
        engine().close()
        return garden, index

    kept = KeptWorld("garden", plant)
    yield kept
    with django_db_blocker.unblock():
        kept.remove()


@pytest.fixture(scope="module")
def garden(kept_garden, django_db_blocker, tmp_path_factory) -> Iterator[Garden]:
    """The same for all modules, each with a copy of the index."""
    usual = settings.SEARCH_INDEX_DIR
    with django_db_blocker.unblock(), kept_garden.opened() as (garden, index):
        settings.SEARCH_INDEX_DIR = tmp_path_factory.mktemp("search") / "copy"
        shutil.copytree(index, settings.SEARCH_INDEX_DIR)
        yield garden
    engine().close()
    settings.SEARCH_INDEX_DIR = usual
