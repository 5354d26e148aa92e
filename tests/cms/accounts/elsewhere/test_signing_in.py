"""Signing in with an account of one's county: another forum, on the wire, is the county's identity provider."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core.cache import cache
from django.test import Client

from cms.accounts.models import User
from cms.project.sign_in_elsewhere import id_of
from plugins.api.extensions import PersonalData
from plugins.api.registry import registry
from tests.factories import PASSWORD, UserFactory
from tests.relying_party import Browser

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("served forum")]


@pytest.fixture(scope="module")
def app(served_forum):
    """The office over there registers this forum as a server with a secret."""
    office = Browser(served_forum.address, "office")
    page = office.get(f"{served_forum.address}/cms/front-ends/new/")
    back = f"http://localhost/konto/anmelden/mit/{id_of(served_forum.address)}/zurueck/"
    given = {"name": "Forum", "kind": "confidential", "redirect_uris": back, "scopes": ["profile", "email"]}
    page = office.send(page, "/cms/front-ends/new/", **given)
    client_id, secret = re.findall(r"<dd><code>([^<]+)</code>", page.text)
    return {
        "provider_id": id_of(served_forum.address),
        "name": "Landkreis Auental",
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": served_forum.address, "trust_email": False},
    }


@pytest.fixture
def county(app, settings):
    """Configured as the environment would; a test may change it."""
    mine = {**app, "settings": dict(app["settings"])}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [mine]}}
    return mine


@pytest.fixture
def client():
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def go(client, county, served_forum):
    """Over there and back as this person of the demo world; what comes of it."""

    def there_and_back(person="member", process="login", action="grant"):
        page = client.post(f"/konto/anmelden/mit/{county['provider_id']}/?process={process}")
        assert page.status_code == 200, page
        browser = Browser(served_forum.address, person)
        consent = browser.get(page["Refresh"].partition("url=")[2])
        answer = browser.send(consent, "/identity/o/authorize", scopes=["profile", "email"], action=action)
        back = urlsplit(answer.headers["Location"])
        return client.get(f"{back.path}?{back.query}")

    return there_and_back


def connect(client, go, password=PASSWORD):
    """Connecting asks once more who is there."""
    assert go(process="connect")["Location"] == "/konto/bestaetigen/"
    return client.post("/konto/bestaetigen/", {"password": password})


@pytest.fixture
def connected(client, go, sign_in, is_signed_in):
    """Somebody who connected the two, and is signed out."""
    person = UserFactory(email="katharina@example.org")
    sign_in(person.email)
    assert connect(client, go)["Location"] == "/konto/verbindungen/"
    client.logout()
    return person


def test_whoever_connected_the_two_comes_in(client, go, connected, is_signed_in):
    assert go()["Location"] == "/start/"
    assert is_signed_in(client)
    assert client.get("/api/v1/me/").json()["email"] == connected.email


def test_little_is_kept(go, connected):
    row = SocialAccount.objects.get()
    assert row.extra_data == {"sub": row.uid, "name": "Katharina Wiesner", "email": "member@demo.example"}
    assert not SocialToken.objects.exists()
    part = next(part for part in registry.records(PersonalData) if SocialAccount in part.models)
    assert [one["email"] for one in part.hand_out(connected)["accounts_elsewhere"]] == ["member@demo.example"]
    part.erase(connected)
    assert not SocialAccount.objects.exists()


def test_whoever_has_no_account_reads_how_to_get_one(client, go, is_signed_in):
    people = User.objects.count()
    answer = go()
    assert answer.status_code == 403
    assert "Landkreis Auental" in answer.text
    assert 'href="/konto/anmelden/"' in answer.text
    assert not is_signed_in(client)
    assert User.objects.count() == people
    assert not SocialAccount.objects.exists()


def test_an_address_counts_only_where_the_operator_trusts_the_provider(client, go, county, is_signed_in):
    person = UserFactory(email="member@demo.example")
    assert go().status_code == 403
    county["settings"]["trust_email"] = True
    assert go()["Location"] == "/start/"
    assert is_signed_in(client)
    person.refresh_from_db()
    assert person.has_usable_password()
    assert not EmailAddress.objects.exists()


def test_a_closed_account_stays_closed(client, go, connected, is_signed_in):
    User.objects.update(is_active=False)
    assert go()["Location"] == "/konto/geschlossen/"
    assert not is_signed_in(client)


def test_a_closed_account_stays_closed_by_address_too(client, go, county, is_signed_in):
    county["settings"]["trust_email"] = True
    UserFactory(email="member@demo.example", is_active=False)
    assert go().status_code == 403
    assert not is_signed_in(client)


def test_the_second_factor_is_still_asked_for(client, go, connected, is_signed_in):
    TOTP.activate(connected, generate_totp_secret())
    assert go()["Location"] == "/konto/zweiter-faktor/code/"
    assert not is_signed_in(client)


def test_nobody_connects_without_the_password(client, go, sign_in):
    sign_in(UserFactory(email="katharina@example.org").email)
    assert connect(client, go, password="guessed").status_code == 200
    assert not SocialAccount.objects.exists()


def test_nobody_takes_over_what_somebody_else_connected(client, go, sign_in, connected):
    sign_in(UserFactory(email="other@example.org").email)
    connect(client, go)
    assert SocialAccount.objects.get().user == connected
    assert "gehört hier jemand anderem" in client.get("/konto/verbindungen/").text


def test_it_can_be_ended(client, go, sign_in, connected, is_signed_in):
    sign_in(connected.email)
    page = client.get("/konto/verbindungen/").text
    assert "member@demo.example" in page
    assert client.get("/konto/").text.count('href="/konto/verbindungen/"') == 1
    path = f"/konto/verbindungen/{SocialAccount.objects.get().pk}/beenden/"
    client.get(path)
    assert SocialAccount.objects.exists()
    client.post(path)
    client.logout()
    assert go().status_code == 403
    assert not is_signed_in(client)


def test_nobody_ends_what_others_connected(client, connected, sign_in):
    sign_in(UserFactory(email="other@example.org").email)
    path = f"/konto/verbindungen/{SocialAccount.objects.get().pk}/beenden/"
    assert client.post(path).status_code == 404
    assert SocialAccount.objects.exists()


def test_the_button_stands_where_somebody_is_configured(client, county, settings):
    path = f"/konto/anmelden/mit/{county['provider_id']}/"
    assert path in client.get("/konto/anmelden/").text
    assert client.get(path).status_code == 405
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert "/konto/anmelden/mit/" not in client.get("/konto/anmelden/").text
    assert client.post(path).status_code == 404


def test_whoever_stops_over_there_reads_so(client, go, is_signed_in):
    answer = go(action="cancel")
    assert answer.status_code == 200
    assert "Landkreis Auental" in answer.text
    assert not is_signed_in(client)


@pytest.mark.parametrize("given", [{"code": "x", "state": "guessed"}, {"code": "x"}, {"error": "server_error"}, {}])
def test_what_did_not_begin_here_ends_here(client, county, is_signed_in, given):
    answer = client.get(f"/konto/anmelden/mit/{county['provider_id']}/zurueck/?{urlencode(given)}")
    assert answer.status_code == 401
    assert "Landkreis Auental" in answer.text
    assert not is_signed_in(client)


def test_a_provider_that_is_away_is_named(client, county, sign_in, is_signed_in):
    county["settings"]["server_url"] = "http://127.0.0.1:9"  # where nothing listens
    cache.clear()
    sign_in(UserFactory(email="katharina@example.org").email)
    answer = client.post(f"/konto/anmelden/mit/{county['provider_id']}/?process=connect")
    assert answer.status_code == 503
    assert "Landkreis Auental" in answer.text
    assert is_signed_in(client)  # nothing is lost
