from __future__ import annotations

import pytest
from wagtail.models import APIToken

from cms.accounts.models import Scope

CREATE = "/konto/zugaenge/neu/"


@pytest.fixture
def browser(member, as_client):
    return as_client(member)


def create(browser, name="Webseite", scopes=(Scope.READ_PUBLIC, Scope.READ_MEMBERS)):
    return browser.post(CREATE, {"name": name, "scopes": list(scopes)})


def test_a_token_is_shown_once_and_works(browser, member, api):
    answer = create(browser)
    plain_text = answer.context["token"]
    assert answer.content.decode().count(plain_text) == 1
    assert api(plain_text).json("me/")["email"] == member.email

    for path in ("/konto/zugaenge/", CREATE, "/konto/", "/konto/daten/"):
        assert plain_text not in browser.get(path).content.decode()
    assert plain_text not in str(dict(browser.session))
    assert "no-store" in answer["Cache-Control"]


def test_the_list_says_what_a_token_may_and_when_it_was_used(browser, api):
    plain_text = create(browser).context["token"]
    (token,) = browser.get("/konto/zugaenge/").context["tokens"]
    assert (token["name"], token["last_used_at"]) == ("Webseite", None)
    assert token["scopes"] == [str(Scope.READ_PUBLIC.label), str(Scope.READ_MEMBERS.label)]
    assert plain_text.startswith(token["beginning"])

    api(plain_text).json("me/")
    assert browser.get("/konto/zugaenge/").context["tokens"][0]["last_used_at"] is not None


def test_ending_a_token_asks_first(browser, api):
    plain_text = create(browser).context["token"]
    (token,) = browser.get("/konto/zugaenge/").context["tokens"]
    assert browser.get(token["revoke_url"]).status_code == 200
    assert api(plain_text).get("/api/v1/me/").status_code == 200

    assert browser.post(token["revoke_url"])["Location"] == "/konto/zugaenge/"
    assert api(plain_text).get("/api/v1/me/").status_code == 401
    assert browser.get("/konto/zugaenge/").context["tokens"] == []
    assert browser.post(token["revoke_url"]).status_code == 404


@pytest.mark.parametrize("who", ["outsider", "office", "admin"])
def test_a_token_is_nobody_elses_business(browser, who, request, as_client, member):
    create(browser)
    other = as_client(request.getfixturevalue(who))
    token = APIToken.objects.get(user=member)
    assert other.get("/konto/zugaenge/").context["tokens"] == []
    assert other.post(f"/konto/zugaenge/{token.pk}/beenden/").status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"name": "", "scopes": ["read:public"]}, {"name"}),
        ({"name": "   ", "scopes": ["read:public"]}, {"name"}),
        ({"name": "Webseite"}, {"scopes"}),
        ({"name": "Webseite", "scopes": ["everything"]}, {"scopes"}),
        ({"name": "x" * 256, "scopes": ["read:public"]}, {"name"}),
        ({}, {"name", "scopes"}),
    ],
)
def test_a_form_that_makes_no_sense_says_where(browser, form, wrong):
    answer = browser.post(CREATE, form)
    assert (answer.status_code, set(answer.context["form"].errors)) == (200, wrong)
    page = answer.content.decode()
    for field in wrong:
        assert f'href="#id_{field}"' in page and f'id="id_{field}_error"' in page
    assert not APIToken.objects.exists()


def test_every_field_has_its_label(browser):
    page = browser.get(CREATE).content.decode()
    for field in ("id_name", *(f"id_scopes_{number}" for number in range(len(Scope)))):
        assert page.count(f'for="{field}"') == 1


def test_without_signing_in_there_is_no_token(client, forum):
    assert create(client)["Location"].startswith("/konto/anmelden/")
    assert not APIToken.objects.exists()
