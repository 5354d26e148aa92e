"""A program names the version of the API that it was made for, and hears in time when that one ends."""

from __future__ import annotations

from datetime import date, timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.test import Client

from cms.rest.entries import EntryListView
from plugins.api.adapters import rest_versions
from plugins.api.adapters.rest_versions import PROMISED, VERSIONS, Version, version_of
from plugins.api.adapters.rest_views import Answer
from tests.factories import make_token

ENTRIES = "/api/v1/entries/"
TODAY = date(2028, 6, 1)
FIRST, SECOND = Version("1.0", older_since=date(2028, 5, 1)), Version("1.1")


@pytest.fixture
def two(monkeypatch) -> None:
    monkeypatch.setattr(rest_versions, "VERSIONS", (FIRST, SECOND))
    monkeypatch.setattr(rest_versions, "localdate", lambda: TODAY)


def ask(version: str, address: str = ENTRIES, **headers: str):
    return Client().get(address, headers={"api-version": version, **headers})


def test_without_a_name_the_newest_answers_and_says_no_day_of_end(world, two):
    answer = Client().get(ENTRIES)
    assert (answer.status_code, answer["API-Version"]) == (200, "1.1")
    assert not {"Deprecation", "Sunset", "Link"} & set(answer.headers)


def test_an_older_one_answers_as_before_and_says_until_when(world, two):
    answer = ask("1.0")
    assert (answer.status_code, answer["API-Version"]) == (200, "1.0")
    assert answer.content == ask("1.1").content
    assert answer["Deprecation"] == "@1840752000"  # 2028-05-01
    assert parsedate_to_datetime(answer["Sunset"]).date() == FIRST.older_since + PROMISED + timedelta(days=1)
    assert answer["Link"].startswith('</api/v1/docs/>; rel="deprecation"')


def test_what_is_kept_for_one_version_is_not_the_answer_for_another(world, two, monkeypatch):
    def of(view, actor, given):
        return Answer.of(version_of(view.request).encode())

    monkeypatch.setattr(EntryListView, "answer", of)
    assert [ask(number).content for number in ("1.0", "1.1", "1.0")] == [b"1.0", b"1.1", b"1.0"]


def test_what_the_caller_has_already_says_it_too(world, two):
    tag = ask("1.0")["ETag"]
    again = ask("1.0", **{"if-none-match": tag})
    assert (again.status_code, "Sunset" in again.headers) == (304, True)


def test_refusals_say_it_too(world, two):
    answer = ask("1.0", "/api/v1/entries/999999/")
    assert (answer.status_code, "Sunset" in answer.headers) == (404, True)


def test_what_stands_between_keeps_the_versions_apart(world, two):
    assert "API-Version" in answer_names(ask("1.0")["Vary"])


def answer_names(listed: str) -> set[str]:
    return {name.strip() for name in listed.split(",")}


@pytest.mark.parametrize(
    "day, status", [(FIRST.older_since + PROMISED, 200), (FIRST.older_since + PROMISED + timedelta(days=1), 410)]
)
def test_it_works_on_its_last_day_and_not_after_it(world, two, monkeypatch, day, status):
    monkeypatch.setattr(rest_versions, "localdate", lambda: day)
    answer = ask("1.0")
    assert answer.status_code == status
    if status == 410:
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["detail"] == "Version 1.0 galt bis 1. Mai 2029. Nutzen Sie Version 1.1."


@pytest.mark.parametrize("nonsense", ["2", "1", "v1.0", "", "1.0, 1.1", "<b>", "9" * 5000])
def test_a_version_that_never_was_is_refused_with_those_that_there_are(world, two, nonsense):
    answer = ask(nonsense)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "1.0, 1.1" in answer.json()["detail"] and "API-Version" in answer.json()["errors"]


def test_nothing_is_done_for_a_version_that_never_was(world, two, editor):
    token = make_token(editor, "read:members", "write:entries")
    sent = {"kind": "offer", "title": "Nicht angelegt"}
    headers = {"authorization": f"Bearer {token}", "api-version": "3.0"}
    assert Client().post(ENTRIES, sent, content_type="application/json", headers=headers).status_code == 400
    headers["api-version"] = "1.0"
    assert Client().post(ENTRIES, sent, content_type="application/json", headers=headers).status_code == 201


def test_pages_have_no_version(world, two):
    assert "API-Version" not in Client().get("/wissen/", headers={"api-version": "7"}).headers


def test_the_document_names_them():
    info = Client().get("/api/v1/schema/", headers={"accept": "application/json"}).json()["info"]
    assert info["version"] == VERSIONS[-1].number
    assert all(version.number in info["description"] for version in VERSIONS)


def test_all_but_the_newest_have_a_day_of_end():
    assert [version.last_day is None for version in VERSIONS] == [False] * (len(VERSIONS) - 1) + [True]
