from __future__ import annotations

import pytest

from cms.actions.shapes import take_over_shapes
from plugins.api.access import ANONYMOUS, SYSTEM
from plugins.api.errors import Refused
from tests.factories import make_county

pytestmark = pytest.mark.django_db

SQUARE = [[8.5, 50.1], [8.7, 50.1], [8.7, 50.3], [8.5, 50.3], [8.5, 50.1]]


def take(rings=(SQUARE,), credit="© Amt", key="99001"):
    return take_over_shapes({key: list(rings)}, credit=credit, actor=SYSTEM)


def test_a_second_run_changes_nothing_and_a_newer_shape_or_credit_replaces():
    make_county("99001")

    assert take()[:2] == (1, 0)
    assert take()[:2] == (0, 1)
    assert take(credit="© Ein anderes Amt")[:2] == (1, 0)
    assert take([SQUARE[::-1]])[:2] == (1, 0)


def test_a_county_that_nobody_knows_is_named():
    assert take(key="12345") == (0, 0, ["12345"])


def test_only_who_keeps_the_list_of_counties_takes_over_shapes():
    with pytest.raises(Refused):
        take_over_shapes({}, credit="", actor=ANONYMOUS)


def test_the_map_of_the_front_page_shows_the_land_and_whom_to_thank(client):
    make_county("99001", latitude=50.2, longitude=8.6)
    before = client.get("/").content.decode()
    take(credit="© Vermessungsamt & Söhne")
    after = client.get("/").content.decode()

    assert 'class="land' not in before
    assert 'class="land' in after
    assert "© Vermessungsamt &amp; Söhne" in after
