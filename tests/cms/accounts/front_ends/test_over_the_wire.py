"""A front end as its makers build it, with a client library, against the served forum."""

from __future__ import annotations

import pytest
import requests

from tests.relying_party import Browser, FrontEnd

pytestmark = pytest.mark.xdist_group("served forum")
ASKED = "/api/v1/entries/?limit=100&fields=id,layer,tags,author"


@pytest.fixture(scope="module")
def front_end(served_forum):
    return FrontEnd(served_forum.address)


@pytest.fixture(scope="module")
def tokens(served_forum, front_end):
    return {name: front_end.sign_in(Browser(served_forum.address, name)) for name in ("member", "applicant")}


def test_who_somebody_is_stands_in_a_signed_token(front_end, tokens):
    claims = front_end.verified(tokens["member"])
    assert claims["email"] == "member@demo.example"
    assert claims["email_verified"] is True
    assert claims["name"] == front_end.ask("/api/v1/me/", tokens["member"]).json()["name"]
    told = front_end.ask("/identity/o/api/userinfo", tokens["member"]).json()
    assert told.items() <= claims.items()


def test_the_same_request_is_answered_by_what_each_may_read(front_end, tokens):
    of_member = front_end.ask(ASKED, tokens["member"]).json()
    of_applicant, of_visitor = front_end.ask(ASKED, tokens["applicant"]).json(), front_end.ask(ASKED).json()
    assert of_applicant == of_visitor
    assert of_member["count"] > of_visitor["count"]
    shown = {entry["id"]: entry for entry in of_member["results"]}
    narrowed = [entry for entry in of_visitor["results"] if entry != shown[entry["id"]]]
    assert narrowed  # entries whose full text is the members'
    assert {entry["layer"] for entry in narrowed} == {"public"}
    assert {shown[entry["id"]]["layer"] for entry in narrowed} == {"members"}


def test_caches_keep_nothing_for_others(front_end, tokens):
    answer = front_end.ask(ASKED, tokens["member"])
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "Authorization" in answer.headers["Vary"]
    tag = answer.headers["ETag"]
    assert front_end.ask(ASKED, tokens["member"], **{"If-None-Match": tag}).status_code == 304
    assert front_end.ask(ASKED, **{"If-None-Match": tag}).status_code == 200


def test_a_token_is_renewed_and_given_back(served_forum, front_end):
    first = front_end.sign_in(Browser(served_forum.address, "outsider"), "read:public")
    assert set(first["scope"].split()) == {"openid", "read:public"}
    second = front_end.oauth.refresh_token(front_end.told["token_endpoint"], refresh_token=first["refresh_token"])
    assert front_end.ask("/api/v1/me/", second).status_code == 200
    endpoint = front_end.told["revocation_endpoint"]
    body = {"token": second["access_token"], "client_id": front_end.oauth.client_id}
    assert requests.post(endpoint, data=body, timeout=30).status_code == 200
    assert front_end.ask("/api/v1/me/", second).status_code == 401


def test_whoever_withdraws_ends_it_at_once(served_forum, front_end):
    browser = Browser(served_forum.address, "mentor")
    token = front_end.sign_in(browser)
    page = browser.get(f"{served_forum.address}/konto/oberflaechen/")
    assert "Beispiel-Oberfläche" in page.text
    path = page.text.partition('action="/konto/oberflaechen/')[2].partition('"')[0]
    browser.send(page, f"/konto/oberflaechen/{path}")
    assert front_end.ask("/api/v1/me/", token).status_code == 401


def test_logs_hold_no_code_and_no_token(served_forum, front_end):
    code = front_end.consent(Browser(served_forum.address, "coordinator"))["code"]
    token = front_end.exchange(code)
    for address in (f"/api/v1/nothing/?token={token['access_token']}", f"/identity/o/authorize?code={code}"):
        assert front_end.ask(address, token).status_code in (400, 404)
    assert not [
        secret for secret in (code, token["access_token"], token["refresh_token"]) if secret in served_forum.said
    ]
