"""Privacy notice, imprint and the like: every version that was valid stays readable, and nothing else does."""

from __future__ import annotations

import importlib
import re

import pytest
from django.apps import apps

from cms.models import HomePage, PageVersion, StandardPage
from tests.factories import text

pytestmark = pytest.mark.django_db

migration = importlib.import_module("cms.migrations.0002_page_versions")


@pytest.fixture
def rules(forum):
    """A page with two versions."""
    page = StandardPage(title="Regeln", slug="regeln", introduction="Alt.", body=text("<p>Die alte Regel.</p>"))
    HomePage.objects.get().add_child(instance=page)
    return publish(page, "<p>Die neue Regel.</p>")


def publish(page, html, **fields):
    draft(page, html, **fields).publish()
    return StandardPage.objects.get(pk=page.pk)


def draft(page, html, **fields):
    page.body = text(html)
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision()


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_foot_says_which_version_is_valid_and_leads_to_the_others(as_client, rules):
    page = read(as_client(), "/regeln/")
    assert "Die neue Regel." in page and "Die alte Regel." not in page
    assert re.search(r"Version 2, ", page)
    assert re.findall(r'href="/regeln/\?version=(\d)"', page) == ["1"]
    assert "noindex" not in page


def test_an_earlier_version_reads_as_it_did(as_client, rules):
    publish(rules, "<p>Die neueste Regel.</p>", title="Neue Regeln", introduction="Neu.")
    page = read(as_client(), "/regeln/?version=1")
    assert "Die alte Regel." in page and "Alt." in page and "<h1" in page
    assert '<h1 class="page-title">Regeln</h1>' in page
    assert "Die neue Regel." not in page and "Die neueste Regel." not in page and "Neu." not in page
    assert 'content="noindex"' in page and 'href="/regeln/"' in page
    assert "gültig seit" not in page and "valid since" not in page
    assert "Die neue Regel." in read(as_client(), "/regeln/?version=2")
    assert read(as_client(), "/regeln/?version=3").count("Die neueste Regel.") == 1


@pytest.mark.parametrize("wanted", ["0", "3", "01", "-1", "zwei", "1e0", "²", "9" * 30])
def test_a_version_that_never_was_is_not_there(as_client, rules, wanted):
    assert as_client().get("/regeln/", {"version": wanted}).status_code == 404


def test_a_draft_is_no_version(as_client, rules, editor):
    draft(rules, "<p>Nur ein Entwurf.</p>", title="Entwurf")
    for client in (as_client(), as_client(editor)):
        assert client.get("/regeln/?version=3").status_code == 404
        assert "Entwurf" not in read(client, "/regeln/")
    assert PageVersion.objects.filter(page=rules).count() == 2


def test_publishing_the_same_again_is_no_new_version(rules):
    rules.save_revision().publish()
    assert PageVersion.objects.filter(page=rules).count() == 2


def test_a_version_outlives_the_revision_it_came_from(as_client, rules):
    publish(rules, "<p>Die neueste Regel.</p>")
    rules.revisions.all().delete()
    assert "Die neue Regel." in read(as_client(), "/regeln/?version=2")


def test_a_page_that_is_not_live_shows_none_of_its_versions(as_client, rules, editor):
    rules.unpublish()
    missing = as_client().get("/gibt-es-nicht/?version=1")
    hidden = as_client().get("/regeln/?version=1")
    assert (hidden.status_code, hidden.content) == (404, missing.content)
    assert as_client(editor).get("/regeln/?version=1").status_code == 404


def test_the_pages_of_a_new_forum_begin_with_version_1(as_client, forum):
    assert re.search(r"Version 1, ", read(as_client(), "/datenschutz/"))
    assert "?version=" not in read(as_client(), "/datenschutz/")


def test_what_was_there_before_becomes_version_1(rules):
    PageVersion.objects.all().delete()
    migration.keep_what_is_there(apps, None)
    kept = PageVersion.objects.get(page=rules)
    assert (kept.number, kept.content["body"][0]["value"]) == (1, "<p>Die neue Regel.</p>")
    rules.save_revision().publish()
    assert PageVersion.objects.filter(page=rules).count() == 1


def test_an_editor_sees_a_draft_in_the_preview(rules):
    rules.body = text("<p>Nur ein Entwurf.</p>")
    answer = rules.make_preview_request()
    assert "Nur ein Entwurf." in answer.render().content.decode()
