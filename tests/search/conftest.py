from __future__ import annotations

import pytest

from search.engines import engine


@pytest.fixture
def index(settings, tmp_path):
    """The configured engine with an empty index of its own."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    with engine().rebuild():
        pass  # nothing is there yet, and that is all there is
    yield engine()
    engine().close()
