"""The review through Wagtail's own buttons, and the desk that shows whose turn it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django.utils.text import capfirst

from cms.actions.entries import edit_entry, publish_entry
from cms.actions.reviewing import ask_for_changes, submit_entry
from cms.models import GoodPractice
from cms.queries.desk import own_drafts, waiting_for
from cms.schedules import publish_scheduled
from plugins.api.access import ANONYMOUS
from plugins.api.actors import actor_for
from tests.factories import make_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(author, as_client, entry_data, create_address):
    """Written and submitted by the author, in one step."""
    response = as_client(author).post(create_address(), {**entry_data(), "action-submit": "1"})
    assert response.status_code == 302, response.context["form"].errors
    return GoodPractice.objects.get(slug="kurs-ohne-bus")


def answer(entry, person, as_client, action, comment=""):
    entry.refresh_from_db()
    task = entry.current_workflow_task_state
    address = f"/cms/pages/workflow/action/{entry.pk}/{action}/{task.pk}/"
    return as_client(person).post(address, {"comment": comment})


def test_what_is_submitted_waits_for_editors_and_office(submitted, author, editor, office, member):
    for person in (editor, office):
        assert [(task.entry.title, task.is_review) for task in waiting_for(actor_for(person))] == [
            ("Kurs ohne Bus", True)
        ]
    for actor in (actor_for(author), actor_for(member), ANONYMOUS):
        assert waiting_for(actor) == []


def test_approving_publishes_to_members(submitted, editor, member, as_client):
    assert as_client(member).get(submitted.url).status_code == 404
    answer(submitted, editor, as_client, "approve")
    assert as_client(member).get(submitted.url).status_code == 200
    assert waiting_for(actor_for(editor)) == []


def test_a_wish_for_changes_comes_first_on_the_authors_desk(submitted, author, office, as_client):
    answer(submitted, office, as_client, "reject", "Bitte den Ort ergänzen.")
    (task,) = waiting_for(actor_for(author))
    assert (task.is_review, task.comment, task.person) == (False, "Bitte den Ort ergänzen.", office)
    page = as_client(author).get("/cms/").content.decode()
    assert "Bitte den Ort ergänzen." in page
    assert page.index("waiting-for-you") < page.index("own-drafts")


def test_an_author_does_not_change_what_is_under_review(submitted, author, as_client, entry_data):
    as_client(author).post(f"/cms/pages/{submitted.pk}/edit/", entry_data(summary="Heimlich anders."))
    submitted.refresh_from_db()
    assert submitted.get_latest_revision().content["summary"] == "Ein Kurs kommt ins Dorf."


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_an_author_answers_no_review(action, submitted, author, as_client):
    answer(submitted, author, as_client, action)
    submitted.refresh_from_db()
    assert (submitted.live, submitted.workflow_in_progress) == (False, True)


def test_own_texts_wait_last(cast):
    own, other = (make_entry(by=cast[name], published=False, title=name) for name in ("editor", "author"))
    submit_entry(own, actor=cast["editor"])
    submit_entry(other, actor=cast["author"])
    assert [(task.entry.title, task.is_own) for task in waiting_for(cast["editor"])] == [
        ("author", False),
        ("editor", True),
    ]


def test_drafts_are_ones_own_and_not_what_is_live_as_it_stands(cast):
    make_entry(by=cast["editor"], title="Fertig")
    make_entry(by=cast["editor2"], title="Fremd", published=False)
    newer = make_entry(by=cast["editor"], title="Neuer")
    newer.summary = "Neu."
    edit_entry(newer, actor=cast["editor"])
    make_entry(by=cast["editor"], title="Entwurf", published=False)
    assert [entry.title for entry in own_drafts(cast["editor"])] == ["Entwurf", "Neuer"]
    assert own_drafts(ANONYMOUS) == []


def test_who_is_no_longer_an_author_finds_nothing(submitted, author, cast):
    ask_for_changes(submitted, actor=cast["editor"], comment="Bitte kürzer.")
    author.groups.clear()
    actor = actor_for(type(author).objects.get(pk=author.pk))
    assert (waiting_for(actor), own_drafts(actor)) == ([], [])


def test_a_review_of_something_for_later_publishes_it_later(author, editor, as_client, cast, member):
    entry = make_entry(by=cast["author"], published=False)
    entry.go_live_at = timezone.now() + timedelta(days=1)
    edit_entry(entry, actor=cast["author"])
    submit_entry(entry, actor=cast["author"])
    answer(entry, editor, as_client, "approve")
    assert as_client(member).get(entry.url).status_code == 404
    revision = GoodPractice.objects.get(pk=entry.pk).scheduled_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = None
    revision.save()
    publish_scheduled()
    assert as_client(member).get(entry.url).status_code == 200


def test_a_lock_of_an_editor_keeps_the_author_out(author, editor, as_client, cast, entry_data):
    entry = make_entry(by=cast["author"], published=False)
    as_client(editor).post(f"/cms/pages/{entry.pk}/lock/")
    as_client(author).post(f"/cms/pages/{entry.pk}/edit/", entry_data(summary="Heimlich anders."))
    entry.refresh_from_db()
    assert entry.locked
    assert entry.get_latest_revision().content["summary"] == "Ein Sprachkurs, der ins Dorf kommt."


def test_versions_are_compared_in_words(editor, as_client, cast):
    entry = make_entry(by=cast["editor"])
    entry.summary = "Jetzt ganz anders gesagt."
    entry.contact = "Zimmer 3"
    entry.body = [("text", "<p>Der Kurs kommt nun zweimal.</p>")]
    edit_entry(entry, actor=cast["editor"])
    publish_entry(entry, actor=cast["editor"])
    page = as_client(editor).get(f"/cms/pages/{entry.pk}/revisions/compare/earliest...latest/").content.decode()
    with translation.override("de"):
        labels = [capfirst(GoodPractice._meta.get_field(name).verbose_name) for name in ("summary", "body", "contact")]
    for label in labels:
        assert f"{label}:" in page, label
    assert "zweimal" in page


def test_paragraphs_and_lists_are_compared_line_by_line(editor, as_client, cast):
    entry = make_entry(by=cast["editor"], body="<p>Eins.</p><ul><li>Amt</li><li>Kurs</li></ul>")
    entry.body = [("text", "<p>Eins.</p><ul><li>Amt &amp; Haus</li><li>Kurs</li></ul>")]
    edit_entry(entry, actor=cast["editor"])
    page = as_client(editor).get(f"/cms/pages/{entry.pk}/revisions/compare/earliest...latest/").content.decode()
    assert "Eins.<br>Amt &amp; Haus<br>Kurs" in page


def test_tables_are_compared_as_they_are_read(editor, as_client, cast):
    def table(amount):
        cells = [["Posten", "Euro"], ["Miete", amount]]
        return [("table", {"caption": "Kosten", "table": {"data": cells, "table_header_choice": "row"}})]

    entry = make_entry(by=cast["editor"], body=table("450"))
    entry.body = table("520")
    edit_entry(entry, actor=cast["editor"])
    page = as_client(editor).get(f"/cms/pages/{entry.pk}/revisions/compare/earliest...latest/").content.decode()
    assert "Posten | Euro / Miete | " in page
    assert "450" in page and "520" in page
    assert "table_header_choice" not in page
