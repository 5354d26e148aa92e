"""Files and tasks of groups, and attachments of posts: each word for those who read the group or the post alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.api.actors import actor_for
from tests.cms.extracting.made import docx
from tests.factories import UserFactory, give_seat, join_group, make_group, make_upload, put_down
from workspace.actions.files import remove_file, replace_file
from workspace.actions.tasks import add_task

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
READERS = frozenset({"member", "members' token"})


def plant_shelves(garden: Garden) -> None:
    """A group of the member and one of others, each with a file in two versions, a removed one, and a task."""
    stranger = give_seat(UserFactory(email="legt-ab@example.org"), "99003").person
    ours, theirs = make_group("AG mit Regal", coordinator=stranger), make_group("AG ohne Regal", coordinator=stranger)
    join_group(ours, garden.people["member"])
    for which, group, readers in (("of the member's group", ours, READERS), ("of a group of others", theirs, NOBODY)):
        _shelf(garden, which, group, stranger, readers)


def _shelf(garden: Garden, which: str, group, stranger, readers: frozenset[str]) -> None:
    def planted(part: str, *, seen_by: frozenset[str] = readers, shown: bool = True) -> str:
        return garden.secret(f"{part} {which}", seen_by, shown=shown)

    words = {
        "title": f"Titel {planted('title of a shelved thing')}",
        "text": f"Kurs {planted('note on a shelved thing')}",
    }
    earlier = f"Inhalt {planted('earlier content of a shelved thing')}"
    shelved = put_down(group, stranger, earlier, f"{planted('earlier name of a shelved thing')}.txt", **words)
    inside = planted("words inside a shelved thing", shown=False)
    garden.inside[inside] = readers
    newer = make_upload(docx("Beilage", f"Darin steht {inside}."), f"{planted('name of a shelved thing')}.docx")
    replace_file(shelved, newer, actor=actor_for(stranger))
    gone = put_down(
        group,
        stranger,
        planted("content of a removed thing", seen_by=NOBODY),
        f"{planted('name of a removed thing', seen_by=NOBODY)}.txt",
        title=planted("title of a removed thing", seen_by=NOBODY),
        text=planted("note on a removed thing", seen_by=NOBODY),
    )
    remove_file(gone, actor=actor_for(stranger))
    add_task(group, title=f"Aufgabe {planted('title of a task')}", owner=stranger, actor=actor_for(stranger))
