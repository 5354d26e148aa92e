"""What groups and counties write together: text, versions, remarks; each word for those whose draft it is alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.models import County
from plugins.api.actors import actor_for
from tests.contracts.leaks.tracing import plant_provenance
from tests.factories import UserFactory, adopt, give_seat, hand_in, join_group, make_draft, make_group, step
from workspace.actions.decisions import answer_decision, call_decision, call_decision_off
from workspace.actions.drafts import name_version
from workspace.actions.remarks import (
    Words,
    accept_suggestion,
    answer_comment,
    comment_on_draft,
    decline_suggestion,
    delete_comment,
    resolve_comment,
    suggest,
)
from workspace.drafting.passages import Passage
from workspace.models import Draft

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
EDITORS = frozenset({"editor"})
"""They are told of a text that was handed to them."""
ALL_MEMBERS = frozenset({"member", "members' token"})


def plant_drafts(garden: Garden) -> None:
    """A draft of the member's group, of others, of both kinds of counties, and one that is shown to all members."""
    stranger = give_seat(UserFactory(email="schreibt@example.org"), "99003").person
    ours, theirs = make_group("AG schreibt mit", coordinator=stranger), make_group("AG schreibt", coordinator=stranger)
    join_group(ours, garden.people["member"])
    for which, owner, readers, for_all in (
        ("of the member's group", ours, ALL_MEMBERS, False),
        ("of a group of others", theirs, NOBODY, False),
        ("of a county of others", County.objects.get(key="99003"), NOBODY, False),
        ("shown to all members", theirs, ALL_MEMBERS, True),
    ):
        _draft(garden, which, owner, stranger, readers, for_all)
    _handed_in(garden, theirs, stranger)
    plant_provenance(garden)


def _handed_in(garden: Garden, owner, author) -> None:
    """Its page has all words of the draft, and nobody but the staff reads it, in the admin; it came back once."""
    words = garden.secret("words of a draft that was handed in", NOBODY)
    title = garden.secret("title of a draft that was handed in", EDITORS)
    reason = garden.secret("why a draft that was handed in came back", EDITORS)  # among what is stored about the editor
    draft = make_draft(owner, f"Kurs {title}", by=author, text=f"Kurs {words}.")
    adopt(draft, by=author)
    step(hand_in(draft, by=author), "send_back", by=garden.people["editor"], reason=f"Kurs {reason}")
    adopt(draft, by=author)
    hand_in(draft, by=author)


def _draft(garden: Garden, which: str, owner, author, readers: frozenset[str], for_all: bool) -> None:
    def planted(part: str, *, seen_by: frozenset[str] = readers) -> str:
        return garden.secret(f"{part} of a draft {which}", seen_by)

    writer = actor_for(author)
    gone = planted("words that were replaced")
    text = f"Kurs {planted('words')} und {gone} und {planted('words that stay')}."
    draft = make_draft(owner, f"Titel {planted('title')}", by=author, text=text, for_all=for_all)
    name_version(draft, name=f"Fassung {planted('name of a version')}", actor=writer)
    _remarks(draft, gone, planted, writer)
    decision = call_decision(draft, days=7, actor=writer)
    answer_decision(decision, "object", reason=f"Kurs {planted('reason of an objection')}", actor=writer)
    call_decision_off(decision, reason=f"Kurs {planted('why a decision was called off')}", actor=writer)


def _remarks(draft: Draft, gone: str, planted, writer) -> None:
    comment = comment_on_draft(draft, f"Kurs {planted('comment')}", actor=writer)
    answer_comment(comment, f"Kurs {planted('answer to a comment')}", actor=writer)
    resolve_comment(comment_on_draft(draft, f"Kurs {planted('settled comment')}", actor=writer), actor=writer)
    deleted = comment_on_draft(draft, f"Kurs {planted('deleted comment', seen_by=NOBODY)}", actor=writer)
    delete_comment(deleted, actor=writer)
    words = Words(planted("accepted words"), planted("reason of a suggestion"))
    accept_suggestion(suggest(draft, Passage(gone), words, actor=writer), actor=writer)
    declined = suggest(draft, Passage("Kurs"), Words(planted("declined words")), actor=writer)
    decline_suggestion(declined, reason=f"Kurs {planted('reason of a decision')}", actor=writer)
