"""Topics and counties in the admin."""

from __future__ import annotations

import pytest

from cms.models import County, Topic
from tests.factories import make_county, make_entry, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("table", ["topic", "county"])
@pytest.mark.parametrize(("who", "status"), [("editor", 200), ("office", 200), ("admin", 200), ("member", 403)])
def test_staff_keeps_the_tables(who, status, table, request, as_client):
    browser = as_client(request.getfixturevalue(who))
    assert browser.get(f"/cms/cms/{table}/").status_code == status
    assert browser.get(f"/cms/cms/{table}/create/").status_code == status


def test_lists_need_nothing_of_djangos_own_admin(editor, as_client):
    make_topic("Wohnen", is_open=True)
    page = as_client(editor).get("/cms/cms/topic/").content.decode()
    assert "Wohnen" in page
    assert "admin/img" not in page


def test_a_topic_gets_its_address_from_its_title(editor, as_client):
    browser = as_client(editor)
    assert browser.post("/cms/cms/topic/create/", {"title": "Ärzte für Föhr"}).status_code == 302
    assert browser.post("/cms/cms/topic/create/", {"title": "Ärzte für Föhr!", "is_open": "on"}).status_code == 302
    topics = Topic.objects.order_by("pk").values_list("slug", "is_open")
    assert list(topics) == [("aerzte-fuer-foehr", False), ("aerzte-fuer-foehr-2", True)]


def test_a_topic_keeps_its_address_when_it_is_renamed(editor, as_client):
    topic = make_topic("Wohnen")
    data = {"title": "Wohnen und Leben", "slug": "wohnen", "description": "Neu."}
    assert as_client(editor).post(f"/cms/cms/topic/edit/{topic.pk}/", data).status_code == 302
    topic.refresh_from_db()
    assert (topic.title, topic.slug, topic.description) == ("Wohnen und Leben", "wohnen", "Neu.")


def test_a_topic_twice_is_refused(editor, as_client):
    make_topic("Wohnen")
    response = as_client(editor).post("/cms/cms/topic/create/", {"title": "Wohnen"})
    assert "title" in response.context["form"].errors


def test_a_county_is_added_and_checked(office, as_client):
    browser = as_client(office)
    wrong = browser.post("/cms/cms/county/create/", {"key": "9", "name": "Neu", "kind": "Landkreis"})
    assert list(wrong.context["form"].errors) == ["key"]
    right = browser.post("/cms/cms/county/create/", {"key": "99077", "name": "Neu", "kind": "Landkreis"})
    assert right.status_code == 302
    assert County.objects.get(key="99077").name == "Neu"


def test_a_county_with_entries_stays(office, as_client):
    county = make_county("99001")
    make_entry(county=county)
    response = as_client(office).post(f"/cms/cms/county/delete/{county.pk}/")
    assert response.status_code == 200
    assert County.objects.filter(pk=county.pk).exists()
