from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.factories import join_group, make_group
from tests.factories.events import make_event

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def group(coordinator, member):
    group = make_group("AG Wohnen", coordinator=coordinator)
    join_group(group, member)
    return group


@pytest.fixture
def planned(forum):
    """`planned(title, 14, 10, 12)`: on this day of March 2031, from hour to hour, for everybody."""

    def plan(title="Offener Nachmittag", day=14, begins=10, ends=12, **said):
        moments = {
            "starts_at": datetime(2031, 3, day, begins, tzinfo=BERLIN),
            "ends_at": datetime(2031, 3, said.pop("last_day", day), ends, tzinfo=BERLIN),
        }
        return make_event(**{"kind": "public", "title": title, "confidentiality": "public", **moments, **said})

    return plan
