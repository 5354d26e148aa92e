"""Every policy answers one question in three forms. For the whole cast and every object the forms agree."""

from __future__ import annotations

import pytest

from cms.models import Entry
from plugins.api.access import SYSTEM, Decision, audience_of, may, policy_for, require, visible_to
from plugins.api.errors import Missing, UnknownVerb
from plugins.api.registry import registry
from tests.contracts.world import MODELS


def test_every_policy_is_compared():
    assert set(MODELS) == set(registry.policies())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_the_three_forms_agree(model, world, world_cast):
    objects = world.objects(model)
    assert objects
    for name, actor in world_cast.items():
        seen = set(visible_to(actor, model._default_manager.all()).values_list("pk", flat=True))
        for obj in objects:
            one, who = bool(may(actor, "see", obj)), bool(actor.principals & audience_of(obj))
            assert (one, who) == (obj.pk in seen,) * 2, f"{name}: {obj}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_visible_to_narrows_and_never_widens_or_repeats(model, world, world_cast):
    """Narrowed first or afterwards, the same rows come out, each once."""
    chosen = [obj.pk for obj in world.objects(model)][::2]
    for actor in world_cast.values():
        narrowed_first = list(
            visible_to(actor, model._default_manager.filter(pk__in=chosen)).values_list("pk", flat=True)
        )
        narrowed_after = set(visible_to(actor, model._default_manager.all()).values_list("pk", flat=True)) & set(chosen)
        assert sorted(narrowed_first) == sorted(narrowed_after)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_verb_gives_a_decision_and_every_refusal_a_sentence(model, world, world_cast):
    policy = policy_for(model)
    for actor in world_cast.values():
        for obj in world.objects(model):
            for verb in policy.verbs() - {"create"}:
                _assert_is_an_answer(may(actor, verb, obj))
        if "create" in policy.verbs():
            _assert_is_an_answer(may(actor, "create", model))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_who_does_not_see_may_do_nothing_and_meets_nothing(model, world, world_cast):
    for actor in world_cast.values():
        for obj in world.objects(model):
            if not may(actor, "see", obj):
                assert [verb for verb in policy_for(model).verbs() - {"create"} if may(actor, verb, obj)] == []
                with pytest.raises(Missing):
                    require(actor, "see", obj)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_superusers_and_the_system_are_one_rule(model, world, world_cast):
    everything = model._default_manager.count()
    assert visible_to(SYSTEM, model._default_manager.all()).count() == everything
    if not policy_for(model).closed_to_superusers:
        assert visible_to(world_cast["admin"], model._default_manager.all()).count() == everything


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_an_unknown_verb_raises_for_everybody(model, world, world_cast):
    obj = world.objects(model)[0]
    for actor in world_cast.values():
        with pytest.raises(UnknownVerb):
            may(actor, "embellish", obj)


@pytest.mark.parametrize("nobody", [None, "member", 7])
def test_a_missing_actor_raises(nobody, world):
    entry = world.entries["read by everybody"]
    for ask in (
        lambda: may(nobody, "see", entry),
        lambda: require(nobody, "see", entry),
        lambda: visible_to(nobody, Entry.objects.all()),
    ):
        with pytest.raises(TypeError, match="SYSTEM"):
            ask()


def test_a_user_is_not_an_actor(world):
    with pytest.raises(TypeError, match="Actor"):
        may(world.people["admin"], "see", world.entries["read by everybody"])


def _assert_is_an_answer(decision):
    assert isinstance(decision, Decision)
    assert bool(decision) or len(str(decision.reason)) > 20
