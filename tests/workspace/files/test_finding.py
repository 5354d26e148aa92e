"""Files are found by name and by what stands in them, by those who read them and by nobody else."""

from __future__ import annotations

import pytest
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.outbox import announce, dispatch_pending
from search import consistency
from search.engine import SearchQuery
from search.finding import find, suggest
from tests.cms.extracting import made
from tests.factories import join_group, make_entry, make_file, make_group, make_upload, put_down, text
from workspace.actions.files import remove_file, rename_file, replace_file
from workspace.actions.places import leave_group
from workspace.facts import GroupMembersChanged
from workspace.models import PastVisibility, StoredFile

pytestmark = pytest.mark.usefixtures("index")


def found_by(people, words):
    while dispatch_pending():
        pass
    assert [one for one in consistency.compare() if one.type == "file"] == []
    found = {}
    for name, person in people.items():
        hits = find(SearchQuery(words, exact=True), actor=actor_for(person)).hits
        if hits:
            found[name] = [(hit.type, hit.url) for hit in hits]
    return found


def files_found_by(person, words):
    while dispatch_pending():
        pass
    hits = find(SearchQuery(words, exact=True), actor=actor_for(person)).hits
    return [hit.url for hit in hits if hit.type == "file"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", made.pdf("Haubentaucher")),
        ("a.docx", made.docx("Titel", "Haubentaucher")),
        ("a.odt", made.odt("Titel", "Haubentaucher")),
        ("a.xlsx", made.xlsx("Haubentaucher")),
        ("a.pptx", made.pptx_file("Haubentaucher")),
        ("a.txt", "Haubentaucher"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("a.") else "",
)
def test_what_stands_in_a_file_is_found_by_the_group(people, group, name, content):
    file = put_down(group, people["member"], content, name)
    assert found_by(people, "Haubentaucher") == dict.fromkeys(
        ["member", "coordinator", "admin"], [("file", file.get_absolute_url())]
    )


def test_titles_notes_and_names_are_found_and_follow_changes(people, group):
    member = people["member"]
    file = put_down(group, member, title="Altwort", text="Zebrastreifen", name="namenswort.txt")
    for word in ("Altwort", "Zebrastreifen", "namenswort"):
        assert "coordinator" in found_by(people, word)
    rename_file(file, title="Neuwort", text="", actor=actor_for(member))
    assert not found_by(people, "Altwort")
    assert not found_by(people, "Zebrastreifen")
    assert "coordinator" in found_by(people, "Neuwort")


def test_only_the_newest_version_is_found_and_nothing_of_a_removed_file(people, group):
    member = people["member"]
    file = put_down(group, member, "Erstwort")
    assert found_by(people, "Erstwort")
    replace_file(file, make_upload("Zweitwort"), actor=actor_for(member))
    assert not found_by(people, "Erstwort")
    assert "coordinator" in found_by(people, "Zweitwort")
    remove_file(file, actor=actor_for(member))
    assert not found_by(people, "Zweitwort")


def test_whoever_leaves_finds_it_no_more_and_is_suggested_nothing(people, group):
    put_down(group, people["coordinator"], "Wanderwort", title="Wanderschuh")
    member = people["member"]
    assert "member" in found_by(people, "Wanderwort")
    assert suggest("Wandersch", actor=actor_for(member))
    leave_group(group, actor=actor_for(member))
    assert not find(SearchQuery("Wanderwort"), actor=actor_for(member)).count
    assert not suggest("Wandersch", actor=actor_for(member))


def test_newcomers_find_what_came_since(people, group):
    group.past = PastVisibility.JOINING
    group.save()
    put_down(group, people["member"], "Frühwort")
    join_group(group, people["mentor"], joined_at=timezone.now())
    announce(GroupMembersChanged(group.pk, (people["mentor"].pk,)))
    put_down(group, people["member"], "Spätwort")
    assert "mentor" not in found_by(people, "Frühwort")
    assert "mentor" in found_by(people, "Spätwort")


def test_files_of_entries_and_of_groups_are_found_beside_each_other(people, group):
    """Their numbers may be the same; whatever is read anew, nobody loses a file or finds another's."""
    for number in range(2):
        make_entry(
            title="Kurs", body=[*text("<p>Text</p>"), ("download", {"file": make_file("Haubentaucher"), "title": ""})]
        )
        put_down(group, people["member"], title=f"Zebrastreifen {number}")
    assert len(files_found_by(people["outsider"], "Haubentaucher")) == 2
    assert len(files_found_by(people["member"], "Zebrastreifen")) == 2
    assert not files_found_by(people["outsider"], "Zebrastreifen")
    consistency.repair()
    assert len(files_found_by(people["outsider"], "Haubentaucher")) == 2


def test_a_file_that_cannot_be_read_says_why(people, group):
    put_down(group, people["member"], made.protected_pdf("geheim"), "zu.pdf")
    found_by(people, "Wort")
    assert StoredFile.objects.get().failure == "protected"


@pytest.fixture
def group(people):
    group = make_group(coordinator=people["coordinator"])
    join_group(group, people["member"])
    return group
