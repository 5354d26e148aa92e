"""Private by default: what is plugged in must be whole before anybody is served."""

from __future__ import annotations

import pytest

from cms.models import Entry, Topic
from plugins.api.access import audience_of
from plugins.api.checks import check_api_version, check_personal_data, check_policies
from plugins.api.extensions import PersonalData
from plugins.api.plugin import API_VERSION
from plugins.api.registry import registry


def sentences(check) -> list[str]:
    return [message.msg for message in check(None)]


def test_everything_plugged_in_is_whole():
    assert [sentences(check) for check in (check_api_version, check_policies, check_personal_data)] == [[], [], []]


def test_a_model_without_a_policy_is_named(monkeypatch):
    left = {model: policy for model, policy in registry.policies().items() if model is not Topic}
    monkeypatch.setattr(registry, "policies", lambda: left)
    assert sentences(check_policies) == ["cms.Topic has no policy."]


def test_a_policy_of_an_ancestor_is_enough(monkeypatch):
    """Kinds of entry are entries."""
    assert "cms.GoodPractice has no policy." not in sentences(check_policies)
    left = {model: policy for model, policy in registry.policies().items() if model is not Entry}
    monkeypatch.setattr(registry, "policies", lambda: left)
    assert "cms.Entry has no policy." not in sentences(check_policies)
    # that of every page stands behind it, which is the staff's
    assert audience_of(Entry()) == {"authors", "editors", "office", "superusers", "system"}


def test_whoever_stores_something_about_people_says_how_it_is_erased(plugged_in, registry_records_of_personal_data):
    plugged_in(*registry_records_of_personal_data[:1])
    named = sentences(check_personal_data)
    assert named
    assert all("points to a person, but no PersonalData record names it." in sentence for sentence in named)
    assert any(sentence.startswith("workspace.GroupMembership ") for sentence in named)


def test_a_plugin_for_another_api_is_named(monkeypatch):
    last = registry.plugins[-1]
    monkeypatch.setattr(type(last), "requires_api", API_VERSION + 1)
    assert sentences(check_api_version) == [
        f"Plugin “{last.name}” needs plugin API {API_VERSION + 1}, this is {API_VERSION}."
    ]


@pytest.fixture
def registry_records_of_personal_data():
    return registry.records(PersonalData)
