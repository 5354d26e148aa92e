"""The variables for signing in with an account of one's county, and for the key that signs."""

from __future__ import annotations

import json

import pytest
from cryptography.hazmat.primitives import serialization

from cms.project.env import NonsenseValue
from cms.project.sign_in_elsewhere import id_of, identity_providers
from cms.project.signing_key import signing_key

ONE = {"OIDC_ISSUER": "https://login.kreis.example/realms/amt/", "OIDC_CLIENT_ID": "forum"}
LISTED = {"issuer": "https://a.example", "client_id": "forum", "name": "A"}


@pytest.fixture
def given(monkeypatch):
    def set_all(**values):
        for name in ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_PROVIDERS", "OIDC_NAME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        return identity_providers()

    return set_all


def test_none_by_default(given):
    assert given() == []


def test_one(given, tmp_path):
    (tmp_path / "secret").write_text("geheim\n")
    (app,) = given(**ONE, OIDC_CLIENT_SECRET_FILE=str(tmp_path / "secret"), OIDC_NAME="Landkreis A")
    assert app["provider_id"] == "login-kreis-example-realms-amt"
    assert (app["name"], app["client_id"], app["secret"]) == ("Landkreis A", "forum", "geheim")
    assert app["settings"] == {"server_url": "https://login.kreis.example/realms/amt", "trust_email": False}


def test_several(given):
    several = [LISTED, {**LISTED, "issuer": "https://b.example", "name": "B", "trust_email": True}]
    apps = given(OIDC_PROVIDERS=json.dumps(several))
    assert [(app["name"], app["settings"]["trust_email"]) for app in apps] == [("A", False), ("B", True)]


def test_another_issuer_is_another_provider():
    issuers = ["https://a.example", "https://a.example/realms/x", "https://a.example:8443", "https://b.example"]
    assert len({id_of(issuer) for issuer in issuers}) == len(issuers)


@pytest.mark.parametrize(
    "values",
    [
        {"OIDC_ISSUER": "login.kreis.example", "OIDC_CLIENT_ID": "forum"},
        {"OIDC_ISSUER": "http://login.kreis.example", "OIDC_CLIENT_ID": "forum"},
        {"OIDC_ISSUER": "https://login.kreis.example/?x=1", "OIDC_CLIENT_ID": "forum"},
        {"OIDC_ISSUER": "https://login.kreis.example"},
        {**ONE, "OIDC_TRUST_EMAIL": "yes"},
        {**ONE, "OIDC_PROVIDERS": "[]"},
        {"OIDC_PROVIDERS": "{}"},
        {"OIDC_PROVIDERS": "nonsense"},
        {"OIDC_PROVIDERS": json.dumps([{**LISTED, "secret": "x"}])},
        {"OIDC_PROVIDERS": json.dumps([{**LISTED, "trust_email": "yes"}])},
        {"OIDC_PROVIDERS": json.dumps([LISTED, LISTED])},
    ],
)
def test_nonsense_stops_the_start_with_a_sentence(given, values):
    with pytest.raises(NonsenseValue, match="OIDC_"):
        given(**values)


def test_the_key_that_signs_is_made_once_and_readable_to_nobody_else(tmp_path):
    made = signing_key("OIDC_SIGNING_KEY", tmp_path / "key.pem")
    assert signing_key("OIDC_SIGNING_KEY", tmp_path / "key.pem") == made
    assert (tmp_path / "key.pem").stat().st_mode & 0o077 == 0
    assert serialization.load_pem_private_key(made.encode(), None).key_size == 2048


def test_or_it_comes_from_the_environment(tmp_path, monkeypatch):
    made = signing_key("OIDC_SIGNING_KEY", tmp_path / "key.pem")
    monkeypatch.setenv("OIDC_SIGNING_KEY_FILE", str(tmp_path / "key.pem"))
    assert signing_key("OIDC_SIGNING_KEY", tmp_path / "other.pem") == made
    assert not (tmp_path / "other.pem").exists()


def test_a_key_that_is_none_stops_the_start(tmp_path, monkeypatch):
    monkeypatch.setenv("OIDC_SIGNING_KEY", "nonsense")
    with pytest.raises(NonsenseValue, match="OIDC_SIGNING_KEY"):
        signing_key("OIDC_SIGNING_KEY", tmp_path / "key.pem")
