"""An entry of Bergheide that everybody may read in short."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import make_entry
from workspace.queries.notifications import notifications_of, sentence


@pytest.fixture
def entry(forum, coordinator):
    return make_entry(title="Sprachkurs ohne Bus", county="99002", released=True, responsible=coordinator)


@pytest.fixture
def told():
    """What somebody was told, in words."""

    def of(person) -> list[str]:
        while dispatch_pending():
            pass
        return [sentence(one) for one in notifications_of(actor_for(person))]

    return of
