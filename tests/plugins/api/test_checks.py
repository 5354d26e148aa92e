"""Private by default: what is plugged in must be whole before anybody is served."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.models import Entry, Topic
from plugins.api.access import audience_of
from plugins.api.checks import check_api_version, check_keys, check_personal_data, check_policies
from plugins.api.extensions import Facet, HealthCheck, PersonalData
from plugins.api.plugin import API_VERSION
from plugins.api.registry import registry
from tests.plugins.api.test_registry import Fake, registry_of


def sentences(check) -> list[str]:
    return [message.msg for message in check(None)]


def test_everything_plugged_in_is_whole():
    assert [sentences(check) for check in (check_api_version, check_policies, check_personal_data)] == [[], [], []]


def test_a_model_without_a_policy_is_named(monkeypatch):
    left = {model: policy for model, policy in registry.policies().items() if model is not Topic}
    monkeypatch.setattr(registry, "policies", lambda: left)
    assert sentences(check_policies) == ["cms.Topic of plugin “cms” has no policy."]


def test_a_policy_of_an_ancestor_is_enough(monkeypatch, db):
    """Kinds of entry are entries."""
    assert not any("cms.GoodPractice of" in said for said in sentences(check_policies))
    left = {model: policy for model, policy in registry.policies().items() if model is not Entry}
    monkeypatch.setattr(registry, "policies", lambda: left)
    assert not any("cms.Entry of" in said for said in sentences(check_policies))
    # that of every page stands behind it, which is the staff's
    assert audience_of(Entry()) == {"authors", "editors", "office", "superusers", "system"}


def test_whoever_stores_something_about_people_says_how_it_is_erased(plugged_in, registry_records_of_personal_data):
    plugged_in(*registry_records_of_personal_data[:1])
    named = sentences(check_personal_data)
    assert named
    assert all("points to a person, but no PersonalData record names it." in sentence for sentence in named)
    assert any(sentence.startswith("workspace.GroupMembership ") for sentence in named)


def test_a_plugin_for_another_api_is_left_out_and_named(monkeypatch):
    last = registry.plugins[-1]
    monkeypatch.setattr(type(last), "requires_api", ">=9")
    monkeypatch.delitem(registry.__dict__, "left_out", raising=False)

    assert sentences(check_api_version) == [
        f"Plugin “{last.name}” needs plugin API >=9, this is {API_VERSION}: it is left out."
    ]
    monkeypatch.delitem(registry.__dict__, "left_out")


@pytest.mark.parametrize(
    ("asked", "fits"),
    [(1, True), (2, False), ("==1.*", True), (">=1,<2", True), (">=1.0", True), (">1", False), ("<1", False)],
)
def test_a_range_of_versions_says_whether_a_plugin_fits(monkeypatch, asked, fits):
    plugin = registry.plugins[-1]
    monkeypatch.setattr(type(plugin), "requires_api", asked)
    assert plugin.fits is fits


def test_what_is_no_range_of_versions_is_refused_in_a_sentence(monkeypatch):
    plugin = registry.plugins[-1]
    monkeypatch.setattr(type(plugin), "requires_api", "new")
    with pytest.raises(ImproperlyConfigured, match=f"“{plugin.name}” asks for plugin API “new”"):
        _ = plugin.fits


def test_a_key_that_two_records_of_a_slot_have_is_refused_with_both_plugins(monkeypatch):
    assert sentences(check_keys) == []
    wall, pond = HealthCheck("wall", lambda: None), HealthCheck("pond", lambda: None)
    made = registry_of(Fake("a", wall, Facet("stone", "Stone", 1)), Fake("b", pond, wall, Facet("stone", "Stein", 2)))
    monkeypatch.setattr("plugins.api.checks.registry", made)

    assert sentences(check_keys) == [
        "Facet “stone” is brought by “a” and by “b”.",
        "HealthCheck “wall” is brought by “a” and by “b”.",
    ]


@pytest.fixture
def registry_records_of_personal_data():
    return registry.records(PersonalData)
