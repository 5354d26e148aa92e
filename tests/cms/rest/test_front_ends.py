"""Front ends elsewhere: which of them may ask in the browser of their reader, and where previews are framed."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

FRONT = "https://front.example"
allowed = override_settings(CORS_ALLOWED_ORIGINS=[FRONT])


@allowed
def test_a_front_end_that_is_named_may_ask_and_reads_tags(world):
    answer = Client().get("/api/v1/entries/", headers={"origin": FRONT})
    assert answer["Access-Control-Allow-Origin"] == FRONT
    assert {"etag", "location"} <= {name.strip().lower() for name in answer["Access-Control-Expose-Headers"].split(",")}
    assert "Access-Control-Allow-Credentials" not in answer


@allowed
def test_it_may_send_a_token_a_condition_and_a_key(world):
    asked = {
        "origin": FRONT,
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization, if-match, idempotency-key",
    }
    answer = Client().options("/api/v1/entries/", headers=asked)
    offered = {name.strip() for name in answer["Access-Control-Allow-Headers"].split(",")}
    assert {"authorization", "if-match", "idempotency-key"} <= offered
    assert "PATCH" in answer["Access-Control-Allow-Methods"]


@allowed
@pytest.mark.parametrize("address", ["/", "/wissen/"])
def test_pages_are_asked_by_no_front_end(world, address):
    assert "Access-Control-Allow-Origin" not in Client().get(address, headers={"origin": FRONT})


@pytest.mark.parametrize("origin", ["https://other.example", "null", "https://front.example.evil.example"])
def test_nobody_else_may(world, origin):
    with allowed:
        assert "Access-Control-Allow-Origin" not in Client().get("/api/v1/entries/", headers={"origin": origin})


def test_the_admin_frames_the_front_end_of_previews_and_nothing_else(as_client, editor):
    browser = as_client(editor)
    assert "frame-src 'self';" in browser.get("/cms/")["Content-Security-Policy"] + ";"
    with override_settings(PREVIEW_ORIGIN=FRONT):
        assert f"frame-src 'self' {FRONT}" in browser.get("/cms/")["Content-Security-Policy"]
        assert FRONT not in browser.get("/")["Content-Security-Policy"]
