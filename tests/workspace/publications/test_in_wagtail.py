"""The check in Wagtail's admin: what editors and office see there, and what its own buttons do and refuse."""

from __future__ import annotations

import json
import re

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.models import Recommendation
from tests.factories import step

pytestmark = pytest.mark.django_db
AJAX = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def page(publication):
    return Recommendation.objects.get(pk=publication.entry_id)


def action_address(page, action):
    page = Recommendation.objects.get(pk=page.pk)
    return f"/cms/pages/workflow/action/{page.pk}/{action}/{page.current_workflow_task_state.pk}/"


def form_of(page, text, **fields):
    return nested_form_data(
        {
            **{name: streamfield([]) for name in page.sections},
            "title": page.title,
            "slug": page.slug,
            "summary": "",
            "confidentiality": "members",
            "quotability": "yes",
            "body": streamfield([("text", rich_text(text))]),
            "comments": inline_formset([]),
            "tags": "",
            **fields,
        }
    )


def sign(client, page, **fields):
    """As the modal is sent, with the text that it was opened for."""
    modal = json.loads(client.get(action_address(page, "sign"), headers=AJAX).content)["html"]
    seen = re.search(r'name="seen" value="(\w+)"', modal)[1]
    boxes = {"neutral": "on", "confidential": "on", "seen": seen, **fields}
    return client.post(action_address(page, "sign"), boxes, headers=AJAX)


def test_it_waits_on_the_desk_of_editors_and_office(page, editor, office, as_client):
    for person in (editor, office):
        assert page.title in as_client(person).get("/cms/").content.decode()


def test_the_editor_finds_what_to_do_and_no_button_to_publish(page, editor, as_client):
    html = as_client(editor).get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "This is the adopted text" in html or "Das ist der beschlossene Text" in html
    assert f"/cms/publications/{page.draft_publications.get().pk}/changes/" in html
    assert 'data-workflow-action-name="finish_language"' in html
    assert 'data-workflow-action-name="send_back"' in html
    assert 'data-workflow-action-name="sign"' not in html
    assert 'name="action-publish"' not in html
    assert 'name="action-cancel-workflow"' not in html


def test_from_the_language_edit_to_the_page_of_members_through_wagtails_own_actions(
    page, publication, editor, office, member, as_client
):
    editing, releasing = as_client(editor), as_client(office)
    assert editing.post(action_address(page, "finish_language")).status_code == 302
    assert json.loads(sign(editing, page).content)["step"] == "success"
    assert as_client(member).get(page.url).status_code == 404
    html = releasing.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert str(editor) in html and 'data-workflow-action-name="sign"' in html
    assert json.loads(sign(releasing, page).content)["step"] == "success"
    assert as_client(member).get(page.url).status_code == 200


def test_both_boxes_are_ticked_or_nothing_is_signed(page, publication, editor, office, as_client):
    step(publication, "finish_language", by=editor)
    answer = json.loads(sign(as_client(office), page, confidential="").content)
    assert answer["step"] == "action"
    assert not publication.checks.exists()


def test_the_plain_button_to_publish_keeps_a_draft_and_says_why(page, editor, as_client):
    client = as_client(editor)
    sent = form_of(page, "<p>Anders.</p>", **{"action-publish": "1"})
    answer = client.post(f"/cms/pages/{page.pk}/edit/", sent, follow=True)
    page.refresh_from_db()
    assert not page.live
    assert "Anders." in str(page.get_latest_revision_as_object().body)
    (message,) = [str(one) for one in answer.context["messages"]] if answer.context else [""]
    assert message


def test_many_at_once_are_not_published_either(page, editor, as_client):
    address = f"/cms/bulk/cms/recommendation/publish/?id={page.pk}"
    pages = f"/cms/bulk/wagtailcore/page/publish/?id={page.pk}"
    for one in (address, pages):
        as_client(editor).post(one, {"include_descendants": ""})
    page.refresh_from_db()
    assert not page.live


def test_a_reason_is_asked_for_before_it_goes_back(page, publication, editor, as_client):
    client = as_client(editor)
    empty = json.loads(client.post(action_address(page, "send_back"), {"reason": ""}, headers=AJAX).content)
    assert empty["step"] == "action"
    said = {"reason": "Punkt zwei widerspricht Punkt eins."}
    assert json.loads(client.post(action_address(page, "send_back"), said, headers=AJAX).content)["step"] == "success"
    publication.refresh_from_db()
    assert (publication.state, publication.end_reason) == ("sent_back", "Punkt zwei widerspricht Punkt eins.")
    html = client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
    assert "Punkt zwei widerspricht Punkt eins." in html and 'name="action-publish"' not in html


def test_the_comparison_shows_what_the_editor_changed(page, publication, editor, as_client):
    address = f"/cms/publications/{publication.pk}/changes/"
    client = as_client(editor)
    assert "<ins>" not in client.get(address).content.decode()
    client.post(f"/cms/pages/{page.pk}/edit/", form_of(page, "<p>Ganz neue Worte.</p>"))
    html = client.get(address).content.decode()
    assert "Ganz neue Worte." in html and "<ins>" in html and "<del>" in html


def test_the_changes_of_editors_are_kept_in_the_history_of_the_page(page, editor, as_client):
    client = as_client(editor)
    client.post(f"/cms/pages/{page.pk}/edit/", form_of(page, "<p>Einfacher gesagt.</p>"))
    assert str(editor) in client.get(f"/cms/pages/{page.pk}/history/").content.decode()
    assert page.revisions.count() == 2


def test_authors_and_members_take_no_step(page, publication, author, member, as_client):
    for person in (author, member):
        as_client(person).post(action_address(page, "finish_language"))
        as_client(person).get(f"/cms/publications/{publication.pk}/changes/")
    assert as_client(member).get(f"/cms/publications/{publication.pk}/changes/").status_code == 403
    assert type(page.current_workflow_task).__name__ == "LanguageEdit"


def test_a_page_is_not_deleted_while_its_text_is_checked(page, editor, as_client):
    as_client(editor).post(f"/cms/pages/{page.pk}/delete/")
    as_client(editor).post(f"/cms/bulk/wagtailcore/page/delete/?id={page.pk}")
    assert Recommendation.objects.filter(pk=page.pk).exists()
