"""Asking all members about a draft: who is asked, what they say, what the group answers."""

from __future__ import annotations

import pytest

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from tests.factories import contribute_to, end_of, make_consultation
from workspace.actions.consultations import (
    Said,
    answer_contribution,
    change_contribution,
    contribute,
    contribute_all,
    withdraw_contribution,
)
from workspace.drafting.passages import Passage
from workspace.models import Contribution, DraftState
from workspace.queries.consultations import unanswered

pytestmark = pytest.mark.django_db


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
    assert not unanswered(draft)
    end_of(consultation)
    assert [one.waiting for one in unanswered(draft)] == [2]
    for contribution in (first, second):
        answer_contribution(contribution, "taken_up", "Steht jetzt darin.", actor=actor_for(coordinator))
    assert not unanswered(draft)


def test_a_contribution_is_its_authors_until_the_end(consultation, outsider, member):
    said = contribute_to(consultation, by=outsider)
    for act in (change_contribution, withdraw_contribution):
        with pytest.raises(Refused):
            act(said, actor=actor_for(member), **({"text": "Anders"} if act is change_contribution else {}))
    assert change_contribution(said, text="Kürzer bitte.", actor=actor_for(outsider)).text == "Kürzer bitte."
    with pytest.raises(Invalid):
        change_contribution(said, text=" ", actor=actor_for(outsider))
    withdrawn = contribute_to(consultation, by=outsider, text="Ein Irrtum.")
    withdraw_contribution(withdrawn, actor=actor_for(outsider))
    assert list(Contribution.objects.values_list("text", flat=True)) == ["Kürzer bitte."]
    end_of(consultation)
    with pytest.raises(Refused):
        change_contribution(said, text="Zu spät", actor=actor_for(outsider))
    with pytest.raises(Refused):
        withdraw_contribution(said, actor=actor_for(outsider))


def test_changing_a_contribution_does_not_make_a_county_answer_twice(consultation, outsider):
    of_county = contribute_to(consultation, by=outsider, for_county=True)
    own = contribute_to(consultation, by=outsider, text="Nur von mir.")
    change_contribution(of_county, text="Genauer.", is_of_county=True, actor=actor_for(outsider))
    with pytest.raises(Invalid):
        change_contribution(own, text="Auch vom Kreis.", is_of_county=True, actor=actor_for(outsider))


def test_a_county_comments_on_no_passage_as_a_whole(consultation, outsider):
    words = Said("Zwei wären besser.", passage=Passage("eine Telefonnummer"), is_of_county=True)
    with pytest.raises(Invalid) as refused:
        contribute(consultation, words, actor=actor_for(outsider))
    assert "is_of_county" in refused.value.errors


def test_of_several_things_said_at_once_all_are_taken_or_none(consultation, outsider):
    question = consultation.questions.get()
    said = {"question": Said("Die Kosten.", question=question), "passage": Said("Welche?", passage=Passage("nirgends"))}
    with pytest.raises(Invalid) as refused:
        contribute_all(consultation, said, actor=actor_for(outsider))
    assert list(refused.value.errors) == ["passage_quote"] and not Contribution.objects.exists()
    said["passage"] = Said("Welche?", passage=Passage("eine Telefonnummer"))
    assert len(contribute_all(consultation, said, actor=actor_for(outsider))) == 2
