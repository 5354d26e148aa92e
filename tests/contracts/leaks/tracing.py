"""What a published draft tells of itself to all members, and what it never tells, when others worked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from plugins.api.actors import actor_for
from tests.factories import UserFactory, give_seat, make_challenge, make_draft, make_group, make_publication
from workspace.actions.decisions import answer_decision, call_decision, finish_decision
from workspace.actions.draft_joining import merge_draft
from workspace.actions.drafts import name_version
from workspace.actions.remarks import comment_on_draft
from workspace.drafting.document import SharedText
from workspace.drafting.store import load, write_rows
from workspace.models import Draft, DraftState, WorkingGroup

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
ALL_MEMBERS = frozenset({"member", "members' token"})


def plant_provenance(garden: Garden) -> None:
    """A recommendation of a group that all members knew of and that has closed, and one of a hidden group."""
    for which, visibility, named in (("a closed group", "members", ALL_MEMBERS), ("a hidden group", "hidden", NOBODY)):
        _recommendation(garden, which, visibility, named)


def _recommendation(garden: Garden, which: str, visibility: str, named: frozenset[str]) -> None:
    def planted(part: str, readers: frozenset[str] = ALL_MEMBERS) -> str:
        return garden.secret(f"{part} of a recommendation of {which}", readers)

    leader = UserFactory(last_name=planted("coordinator", named))  # without a seat: no directory tells the name
    asker = give_seat(UserFactory(email=f"fragt-{visibility}@example.org"), "99003").person
    group = make_group(
        f"AG {planted('group', named)}",
        mandate=f"Kurs {planted('mandate', named)}",
        visibility=visibility,
        coordinator=leader,
    )
    lead = actor_for(leader)
    draft = make_draft(
        group, f"Titel {planted('title of the draft', NOBODY)}", by=leader, text=f"Kurs {planted('text')}."
    )
    source = make_draft(
        group,
        f"Titel {planted('title of the source', NOBODY)}",
        by=leader,
        text=f"Kurs {planted('text that came in')}.",
    )
    comment_on_draft(draft, f"Kurs {planted('comment', NOBODY)}", actor=lead)
    merge_draft(draft, source, actor=lead)
    name_version(draft, name=f"Fassung {planted('name of a version')}", actor=lead)
    challenge = make_challenge(f"Frage {planted('challenge', ALL_MEMBERS | {'editor'})}", by=asker)
    draft.challenges.add(challenge)
    decision = call_decision(Draft.objects.get(pk=draft.pk), days=7, actor=lead)
    answer_decision(decision, "abstain", reason=f"Kurs {planted('reason of an answer')}", actor=lead)
    decision = finish_decision(decision, actor=lead)
    entry = garden.entry(f"of {which}", "recommendation", title=f"Empfehlung {which}", released=True)
    make_publication(draft, by=leader, decision=decision, entry=entry)
    _write_on(draft, f"Kurs {planted('words after the publication', NOBODY)}.", leader.pk)
    WorkingGroup.objects.filter(pk=group.pk).update(state="closed", closed_at=timezone.now())


def _write_on(draft: Draft, words: str, author: int) -> None:
    """The text is taken up again."""
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.WRITING)
    text: SharedText = load(draft.pk)[0].of(author)
    block = {"type": "paragraph", "content": [{"type": "text", "text": words}]}
    write_rows(draft.pk, [(author, text.add({"type": "doc", "content": [block]}))])
