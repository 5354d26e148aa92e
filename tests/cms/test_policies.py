"""Who sees what in the knowledge base, said by hand: agreement alone would not notice that all forms are wrong."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.actions.entries import edit_entry, publish_entry, unpublish_entry, withdraw_release
from cms.models import HomePage, Layer, Projection, StandardPage
from plugins.api.access import SYSTEM, audience_of, may
from plugins.api.actors import actor_for
from tests.factories import make_county, make_entry, make_file, make_picture, make_topic

PUBLISHERS = {"editor", "editor2", "office", "admin", "system"}
STAFF = {"author"} | PUBLISHERS
MEMBERS = {"member", "coordinator", "mentor", "outsider"} | STAFF
VISITORS = {"visitor", "applicant", "former_member", "former_guest"}
EVERYBODY = MEMBERS | VISITORS | {"guest", "kind_guest"}


def who(cast, verb, obj) -> set[str]:
    return {name for name, actor in cast.items() if may(actor, verb, obj)}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ({"published": False}, STAFF),
        ({}, MEMBERS),
        ({"topics": ["Wohnen"]}, MEMBERS | {"guest"}),
        ({"kind": "offer"}, MEMBERS | {"kind_guest"}),
        ({"kind": "offer", "topics": ["Wohnen"]}, MEMBERS | {"guest", "kind_guest"}),
        ({"released": True}, EVERYBODY),
        ({"confidentiality": "public"}, MEMBERS),
        ({"confidentiality": "public", "released": True}, EVERYBODY),
    ],
    ids=lambda value: str(value if isinstance(value, dict) else sorted(value)),
)
def test_an_entry_is_there_for_whoever_may_read_a_layer(made, expected, cast):
    assert who(cast, "see", make_entry(**made)) == expected


def test_whom_the_full_text_of_a_released_entry_is_for(cast):
    entry = make_entry("offer", topics=["Wohnen", "Arbeit"], released=True)
    members, public = (entry.projections.get(layer=layer) for layer in (Layer.MEMBERS, Layer.PUBLIC))
    assert who(cast, "see", members) == MEMBERS | {"guest", "kind_guest"}
    assert who(cast, "see", public) == EVERYBODY
    topics = {f"guest-topic:{make_topic(title).pk}" for title in ("Wohnen", "Arbeit")}
    assert audience_of(members) == topics | {
        "members",
        "authors",
        "editors",
        "office",
        "guest-kind:offer",
        "superusers",
        "system",
    }


def test_a_withdrawn_or_unpublished_entry(cast):
    entry = make_entry(released=True)
    withdraw_release(entry, actor=SYSTEM)
    assert who(cast, "see", entry) == MEMBERS
    entry.refresh_from_db()
    unpublish_entry(entry, actor=SYSTEM)
    assert who(cast, "see", entry) == STAFF


@pytest.mark.parametrize("verb", ["edit", "submit", "review", "publish", "unpublish", "delete", "release", "withdraw"])
def test_only_editors_office_and_administration_work_on_all_entries(verb, cast):
    entry = make_entry(released=True, by=SYSTEM)
    assert who(cast, verb, entry) == PUBLISHERS


def test_authors_write_and_submit_what_is_theirs(cast):
    entry = make_entry(by=cast["author"], published=False)
    for verb in ("edit", "submit", "delete"):
        assert who(cast, verb, entry) == STAFF, verb
    for verb in ("review", "publish", "unpublish"):
        assert who(cast, verb, entry) == PUBLISHERS, verb


def test_what_members_read_of_an_author_is_the_editors_to_take_away(cast):
    entry = publish_entry(make_entry(by=cast["author"], published=False), actor=cast["editor"])
    assert who(cast, "edit", entry) == STAFF
    for verb in ("delete", "unpublish", "release"):
        assert who(cast, verb, entry) == PUBLISHERS, verb


def test_who_is_no_longer_an_author_has_no_entries(cast, author):
    entry = make_entry(by=cast["author"], published=False)
    author.groups.clear()
    assert not may(actor_for(User.objects.get(pk=author.pk)), "see", entry)


def test_authors_leave_topics_counties_and_pages_alone(cast):
    topic, county = make_topic(), make_county("99001")
    for thing in (topic, county, StandardPage.objects.first(), HomePage.objects.get()):
        assert who(cast, "edit", thing) == PUBLISHERS


def test_authors_upload_and_change_their_own_pictures(cast, author):
    own, other = make_picture(name="a.png"), make_picture(name="b.png")
    own.uploaded_by_user = author
    assert (who(cast, "edit", own), who(cast, "edit", other)) == (STAFF, PUBLISHERS)
    assert (who(cast, "delete", own), who(cast, "create", type(own))) == (PUBLISHERS, STAFF)


def test_who_creates(cast):
    from cms.models import GoodPractice, Topic

    assert [who(cast, "create", model) for model in (GoodPractice, Topic)] == [STAFF, PUBLISHERS]


def test_withdrawing_needs_something_public(cast):
    decision = may(cast["editor"], "withdraw", make_entry())
    assert (bool(decision), bool(str(decision.reason))) == (False, True)


def test_a_topic_is_there_for_whoever_sees_something_in_it(cast):
    empty, open_one, shown, public, offers = (
        make_topic(title) for title in ("Leer", "Offen", "Mitglieder", "Alle", "Angebote")
    )
    open_one.is_open = True
    open_one.save()
    make_entry(topics=[shown])
    make_entry(topics=[public], released=True)
    make_entry("offer", topics=[offers])
    assert who(cast, "see", empty) == STAFF
    assert who(cast, "see", open_one) == EVERYBODY
    assert who(cast, "see", shown) == MEMBERS
    assert who(cast, "see", public) == EVERYBODY
    assert who(cast, "see", offers) == MEMBERS | {"kind_guest"}


def test_a_topic_of_a_draft_or_of_a_newer_full_text_stays_hidden(cast):
    entry = make_entry(topics=["Alle"], released=True)
    later = make_topic("Später")
    entry.topics = [later]
    edit_entry(entry, actor=SYSTEM)
    assert who(cast, "see", later) == STAFF
    entry.get_latest_revision().publish()
    assert who(cast, "see", later) == MEMBERS
    assert who(cast, "see", make_topic("Alle")) == EVERYBODY


def test_media_follow_the_layers_that_show_them(cast):
    shown, open_one, unused = (make_picture(name=f"{n}.png") for n in range(3))
    file, open_file = make_file(name="a.txt"), make_file(name="b.txt")
    make_entry(body=[("picture", {"image": shown, "alt": "a"}), ("download", {"file": file})], released=True)
    open_body = [("picture", {"image": open_one, "alt": "a"}), ("download", {"file": open_file})]
    make_entry(body=open_body, confidentiality="public", released=True)
    assert [who(cast, "see", item) for item in (shown, file)] == [MEMBERS, MEMBERS]
    assert [who(cast, "see", item) for item in (open_one, open_file)] == [EVERYBODY, EVERYBODY]
    assert who(cast, "see", unused) == STAFF


def test_a_file_linked_in_the_text_is_part_of_the_layer(cast):
    file = make_file()
    make_entry(topics=["Wohnen"], body=f'<p><a linktype="document" id="{file.pk}">Muster</a></p>')
    assert who(cast, "see", file) == MEMBERS | {"guest"}


def test_plain_pages_are_for_everybody_once_they_are_live(cast):
    page = HomePage.objects.get().add_child(instance=StandardPage(title="Neu", slug="neu", live=False))
    assert who(cast, "see", page) == STAFF
    page.save_revision().publish()
    assert who(cast, "see", StandardPage.objects.get(pk=page.pk)) == EVERYBODY


def test_nobody_is_a_member_without_a_provider(cast):
    """`members` is only a word until somebody hands it out."""
    entry = make_entry()
    row = Projection.objects.get(entry=entry)
    assert "members" in audience_of(row) and "members" not in cast["applicant"].principals
