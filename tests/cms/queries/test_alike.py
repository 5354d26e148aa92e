from __future__ import annotations

from dataclasses import replace

import pytest

from cms.queries.alike import Criteria, Figures, alike, distance, figures
from tests.factories import make_county

OWN = Figures("06001", "Landkreis A", "Hessen", 100_000, 100.0, (50.0, 9.0))
ANYTHING = Criteria(inhabitants=None, density=None)


def other(**differences) -> Figures:
    return replace(OWN, key="06002", **differences)


def is_alike(county: Figures, by: Criteria) -> bool:
    return county.key in alike(OWN, [OWN, county], by)


@pytest.mark.parametrize(
    ("inhabitants", "expected"), [(49_999, False), (50_000, True), (150_000, True), (150_001, False)]
)
def test_inhabitants_within_so_many_per_cent(inhabitants, expected):
    assert is_alike(other(inhabitants=inhabitants), replace(ANYTHING, inhabitants=50)) is expected


@pytest.mark.parametrize(
    ("differences", "by"),
    [
        ({"density": 200.0}, {"density": 50}),
        ({"state": "Bayern"}, {"same_state": True}),
        ({"place": (52.0, 9.0)}, {"distance": 200}),
        ({"inhabitants": None}, {"inhabitants": 25}),
        ({"place": None}, {"distance": 50}),
    ],
)
def test_each_criterion_counts_when_it_is_asked_for(differences, by):
    assert not is_alike(other(**differences), replace(ANYTHING, **by))
    assert is_alike(other(**differences), ANYTHING)


def test_all_criteria_hold_together():
    assert not is_alike(other(density=300.0), Criteria())
    assert is_alike(other(), Criteria(25, 25, True, 50))


def test_what_is_not_known_of_ones_own_county_is_not_compared():
    own = replace(OWN, inhabitants=None, density=None, state=None, place=None)
    assert alike(own, [own, other()], Criteria(25, 25, True, 50)) == {own.key, "06002"}


def test_a_county_is_always_like_itself():
    assert alike(OWN, [OWN, other(inhabitants=1)], Criteria()) == {OWN.key}


def test_distances():
    assert distance((52.52, 13.405), (48.137, 11.575)) == pytest.approx(504, abs=3)  # Berlin to München


def test_figures_come_from_the_list_of_counties(forum):
    make_county("99001", area_km2=1043, latitude=50.6, longitude=9.1)
    auental = figures()["99001"]
    assert (auental.name, auental.state, auental.inhabitants) == ("Landkreis Auental", None, 104_300)
    assert auental.density == pytest.approx(100)


def test_a_changed_county_is_compared_anew(forum):
    county = make_county("99001")
    figures()
    county.inhabitants = 5
    county.save()
    assert figures()["99001"].inhabitants == 5
