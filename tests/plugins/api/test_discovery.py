"""From names to plugins, by entry point."""

from __future__ import annotations

import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from plugins.api.discovery import app_paths, installed_plugins


def test_ours_are_found_like_anybodys():
    assert installed_plugins()["membership"] == "plugins.membership.apps.MembershipPlugin"
    assert app_paths(["membership"]) == ["plugins.membership.apps.MembershipPlugin"]
    assert app_paths([]) == []


def test_a_name_that_nothing_offers_stops_the_start_with_a_sentence():
    with pytest.raises(ImproperlyConfigured, match="“memberships”.*no installed package offers it.*membership"):
        app_paths(["membership", "memberships"])


def test_looking_imports_nothing():
    before = set(sys.modules)
    installed_plugins()
    assert {name for name in set(sys.modules) - before if name.startswith("plugins.")} == set()
