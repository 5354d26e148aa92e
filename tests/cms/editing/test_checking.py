"""The questions before a release, as they are asked in the admin."""

from __future__ import annotations

import pytest

from cms.models import Release
from tests.factories import CHECKED, make_entry

pytestmark = pytest.mark.django_db
ANSWERS = {code: said["answer"] for code, said in CHECKED.items()}


@pytest.fixture
def asked(editor, editor2, as_client):
    """An entry of the first editor, and what happens when the second one sends these answers."""
    entry = make_entry(by=editor)

    def send(**answers):
        path = f"/cms/entries/{entry.pk}/release/"
        return as_client(editor2).post(path, {"revision": entry.live_revision_id, **answers})

    return entry, send


def test_no_answer_is_filled_in_beforehand(asked, editor2, as_client):
    entry, _send = asked
    page = as_client(editor2).get(f"/cms/entries/{entry.pk}/release/").content.decode()
    assert page.count('type="radio"') == 12
    assert "checked" not in page.split('id="release-questions"')[1].split("</form>")[0]


@pytest.mark.parametrize("missing", CHECKED)
def test_a_missing_answer_is_named_and_the_others_stay(missing, asked):
    _entry, send = asked
    page = send(**{**ANSWERS, missing: "", "county_note": "Zugestimmt am Telefon"})
    assert page.status_code == 200
    assert list(page.context["form"].errors) == [missing]
    assert "Zugestimmt am Telefon" in page.content.decode()
    assert page.content.decode().count("checked") >= 3
    assert not Release.objects.exists()


def test_an_answer_that_stands_in_the_way_is_explained_beside_its_question(asked):
    _entry, send = asked
    page = send(**{**ANSWERS, "county": "not_yet"})
    assert list(page.context["form"].errors) == ["county"]
    assert not Release.objects.exists()


def test_the_answers_stand_beside_the_release_and_in_the_log(asked, editor, editor2, as_client):
    entry, send = asked
    assert send(**ANSWERS, sources_note="Liste im Anhang").status_code == 302
    edit = as_client(editor).get(f"/cms/pages/{entry.pk}/edit/").content.decode()
    assert "Liste im Anhang" in edit
    assert str(editor2) in edit
    history = as_client(editor).get(f"/cms/pages/{entry.pk}/history/").content.decode()
    assert "Liste im Anhang" in history


def test_a_visitor_reads_nothing_of_the_answers(asked, as_client):
    entry, send = asked
    send(**ANSWERS, sources_note="Nur intern")
    page = as_client(None).get(entry.url)
    assert page.status_code == 200
    assert "Nur intern" not in page.content.decode()
