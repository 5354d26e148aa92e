"""What forms are filled in from: nonsense in an address is nothing, and the ways on are those that somebody has."""

from __future__ import annotations

import pytest

from plugins.api.access import ANONYMOUS, SYSTEM
from plugins.api.actors import actor_for
from plugins.api.becoming import keep_origin, made_of, origin_named, title_of, ways_on

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "reference", ["", "-", "notice", "notice-", "notice-x", "notice-²", "nichts-1", "x-" + "9" * 40]
)
def test_nonsense_is_nothing(reference, forum):
    assert origin_named(reference, SYSTEM) is None


def test_without_an_origin_nothing_is_kept(forum):
    keep_origin(None, "challenge", 1, SYSTEM)
    assert made_of("gibt-es-nicht", {1}, SYSTEM) == {} and title_of("gibt-es-nicht") == ""


def test_only_what_somebody_may_make_is_offered(editor, forum):
    assert ways_on("notice-1", ANONYMOUS) == []
    offered = [way.url for way in ways_on("notice-1", actor_for(editor))]
    assert len(offered) == 1 and offered[0].endswith("/become-entry/?aus=notice-1")
    assert ways_on("notice-1", actor_for(editor), ("challenge",)) == []
