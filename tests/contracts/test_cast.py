"""The cast holds exactly the principals of its parts: every other test leans on this."""

from __future__ import annotations

from tests.factories import make_entry


def test_everybody_has_the_principals_of_their_part(cast, people, wohnen):
    found = {name: set(actor.principals) - {f"user:{getattr(actor.user, 'pk', None)}"} for name, actor in cast.items()}
    assert found == {
        "visitor": {"public"},
        "member": {"public", "members", "county:99001"},
        "coordinator": {"public", "members", "county:99002"},
        "mentor": {"public", "members", "county:99003"},
        "outsider": {"public", "members", "county:99004"},
        "guest": {"public", f"guest-topic:{wohnen.pk}"},
        "kind_guest": {"public", "guest-kind:offer"},
        "applicant": {"public"},
        "former_member": {"public"},
        "former_guest": {"public"},
        "editor": {"public", "editors"},
        "editor2": {"public", "editors"},
        "author": {"public", "authors"},
        "office": {"public", "office"},
        "admin": {"public", "superusers", "authors", "editors", "office"},
        "system": {"public", "system"},
    }


def test_entries_are_made_through_the_actions(forum):
    entry = make_entry(topics=["Wohnen"], tags=["bus"], county="99001", released=True)
    assert [(row.layer, row.version, row.superseded) for row in entry.projections.order_by("layer")] == [
        ("members", 1, False),
        ("public", 1, True),
    ]
    assert entry.owner.email == "editor@example.org"
    assert entry.releases.get().released_by.email == "editor2@example.org"
