"""The door itself, apart from any policy of the house."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType

from cms.models import GoodPractice, Topic
from cms.policies import EntryPolicy
from plugins.api.access import (
    ANONYMOUS,
    SYSTEM,
    Actor,
    abilities,
    allowed,
    audience_of,
    denied,
    may,
    policy_for,
    require,
    visible_to,
)
from plugins.api.errors import Missing, Refused, UnknownPolicy
from tests.factories import make_entry, make_topic


def test_a_decision_is_a_yes_or_a_no_with_a_sentence():
    assert [bool(allowed()), bool(denied("Nein, weil."))] == [True, False]
    assert denied("Nein, weil.").reason == "Nein, weil."


def test_principals_by_kind():
    actor = Actor(None, frozenset({"public", "group:3", "group:9", "group-of:1"}))
    assert (actor.keys("group"), actor.keys("nothing")) == (frozenset({"3", "9"}), frozenset())
    assert [actor.has("group:3", "x"), actor.has("x"), actor.has()] == [True, False, False]


def test_visitors_and_the_system_have_no_user():
    assert [(actor.is_anonymous, actor.is_system) for actor in (ANONYMOUS, SYSTEM)] == [(True, False), (False, True)]


def test_the_nearest_policy_counts():
    assert isinstance(policy_for(GoodPractice), EntryPolicy)


def test_a_model_without_a_policy_raises():
    with pytest.raises(UnknownPolicy, match="ContentType"):
        may(ANONYMOUS, "see", ContentType())
    with pytest.raises(UnknownPolicy):
        visible_to(SYSTEM, ContentType.objects.all())


def test_the_model_and_the_three_forms_are_no_verbs():
    writing, deciding = (
        {"create", "edit", "ask_county", "submit", "delete"},
        {"review", "publish", "unpublish", "release", "withdraw"},
    )
    assert EntryPolicy.verbs() == writing | deciding


def test_missing_comes_before_refused(cast):
    entry = make_entry(published=False)
    with pytest.raises(Missing):
        require(cast["member"], "edit", entry)
    with pytest.raises(Refused) as refused:
        require(cast["member"], "edit", make_entry(title="Zweiter"))
    assert refused.value.reason == str(refused.value)


def test_abilities_say_true_or_why_not(cast):
    entry = make_entry()
    found = abilities(cast["member"], entry, ["see", "edit"])
    assert found["see"] is True
    assert isinstance(found["edit"], str) and found["edit"]
    assert abilities(cast["editor"], entry, ["edit", "delete"]) == {"edit": True, "delete": True}


def test_superusers_and_system_stand_in_every_audience(cast):
    assert audience_of(make_topic()) == {"authors", "editors", "office", "superusers", "system"}
    assert may(SYSTEM, "delete", make_topic())


def test_tokens_are_closed_even_to_superusers(cast, member):
    from wagtail.models import APIToken

    from tests.factories import make_token

    make_token(member)
    token = APIToken.objects.get()
    assert not may(cast["admin"], "see", token)
    assert list(visible_to(cast["admin"], APIToken.objects.all())) == []
    assert audience_of(token) == {f"user:{member.pk}", "system"}


def test_creating_asks_about_the_model():
    assert not may(ANONYMOUS, "create", Topic)
    with pytest.raises(Refused):
        require(ANONYMOUS, "create", Topic)
