from __future__ import annotations

import pytest

from search.engine import SearchQuery
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from tests.search.documents import VISITOR


def embedded(request):
    return EmbeddedEngine(request.getfixturevalue("tmp_path") / "search")


def elastic(request):
    address, prefix = request.getfixturevalue("elasticsearch"), request.getfixturevalue("elastic_prefix")
    return ElasticEngine([address], prefix)


ENGINES = {"embedded": embedded, "elastic": elastic}
"""Every engine passes the tests beside this file."""


@pytest.fixture(params=ENGINES)
def engine(request):
    found = ENGINES[request.param](request)
    yield found
    found.close()


@pytest.fixture
def folder(tmp_path):
    """Where the embedded engine keeps its index."""
    return tmp_path / "search"


@pytest.fixture
def embedded_engine(folder):
    """For what holds for this engine alone."""
    engine = EmbeddedEngine(folder)
    yield engine
    engine.close()


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
