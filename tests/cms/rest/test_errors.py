"""What is refused, and in which words."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.rest.entries import EntryListView
from tests.cms.rest.conftest import REFUSED

PROBLEM = "application/problem+json"


def problem(response):
    assert response["Content-Type"] == PROBLEM, response.content
    content = response.json()
    assert content["status"] == response.status_code
    assert {"type", "title", "detail"} <= set(content)
    return content


def refused(api, query):
    """The names that a 400 complains about."""
    response = api().get(f"/api/v1/entries/?{query}")
    assert response.status_code == 400, query
    return sorted(problem(response)["errors"])


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("kind=nonsense", ["kind"]),
        ("kind=Good_Practice", ["kind"]),
        ("ordering=password", ["ordering"]),
        ("ordering=-title", ["ordering"]),
        ("limit=abc", ["limit"]),
        ("limit=0", ["limit"]),
        ("limit=-1", ["limit"]),
        ("limit=101", ["limit"]),
        ("limit=1.5", ["limit"]),
        ("limit=1e1", ["limit"]),
        ("limit=%D9%A1", ["limit"]),
        ("limit=", ["limit"]),
        ("offset=-1", ["offset"]),
        ("offset=x", ["offset"]),
        ("offset=99999999999999999999999", ["offset"]),
        ("updated_since=gestern", ["updated_since"]),
        ("updated_since=2026-02-30", ["updated_since"]),
        ("updated_since=0001-01-01", ["updated_since"]),
        ("updated_since=9999-12-31T23:59:59-12:00", ["updated_since"]),
        ("updated_since=2026-01-01T25:00", ["updated_since"]),
        ("cursor=nonsense", ["cursor"]),
        ("cursor=%FF", ["cursor"]),
        ("cursor=x&offset=0", ["cursor"]),
        ("topic=", ["topic"]),
        ("topic=a%00b", ["topic"]),
        ("kind=offer&kind=concept", ["kind"]),
        ("nix=1", ["nix"]),
        ("Kind=offer", ["Kind"]),
        ("password=1&limit=x&kind=y", ["kind", "limit", "password"]),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(forum, api, query, names):
    assert refused(api, query) == names


def test_an_unknown_filter_is_named_together_with_the_known_ones(forum, api):
    sentence = api().get("/api/v1/entries/?nix=1").json()["errors"]["nix"][0]
    for name in ("nix", *EntryListView.known):
        assert name in sentence


def test_a_cursor_belongs_to_its_order(world, api, member):
    client = api(member)
    cursor = client.json("entries/", limit=1)["next"].partition("cursor=")[2]
    response = client.get(f"/api/v1/entries/?ordering=title&cursor={cursor}")
    assert list(problem(response)["errors"]) == ["cursor"]
    forged = client.get(f"/api/v1/entries/?cursor={cursor[:-3]}xyz")
    assert list(problem(forged)["errors"]) == ["cursor"]


def test_what_one_may_not_see_is_not_there_byte_for_byte(world, api, guest, applicant):
    for client in (api(), api(guest), api(applicant)):
        for method in ("get", "head", "options", "post", "put", "patch", "delete"):
            hidden = getattr(client, method)(f"/api/v1/entries/{world.offer.pk}/")
            missing = getattr(client, method)("/api/v1/entries/987654/")
            same = [(answer.status_code, answer.content, dict(answer.headers)) for answer in (hidden, missing)]
            assert same[0] == same[1]
        assert problem(client.get(f"/api/v1/entries/{world.offer.pk}/"))["status"] == 404


@pytest.mark.parametrize("number", ["0", "987654", "9223372036854775808", "9" * 40, "abc", "-1", "1.5"])
def test_numbers_of_no_entry_all_look_the_same(forum, api, number):
    response = api().get(f"/api/v1/entries/{number}/")
    assert (response.status_code, response.content) == (404, api().get("/api/v1/entries/987654/").content)


@pytest.mark.parametrize("path", ["nowhere/", "nowhere", "entries/1/nowhere/", "a.b", "entries/1/../", "%0A/", "me/x"])
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
def test_an_address_that_does_not_exist_says_so_as_programs_read_it(forum, path, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(f"/api/v1/{path}")
    assert (response.status_code, response["Content-Type"]) == (404, PROBLEM)


def test_a_missing_slash_at_the_end_is_put_there(forum, api):
    response = api().get("/api/v1/entries?limit=3")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/entries/?limit=3")
    assert api().post("/api/v1/entries").status_code == 308


def test_a_token_that_does_not_work_is_refused_everywhere(world, callers):
    for name in REFUSED:
        for path in ("", "entries/", f"entries/{world.opened.pk}/", "topics/", "counties/", "me/", "schema/"):
            response = callers[name].get(f"/api/v1/{path}")
            assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")
            problem(response)


def test_only_reading_is_offered(world, callers):
    for path in ("topics/", "counties/", "me/", "schema/", ""):
        for method in ("post", "put", "patch", "delete"):
            response = getattr(callers["editor by token"], method)(f"/api/v1/{path}")
            assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
            problem(response)


def test_options_says_what_is_offered(world, api):
    response = api().options("/api/v1/entries/")
    assert (response.status_code, response.content, response["Allow"]) == (204, b"", "GET, HEAD, OPTIONS, POST")


def test_head_answers_like_get_without_the_text(world, api):
    get, head = api().get("/api/v1/entries/"), api().head("/api/v1/entries/")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", get["ETag"])


def test_a_forged_request_is_refused_as_programs_read_it(as_client, member):
    browser = as_client(member)
    browser.handler.enforce_csrf_checks = True
    response = browser.post("/api/v1/entries/", {})
    assert problem(response)["status"] == 403


def test_a_failure_of_ours_tells_nothing(forum, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr("cms.rest.entries.EntryRows", fail)
    response = Client(raise_request_exception=False).get("/api/v1/entries/")
    assert problem(response)["status"] == 500
    assert "secret" not in response.content.decode()
    assert "a secret of the house" in caplog.text


def test_too_many_requests(forum, api, monkeypatch):
    from plugins.api.adapters.throttling import ReadThrottle

    monkeypatch.setattr(ReadThrottle, "THROTTLE_RATES", {"read": "2/min"})
    client = api()
    client.defaults["REMOTE_ADDR"] = "203.0.113.7"
    answers = [client.get("/api/v1/counties/?limit=1") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[2]["Retry-After"]) <= 61
    problem(answers[2])
