"""People in Wagtail's admin."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from cms.accounts.models import User
from cms.accounts.roles import ROLES

PEOPLE = "/cms/users/"
NEW = {"email": "New@Example.org", "first_name": "Nora", "last_name": "Neu", "function": "Fachdienst"}


def address(person, what="edit"):
    return reverse(f"wagtailusers_users:{what}", args=[person.pk])


def as_form(person, **changes):
    fields = {name: getattr(person, name) for name in ("email", "first_name", "last_name", "function")}
    return {**fields, "is_active": "on", **changes}


@pytest.mark.parametrize(("who", "status"), [("editor", 302), ("office", 200), ("admin", 200), ("member", 403)])
def test_the_office_looks_after_people(who, status, request, as_client, member):
    browser = as_client(request.getfixturevalue(who))
    for path in (PEOPLE, PEOPLE + "new/", address(member)):
        assert browser.get(path).status_code == status, path


def test_an_account_begins_without_password_and_without_rights(office, as_client, client, sign_in, is_signed_in):
    evil = {"is_superuser": "on", "groups": [Group.objects.get(name="editors").pk], "password1": "x", "password2": "x"}
    assert as_client(office).post(PEOPLE + "new/", {**NEW, **evil}).status_code == 302
    person = User.objects.get(email="new@example.org")
    assert (person.get_full_name(), person.function, person.is_superuser) == ("Nora Neu", "Fachdienst", False)
    assert not person.has_usable_password() and not person.groups.exists()
    sign_in(person.email, "x")
    assert not is_signed_in(client)


def test_the_office_changes_a_name_and_closes_an_account(office, member, as_client):
    browser = as_client(office)
    browser.post(address(member), as_form(member, last_name="Anders", is_superuser="on"))
    member.refresh_from_db()
    assert (member.last_name, member.is_active, member.is_superuser) == ("Anders", True, False)
    browser.post(address(member), {**as_form(member), "is_active": ""})
    member.refresh_from_db()
    assert not member.is_active


def test_only_the_administration_hands_out_roles(admin, office, member, as_client):
    role = Group.objects.get(name="editors")
    as_client(office).post(address(member), as_form(member, groups=[role.pk]))
    assert not member.groups.exists()
    form = as_client(admin).get(address(member)).context["form"]
    labels = [str(label) for _pk, label in form.fields["groups"].choices]
    assert labels == [str(ROLES[name]) for name in ("editors", "office", "authors")]
    as_client(admin).post(address(member), as_form(member, groups=[role.pk]))
    assert list(member.groups.all()) == [role]


def test_the_office_leaves_administrators_alone(office, admin, as_client):
    before = User.objects.filter(pk=admin.pk).values().get()
    browser = as_client(office)
    for what in ("edit", "delete"):
        assert browser.get(address(admin, what))["Location"] == "/cms/"
        assert browser.post(address(admin, what), as_form(admin, email="mine@example.org"))["Location"] == "/cms/"
    assert User.objects.filter(pk=admin.pk).values().get() == before


def test_deleting_means_erasing(office, member, as_client):
    browser = as_client(office)
    page = browser.get(address(member, "delete"))
    assert [template.name for template in page.templates][0] == "konto/admin/erase.html"
    assert browser.post(address(member, "delete"))["Location"] == PEOPLE
    erased = User.objects.get(pk=member.pk)
    assert (erased.last_name, erased.is_active) == ("", False)


@pytest.mark.parametrize("who", ["editor", "office", "admin"])
@pytest.mark.parametrize(
    ("action", "form"),
    [("assign_role", {"role": "1"}), ("delete", {}), ("set_active_state", {"mark_as_active": "False"})],
)
def test_nothing_happens_to_several_people_at_once(who, action, form, request, member, as_client):
    before = User.objects.filter(pk=member.pk).values().get()
    path = f"/cms/bulk/accounts/user/{action}/?next=/cms/users/&id={member.pk}"
    answer = as_client(request.getfixturevalue(who)).post(path, form)
    assert (answer.status_code, answer["Location"]) == (302, "/cms/")
    assert User.objects.filter(pk=member.pk).values().get() == before
    assert not member.groups.exists()


def test_the_list_offers_no_boxes_to_tick(office, as_client):
    assert "data-bulk-action-checkbox" not in as_client(office).get(PEOPLE).content.decode()


@pytest.mark.parametrize("who", ["editor", "office"])
def test_groups_are_the_administrations(who, request, as_client):
    browser = as_client(request.getfixturevalue(who))
    assert browser.get("/cms/groups/")["Location"] == "/cms/"
    assert browser.post("/cms/groups/new/", {"name": "helpers"})["Location"] == "/cms/"
    assert not Group.objects.filter(name="helpers").exists()
