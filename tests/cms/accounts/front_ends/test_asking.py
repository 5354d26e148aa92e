"""Whether somebody lets a front end in: who is asked, what is refused, where it leads."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.idp.oidc.models import Token

from cms.accounts.models import FrontEndAccess
from tests.factories import make_front_end, make_front_end_token

pytestmark = pytest.mark.django_db
CALLBACK = "https://front.example/da/"
ASKED = {
    "client_id": "front-end",
    "response_type": "code",
    "redirect_uri": CALLBACK,
    "scope": "openid read:public read:members",
    "state": "s-1",
    "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    "code_challenge_method": "S256",
}
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # of RFC 7636, appendix B


@pytest.fixture(autouse=True)
def registered():
    return make_front_end()


def address(**changed):
    return "/identity/o/authorize?" + urlencode({name: value for name, value in {**ASKED, **changed}.items() if value})


def asked_to_sign_in(answer):
    return answer.status_code == 302 and answer["Location"].startswith("/konto/anmelden/")


def sent_back(answer):
    assert answer.status_code == 302
    assert answer["Location"].startswith(CALLBACK)
    return {name: values[0] for name, values in parse_qs(urlsplit(answer["Location"]).query).items()}


def agree(client, *scopes, action="grant", **changed):
    page = client.get(address(**changed))
    request = re.search(r'name="request" value="([^"]+)"', page.text)[1]
    return client.post("/identity/o/authorize", {"request": request, "scopes": scopes, "action": action})


def exchange(client, code, **changed):
    given = {"grant_type": "authorization_code", "client_id": "front-end", "redirect_uri": CALLBACK}
    return client.post("/identity/o/api/token", {**given, "code": code, "code_verifier": VERIFIER, **changed})


def test_visitors_sign_in_first_and_come_back(client, member, sign_in):
    answer = client.get(address())
    assert asked_to_sign_in(answer)
    wanted = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    assert sign_in(member.email, next=wanted)["Location"] == address()


def test_people_read_what_is_asked_for(client, member):
    client.force_login(member)
    page = client.get(address())
    assert page.status_code == 200
    assert "Oberfläche" in page.text
    assert re.findall(r'type="checkbox" name="scopes" value="([^"]+)"', page.text) == ["read:public", "read:members"]
    assert page["Cache-Control"].count("no-store")
    assert f"form-action 'self' {CALLBACK.removesuffix('/da/')};" in page["Content-Security-Policy"] + ";"


def test_the_whole_way(client, member):
    client.force_login(member)
    told = sent_back(agree(client, "read:public"))
    assert told["state"] == "s-1"
    client.logout()
    answer = exchange(client, told["code"])
    assert answer["Cache-Control"].count("no-store")
    token = answer.json()
    assert set(token["scope"].split()) == {"openid", "read:public"}
    headers = {"authorization": f"Bearer {token['access_token']}"}
    assert client.get("/api/v1/me/", headers=headers).json()["id"] == member.pk
    assert client.get("/identity/o/api/userinfo", headers=headers).json() == {"sub": str(member.pk)}
    assert exchange(client, told["code"]).status_code == 400  # once


def test_whoever_refuses_gives_nothing(client, member):
    client.force_login(member)
    assert sent_back(agree(client, "read:public", action="cancel"))["error"] == "access_denied"
    assert not FrontEndAccess.objects.exists()


WRONG = {
    "unknown front end": ({"client_id": "nobody"}, 400),
    "other address": ({"redirect_uri": "https://evil.example/da/"}, 400),
    "address below": ({"redirect_uri": f"{CALLBACK}more/"}, 400),
    "no address": ({"redirect_uri": ""}, 400),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("is_signed_in", [True, False])
def test_what_is_not_registered_is_said_here_and_leads_nowhere(client, member, name, is_signed_in):
    changed, status = WRONG[name]
    if is_signed_in:
        client.force_login(member)
    answer = client.get(address(**changed))
    assert answer.status_code == status
    assert "Location" not in answer
    assert "<h1" in answer.text


REFUSED = {
    "scope that the office did not allow": ({"scope": "openid webhooks"}, "invalid_scope"),
    "no PKCE": ({"code_challenge": "", "code_challenge_method": ""}, "invalid_request"),
    "plain PKCE": ({"code_challenge_method": "plain"}, "invalid_request"),
    "token in the address": ({"response_type": "token"}, "unauthorized_client"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("is_signed_in", [True, False])
def test_the_front_end_learns_what_it_asked_wrongly(client, member, name, is_signed_in):
    changed, error = REFUSED[name]
    if is_signed_in:
        client.force_login(member)
    answer = client.get(address(**changed))
    told = dict(parse_qs(urlsplit(answer["Location"]).query)) or dict(parse_qs(urlsplit(answer["Location"]).fragment))
    assert answer["Location"].startswith(CALLBACK)
    assert told["error"] == [error]


def test_silently_only_where_this_front_end_was_let_in_for_it(client, member):
    client.force_login(member)
    agreed = ("openid", "read:public", "read:members")
    make_front_end_token(member, *agreed, client=make_front_end("another"))
    assert sent_back(client.get(address(prompt="none")))["error"] == "consent_required"
    make_front_end_token(member, *agreed)
    assert "code" in sent_back(client.get(address(prompt="none")))
    client.logout()
    assert sent_back(client.get(address(prompt="none")))["error"] == "login_required"


def test_a_code_is_worth_nothing_once_the_person_withdrew(client, member):
    client.force_login(member)
    code = sent_back(agree(client, "read:public"))["code"]
    client.post(f"/konto/oberflaechen/{FrontEndAccess.objects.get().pk}/beenden/")
    assert exchange(client, code).status_code == 400
    assert not Token.objects.exists()


@pytest.mark.parametrize(
    "changed", [{"code_verifier": "x" * 50}, {"client_id": "another"}, {"redirect_uri": "https://front.example/"}]
)
def test_a_code_is_worth_nothing_to_somebody_else(client, member, changed):
    make_front_end("another")
    client.force_login(member)
    assert exchange(client, sent_back(agree(client))["code"], **changed).status_code in (400, 401)


def test_a_server_proves_itself_by_its_secret(client, member):
    server = make_front_end("server", is_public=False)
    server.set_secret("known")
    server.save()
    client.force_login(member)
    code = sent_back(agree(client, client_id="server"))["code"]
    assert exchange(client, code, client_id="server").status_code == 401
    assert exchange(client, code, client_id="server", client_secret="wrong").status_code == 401
    assert exchange(client, code, client_id="server", client_secret="known").status_code == 200


def test_a_refresh_token_is_used_once_and_ends_with_the_access(client, member):
    client.force_login(member)
    first = exchange(client, sent_back(agree(client, "read:public"))["code"]).json()
    renewal = {"grant_type": "refresh_token", "client_id": "front-end"}
    second = client.post("/identity/o/api/token", {**renewal, "refresh_token": first["refresh_token"]})
    assert second.status_code == 200
    assert client.post("/identity/o/api/token", {**renewal, "refresh_token": first["refresh_token"]}).status_code == 400
    client.post(f"/konto/oberflaechen/{FrontEndAccess.objects.get().pk}/beenden/")
    again = client.post("/identity/o/api/token", {**renewal, "refresh_token": second.json()["refresh_token"]})
    assert again.status_code == 400


def test_a_front_end_gives_its_token_back(client, member):
    token = make_front_end_token(member)
    assert client.post("/identity/o/api/revoke", {"token": token}).status_code in (400, 401)
    assert client.post("/identity/o/api/revoke", {"token": token, "client_id": "front-end"}).status_code == 200
    assert client.get("/api/v1/me/", headers={"authorization": f"Bearer {token}"}).status_code == 401


def test_a_token_in_the_address_does_not_count(client, member):
    token = make_front_end_token(member, "openid")
    assert client.get(f"/identity/o/api/userinfo?access_token={token}").status_code == 401


def test_signing_out_over_there_asks_about_here(client, member):
    client.force_login(member)
    token = make_front_end_token(member)
    back = {"client_id": "front-end", "post_logout_redirect_uri": CALLBACK}
    assert client.get("/identity/o/logout", back).status_code == 200
    answer = client.post("/identity/o/logout", {**back, "action": "stay", "csrfmiddlewaretoken": "-"})
    assert answer["Location"] == CALLBACK
    assert "_auth_user_id" in client.session
    assert client.get("/api/v1/me/", headers={"authorization": f"Bearer {token}"}).status_code == 401
    client.post("/identity/o/logout", {**back, "action": "logout", "csrfmiddlewaretoken": "-"})
    assert "_auth_user_id" not in client.session


def test_signing_out_leads_to_registered_addresses_only(client, member):
    client.force_login(member)
    wrong = {"client_id": "front-end", "post_logout_redirect_uri": "https://evil.example/"}
    answer = client.get("/identity/o/logout", wrong)
    assert answer.status_code == 400
    assert "Location" not in answer
    assert "_auth_user_id" in client.session


def test_too_many_tries_have_to_wait(client, settings):
    settings.IDP_OIDC_RATE_LIMITS = {"token": "2/m/ip"}
    tries = [exchange(client, "guessed") for _ in range(3)]
    assert [one.status_code for one in tries] == [400, 400, 429]
    assert tries[-1]["Retry-After"]
