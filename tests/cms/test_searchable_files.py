"""A file is found by exactly those who may read a layer that shows it, and says an entry that they may read."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from cms.actions.entries import edit_entry, publish_entry, release_entry, unpublish_entry, withdraw_release
from cms.models import Entry, File, Topic
from plugins.api.access import ANONYMOUS, SYSTEM, Actor
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from search import consistency
from search.engine import Hit, SearchQuery
from search.engines import engine
from search.finding import find
from tests.cms.extracting import made
from tests.factories import (
    UserFactory,
    give_mandate,
    give_role,
    give_seat,
    make_entry,
    make_file,
    make_topic,
    text,
)

WORD = "Haubentaucher"
pytestmark = pytest.mark.usefixtures("forum", "index")


@pytest.fixture
def index(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    with engine().rebuild():
        pass
    yield
    engine().close()


@pytest.fixture
def people() -> dict[str, Actor]:
    guest = UserFactory(email="gast@example.org")
    give_mandate(guest, topics=[make_topic("Wohnen")])
    return {
        "visitor": ANONYMOUS,
        "guest": actor_for(guest),
        "member": actor_for(give_seat(UserFactory(email="mitglied@example.org")).person),
        "editor": actor_for(give_role(UserFactory(email="redaktion@example.org"), "editors")),
    }


@pytest.fixture
def leaflet() -> File:
    return make_file("Rohfassung", name="merkblatt.pdf", content=made.pdf(f"Der {WORD} brütet am Ufer."))


def hear() -> None:
    while dispatch_pending():
        pass
    assert list(consistency.compare()) == []


def found(actor: Actor, word: str = WORD) -> list[Hit]:
    hits = find(SearchQuery(word, exact=True), actor=actor).hits
    return [hit for hit in hits if hit.type == "file"]


def finders(people: dict[str, Actor]) -> set[str]:
    hear()
    return {name for name, actor in people.items() if found(actor)}


def offering(file: File, title: str = "") -> list:
    return [*text("<p>Siehe unten.</p>"), ("download", {"file": file, "title": title})]


def test_a_file_in_no_layer_is_found_by_nobody(people, leaflet):
    assert finders(people) == set()


def test_a_file_of_a_members_layer(people, leaflet):
    make_entry(title="Vögel am See", body=offering(leaflet, "Blatt zum Mitnehmen"), released=True, county="99001")
    assert finders(people) == {"member", "editor"}
    (hit,) = found(people["member"])
    assert (hit.title, hit.url, hit.layer) == ("Blatt zum Mitnehmen", leaflet.url, "members")
    assert hit.keywords["stands_in"] == (("vogel-am-see", "Vögel am See"),)
    assert hit.keywords["county"][0][0] == "99001"
    assert f"<mark>{WORD}</mark>" in hit.snippet
    assert not found(people["member"], "Rohfassung"), "the title that no layer shows"


def test_a_file_of_a_guest_s_topic(people, leaflet):
    make_entry(body=offering(leaflet), topics=["Wohnen"])
    assert finders(people) == {"guest", "member", "editor"}
    Topic.objects.get(title="Wohnen").delete()
    assert finders(people) == {"member", "editor"}


def test_a_file_of_a_released_whole_text_is_everybody_s_until_it_is_withdrawn(people, leaflet):
    entry = make_entry(body=offering(leaflet), confidentiality="public", released=True)
    assert finders(people) == set(people)
    assert [hit.layer for hit in found(people["member"])] == ["public"]
    withdraw_release(entry, actor=SYSTEM)
    assert finders(people) == {"member", "editor"}
    release_entry(Entry.objects.get(pk=entry.pk).specific, actor=SYSTEM)
    assert finders(people) == set(people)
    entry = Entry.objects.get(pk=entry.pk).specific
    entry.confidentiality = "members"
    edit_entry(entry, actor=SYSTEM)
    publish_entry(entry, actor=SYSTEM)
    assert finders(people) == {"member", "editor"}
    unpublish_entry(entry, actor=SYSTEM)
    assert finders(people) == set()


def test_a_file_that_is_taken_out_of_its_entry_is_found_no_longer(people, leaflet):
    entry = make_entry(body=offering(leaflet))
    assert finders(people) == {"member", "editor"}
    entry.body = text("<p>Ohne Anlage.</p>")
    edit_entry(entry, actor=SYSTEM)
    assert finders(people) == {"member", "editor"}, "a draft changes nothing for readers"
    publish_entry(entry, actor=SYSTEM)
    assert finders(people) == set()


def test_a_file_in_several_entries_is_found_once_by_an_entry_that_the_reader_may_read(people, leaflet):
    make_entry(title="Für Mitglieder", body=offering(leaflet))
    opened = make_entry(title="Für Gäste", body=offering(leaflet), topics=["Wohnen"])
    finders(people)
    assert {name: titles(actor) for name, actor in people.items()} == {
        "visitor": [],
        "guest": ["Für Gäste"],
        "member": ["Für Gäste"],
        "editor": ["Für Gäste"],
    }
    make_entry(title="Für alle", body=offering(leaflet), confidentiality="public", released=True)
    finders(people)
    assert {name: titles(actor) for name, actor in people.items()} == dict.fromkeys(people, ["Für alle"])
    Entry.objects.get(title="Für alle").delete()
    Entry.objects.get(pk=opened.pk).delete()
    assert finders(people) == {"member", "editor"}
    assert titles(people["member"]) == ["Für Mitglieder"]


def titles(actor: Actor) -> list[str]:
    return [label for hit in found(actor) for _, label in hit.keywords["stands_in"]]


def test_a_replaced_file_is_found_by_its_new_text_alone_and_a_deleted_one_by_nothing(people, leaflet):
    make_entry(body=offering(leaflet))
    hear()
    leaflet.file.save("neu.pdf", ContentFile(made.pdf("Der Eisvogel brütet am Hang.")), save=True)
    dispatch_pending(takes_long=False)
    assert not found(people["member"]), "before the new text is read"
    hear()
    assert found(people["member"], "Eisvogel") and not found(people["member"])
    leaflet.delete()
    hear()
    assert not found(people["member"], "Eisvogel")


def test_a_file_that_cannot_be_read_is_found_by_its_title(people):
    file = make_file("Haubentaucherkarte", name="karte.pdf", content=made.pdf(""))
    make_entry(body=offering(file))
    hear()
    assert found(people["member"], "Haubentaucherkarte")


def test_the_filters_of_a_file_are_those_of_its_entry(people, leaflet):
    make_entry(body=offering(leaflet), topics=["Wohnen"], county="99001")
    hear()
    for filters, count in (({"topic": ("wohnen",)}, 1), ({"county": ("99002",)}, 0), ({"type": ("file",)}, 1)):
        answer = find(SearchQuery(WORD, filters=filters, exact=True), actor=people["member"])
        assert (answer.count, filters) == (count, filters)
