"""Authors write and read; what readers get is decided by others. Asked of Wagtail's own forms and addresses."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from cms.actions.entries import edit_entry, publish_entry
from cms.models import County, GoodPractice, HomePage, Release, Topic
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from tests.factories import CHECKED, make_entry, make_picture, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(author, as_client, entry_data, create_address):
    """Written by the author through the form."""
    response = as_client(author).post(create_address(), entry_data())
    assert response.status_code == 302, response.context["form"].errors
    return GoodPractice.objects.get(slug="kurs-ohne-bus")


def test_an_author_writes_and_changes_a_draft(draft, author, as_client, entry_data):
    assert (draft.live, draft.owner) == (False, author)
    browser = as_client(author)
    assert browser.get(f"/cms/pages/{draft.pk}/edit/").status_code == 200
    assert browser.post(f"/cms/pages/{draft.pk}/edit/", entry_data(summary="Neu gesagt.")).status_code == 302
    draft.refresh_from_db()
    assert draft.get_latest_revision().content["summary"] == "Neu gesagt."


def test_whatever_button_is_sent_an_author_publishes_nothing(draft, author, as_client, entry_data, create_address):
    browser = as_client(author)
    browser.post(f"/cms/pages/{draft.pk}/edit/", {**entry_data(), "action-publish": "1"})
    browser.post(create_address(), {**entry_data(slug="zweiter"), "action-publish": "1"})
    assert not Page.objects.filter(slug__in=["kurs-ohne-bus", "zweiter"], live=True).exists()


def test_an_author_reads_every_entry_and_changes_none_of_others(author, as_client):
    entry = make_entry(title="Von der Redaktion")
    browser = as_client(author)
    assert browser.get(entry.url).status_code == 200
    assert "Von der Redaktion" in browser.get("/cms/pages/", follow=True).content.decode()
    for address in ("edit", "delete", "unpublish", "copy"):
        assert browser.get(f"/cms/pages/{entry.pk}/{address}/").status_code == 302, address
    with pytest.raises(Refused, match=r"\w+ \w+"):
        edit_entry(entry, actor=actor_for(author))


def test_an_author_deletes_a_draft_and_nothing_that_members_read(draft, author, as_client):
    browser = as_client(author)
    publish_entry(draft, actor=SYSTEM)
    for address in ("delete", "unpublish"):
        browser.post(f"/cms/pages/{draft.pk}/{address}/")
    assert GoodPractice.objects.get(pk=draft.pk).live
    other = make_entry(by=author, title="Verworfen", published=False)
    assert browser.post(f"/cms/pages/{other.pk}/delete/").status_code == 302
    assert not GoodPractice.objects.filter(pk=other.pk).exists()


def test_an_author_releases_and_withdraws_nothing(author, as_client):
    waiting, public = make_entry(title="Wartet"), make_entry(title="Offen", released=True)
    browser = as_client(author)
    answers = {code: said["answer"] for code, said in CHECKED.items()}
    browser.post(f"/cms/entries/{waiting.pk}/release/", {"revision": waiting.live_revision_id, **answers})
    browser.post(f"/cms/entries/{public.pk}/withdraw/")
    assert list(Release.objects.values_list("entry_id", "withdrawn_at")) == [(public.pk, None)]


def test_an_author_is_not_offered_what_is_not_theirs(author, as_client):
    entry = publish_entry(make_entry(by=author, published=False), actor=SYSTEM)
    page = as_client(author).get(f"/cms/pages/{entry.pk}/edit/").content.decode()
    assert f"/cms/entries/{entry.pk}/release/" not in page
    assert "action-publish" not in page


def test_topics_counties_and_pages_are_closed_to_authors(author, as_client):
    topic, home = make_topic(), HomePage.objects.get()
    browser = as_client(author)
    for table, thing in (("topic", topic), ("county", County.objects.first())):
        for address in ("", "create/", f"edit/{thing.pk}/", f"delete/{thing.pk}/"):
            assert browser.get(f"/cms/cms/{table}/{address}").status_code in (302, 403), (table, address)
    assert browser.get(f"/cms/pages/{home.pk}/edit/").status_code == 302
    assert Topic.objects.filter(pk=topic.pk).exists()


def test_an_author_uploads_but_does_not_change_what_others_uploaded(author, as_client):
    picture = make_picture()
    browser = as_client(author)
    assert browser.get("/cms/images/add/").status_code == 200
    assert browser.get(f"/cms/images/{picture.pk}/").status_code == 302
    assert browser.get(f"/cms/images/{picture.pk}/delete/").status_code == 302


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
def test_several_at_once_open_nothing_more(action, draft, author, as_client):
    live = publish_entry(make_entry(by=author, title="Live", published=False), actor=SYSTEM)
    chosen = live if action != "publish" else draft
    as_client(author).post(f"/cms/bulk/wagtailcore/page/{action}/?id={chosen.pk}&next=/cms/")
    assert (Page.objects.get(pk=live.pk).live, Page.objects.get(pk=draft.pk).live) == (True, False)
