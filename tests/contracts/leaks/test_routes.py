"""A route that does not say by which rule it answers fails here, and so does one that the walk cannot reach."""

from __future__ import annotations

import pytest

from plugins.api.adapters.routes import Rule, rule_of
from tests.contracts.leaks.addresses import (
    SAMPLES,
    THIRD_PARTY,
    WITHOUT_FILTERS,
    all_routes,
    every_filter,
    is_admin,
    is_plain,
    routes,
)
from tests.contracts.leaks.walking import ask, client_for

pytestmark = pytest.mark.xdist_group("leaks")  # one garden for each of these files


def test_every_route_says_its_rule():
    silent = [route for route, pattern in all_routes() if rule_of(pattern.callback) is None]
    assert sorted(silent) == sorted(THIRD_PARTY)


def test_every_route_with_arguments_is_walked():
    needed = {route for route, _pattern in routes() if not is_plain(route)}
    unwalked = needed - set(SAMPLES)
    assert not unwalked, f"Say in SAMPLES what could stand in the arguments of {sorted(unwalked)}."
    assert set(SAMPLES) == needed


def test_the_admin_is_the_staffs():
    ways_in = {"cms/login/", "cms/logout/", r"cms/^password_reset(?:/.*)?$"}
    rules = {}
    for route, pattern in all_routes():
        if is_admin(route):
            rules.setdefault(route, rule_of(pattern.callback))  # the first one answers
    assert {route for route, rule in rules.items() if rule is Rule.EVERYBODY} == ways_in
    assert {rule for route, rule in rules.items() if route not in ways_in} == {Rule.STAFF}


@pytest.mark.parametrize("role", ["member", "editor", "guest"])
def test_what_is_walked_with_all_filters_at_once_reads_none(role, garden):
    client, query = client_for(role, garden), every_filter(garden)
    for route in WITHOUT_FILTERS:
        plain, filtered = (ask(client, f"/{route}{more}").without(query) for more in ("", f"?{query}"))
        assert filtered == plain, route
