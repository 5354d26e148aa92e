"""Nothing becomes public before four questions are answered; the answers are kept with the name of who gave them."""

from __future__ import annotations

import pytest

from cms.actions.entries import release_entry
from cms.checklist import QUESTIONS, in_words
from plugins.api.access import SYSTEM
from plugins.api.errors import Refused
from tests.factories import CHECKED, make_entry

OBSTACLES = [(question.code, answer.code) for question in QUESTIONS for answer in question.answers if answer.obstacle]


def answering(**answers):
    return {**CHECKED, **{code: {"answer": answer, "note": ""} for code, answer in answers.items()}}


def test_a_person_releases_nothing_without_answers(cast):
    entry = make_entry(by=cast["editor"])
    for checklist in (None, {}, {"parties": {"answer": "no"}}):
        with pytest.raises(Refused, match=r"\?"):
            release_entry(entry, actor=cast["editor2"], checklist=checklist)
    assert not entry.releases.exists()


@pytest.mark.parametrize("code", CHECKED)
@pytest.mark.parametrize("answer", ["", "vielleicht"])
def test_every_single_question_has_to_be_answered(code, answer, cast):
    entry = make_entry(by=cast["editor"])
    with pytest.raises(Refused):
        release_entry(entry, actor=cast["editor2"], checklist=answering(**{code: answer}))
    assert not entry.releases.exists()


@pytest.mark.parametrize(("code", "answer"), OBSTACLES)
def test_an_answer_that_stands_in_the_way_says_what_to_do(code, answer, cast):
    entry = make_entry(by=cast["editor"])
    with pytest.raises(Refused, match=r"\w+ \w+ \w+"):
        release_entry(entry, actor=cast["editor2"], checklist=answering(**{code: answer}))
    assert not entry.releases.exists()


def test_every_question_has_an_answer_that_stands_in_the_way():
    assert [code for code, _answer in OBSTACLES] == [question.code for question in QUESTIONS]


def test_answers_and_notes_are_kept_with_the_release(cast):
    entry = make_entry(by=cast["editor"])
    noted = {**CHECKED, "county": {"answer": "yes", "note": " Frau Wiesner, per Telefon "}}
    release = release_entry(entry, actor=cast["editor2"], checklist=noted)
    release.refresh_from_db()
    assert release.checklist == {**CHECKED, "county": {"answer": "yes", "note": "Frau Wiesner, per Telefon"}}
    assert release.released_by == cast["editor2"].user
    assert [line.note for line in in_words(release.checklist)] == ["", "", "Frau Wiesner, per Telefon", ""]


def test_an_import_answers_nothing(forum):
    release = release_entry(make_entry(by=SYSTEM), actor=SYSTEM)
    assert (release.checklist, in_words(release.checklist)) == ({}, [])


def test_what_else_is_sent_is_not_kept(cast):
    entry = make_entry(by=cast["editor"])
    release = release_entry(entry, actor=cast["editor2"], checklist={**CHECKED, "more": {"answer": "x"}})
    assert set(release.checklist) == set(CHECKED)
