"""What people say to each other: to all members, in a group, between named persons; each word for its readers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.models import Topic
from plugins.api.actors import actor_for
from tests.cms.extracting.made import docx
from tests.factories import (
    UserFactory,
    give_seat,
    join_group,
    make_attachment,
    make_challenge,
    make_discussion,
    make_group,
)
from workspace.actions.attachments import Attachment
from workspace.actions.posts import delete_post, edit_post, report_post, write_post
from workspace.models import ChallengeRequest

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
ALL_MEMBERS = frozenset({"member", "members' token"})
CHALLENGE_READERS = ALL_MEMBERS | {"editor"}


def plant_discussions(garden: Garden) -> None:
    """A discussion of each class with the member and one without, each with every field that somebody fills in."""
    member = garden.people["member"]
    stranger = give_seat(UserFactory(email="spricht@example.org"), "99003").person
    friend = give_seat(UserFactory(email="hoert@example.org"), "99004").person
    ours, theirs = make_group("AG mit", coordinator=stranger), make_group("AG ohne", coordinator=stranger)
    join_group(ours, member)
    join_group(theirs, friend)
    for which, readers, where in (
        ("of all members", ALL_MEMBERS, {}),
        ("of the member's group", ALL_MEMBERS, {"group": ours}),
        ("of another group", NOBODY, {"group": theirs}),
        ("with the member", ALL_MEMBERS, {"persons": [member]}),
        ("between others", NOBODY, {"persons": [friend]}),
    ):
        _talk(garden, which, readers, stranger, friend if readers == NOBODY else member, where)
    _ask(garden, stranger, member)


def _ask(garden: Garden, author, reader) -> None:
    """A challenge is for all members and the editors: its title, its words and its answers."""
    title = garden.secret("title of a challenge", CHALLENGE_READERS)
    words = garden.secret("words of a challenge", CHALLENGE_READERS)
    challenge = make_challenge(f"Frage {title}", by=author, text=f"Kurs {words}", topics=Topic.objects.all()[:1])
    answer = garden.secret("answer to a challenge", CHALLENGE_READERS)
    write_post(challenge.discussion, f"Kurs {answer}", actor=actor_for(reader))
    ChallengeRequest.objects.create(challenge=challenge, person=author)


def _talk(garden: Garden, which: str, readers: frozenset[str], author, reader, where) -> None:
    title = garden.secret(f"title of a discussion {which}", readers)
    first = garden.secret(f"first post {which}", readers)
    discussion = make_discussion(f"Titel {title}", by=author, text=f"Kurs {first}", **where)
    speaker = actor_for(author)
    earlier = garden.secret(f"earlier wording {which}", readers - {"members' token"})
    later = garden.secret(f"later wording {which}", readers)
    edit_post(write_post(discussion, f"Kurs {earlier}", actor=speaker), f"Kurs {later}", actor=speaker)
    hanging = [
        garden.secret(f"{part} of an attachment {which}", readers, shown=part != "words inside")
        for part in ("name", "content", "words inside")
    ]
    garden.inside[hanging[2]] = readers
    write_post(discussion, "Kurs im Anhang", actor=speaker, attachments=_attachments(*hanging, author))
    gone, gone_too = (garden.secret(f"{part} {which}", NOBODY) for part in ("deleted post", "deleted attachment"))
    deleted = make_attachment(gone_too, f"{gone_too}.txt", by=author)
    delete_post(write_post(discussion, f"Kurs {gone}", actor=speaker, attachments=[deleted]), actor=speaker)
    waiting = garden.secret(f"what waits to be attached {which}", NOBODY)
    make_attachment(waiting, f"{waiting}.txt", by=author)
    if "persons" not in where:
        reported = garden.secret(f"reason of a report {which}", readers - {"members' token"})
        report_post(discussion.posts.first(), reported, actor=actor_for(reader))


def _attachments(name: str, content: str, inside: str, author) -> list[Attachment]:
    """One that says what stands in it, and one that only the search can read."""
    packed = docx("Anhang", f"Darin steht {inside}.")
    return [
        make_attachment(f"Inhalt {content}", f"{name}.txt", by=author),
        make_attachment(packed, "anhang.docx", by=author),
    ]
