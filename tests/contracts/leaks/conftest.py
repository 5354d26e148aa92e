from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction

from plugins.api.outbox import dispatch_pending
from search.engines import engine
from search.indexing import rebuild
from tests.contracts.leaks.planting import Garden


@pytest.fixture(scope="module")
def garden(django_db_setup: None, django_db_blocker, tmp_path_factory) -> Iterator[Garden]:
    """Planted once for all tests of a module, with an index of its own."""
    kept = settings.SEARCH_INDEX_DIR
    settings.SEARCH_INDEX_DIR = tmp_path_factory.mktemp("search")
    with django_db_blocker.unblock(), transaction.atomic():
        rebuild()
        garden = Garden()
        while dispatch_pending():
            pass
        yield garden
        transaction.set_rollback(True)
    engine().close()
    settings.SEARCH_INDEX_DIR = kept
