from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from search.engines import engine
from tests.factories import join_group, make_draft, make_group
from workspace.actions.groups import propose_group

ASKED = {
    "title": "AG Ausbildung",
    "question": "Wie kommen Auszubildende zum Betrieb?",
    "expected_result": "Ein Konzept.",
}


@pytest.fixture
def index(settings, tmp_path):
    """An index of its own, in which nothing is yet."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    with engine().rebuild():
        pass
    mine = engine()
    yield mine
    mine.close()


@pytest.fixture
def group(coordinator, member):
    """The coordinator leads it, the member writes."""
    made = make_group(coordinator=coordinator)
    join_group(made, member)
    return made


@pytest.fixture
def draft(group, coordinator):
    """Of the group, begun by who leads it."""
    return make_draft(group, by=coordinator)


@pytest.fixture
def proposal(coordinator):
    """Proposed by the coordinator; needs three counties."""
    return propose_group(ASKED, actor=actor_for(coordinator))
