"""What people see and end under `/konto/`, and what the programme office registers."""

from __future__ import annotations

import re

import pytest
from allauth.idp.oidc.models import Client

from cms.accounts.models import FrontEndAccess
from plugins.api.extensions import PersonalData
from plugins.api.registry import registry
from tests.factories import make_front_end, make_front_end_token

pytestmark = pytest.mark.django_db
GIVEN = {"name": "Seiten", "kind": "public", "redirect_uris": "https://front.example/da/", "scopes": ["read:public"]}


def test_people_see_and_end_what_they_let_in(client, member):
    make_front_end_token(member, "read:public", "read:members")
    client.force_login(member)
    page = client.get("/konto/oberflaechen/").text
    assert "Oberfläche" in page
    assert "Lesen, was ich lesen darf" in page
    assert client.get("/konto/").text.count("/konto/oberflaechen/") == 1
    access = FrontEndAccess.objects.get()
    client.get(f"/konto/oberflaechen/{access.pk}/beenden/")
    assert FrontEndAccess.objects.exists()
    client.post(f"/konto/oberflaechen/{access.pk}/beenden/")
    assert not FrontEndAccess.objects.exists()
    assert "Oberfläche" in client.get("/konto/oberflaechen/").text  # the note says so


def test_nobody_ends_what_others_let_in(client, member, outsider):
    make_front_end_token(outsider)
    client.force_login(member)
    assert client.post(f"/konto/oberflaechen/{FrontEndAccess.objects.get().pk}/beenden/").status_code == 404
    assert FrontEndAccess.objects.exists()


def test_hand_out_and_erasure_cover_front_ends(member):
    make_front_end_token(member, "read:public")
    part = next(part for part in registry.records(PersonalData) if FrontEndAccess in part.models)
    told = part.hand_out(member)["front_ends"]
    assert [(one["client__name"], one["scopes"]) for one in told] == [("Oberfläche", ["read:public"])]
    part.erase(member)
    assert not FrontEndAccess.objects.exists()


def test_the_office_registers_and_reads_the_secret_once(client, office):
    client.force_login(office)
    page = client.post("/cms/front-ends/new/", {**GIVEN, "kind": "confidential"}).text
    made = Client.objects.get()
    secret = re.findall(r"<dd><code>([^<]+)</code>", page)[1]
    assert made.check_secret(secret)
    assert secret not in client.get(f"/cms/front-ends/{made.pk}/").text
    renewed = re.findall(r"<dd><code>([^<]+)</code>", client.post(f"/cms/front-ends/{made.pk}/secret/").text)[1]
    made.refresh_from_db()
    assert made.check_secret(renewed)
    assert not made.check_secret(secret)


def test_the_office_changes_and_removes(client, office):
    made = make_front_end()
    client.force_login(office)
    client.post(f"/cms/front-ends/{made.pk}/", {**GIVEN, "name": "Andere", "cors_origins": "https://front.example"})
    made.refresh_from_db()
    assert (made.name, made.get_cors_origins(), made.get_scopes()) == (
        "Andere",
        ["https://front.example"],
        ["openid", "read:public"],
    )
    assert "Andere" in client.get("/cms/front-ends/").text
    assert client.get(f"/cms/front-ends/{made.pk}/remove/").status_code == 200
    client.post(f"/cms/front-ends/{made.pk}/remove/")
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("redirect_uris", "http://front.example/da/"),
        ("redirect_uris", "javascript:alert(1)"),
        ("redirect_uris", "https://*.example/da/"),
        ("redirect_uris", "https://front.example/da/#fragment"),
        ("redirect_uris", "https://me:secret@front.example/da/"),
        ("redirect_uris", ""),
        ("after_logout", "nowhere"),
        ("cors_origins", "https://front.example/"),
        ("cors_origins", "front.example"),
        ("cors_origins", "*"),
        ("scopes", "webhooks"),
        ("name", " "),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_nothing_is_lost(client, office, field, value):
    client.force_login(office)
    page = client.post("/cms/front-ends/new/", {**GIVEN, "name": "Seiten", field: value})
    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {field}
    assert not Client.objects.exists()
    if field != "redirect_uris":
        assert "https://front.example/da/" in page.text


@pytest.mark.parametrize("value", ["http://127.0.0.1:5173/a/", "http://localhost/a/", "org.example.app:/done"])
def test_addresses_of_apps_and_of_this_machine_will_do(client, office, value):
    client.force_login(office)
    client.post("/cms/front-ends/new/", {**GIVEN, "redirect_uris": value})
    assert Client.objects.get().get_redirect_uris() == [value]


@pytest.mark.parametrize("path", ["", "new/", "front-end/", "nobody/", "front-end/remove/", "front-end/secret/"])
def test_front_ends_are_the_offices(client, editor, path):
    make_front_end()
    client.force_login(editor)
    assert client.get(f"/cms/front-ends/{path}").status_code == 403
    assert client.post(f"/cms/front-ends/{path}", GIVEN).status_code in (403, 405)
    assert Client.objects.get().name == "Oberfläche"
