"""Who is told what about drafts."""

from __future__ import annotations

import pytest

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from tests.factories import join_group, make_draft
from workspace.actions.drafts import start_draft
from workspace.actions.remarks import (
    Words,
    accept_suggestion,
    answer_comment,
    comment_on_draft,
    decline_suggestion,
    suggest,
    withdraw_suggestion,
)
from workspace.drafting.passages import Passage
from workspace.models import GroupRole
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db


def told(person) -> list[tuple[str, str]]:
    """Sentence and address, the newest first."""
    while dispatch_pending():
        pass
    return [(sentence(one), one.url) for one in notifications_of(actor_for(person))]


@pytest.fixture
def adviser(group, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return mentor


@pytest.fixture
def draft(group, coordinator, adviser):
    draft = make_draft(group, by=coordinator)
    while dispatch_pending():
        pass
    return draft


def test_a_new_draft_is_told_to_the_group_but_for_its_author(group, coordinator, member, adviser, outsider):
    draft = start_draft(group, title="Empfehlung", actor=actor_for(member))
    news = [("Ein neuer Entwurf von „AG Wohnen“: „Empfehlung“.", draft.get_absolute_url())]
    assert (told(coordinator), told(adviser), told(member), told(outsider)) == (news, news, [], [])


def test_remarks_are_told_once_a_day_however_many_there_are(draft, coordinator, member, adviser):
    before = len(told(member))
    for words in ("Welche?", "Und wer zahlt?"):
        comment_on_draft(draft, words, actor=actor_for(adviser))
    suggest(draft, Passage("eine Telefonnummer"), Words("zwei"), actor=actor_for(adviser))
    assert [one for one, _url in told(member)][: len(told(member)) - before] == [
        "Neue Kommentare oder Vorschläge im Entwurf „Empfehlung Wohnraum“."
    ]


def test_who_asked_hears_of_the_answer(draft, coordinator, adviser):
    comment = comment_on_draft(draft, "Welche?", actor=actor_for(adviser))
    answer_comment(comment, "Die des Landkreises.", actor=actor_for(coordinator))
    said = ("Jemand hat auf Ihren Kommentar zum Entwurf „Empfehlung Wohnraum“ geantwortet.",)
    assert (*said, f"{draft.get_absolute_url()}#bemerkung-{comment.pk}") in told(adviser)


def test_who_suggested_hears_what_became_of_it(draft, coordinator, adviser):
    taken = suggest(draft, Passage("Wir"), Words("Alle"), actor=actor_for(adviser))
    not_taken = suggest(draft, Passage("eine"), Words("keine"), actor=actor_for(adviser))
    back = suggest(draft, Passage("empfehlen"), Words("raten"), actor=actor_for(adviser))
    accept_suggestion(taken, actor=actor_for(coordinator))
    decline_suggestion(not_taken, reason="Ohne geht es nicht.", actor=actor_for(coordinator))
    withdraw_suggestion(back, actor=actor_for(adviser))
    sentences = [one for one, _url in told(adviser)]
    assert "Ihr Vorschlag für den Entwurf „Empfehlung Wohnraum“ wurde angenommen." in sentences
    assert [one for one in sentences if "abgelehnt" in one] and len(
        [one for one in sentences if "Vorschlag" in one]
    ) == 2
