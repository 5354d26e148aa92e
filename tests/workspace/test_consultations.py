"""Asking all members about a draft: who is asked, what they say, what the group answers."""

from __future__ import annotations

import pytest

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from tests.factories import contribute_to, end_of, make_consultation, make_draft
from workspace.actions.consultations import answer_contribution
from workspace.models import DraftState
from workspace.queries.consultations import unanswered

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(group, coordinator):
    return make_draft(group, by=coordinator)


@pytest.fixture
def consultation(draft, coordinator):
    return make_consultation(draft, by=coordinator)


def test_the_text_is_frozen_while_members_are_asked_and_written_on_afterwards(consultation, draft, member):
    draft.refresh_from_db()
    assert draft.state == DraftState.CONSULTING
    assert not may(actor_for(member), "write", draft)
    end_of(consultation)
    draft.refresh_from_db()
    assert draft.state == DraftState.WRITING
    assert may(actor_for(member), "write", draft)


def test_members_who_do_not_read_the_draft_read_what_they_are_asked_about(consultation, draft, outsider, guest):
    assert not may(actor_for(outsider), "see", draft)
    assert may(actor_for(outsider), "see", consultation) and may(actor_for(outsider), "contribute", consultation)
    assert not may(actor_for(guest), "see", consultation)


def test_a_county_answers_once_as_county(consultation, outsider):
    contribute_to(consultation, by=outsider, for_county=True)
    contribute_to(consultation, by=outsider, text="Und noch etwas, nur von mir.")
    with pytest.raises(Invalid) as refused:
        contribute_to(consultation, by=outsider, for_county=True)
    assert "is_of_county" in refused.value.errors


def test_answers_come_after_the_end_and_contributions_before(consultation, coordinator, outsider):
    contribution = contribute_to(consultation, by=outsider)
    with pytest.raises(Refused):
        answer_contribution(contribution, "partly", "Der zweite Satz steht jetzt vorn.", actor=actor_for(coordinator))
    end_of(consultation)
    with pytest.raises(Refused):
        contribute_to(consultation, by=outsider)
    answered = answer_contribution(
        contribution, "partly", "Der zweite Satz steht jetzt vorn.", actor=actor_for(coordinator)
    )
    assert answered.is_answered


def test_what_was_said_waits_for_an_answer_once_the_consultation_has_ended(consultation, draft, coordinator, outsider):
    first, second = (contribute_to(consultation, by=outsider, text=text) for text in ("Eins", "Zwei"))
    assert unanswered(draft) == 0
    end_of(consultation)
    assert unanswered(draft) == 2
    for contribution in (first, second):
        answer_contribution(contribution, "taken_up", "Steht jetzt darin.", actor=actor_for(coordinator))
    assert unanswered(draft) == 0
