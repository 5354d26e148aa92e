"""What members say to questions, to passages and to the whole: each word for all of them, and for no guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.api.actors import actor_for
from tests.factories import UserFactory, end_of, give_seat, make_draft, make_group
from workspace.actions.consultations import Said, answer_contribution, contribute_all, open_consultation
from workspace.actions.drafts import name_version, rename_draft
from workspace.actions.remarks import comment_on_draft
from workspace.drafting.passages import Passage
from workspace.models import GroupVisibility

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
ALL_MEMBERS = frozenset({"member", "members' token"})


def plant_contributions(garden: Garden) -> None:
    """An open and an ended one, about drafts of a group that nobody else knows of."""
    stranger = give_seat(UserFactory(email="fragt-alle@example.org"), "99003").person
    other = give_seat(UserFactory(email="sagt-etwas@example.org"), "99004").person
    name = f"AG {garden.secret('name of a hidden group that asks all', NOBODY)}"
    group = make_group(name, coordinator=stranger, visibility=GroupVisibility.HIDDEN)
    for which in ("that is open", "that has ended"):
        _consultation(garden, which, group, stranger, other)


def _consultation(garden: Garden, which: str, group, author, other) -> None:
    def planted(part: str, *, seen_by: frozenset[str] = ALL_MEMBERS) -> str:
        return garden.secret(f"{part} of a consultation with contributions {which}", seen_by)

    lead, quote = actor_for(author), planted("quoted words")
    text = f"Kurs {planted('words')} und {quote}."
    draft = make_draft(group, f"Titel {planted('title')}", by=author, text=text)
    comment_on_draft(draft, f"Kurs {planted('comment on the draft', seen_by=NOBODY)}", actor=lead)
    name_version(draft, name=planted("name of another version", seen_by=NOBODY), actor=lead)
    consultation = open_consultation(
        draft,
        days=21,
        questions=[f"Kurs {planted('question')}?"],
        introduction=f"Kurs {planted('introduction')}",
        actor=lead,
    )
    said = {
        "question": Said(f"Kurs {planted('answer to a question')}", question=consultation.questions.get()),
        "passage": Said(f"Kurs {planted('comment on a passage')}", passage=Passage(quote)),
        "whole": Said(f"Kurs {planted('contribution')}", is_of_county=True),
    }
    made = contribute_all(consultation, said, actor=actor_for(other))
    if which == "that has ended":
        end_of(consultation)
        answer_contribution(made[0], "partly", f"Kurs {planted('answer of the group')}", actor=lead)
        comment_on_draft(draft, f"Kurs {planted('later comment on the draft', seen_by=NOBODY)}", actor=lead)
        rename_draft(draft, title=f"Kurs {planted('later title of the draft', seen_by=NOBODY)}", actor=lead)
