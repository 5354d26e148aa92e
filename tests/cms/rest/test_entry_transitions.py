"""Programs submit, review, publish, release and withdraw, by the rules that hold in the admin."""

from __future__ import annotations

from tests.cms.rest.test_errors import problem
from tests.cms.rest.writing import CHECKED, TEXT, WHOLE, Program
from tests.factories import make_entry


def test_from_an_authors_draft_to_what_everybody_reads(author, editor, office, api, member):
    writer, publisher, second = Program(author), Program(editor), Program(office)
    number = writer.write(summary="Kurz.", sections=WHOLE).json()["id"]
    submitted = writer.move(number, "submitted")
    assert submitted.json()["state"]["review"] == "waiting"
    assert writer.move(number, "published").status_code == 403

    asked = publisher.move(number, "changes_asked", comment="Bitte Zahlen.")
    assert asked.json()["state"]["review"] == "changes_asked"
    tag = writer.read(number)["ETag"]
    assert writer.change(number, tag, costs="5 Euro").status_code == 200
    writer.move(number, "submitted")
    approved = publisher.move(number, "approved")
    assert approved.json()["state"] | {"saved_at": None} == {
        "live": True, "unpublished_changes": False, "review": None, "released": False, "saved_at": None,
    }  # fmt: skip
    assert api(member).json(f"entries/{number}/")["facts"]["costs"] == "5 Euro"
    assert api().get(f"/api/v1/entries/{number}/").status_code == 404

    assert second.move(number, "released", checklist=CHECKED).json()["state"]["released"]
    assert api().json(f"entries/{number}/")["summary"] == "Kurz."
    assert second.move(number, "withdrawn").status_code == 200
    assert api().get(f"/api/v1/entries/{number}/").status_code == 404
    assert second.move(number, "unpublished").status_code == 200
    assert api(member).get(f"/api/v1/entries/{number}/").status_code == 404


def test_while_others_review_it_its_author_changes_nothing(author):
    writer = Program(author)
    made = writer.write(sections=WHOLE).json()
    writer.move(made["id"], "submitted")
    refused = writer.change(made["id"], "*", title="Doch noch")
    assert refused.status_code == 403
    assert writer.read(made["id"]).json()["title"] == made["title"]
    assert writer.move(made["id"], "submitted").status_code == 403


def test_a_text_that_lacks_something_is_neither_published_nor_submitted(editor):
    program = Program(editor)
    number = program.write(sections={"approach": TEXT}).json()["id"]
    for to in ("published", "submitted"):
        refused = program.move(number, to)
        assert refused.status_code == 400
        assert set(problem(refused)["errors"]) == {"initial_situation", "results"}
    said = program.api.json(f"entries/{number}/transitions/")["to"]["published"]
    assert "fehlt" in said or "missing" in said

    quote = [{"type": "quote", "value": {"text": "Es geht.", "consent": False}}]
    program.change(number, "*", body=quote)
    assert list(problem(program.move(number, "published"))["errors"]) == ["body.0.consent"]


def test_nobody_decides_about_what_they_have_not_read(editor, office):
    program = Program(editor)
    made = program.write(sections=WHOLE)
    number = made.json()["id"]
    assert program.move(number, "published", tag=None).status_code == 428
    Program(office).change(number, made["ETag"], title="Ganz anders")
    assert program.move(number, "published", tag=made["ETag"]).status_code == 412
    assert not program.read(number).json()["state"]["live"]


def test_whoever_wrote_it_does_not_release_it(editor):
    entry = make_entry(by=editor)
    refused = Program(editor).move(entry.pk, "released", checklist=CHECKED)
    assert refused.status_code == 403
    assert "released" not in refused.json()


def test_releasing_needs_the_four_answers(editor, office):
    entry = make_entry(by=editor)
    program = Program(office)
    assert program.move(entry.pk, "released").status_code == 403
    assert program.move(entry.pk, "released", checklist={"parties": "no"}).status_code == 400
    open_question = {**CHECKED, "county": {"answer": "not_yet"}}
    assert program.move(entry.pk, "released", checklist=open_question).status_code == 403
    assert program.move(entry.pk, "released", checklist=CHECKED).status_code == 200


def test_where_an_entry_can_go_is_told_with_the_reasons_against_it(author):
    program = Program(author)
    number = program.write(sections=WHOLE).json()["id"]
    told = program.api.json(f"entries/{number}/transitions/")
    assert told["state"]["live"] is False
    assert told["to"]["submitted"] is True
    assert isinstance(told["to"]["published"], str)


def test_changes_are_asked_for_with_words(author, editor):
    number = Program(author).write(sections=WHOLE).json()["id"]
    Program(author).move(number, "submitted")
    assert list(problem(Program(editor).move(number, "changes_asked"))["errors"]) == ["comment"]


def test_members_do_not_learn_how_far_an_entry_is(member, guest):
    entry = make_entry()
    for reader in (member, guest):
        answer = Program(reader).api.get(f"/api/v1/entries/{entry.pk}/transitions/")
        assert answer.status_code in (403, 404)
        assert b"review" not in answer.content


def test_an_unknown_way_is_refused(editor):
    entry = make_entry(by=editor)
    assert list(problem(Program(editor).move(entry.pk, "nowhere"))["errors"]) == ["to"]
