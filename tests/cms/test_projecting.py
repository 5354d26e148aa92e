"""However Wagtail changes an entry, the stored layers say what its live row gives, in the same transaction."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms import projecting
from cms.actions.entries import edit_entry, publish_entry, release_entry
from cms.models import Entry, GoodPractice, HomePage, KnowledgeIndex, Projection
from cms.projecting import differences, project
from plugins.api import generation
from plugins.api.access import SYSTEM
from plugins.api.models import Delivery
from tests.factories import make_entry, text


def rows(entry) -> list[tuple[str, str]]:
    """Layer and address of what is stored for an entry."""
    return list(Projection.objects.filter(entry=entry.pk).order_by("layer").values_list("layer", "slug"))


@pytest.fixture
def entry(forum):
    return make_entry(title="Sprachkurs", released=True)


@pytest.fixture(autouse=True)
def stored_is_what_the_source_gives(forum):
    yield
    assert [sentence for pk in Entry.objects.values_list("pk", flat=True) for sentence in differences(pk)] == []


def test_publishing_through_wagtails_own_revision(forum):
    entry = make_entry(title="Sprachkurs", published=False)
    assert rows(entry) == []
    entry.get_latest_revision().publish()
    assert rows(entry) == [("members", "sprachkurs")]


def test_saving_a_live_page_directly(entry):
    entry.title = "Ohne Umweg"
    entry.save()
    assert entry.projections.get(layer="members").text.title == "Ohne Umweg"


def test_a_stale_instance_changes_nothing(entry):
    """The stored row counts, never the instance that a signal hands over."""
    entry.title = "Nur im Speicher"
    project(entry.pk)
    assert entry.projections.get(layer="members").text.title == "Sprachkurs"


def test_unpublishing(entry):
    entry.unpublish()
    assert rows(entry) == []


def test_unpublishing_the_base_row_alone(entry):
    Page.objects.get(pk=entry.pk).unpublish()
    assert rows(entry) == []


def test_expiry(entry):
    entry.expire_at = timezone.now() + timedelta(hours=1)
    edit_entry(entry, actor=SYSTEM)
    entry = publish_entry(entry, actor=SYSTEM)
    Page.objects.filter(pk=entry.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert rows(entry) == []
    assert entry.releases.get().withdrawn_at is not None


def test_going_live_by_the_clock(forum):
    entry = make_entry(title="Morgen", published=False)
    entry.go_live_at = timezone.now() + timedelta(days=1)
    entry.save_revision(approved_go_live_at=entry.go_live_at).publish()
    assert rows(entry) == []
    revision = entry.revisions.latest("pk")
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert rows(entry) == [("members", "morgen")]


def test_a_draft_over_live(entry):
    before = list(Projection.objects.order_by("pk").values())
    entry.title, entry.slug = "Entwurf", "entwurf"
    entry.save_revision()
    assert list(Projection.objects.order_by("pk").values()) == before


def test_reverting_makes_a_draft_only(entry):
    first = entry.revisions.earliest("pk")
    entry.title = "Zweite Fassung"
    edit_entry(entry, actor=SYSTEM)
    entry = publish_entry(entry, actor=SYSTEM)
    before = list(Projection.objects.order_by("pk").values())
    first.as_object().save_revision(previous_revision=first, log_action=True)
    assert list(Projection.objects.order_by("pk").values()) == before


def test_a_new_address_moves_both_layers(entry):
    entry.slug = "kurs-im-dorf"
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)
    assert rows(entry) == [("members", "kurs-im-dorf"), ("public", "kurs-im-dorf")]


def test_a_copy_is_for_members_until_somebody_releases_it(entry, editor):
    copy = entry.copy(update_attrs={"slug": "kopie", "title": "Kopie"}, user=editor)
    assert rows(copy) == [("members", "kopie")]
    assert rows(entry) == [("members", "sprachkurs"), ("public", "sprachkurs")]


def test_a_copy_of_an_open_entry_is_for_members_too(forum, editor):
    entry = make_entry(confidentiality="public", released=True)
    assert rows(entry.copy(update_attrs={"slug": "kopie"}, user=editor)) == [("members", "kopie")]


def test_a_copy_does_not_take_the_key_of_its_source(forum, editor):
    entry = make_entry(external_key="quelle-7")
    copy = entry.copy(update_attrs={"slug": "kopie"}, user=editor)
    assert (copy.external_key, json.loads(copy.projections.get().text.detail_json)["external_key"]) == (None, None)


def test_a_copy_that_is_not_kept_live(entry, editor):
    assert rows(entry.copy(update_attrs={"slug": "kopie"}, keep_live=False, user=editor)) == []


def test_there_are_no_aliases(entry):
    with pytest.raises(NotImplementedError):
        entry.create_alias(update_slug="doppelt")
    with pytest.raises(NotImplementedError):
        Page.objects.get(pk=entry.pk).specific.create_alias(update_slug="doppelt")


def test_moving(entry):
    sibling = make_entry(title="Zweiter")
    entry.move(sibling, pos="right")
    assert rows(entry) == [("members", "sprachkurs"), ("public", "sprachkurs")]


@pytest.mark.parametrize("model", [GoodPractice, Entry, Page])
def test_deleting_leaves_nothing(entry, model):
    Delivery.objects.all().delete()
    model.objects.get(pk=entry.pk).delete()
    assert Projection.objects.count() == 0
    assert {"entry_id": entry.pk} in Delivery.objects.filter(fact="LayersChanged").values_list("payload", flat=True)


def test_deleting_the_place_above(entry):
    Delivery.objects.all().delete()
    HomePage.objects.get().delete()
    assert (Projection.objects.count(), KnowledgeIndex.objects.count()) == (0, 0)
    assert {"entry_id": entry.pk} in Delivery.objects.filter(fact="LayersChanged").values_list("payload", flat=True)


@pytest.mark.parametrize("what", ["publish", "unpublish", "delete"])
def test_many_at_once_in_the_admin(what, editor, as_client):
    entries = [
        make_entry(title=f"Eintrag {n}", published=what != "publish", released=what != "publish") for n in (1, 2)
    ]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", what])
    response = as_client(editor).post(f"{address}?id={entries[0].pk}&id={entries[1].pk}&next=/cms/")
    assert response.status_code == 302
    expected = {"publish": [("members", "eintrag-1")], "unpublish": [], "delete": []}[what]
    assert [rows(entries[0]), len(rows(entries[1]))] == [expected, len(expected)]


def test_what_cannot_be_projected_is_not_published(forum, editor, as_client, monkeypatch):
    """The whole publication is rolled back, whoever publishes."""
    entry = make_entry(title="Sprachkurs", published=False)
    monkeypatch.setattr(projecting, "render_to_string", _break)
    with pytest.raises(RuntimeError):
        publish_entry(entry, actor=SYSTEM)
    with pytest.raises(RuntimeError):
        entry.get_latest_revision().publish()
    client = as_client(editor)
    client.raise_request_exception = False
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert client.post(f"{address}?id={entry.pk}&next=/cms/").status_code == 500
    monkeypatch.undo()
    assert (Entry.objects.get(pk=entry.pk).live, rows(entry)) == (False, [])


def test_what_cannot_be_projected_is_not_released(forum, monkeypatch):
    entry = make_entry()
    monkeypatch.setattr(projecting, "render_to_string", _break)
    with pytest.raises(RuntimeError):
        release_entry(entry, actor=SYSTEM)
    monkeypatch.undo()
    assert (entry.releases.count(), rows(entry)) == (0, [("members", entry.slug)])


def test_saying_it_again_changes_and_announces_nothing(entry):
    Delivery.objects.all().delete()
    before, number = list(Projection.objects.order_by("pk").values()), generation.current()
    project(entry.pk)
    entry.save()
    assert list(Projection.objects.order_by("pk").values()) == before
    assert (Delivery.objects.count(), generation.current()) == (0, number)


def test_every_change_advances_the_generation(entry):
    number = generation.current()
    entry.title = "Neu"
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)
    assert generation.current() != number


def test_hostile_html_does_not_survive(forum):
    entry = make_entry(
        body="<p onclick='x()'>Text<script>alert(1)</script><a href='javascript:x()'>da</a><img src=x onerror=x()></p>"
    )
    stored = entry.projections.get().text
    for part in (stored.page_html, stored.detail_json):
        assert [word for word in ("alert(1)", "onclick", "javascript:", "onerror") if word in part] == []


def test_the_title_cannot_bring_markup(forum):
    stored = make_entry(title="<b>fett</b> & <script>x</script>", slug="fett").projections.get().text
    assert "<script>x" not in stored.page_html + stored.line_html
    assert "&lt;b&gt;fett&lt;/b&gt;" in stored.page_html


def test_lists_order_titles_the_german_way(forum):
    for title in ("Zebra", "Übergang", "Ofen", "Öffnung", "Straße", "Strasse A"):
        make_entry(title=title)
    titles = Projection.objects.order_by("sort_title").values_list("text__title", flat=True)
    assert list(titles) == ["Ofen", "Öffnung", "Straße", "Strasse A", "Übergang", "Zebra"]


def _break(*args, **kwargs):
    raise RuntimeError("The disk is full.")


def test_text_has_a_plain_form(forum):
    entry = make_entry(body=text("<p>Ein <b>Satz</b>.</p><ul><li>Punkt</li></ul>"))
    assert entry.projections.get().text.plain == "Ein Satz.\nPunkt"
