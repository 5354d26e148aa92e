"""What groups and counties write together: text, versions, remarks; each word for those whose draft it is alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.models import County
from plugins.api.actors import actor_for
from tests.contracts.leaks.tracing import plant_provenance
from tests.factories import UserFactory, give_seat, join_group, make_draft, make_group
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
    plant_provenance(garden)


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
