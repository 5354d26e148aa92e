"""Comments and suggestions beside a draft: whose they are, what becomes of them, and of the words they are about."""

from __future__ import annotations

import pytest

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from tests.factories import join_group, make_draft
from tests.workspace.drafting.test_drafts import typed_before, words, written
from workspace.actions.remarks import (
    Words,
    accept_suggestion,
    answer_comment,
    comment_on_draft,
    decline_suggestion,
    delete_comment,
    reopen_comment,
    resolve_comment,
    suggest,
    withdraw_suggestion,
)
from workspace.drafting.passages import Passage
from workspace.drafting.store import load
from workspace.models import GroupRole, SuggestionState
from workspace.queries.drafts import comments_of, suggestions_of

pytestmark = pytest.mark.django_db

TEXT = "Wir empfehlen eine Telefonnummer.\n\nSie ist abends besetzt, und sie ist am Wochenende besetzt."


@pytest.fixture
def draft(group, coordinator):
    return make_draft(group, by=coordinator, text=TEXT)


@pytest.fixture
def adviser(group, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return mentor


def marked(draft, remark) -> str:
    """The words in the text that a remark is about now."""
    return load(draft.pk)[0].marked("comment" if remark.mark.startswith("c") else "suggestion", remark.mark)


def test_an_adviser_comments_on_a_passage_and_it_follows_its_words(draft, adviser, member):
    comment = comment_on_draft(draft, "Welche?", passage=Passage("eine Telefonnummer"), actor=actor_for(adviser))
    assert (comment.quote, comment.county.key) == ("eine Telefonnummer", "99003")
    typed_before(draft, member, "Änderung: ")
    assert words(draft).startswith("Änderung: Wir empfehlen")
    assert marked(draft, comment) == "eine Telefonnummer"


def test_of_the_same_words_twice_the_place_decides(draft, adviser):
    with pytest.raises(Invalid):
        comment_on_draft(draft, "Nachts auch?", passage=Passage("besetzt"), actor=actor_for(adviser))
    start = len("Sie ist abends besetzt, und sie ist am Wochenende ")
    passage = Passage("besetzt", block=1, start=start, end=start + len("besetzt"))
    comment = comment_on_draft(draft, "Nachts auch?", passage=passage, actor=actor_for(adviser))
    suggestion = suggest(draft, Passage("abends besetzt"), Words("abends erreichbar"), actor=actor_for(adviser))
    assert (marked(draft, comment), marked(draft, suggestion)) == ("besetzt", "abends besetzt")


def test_a_comment_is_answered_settled_opened_again_and_deleted(draft, adviser, member, outsider):
    comment = comment_on_draft(draft, "Welche?", actor=actor_for(adviser))
    answer = answer_comment(comment, "Die des Landkreises.", actor=actor_for(member))
    assert answer_comment(answer, "Danke.", actor=actor_for(adviser)).answers_to == comment
    assert not may(actor_for(member), "resolve", answer)
    assert resolve_comment(comment, actor=actor_for(member)).resolved_by == member
    with pytest.raises(Refused):
        resolve_comment(comment, actor=actor_for(member))
    assert not reopen_comment(comment, actor=actor_for(adviser)).is_resolved
    with pytest.raises(Refused):
        delete_comment(comment, actor=actor_for(member))
    deleted = delete_comment(comment, actor=actor_for(adviser))
    assert (deleted.text, deleted.is_deleted) == ("", True)
    assert comments_of(actor_for(member), draft).count() == 3
    assert not comments_of(actor_for(outsider), draft)


def test_an_accepted_suggestion_stands_in_the_text_as_its_authors_words(draft, adviser, coordinator):
    suggestion = suggest(draft, Passage("eine Telefonnummer"), Words("zwei Nummern"), actor=actor_for(adviser))
    with pytest.raises(Refused):
        accept_suggestion(suggestion, actor=actor_for(adviser))
    accepted = accept_suggestion(suggestion, actor=actor_for(coordinator))
    assert (accepted.state, accepted.decided_by) == (SuggestionState.ACCEPTED, coordinator)
    assert words(draft).startswith("Wir empfehlen zwei Nummern.")
    lengths = [(size, who) for size, who in load(draft.pk)[0].authors_of_blocks()[0]]
    assert lengths == [(14, coordinator.pk), (len("zwei Nummern"), adviser.pk), (1, coordinator.pk)]
    with pytest.raises(Refused):
        accept_suggestion(accepted, actor=actor_for(coordinator))


def test_a_suggestion_to_delete_words(draft, adviser, coordinator):
    suggestion = suggest(draft, Passage(", und sie ist am Wochenende besetzt"), Words(""), actor=actor_for(adviser))
    accept_suggestion(suggestion, actor=actor_for(coordinator))
    assert words(draft).endswith("Sie ist abends besetzt.")


def test_a_suggestion_is_declined_with_a_reason_alone(draft, adviser, coordinator):
    suggestion = suggest(draft, Passage("eine Telefonnummer"), Words("keine"), actor=actor_for(adviser))
    with pytest.raises(Invalid):
        decline_suggestion(suggestion, reason=" ", actor=actor_for(coordinator))
    declined = decline_suggestion(suggestion, reason="Ohne Nummer geht es nicht.", actor=actor_for(coordinator))
    assert (declined.state, declined.decision_reason) == ("declined", "Ohne Nummer geht es nicht.")
    assert "eine Telefonnummer" in words(draft)
    assert marked(draft, declined) == ""


def test_a_suggestion_made_before_the_words_changed_is_stale(draft, adviser, coordinator, member):
    suggestion = suggest(draft, Passage("eine Telefonnummer"), Words("zwei Nummern"), actor=actor_for(adviser))
    other = suggest(draft, Passage("Telefonnummer"), Words("Adresse"), actor=actor_for(member))
    accept_suggestion(other, actor=actor_for(coordinator))
    with pytest.raises(Invalid) as refused:
        accept_suggestion(suggestion, actor=actor_for(coordinator))
    assert "stale" in refused.value.errors
    assert words(draft).startswith("Wir empfehlen eine Adresse.")
    renewed = suggest(draft, Passage("eine Adresse"), Words("zwei Adressen"), actor=actor_for(adviser))
    withdraw_suggestion(suggestion, actor=actor_for(adviser))
    accept_suggestion(renewed, actor=actor_for(coordinator))
    assert words(draft).startswith("Wir empfehlen zwei Adressen.")


def test_the_same_words_and_words_that_are_not_there_are_no_suggestion(draft, adviser):
    actor = actor_for(adviser)
    for passage, replacement in (("eine Telefonnummer", "eine Telefonnummer"), ("kommt nicht vor", "x"), ("", "x")):
        with pytest.raises(Invalid):
            suggest(draft, Passage(passage), Words(replacement), actor=actor)
    assert not suggestions_of(actor, draft)


def test_only_its_author_takes_a_suggestion_back(draft, adviser, coordinator):
    suggestion = suggest(draft, Passage("eine Telefonnummer"), Words("keine"), actor=actor_for(adviser))
    with pytest.raises(Refused):
        withdraw_suggestion(suggestion, actor=actor_for(coordinator))
    assert withdraw_suggestion(suggestion, actor=actor_for(adviser)).state == "withdrawn"


def test_remarks_of_a_passage_that_was_deleted_stay_with_their_quote(draft, adviser, member):
    comment = comment_on_draft(draft, "Welche?", passage=Passage("eine Telefonnummer"), actor=actor_for(adviser))
    written(draft, member, "Alles neu.")
    assert comments_of(actor_for(member), draft).get().quote == "eine Telefonnummer"
    assert comment.quote not in words(draft)
