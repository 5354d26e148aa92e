"""An editor writes and publishes, another one releases: through Wagtail's own forms, in clients like browsers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from cms.models import KINDS, GoodPractice, Projection, Release
from tests.factories import CHECKED

pytestmark = pytest.mark.django_db


def text_for(person, as_client, path="/wissen/kurs-ohne-bus/"):
    response = as_client(person).get(path)
    return response.content.decode() if response.status_code == 200 else response.status_code


def release_data(entry):
    entry.refresh_from_db()
    answers = {code: said["answer"] for code, said in CHECKED.items()}
    return {"revision": entry.live_revision_id, **answers}


@pytest.fixture
def published(editor, as_client, entry_data, create_address):
    response = as_client(editor).post(create_address(), {**entry_data(), "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    return GoodPractice.objects.get(slug="kurs-ohne-bus")


def test_a_draft_is_for_editors_only(editor, member, as_client, entry_data, create_address):
    response = as_client(editor).post(create_address(), entry_data())
    assert response.status_code == 302, response.context["form"].errors
    entry = GoodPractice.objects.get(slug="kurs-ohne-bus")
    assert not entry.live
    assert text_for(member, as_client) == 404


def test_what_is_published_members_read_and_visitors_do_not(published, editor, member, as_client):
    assert "Der Kurs kommt ins Dorf." in text_for(member, as_client)
    assert text_for(None, as_client) == 404
    assert (published.owner, published.live_revision.user) == (editor, editor)


def test_nobody_releases_what_they_wrote(published, editor, as_client):
    path = f"/cms/entries/{published.pk}/release/"
    page = as_client(editor).get(path)
    with translation.override("en"):
        reason = str(page.context["state"].may_release.reason)
    assert reason == "You last changed what would become public. Somebody else has to release it."
    assert f'action="{path}"' not in page.content.decode()
    as_client(editor).post(path, release_data(published))
    assert not Release.objects.exists()


@pytest.mark.parametrize("who", ["editor2", "office", "admin"])
def test_somebody_else_releases_the_summary(who, published, request, as_client):
    other = as_client(request.getfixturevalue(who))
    path = f"/cms/entries/{published.pk}/release/"
    page = other.get(path)
    assert page.status_code == 200
    seen = other.get(f"{path}page/").content.decode()
    assert '<article class="entry' in seen
    assert "Ein Kurs kommt ins Dorf." in seen
    assert "/konto/abmelden/" not in seen
    assert "Der Kurs kommt ins Dorf." not in seen
    response = other.post(path, release_data(published))
    assert response.url == f"/cms/pages/{published.pk}/edit/"
    public = text_for(None, as_client)
    assert "Ein Kurs kommt ins Dorf." in public
    assert "Der Kurs kommt ins Dorf." not in public


def test_what_was_not_seen_is_not_released(published, editor, editor2, as_client, entry_data):
    seen = release_data(published)
    changed = {**entry_data(summary="Heimlich anders."), "action-publish": "1"}
    assert as_client(editor).post(f"/cms/pages/{published.pk}/edit/", changed).status_code == 302
    path = f"/cms/entries/{published.pk}/release/"
    assert as_client(editor2).post(path, seen).status_code == 200
    assert as_client(editor2).post(path, {}).status_code == 200
    assert not Release.objects.exists()


def test_withdrawing_closes_it_for_visitors_only(published, editor, editor2, member, as_client):
    as_client(editor2).post(f"/cms/entries/{published.pk}/release/", release_data(published))
    path = f"/cms/entries/{published.pk}/withdraw/"
    assert as_client(editor).get(path).status_code == 200
    assert as_client(editor).post(path).status_code == 302
    assert text_for(None, as_client) == 404
    assert "Der Kurs kommt ins Dorf." in text_for(member, as_client)
    again = as_client(editor).get(path)
    assert not again.context["state"].may_withdraw


def test_a_whole_text_is_public_only_by_release(editor, editor2, as_client, entry_data, create_address):
    data = {**entry_data(confidentiality="public"), "action-publish": "1"}
    as_client(editor).post(create_address(), data)
    entry = GoodPractice.objects.get(slug="kurs-ohne-bus")
    assert text_for(None, as_client) == 404
    as_client(editor2).post(f"/cms/entries/{entry.pk}/release/", release_data(entry))
    assert "Der Kurs kommt ins Dorf." in text_for(None, as_client)
    assert [row.layer for row in Projection.objects.filter(entry=entry)] == ["public"]


def test_a_decision_needs_a_token_against_forgery_and_a_post(published, editor2, as_client):
    browser = as_client(editor2, lambda: Client(enforce_csrf_checks=True))
    path = f"/cms/entries/{published.pk}/release/"
    assert browser.post(path, release_data(published)).status_code == 403
    assert browser.get(path, release_data(published)).status_code == 200
    assert browser.post(f"{path}page/").status_code in (403, 405)
    assert not Release.objects.exists()


@pytest.mark.parametrize("part", ["", "release/", "release/page/", "withdraw/"])
@pytest.mark.parametrize(("who", "status"), [("visitor", 302), ("member", 403), ("guest", 403), ("applicant", 403)])
def test_others_do_not_come_in(who, status, part, published, request, as_client):
    path = f"/cms/entries/{published.pk}/{part}" if part else "/cms/"
    assert as_client(request.getfixturevalue(who)).get(path).status_code == status


def test_what_does_not_exist_is_not_found(editor, as_client):
    for part in ("release/", "release/page/", "withdraw/"):
        assert as_client(editor).get(f"/cms/entries/999999/{part}").status_code == 404


def test_all_kinds_can_be_written(editor, as_client, entry_data, create_address):
    for kind, model in KINDS.items():
        data = {**entry_data(kind=kind, slug=f"neu-{kind}"), "action-publish": "1"}
        assert as_client(editor).post(create_address(model._meta.model_name), data).status_code == 302


def test_the_form_keeps_what_was_typed_when_something_is_wrong(editor, as_client, entry_data, create_address):
    response = as_client(editor).post(create_address(), {**entry_data(summary="x" * 2000), "action-publish": "1"})
    assert response.status_code == 200
    assert "summary" in response.context["form"].errors
    assert "Der Kurs kommt ins Dorf." in response.content.decode()


def test_a_copy_is_a_text_of_its_own(published, editor, as_client):
    published.external_key = "quelle:1"
    published.save()
    form = as_client(editor).get(f"/cms/pages/{published.pk}/copy/").context["form"]
    assert sorted(form.fields) == ["new_parent_page", "new_slug", "new_title"]
    data = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": published.get_parent().pk}
    data |= {"alias": "on", "publish_copies": "on"}
    assert as_client(editor).post(f"/cms/pages/{published.pk}/copy/", data).status_code == 302
    copy = GoodPractice.objects.get(slug="kopie")
    assert (copy.live, copy.alias_of, copy.external_key) == (False, None, None)
    assert not Projection.objects.filter(entry=copy).exists()
