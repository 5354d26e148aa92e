"""A route that does not say by which rule it answers fails here, and so does one that the walk cannot reach."""

from __future__ import annotations

from urllib.parse import parse_qs

from plugins.api.adapters.routes import Rule, rule_of
from tests.contracts.leaks.addresses import (
    SAMPLES,
    THIRD_PARTY,
    all_routes,
    every_filter,
    is_admin,
    is_plain,
    routes,
)
from tests.contracts.leaks.reading import parameters_read


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


def test_the_walk_knows_what_a_page_reads(garden):
    """It asks each page only with the filters that the page looks at."""
    query = every_filter(garden)
    assert parameters_read(garden, "/sitemap.xml", query).isdisjoint(parse_qs(query))
    assert {"topic", "kind", "page"} <= parameters_read(garden, "/wissen/", query)
    assert {"q", "type", "like"} <= parameters_read(garden, "/suche/", query)
    assert {"group", "topic"} <= parameters_read(garden, "/diskussionen/", query)  # which visitors never see
    assert "q" in parameters_read(garden, "/api/v1/suggest/", query)
    assert {"county", "fields"} <= parameters_read(garden, "/api/v1/entries/", query)
