"""Who last changed title, summary, public text or confidentiality cannot be the one who releases it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cms.actions.entries import create_entry, edit_entry, publish_entry, release_entry
from cms.authorship import last_writer_of_public_part
from cms.models import GoodPractice, Topic
from plugins.api.access import SYSTEM, may
from plugins.api.actors import actor_for
from plugins.api.errors import Refused
from tests.factories import CHECKED, make_entry, text


@pytest.fixture
def anna(editor):
    return actor_for(editor)


@pytest.fixture
def ben(editor2):
    return actor_for(editor2)


def change(entry, actor, *, publish=True, **fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    edit_entry(entry, actor=actor)
    return publish_entry(entry, actor=actor) if publish else entry


def who_may_release(entry, *actors) -> list[bool]:
    entry = type(entry).objects.get(pk=entry.pk)
    return [bool(may(actor, "release", entry)) for actor in actors]


def test_the_writer_hears_why_and_the_other_may(anna, ben):
    entry = make_entry(by=anna)
    assert who_may_release(entry, anna, ben) == [False, True]
    with pytest.raises(Refused, match="."):
        release_entry(entry, actor=anna, checklist=CHECKED)
    assert entry.releases.count() == 0
    assert release_entry(entry, actor=ben, checklist=CHECKED).released_by == ben.user


def test_publishing_alone_makes_nobody_the_writer(anna, ben):
    entry = make_entry(by=anna, published=False)
    entry = publish_entry(entry, actor=ben)
    assert who_may_release(entry, anna, ben) == [False, True]


@pytest.mark.parametrize("change_of", [{"title": "Anders"}, {"summary": "Anders"}, {"confidentiality": "public"}])
def test_whoever_changes_what_becomes_public_is_the_writer(change_of, anna, ben):
    entry = change(make_entry(by=anna), ben, **change_of)
    assert who_may_release(entry, anna, ben) == [True, False]


def test_the_full_text_of_a_members_entry_does_not_count(anna, ben):
    entry = change(make_entry(by=anna), ben, body=text("<p>Anders</p>"), contact="Anders", sources="Anders")
    assert who_may_release(entry, anna, ben) == [False, True]


@pytest.mark.parametrize(
    "change_of",
    [
        {"body": text("<p>Anders</p>")},
        {"results": text("<p>Anders</p>")},
        {"sources": "Anders"},
        {"legal_basis": "§ 1"},
        {"costs": "1 Euro"},
        {"author_name": "Anders"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_text_of_an_open_entry_counts(change_of, anna, ben):
    entry = change(make_entry(by=anna, confidentiality="public"), ben, **change_of)
    assert who_may_release(entry, anna, ben) == [True, False]


def test_the_tags_of_an_open_entry_count(anna, ben):
    entry = make_entry(by=anna, confidentiality="public", tags=["bus"])
    entry.tags.add("geheim")
    entry = change(entry, ben)
    assert who_may_release(entry, anna, ben) == [True, False]


def test_the_contact_of_an_open_entry_does_not_become_public_and_does_not_count(anna, ben):
    entry = change(make_entry(by=anna, confidentiality="public"), ben, contact="Frau Wiesner")
    assert who_may_release(entry, anna, ben) == [False, True]


def test_a_change_that_was_taken_back_counts_all_the_same(anna, ben):
    entry = make_entry(by=anna, title="Eins")
    entry = change(entry, anna, title="Zwei")
    entry = change(entry, ben, title="Eins")
    assert who_may_release(entry, anna, ben) == [True, False]


def test_a_draft_over_live_does_not_count(anna, ben):
    entry = make_entry(by=anna)
    change(entry, ben, publish=False, title="Entwurf")
    assert who_may_release(entry, anna, ben) == [False, True]


def test_a_draft_by_somebody_else_in_between_counts_once_it_is_published(anna, ben):
    """Ben writes, Anna touches something else and publishes: what becomes public is Ben's."""
    entry = make_entry(by=anna)
    change(entry, ben, publish=False, summary="Von Ben")
    entry = change(entry, anna, body=text("<p>Von Anna</p>"))
    assert who_may_release(entry, anna, ben) == [True, False]


def test_going_back_to_an_earlier_version_makes_a_writer(anna, ben):
    entry = make_entry(by=anna, title="Eins")
    first = entry.get_latest_revision()
    entry = change(entry, anna, title="Zwei")
    first.as_object().save_revision(user=ben.user, previous_revision=first, log_action=True)
    entry.refresh_from_db()
    entry = publish_entry(entry, actor=anna)
    assert who_may_release(entry, anna, ben) == [True, False]


def test_publishing_an_earlier_version_counts_only_what_led_to_it(anna, ben):
    entry = make_entry(by=anna, title="Eins")
    first = entry.get_latest_revision()
    entry = change(entry, ben, title="Zwei")
    first.publish(user=ben.user)
    assert who_may_release(entry, anna, ben) == [False, True]


def test_superusers_are_held_to_it_too(admin, ben):
    boss = actor_for(admin)
    assert who_may_release(make_entry(by=boss), boss, ben) == [False, True]


def test_the_office_releases(office, anna):
    assert who_may_release(make_entry(by=anna), actor_for(office)) == [True]


def test_an_import_has_no_writer_and_releases_itself(anna):
    entry = make_entry(by=SYSTEM)
    assert last_writer_of_public_part(entry) is None
    assert who_may_release(entry, SYSTEM, anna) == [True, True]


def test_a_copy_keeps_its_writer(anna, ben):
    copy = make_entry(by=anna).copy(update_attrs={"slug": "kopie"}, user=ben.user)
    assert who_may_release(copy.specific, anna, ben) == [False, True]


def test_topics_and_county_do_not_make_a_writer(anna, ben):
    entry = make_entry(by=anna)
    entry.topics = [Topic.objects.create(title="Neu", slug="neu")]
    assert who_may_release(change(entry, ben), anna, ben) == [False, True]


def test_what_was_typed_over_a_published_version_is_never_released(anna, ben, editor, as_client):
    """Wagtail lets a writer overwrite their newest version; when that one is live, readers' text and version differ."""
    entry = make_entry(by=anna, summary="Geprüft")
    entry.summary = "Untergeschoben"
    entry.save_revision(user=editor, overwrite_revision=entry.get_latest_revision())
    entry = GoodPractice.objects.get(pk=entry.pk)
    assert entry.summary == "Geprüft"
    decision = may(ben, "release", entry)
    assert (bool(decision), len(str(decision.reason)) > 20) == (False, True)

    entry = publish_entry(entry, actor=anna)
    assert who_may_release(entry, anna, ben) == [False, True]


def test_only_a_published_entry_with_something_to_read_is_released(ben, anna):
    unpublished = create_entry(GoodPractice(title="Neu", summary="Kurz"), actor=anna)
    empty = make_entry(by=anna, summary="  ")
    reasons = [str(may(ben, "release", entry).reason) for entry in (unpublished, empty)]
    assert len(set(reasons)) == 2 and all(reasons)


def test_the_admin_cannot_release_by_publishing(editor, as_client):
    entry = make_entry(by=editor, published=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    as_client(editor).post(f"{address}?id={entry.pk}&next=/cms/")
    assert list(entry.projections.values_list("layer", flat=True)) == ["members"]
