"""The hint on readability beside the text: for whoever writes, and never in the way."""

from __future__ import annotations

import pytest
from django.utils import translation

from cms.actions.entries import edit_entry
from cms.models import Entry
from tests.factories import make_entry

pytestmark = pytest.mark.django_db

HARD = "Die Durchführung der Überprüfung & Vereinbarung erfolgt."
ESCAPED = "<q>Die Durchführung der Überprüfung &amp; Vereinbarung erfolgt.</q>"


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


def test_the_form_names_hard_sentences_with_reason_and_advice(editor, as_client):
    entry = make_entry(published=False, summary=HARD)
    page = as_client(editor).get(f"/cms/pages/{entry.pk}/edit/").content.decode()
    assert ESCAPED in page
    assert "Durchführung, Überprüfung, Vereinbarung" in page
    assert f"/cms/entries/{entry.pk}/readability/" in page


def test_the_form_of_a_new_entry_has_no_hint_yet(editor, as_client, create_address):
    assert "data-readability" not in as_client(editor).get(create_address()).content.decode()


def test_hard_sentences_keep_nobody_from_publishing(editor, as_client, entry_data, create_address):
    data = entry_data(summary=HARD)
    data["action-publish"] = "1"
    as_client(editor).post(create_address(), data)
    assert Entry.objects.get().live


def test_the_hint_follows_the_newest_version(author, cast, as_client):
    entry = make_entry(by=cast["author"], published=False)
    address = f"/cms/entries/{entry.pk}/readability/"
    assert ESCAPED not in as_client(author).get(address).content.decode()
    entry.summary = HARD
    edit_entry(entry, actor=cast["author"])
    answer = as_client(author).get(address)
    assert ESCAPED in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(("who", "status"), [("author", 200), ("office", 200), ("member", 403), ("guest", 403)])
def test_hints_on_drafts_are_for_those_who_come_here(who, status, request, as_client):
    entry = make_entry(published=False, summary=HARD)
    browser = as_client(request.getfixturevalue(who))
    assert browser.get(f"/cms/entries/{entry.pk}/readability/").status_code == status
    if status == 200:
        assert browser.get("/cms/entries/987654/readability/").status_code == 404
        assert browser.post(f"/cms/entries/{entry.pk}/readability/").status_code == 405
