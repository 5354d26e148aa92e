from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories import PASSWORD

WAYS_IN = [
    "/cms/login/",
    "/cms/password_reset/",
    "/cms/password_reset/done/",
    "/cms/password_reset/complete/",
    "/cms/password_reset/confirm/MQ/set-password/",
    "/cms/password_reset/confirm/MQ/abc-123/",
]


@pytest.mark.parametrize("method", ["get", "post", "head", "options", "put", "patch", "delete"])
@pytest.mark.parametrize("path", WAYS_IN)
def test_wagtails_own_ways_in_lead_to_ours(client, forum, path, method):
    answer = getattr(client, method)(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/")


def test_the_right_password_at_wagtails_sign_in_signs_nobody_in(client, admin, is_signed_in):
    for name in ("username", "login", "email"):
        answer = client.post("/cms/login/", {name: admin.email, "password": PASSWORD, "next": "/cms/"})
        assert answer["Location"] == "/konto/anmelden/?next=/cms/"
        assert not is_signed_in(client)
    assert client.get("/cms/").status_code == 302


def test_visitors_sign_in_and_come_back(client, editor, sign_in):
    assert client.get("/cms/")["Location"] == "/konto/anmelden/?next=/cms/"
    assert client.get("/cms/pages/?q=Bus")["Location"] == "/konto/anmelden/?next=/cms/pages/%3Fq%3DBus"
    assert client.get("/cms/login/?next=/cms/pages/")["Location"] == "/konto/anmelden/?next=/cms/pages/"
    assert client.get("/cms/login/?next=//evil.example/")["Location"] == "/konto/anmelden/?next=/cms/"
    assert sign_in(editor.email, next="/cms/")["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 200


@pytest.mark.parametrize("who", ["editor", "office", "admin"])
def test_whoever_has_a_role_enters(who, request, as_client):
    assert as_client(request.getfixturevalue(who)).get("/cms/").status_code == 200


@pytest.mark.parametrize("who", ["member", "guest", "applicant", "former_member"])
@pytest.mark.parametrize("path", ["/cms/", "/cms/pages/", "/cms/users/", "/cms/nowhere/"])
def test_everybody_else_reads_why_not_and_is_not_sent_around(who, path, request, as_client):
    answer = as_client(request.getfixturevalue(who)).get(path, follow=True)
    assert (answer.status_code, answer.redirect_chain) == (403, [])
    assert [template.name for template in answer.templates][0] == "403.html"


def test_even_by_way_of_the_sign_in(member, sign_in, client):
    answer = sign_in(member.email, next="/cms/")
    assert answer["Location"] == "/cms/"
    assert client.get("/cms/").status_code == 403
    assert client.get("/cms/login/", follow=True).redirect_chain == [
        ("/konto/anmelden/?next=/cms/", 302),
        ("/cms/", 302),
    ]


def test_a_group_with_wagtails_permission_is_no_role(member, as_client):
    group = Group.objects.get(name="Moderators")
    assert group.permissions.filter(codename="access_admin").exists()
    member.groups.add(group)
    assert as_client(member).get("/cms/").status_code == 403


def test_signing_out_in_the_admin(editor, as_client, is_signed_in):
    browser = as_client(editor)
    assert browser.post("/cms/logout/")["Location"] == "/"
    assert not is_signed_in(browser)


def test_a_form_without_the_token_against_forgery_is_refused(admin, forum):
    browser = Client(enforce_csrf_checks=True)
    for path in ("/cms/login/", "/konto/anmelden/"):
        assert browser.post(path, {"login": admin.email, "password": PASSWORD}).status_code == 403
