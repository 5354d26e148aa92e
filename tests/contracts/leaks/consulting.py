"""What all members are asked about drafts that they do not read: the asked text and what was said, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.api.actors import actor_for
from tests.factories import UserFactory, end_of, give_seat, make_draft, make_group
from workspace.actions.consultations import Said, answer_contribution, contribute, open_consultation
from workspace.actions.drafts import name_version
from workspace.actions.remarks import comment_on_draft
from workspace.models import GroupVisibility

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
ALL_MEMBERS = frozenset({"member", "members' token"})


def plant_consultations(garden: Garden) -> None:
    """One that is open and one that has ended, about drafts of a hidden group of others."""
    person = give_seat(UserFactory(email="fragt@example.org"), "99003").person
    saying = actor_for(give_seat(UserFactory(email="sagt@example.org"), "99004").person)
    group = make_group(
        f"AG {garden.secret('title of a hidden group that asks all members', NOBODY)}",
        coordinator=person,
        visibility=GroupVisibility.HIDDEN,
    )
    asking = actor_for(person)
    for which, has_ended in (("that is open", False), ("that has ended", True)):

        def planted(part: str, seen_by: frozenset[str] = ALL_MEMBERS, which: str = which) -> str:
            return garden.secret(f"{part} of a consultation {which}", seen_by)

        draft = make_draft(group, f"Titel {planted('title')}", by=person, text=f"Kurs {planted('text')}.")
        comment_on_draft(draft, f"Kurs {planted('comment on the draft', NOBODY)}", actor=asking)
        name_version(draft, name=planted("name of another version", NOBODY), actor=asking)
        opened = open_consultation(
            draft,
            days=21,
            questions=(f"Kurs {planted('question')}?",),
            introduction=f"Kurs {planted('introduction')}",
            actor=asking,
        )
        said = contribute(opened, Said(f"Kurs {planted('contribution')}", opened.questions.get()), actor=saying)
        if has_ended:
            end_of(opened)
            answer_contribution(said, "partly", f"Kurs {planted('answer')}", actor=asking)
