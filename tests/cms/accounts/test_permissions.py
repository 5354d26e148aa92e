"""What Django's permission strings answer: the door for models with a policy, roles for the admin."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission

from cms.accounts.models import User
from cms.accounts.policies import UserPolicy
from plugins.api.access import may, policy_for
from plugins.api.actors import actor_for
from plugins.api.adapters.backend import VERBS
from plugins.api.registry import registry
from tests.cast import PARTS as NAMES


def test_the_admin_opens_for_roles_and_nobody_else(people):
    admitted = {name for name in NAMES if people[name].has_perm("wagtailadmin.access_admin")}
    assert admitted == {"author", "editor", "editor2", "office", "admin"}


def test_permissions_for_models_follow_the_door(people):
    for name in set(NAMES) - {"admin"}:
        actor = actor_for(people[name])
        for model in registry.policies():
            verbs = policy_for(model).verbs()
            for action, verb in VERBS.items():
                expected = {"create", verb} <= verbs and bool(may(actor, "create", model))
                label = f"{model._meta.app_label}.{action}_{model._meta.model_name}"
                assert people[name].has_perm(label) == expected, (name, label)


def test_permissions_for_objects_follow_the_door(people):
    for name in set(NAMES) - {"admin"}:
        actor = actor_for(people[name])
        allowed = {other for other in NAMES if people[name].has_perm("accounts.change_user", people[other])}
        assert allowed == {other for other in NAMES if may(actor, "edit", people[other])}


def test_superusers_may_whatever_a_permission_says(admin):
    assert admin.has_perm("cms.change_topic") and admin.has_perm("nowhere.nothing")


def test_no_ticked_box_overrules_the_door(member):
    group = Group.objects.create(name="helpers")
    group.permissions.set(Permission.objects.all())
    member.groups.add(group)
    member = User.objects.get(pk=member.pk)
    assert member.has_perm("wagtailcore.add_collection")
    for label in ("cms.change_topic", "accounts.change_user", "auth.change_group", "wagtailadmin.access_admin"):
        assert not member.has_perm(label)


def test_nobody_may_anything_with_a_closed_account(editor, admin):
    User.objects.update(is_active=False)
    for person in (User.objects.get(pk=editor.pk), User.objects.get(pk=admin.pk)):
        assert not person.has_perm("wagtailadmin.access_admin")
        assert not person.has_perm("cms.change_topic")


@pytest.mark.parametrize(("who", "expected"), [("admin", True), ("office", False), ("member", False)])
def test_administrators_are_changed_by_administrators(request, admin, who, expected):
    actor = actor_for(request.getfixturevalue(who))
    assert bool(UserPolicy().edit(actor, admin)) == expected
