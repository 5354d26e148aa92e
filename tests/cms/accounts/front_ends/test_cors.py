"""Browsers may ask from pages of registered front ends."""

from __future__ import annotations

import pytest

from tests.factories import make_front_end

pytestmark = pytest.mark.django_db
OURS = "https://front.example"
ADDRESSES = (
    "/.well-known/openid-configuration",
    "/.well-known/jwks.json",
    "/identity/o/api/token",
    "/identity/o/api/userinfo",
    "/identity/o/api/revoke",
    "/api/v1/me/",
    "/medien/bild/1/width-400/",
)


@pytest.fixture(autouse=True)
def registered():
    return make_front_end(cors_origins=[OURS])


def preflight(client, path, origin):
    headers = {"origin": origin, "access-control-request-method": "GET"}
    return client.options(path, headers={**headers, "access-control-request-headers": "authorization"})


@pytest.mark.parametrize("path", ADDRESSES)
def test_from_a_registered_front_end(client, path):
    assert preflight(client, path, OURS)["Access-Control-Allow-Origin"] == OURS
    assert client.get(path, headers={"origin": OURS})["Access-Control-Allow-Origin"] == OURS


@pytest.mark.parametrize("path", ADDRESSES[2:])
@pytest.mark.parametrize(
    "origin", ["https://other.example", "https://front.example.evil.example", "https://front.exampl"]
)
def test_from_nowhere_else(client, path, origin):
    assert "Access-Control-Allow-Origin" not in preflight(client, path, origin)
    assert "Access-Control-Allow-Origin" not in client.get(path, headers={"origin": origin})


@pytest.mark.parametrize("path", ["/konto/", "/identity/o/authorize", "/identity/o/logout", "/"])
def test_pages_for_people_are_not_for_scripts_elsewhere(client, path):
    assert "Access-Control-Allow-Origin" not in client.get(path, headers={"origin": OURS})


def test_no_longer_once_it_is_removed(client, registered):
    registered.delete()
    assert "Access-Control-Allow-Origin" not in client.get("/api/v1/me/", headers={"origin": OURS})


def test_without_credentials_of_the_forum(client):
    assert "Access-Control-Allow-Credentials" not in client.get("/api/v1/me/", headers={"origin": OURS})
