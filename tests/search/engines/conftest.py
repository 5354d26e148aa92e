from __future__ import annotations

import pytest

from search.engine import SearchQuery
from search.engines.embedded import EmbeddedEngine
from tests.search.documents import VISITOR


def embedded(tmp_path):
    return EmbeddedEngine(tmp_path / "search")


ENGINES = {"embedded": embedded}
"""Every engine passes the tests beside this file; a second one is added here."""


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    found = ENGINES[request.param](tmp_path)
    yield found
    found.close()


@pytest.fixture
def ask(engine):
    """Ask as somebody; the whole result."""

    def ask(text="", who=VISITOR, **more):
        return engine.search(SearchQuery(text, who, **more))

    return ask


@pytest.fixture
def titles(ask):
    """Ask as somebody; the titles in order."""
    return lambda *args, **more: [hit.title for hit in ask(*args, **more).hits]
