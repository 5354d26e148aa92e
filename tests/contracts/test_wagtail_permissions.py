"""Wagtail asks its own permissions in many places. For the whole cast they say what the door says."""

from __future__ import annotations

import pytest
from wagtail.models import GroupApprovalTask, Page
from wagtail.permissions import page_permission_policy, policy_registry

from cms.models import County, File, HomePage, KnowledgeIndex, Picture, StandardPage, Topic
from plugins.api.access import may, visible_to

PEOPLE_WITH_ACCOUNT = (
    "member",
    "guest",
    "kind_guest",
    "applicant",
    "former_member",
    "author",
    "editor",
    "office",
    "admin",
)


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
def test_what_wagtail_lets_do_with_entries_the_door_allows(name, world, world_cast):
    user, actor = world.people[name], world_cast[name]
    for entry in world.entries.values():
        page = Page.objects.get(pk=entry.pk)
        tester = page.permissions_for_user(user)
        allowed = {
            "edit": tester.can_edit(),
            "delete": tester.can_delete(),
            "publish": tester.can_publish(),
            "unpublish": tester.can_unpublish(),
        }
        expected = {verb: bool(may(actor, verb, entry)) for verb in allowed}
        expected["unpublish"] = expected["unpublish"] and page.live
        assert allowed == expected, str(entry)


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
def test_who_submits_and_who_reviews_the_door_says(name, world, world_cast):
    user, actor = world.people[name], world_cast[name]
    task = GroupApprovalTask.objects.get()
    for entry in world.entries.values():
        tester = Page.objects.get(pk=entry.pk).permissions_for_user(user)
        submits = tester.can_edit() and tester.can_submit_for_moderation()
        assert (submits, bool(task.get_actions(entry, user))) == (
            bool(may(actor, "submit", entry)),
            bool(may(actor, "review", entry)),
        ), str(entry)


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
@pytest.mark.parametrize("model", [HomePage, KnowledgeIndex, StandardPage])
def test_what_wagtail_lets_do_with_plain_pages_the_door_allows(model, name, world, world_cast):
    for page in model.objects.all():
        tester = page.permissions_for_user(world.people[name])
        verbs = {"edit": tester.can_edit(), "publish": tester.can_publish()}
        assert verbs == {verb: bool(may(world_cast[name], verb, page)) for verb in verbs}


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
def test_nobody_locks_out_or_makes_private_what_the_door_leaves_open(name, world):
    for entry in world.entries.values():
        assert type(entry).private_page_options == []


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
@pytest.mark.parametrize("action", ["change", "publish"])
def test_lists_of_pages_hold_what_may_be_worked_on(action, name, world, world_cast):
    listed = page_permission_policy.instances_user_has_permission_for(world.people[name], action)
    verb = {"change": "edit", "publish": "publish"}[action]
    for entry in world.entries.values():
        assert listed.filter(pk=entry.pk).exists() == bool(may(world_cast[name], verb, entry)), str(entry)


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
@pytest.mark.parametrize("model", [Picture, File])
def test_pictures_and_files(model, name, world, world_cast):
    policy = policy_registry.get_by_type(model)
    user, actor = world.people[name], world_cast[name]
    assert policy.user_has_permission(user, "add") == bool(may(actor, "create", model))
    works = bool(may(actor, "create", model))
    for obj in model.objects.all():
        for action, verb in {"change": "edit", "delete": "delete", "choose": "see"}.items():
            expected = works and bool(may(actor, verb, obj))
            assert policy.user_has_permission_for_instance(user, action, obj) == expected
    listed = set(policy.instances_user_has_any_permission_for(user, ["change", "choose"]))
    assert listed == (set(visible_to(actor, model.objects.all())) if works else set())


@pytest.mark.parametrize("name", PEOPLE_WITH_ACCOUNT)
@pytest.mark.parametrize("model", [County, Topic])
def test_plain_tables(model, name, world, world_cast):
    user = world.people[name]
    for action, verb in {"add": "create", "change": "edit", "delete": "delete"}.items():
        permission = f"cms.{action}_{model._meta.model_name}"
        obj = model.objects.first()
        asked = obj if verb != "create" else model
        assert user.has_perm(permission, None if verb == "create" else obj) == bool(may(world_cast[name], verb, asked))
