"""What stands in the texts of layers changes with its source, after the commit."""

from __future__ import annotations

import json

import pytest
from django.core.files.base import ContentFile

from cms.consistency import differences
from cms.models import Entry
from plugins.api import generation
from plugins.api.models import Delivery
from plugins.api.outbox import dispatch_pending
from tests.factories import make_county, make_entry, make_file, make_picture, make_topic


@pytest.fixture(autouse=True)
def _heard(forum):
    yield
    dispatch_pending()
    assert (list(differences()), Delivery.objects.count()) == ([], 0)


def detail(entry, layer="members") -> dict:
    return json.loads(entry.projections.get(layer=layer).text.detail_json)


def test_a_renamed_topic(forum):
    topic = make_topic("Wonen")
    entry = make_entry(topics=[topic], released=True)
    topic.title, topic.slug = "Wohnen", "wohnen"
    topic.save()
    dispatch_pending()
    assert [detail(entry, layer)["topics"] for layer in ("members", "public")] == [
        [{"slug": "wohnen", "title": "Wohnen"}],
    ] * 2
    assert "Wonen" not in entry.projections.get(layer="public").text.page_html


def test_a_removed_topic(forum):
    topic = make_topic("Überholt")
    entry = make_entry(topics=[topic], released=True)
    topic.delete()
    dispatch_pending()
    assert [detail(entry, layer)["topics"] for layer in ("members", "public")] == [[], []]


def test_a_renamed_county(forum):
    entry = make_entry(county="99001", released=True)
    county = make_county("99001")
    county.name = "Auental-Süd"
    county.save()
    dispatch_pending()
    assert detail(entry, "public")["county"] == {"key": "99001", "name": "Auental-Süd"}


def test_a_replaced_file(forum):
    file = make_file("Muster", content=b"kurz")
    entry = make_entry(body=[("download", {"file": file, "title": ""})])
    file.title = "Neues Muster"
    file.file = ContentFile(b"laenger als vorher", name="neu.txt")
    file.save()
    dispatch_pending()
    assert [(item["title"], item["size"]) for item in detail(entry)["files"]] == [("Neues Muster", 18)]


def test_a_removed_file_and_a_removed_picture(forum):
    file, picture = make_file(), make_picture()
    entry = make_entry(body=[("download", {"file": file, "title": ""}), ("picture", {"image": picture, "alt": "Dorf"})])
    file.delete()
    picture.delete()
    dispatch_pending()
    assert (detail(entry)["files"], detail(entry)["images"]) == ([], [])


def test_a_person_who_answered_for_an_entry_is_renamed_or_gone(member):
    entry = make_entry(responsible=member)
    member.last_name = "Neumann"
    member.save()
    dispatch_pending()
    assert "Neumann" in entry.projections.get().text.page_html


@pytest.mark.parametrize("change", ["topic", "county", "picture", "file"])
def test_what_visitors_keep_is_dropped(change, forum):
    things = {"topic": make_topic(), "county": make_county(), "picture": make_picture(), "file": make_file()}
    body = [("picture", {"image": things["picture"], "alt": "x"}), ("download", {"file": things["file"], "title": ""})]
    make_entry(body=body, topics=[things["topic"]], county=things["county"], confidentiality="public", released=True)
    number = generation.current()
    thing = things[change]
    setattr(thing, "name" if change == "county" else "title", "Neu")
    thing.save()
    dispatch_pending()
    if change != "picture":  # its title stands nowhere; what it shows is said where it stands
        assert generation.current() != number


def test_an_entry_that_leaves_the_forum(forum):
    entry = make_entry()
    Entry.objects.get(pk=entry.pk).delete()
    facts = list(Delivery.objects.values_list("fact", "payload"))
    assert ("LayersChanged", {"entry_id": entry.pk}) in facts
