"""What an import does to entries: `cms.actions.imports`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageLogEntry, ReferenceIndex

from cms import consistency
from cms.actions.entries import edit_entry, publish_entry, unpublish_entry, withdraw_release
from cms.actions.imports import Outcome, SourceText, import_entry
from cms.models import Entry, GoodPractice, Projection, Topic
from plugins.api.access import ANONYMOUS, SYSTEM, may
from plugins.api.errors import Refused
from tests.factories import make_county, make_entry, make_topic

pytestmark = pytest.mark.django_db

SOURCE = SourceText(
    external_key="quelle:1",
    digest="1",
    kind="good_practice",
    title="Köche für Füße & Öfen",
    summary="Kurz gesagt.",
    body=(("text", "<p>Lang gesagt.</p>"),),
    confidentiality="members",
)


def layers(entry):
    rows = Projection.objects.filter(entry=entry).order_by("layer").select_related("text")
    return [(row.layer, row.version, row.superseded, row.text.plain) for row in rows]


def imported(**changes):
    source = replace(SOURCE, **changes)
    outcome = import_entry(source, actor=SYSTEM)
    return outcome, GoodPractice.objects.get(external_key=source.external_key)


def test_a_summary_is_public_and_the_text_is_for_members(forum):
    outcome, entry = imported()
    assert outcome == Outcome.NEW
    assert entry.slug == "koeche-fuer-fuesse-oefen"
    assert layers(entry) == [("members", 1, False, "Lang gesagt."), ("public", 1, True, "Kurz gesagt.")]


def test_without_a_summary_nothing_is_public(forum):
    _, entry = imported(summary="")
    assert layers(entry) == [("members", 1, False, "Lang gesagt.")]
    assert not may(ANONYMOUS, "see", entry)


def test_a_public_line_is_one_layer_for_everybody(forum):
    _, entry = imported(confidentiality="public")
    assert layers(entry) == [("public", 1, False, "Lang gesagt.")]


def test_everything_of_a_line_arrives(forum):
    county, topic = make_county("99001"), make_topic("Wohnen")
    _, entry = imported(
        topics=("WOHNEN", "Ärzte auf dem Land"),
        tags=("Bus", "Dorf"),
        county=county,
        author_name="Landkreis Auental",
        published_at=datetime(2024, 3, 1, tzinfo=UTC),
    )
    new = Topic.objects.get(title="Ärzte auf dem Land")
    assert (new.slug, new.is_open) == ("aerzte-auf-dem-land", False)
    assert set(entry.topics.all()) == {topic, new}
    assert sorted(tag.name for tag in entry.tags.all()) == ["Bus", "Dorf"]
    assert (entry.county, entry.author_name, entry.owner) == (county, "Landkreis Auental", None)
    dates = Projection.objects.filter(entry=entry).values_list("published_at", flat=True)
    assert set(dates) == {datetime(2024, 3, 1, tzinfo=UTC)}


def test_the_entry_is_as_if_published_in_wagtail(forum):
    _, entry = imported(county=make_county("99001"), topics=("Wohnen",))
    assert entry.live
    assert not entry.has_unpublished_changes
    assert entry.latest_revision_id == entry.live_revision_id is not None
    assert entry.latest_revision.as_object().summary == "Kurz gesagt."
    actions = PageLogEntry.objects.filter(page=entry.pk).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["wagtail.create", "wagtail.publish", "cms.release"]
    references = ReferenceIndex.get_references_for_object(entry)
    assert [row.to_content_type.model for row in references] == ["county"]
    assert entry.full_clean() is None
    assert list(consistency.differences()) == []


def test_addresses_are_never_taken_twice(forum):
    slugs = [imported(external_key=f"k{number}")[1].slug for number in range(3)]
    assert slugs == [f"koeche-fuer-fuesse-oefen{end}" for end in ("", "-2", "-3")]
    assert imported(external_key="x", title="مرحبا")[1].slug == "eintrag"


def test_the_same_text_again_changes_nothing(forum):
    _, entry = imported()
    before = PageLogEntry.objects.count()
    assert imported()[0] == Outcome.UNCHANGED
    assert PageLogEntry.objects.count() == before
    assert Entry.objects.count() == 1


def test_a_changed_text_is_a_new_version_in_both_layers(forum):
    _, entry = imported()
    outcome, entry = imported(digest="2", summary="Neu.", body=(("text", "<p>Anders.</p>"),), tags=("neu",))
    assert outcome == Outcome.CHANGED
    assert layers(entry) == [("members", 2, False, "Anders."), ("public", 2, True, "Neu.")]
    assert entry.slug == "koeche-fuer-fuesse-oefen"
    assert imported(digest="2", summary="Neu.")[0] == Outcome.UNCHANGED
    assert list(consistency.differences()) == []


def test_what_is_no_longer_public_is_closed_and_may_be_opened_again(forum):
    _, entry = imported(confidentiality="public")
    imported(digest="2", summary="")
    assert layers(entry) == [("members", 2, False, "Lang gesagt.")]
    imported(digest="3")
    assert layers(entry) == [("members", 3, False, "Lang gesagt."), ("public", 2, True, "Kurz gesagt.")]


def refusal(**changes):
    with pytest.raises(Refused) as refused:
        imported(digest="2", **changes)
    return str(refused.value.reason)


def test_an_edited_entry_is_left_alone(forum, cast):
    _, entry = imported()
    entry.title = "Von Menschen"
    edit_entry(entry, actor=cast["editor"])
    publish_entry(entry, actor=cast["editor"])
    assert refusal() == "Somebody has edited the entry since the last import."
    assert imported()[0] == Outcome.UNCHANGED
    assert imported()[1].title == "Von Menschen"


def test_a_draft_is_an_edit_too(forum, cast):
    _, entry = imported()
    edit_entry(entry, actor=cast["editor"])
    assert refusal() == "Somebody has edited the entry since the last import."


def test_an_unpublished_entry_stays_unpublished(forum, cast):
    _, entry = imported()
    unpublish_entry(entry, actor=cast["editor"])
    assert refusal() == "Somebody has taken the entry out of the knowledge base since the last import."
    assert layers(entry) == []


def test_what_was_withdrawn_is_not_released_again(forum, cast):
    _, entry = imported()
    withdraw_release(entry, actor=cast["office"])
    assert refusal() == "Somebody has withdrawn the public layer of the entry since the last import."


def test_a_locked_entry_is_left_alone(forum):
    _, entry = imported()
    Entry.objects.filter(pk=entry.pk).update(locked=True)
    assert refusal() == "Somebody has locked the entry since the last import."


def test_kinds_do_not_change(forum):
    imported()
    assert refusal(kind="offer") == "The entry is of another kind by now, and kinds cannot be changed."


def test_an_entry_of_people_with_the_same_key_is_left_alone(forum):
    make_entry(external_key="quelle:1")
    assert refusal() == "An entry with this key is here already and did not come from an import."


@pytest.mark.parametrize("name", ["visitor", "member", "editor", "office", "admin"])
def test_only_the_system_imports(cast, name):
    with pytest.raises(Refused):
        import_entry(SOURCE, actor=cast[name])
    assert not Entry.objects.exists()


def test_what_fails_leaves_nothing_behind(forum):
    with pytest.raises(ValidationError):
        imported(topics=("Neu",), author_name="x" * 300)
    assert not Entry.objects.exists()
    assert not Topic.objects.filter(title="Neu").exists()
