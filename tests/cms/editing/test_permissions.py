"""The door on Wagtail's wall, beside what the contract test of permissions compares for the whole cast."""

from __future__ import annotations

import pytest
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from cms.models import File, Picture
from plugins.api.adapters.wagtail import DoorPermissionPolicy
from tests.factories import make_file, make_picture

pytestmark = pytest.mark.django_db

WORKERS = {"author", "editor", "editor2", "office", "admin"}


@pytest.fixture
def media(forum):
    """A picture and a file that stand in no entry."""
    return make_picture(), make_file()


@pytest.mark.parametrize("model", [Picture, File])
def test_our_answer_is_the_one_that_wagtail_finds(model, forum):
    assert type(policy_registry.get_by_type(model)) is DoorPermissionPolicy


@pytest.mark.parametrize("model", [Picture, File])
def test_collections_open_and_close_nothing(model, people, visitor):
    policy = policy_registry.get_by_type(model)
    for name, person in people.items():
        found = set(policy.collections_user_has_permission_for(person or visitor, "add"))
        assert found == (set(Collection.objects.all()) if name in WORKERS else set()), name


def test_who_works_with_pictures_is_known_by_name(people):
    workers = set(policy_registry.get_by_type(Picture).users_with_any_permission(["add"]))
    assert workers == {people[name] for name in WORKERS}


def test_what_people_cannot_do_with_pictures_they_may_not(editor, media):
    policy = policy_registry.get_by_type(Picture)
    assert not policy.user_has_permission(editor, "publish")
    assert not policy.user_has_permission_for_instance(editor, "publish", media[0])


@pytest.mark.parametrize("address", ["images/", "images/add/", "images/chooser/", "documents/", "documents/chooser/"])
@pytest.mark.parametrize(
    ("who", "status"), [("author", 200), ("editor", 200), ("office", 200), ("admin", 200), ("member", 403)]
)
def test_the_pages_of_pictures_and_files_follow(who, status, address, request, as_client, media):
    assert as_client(request.getfixturevalue(who)).get(f"/cms/{address}").status_code == status


def test_editors_change_and_remove_media(editor, as_client, media):
    browser = as_client(editor)
    picture, file = media
    assert browser.get(f"/cms/images/{picture.pk}/").status_code == 200
    assert browser.get(f"/cms/documents/edit/{file.pk}/").status_code == 200
    assert browser.post(f"/cms/images/{picture.pk}/delete/").status_code == 302
    assert browser.post(f"/cms/documents/delete/{file.pk}/").status_code == 302
    assert not Picture.objects.exists()
    assert not File.objects.exists()
