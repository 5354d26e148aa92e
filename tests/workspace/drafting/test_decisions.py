"""A group decides about a frozen text: who is asked, how it ends, what stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import County
from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.api.outbox import dispatch_pending
from tests.factories import UserFactory, give_seat, join_group, make_draft
from tests.workspace.drafting.test_drafts import written
from workspace.actions.decisions import (
    answer_decision,
    call_decision,
    call_decision_off,
    end_due_decisions,
    finish_decision,
    remind_of_decisions,
    take_text_up_again,
)
from workspace.actions.drafts import close_draft, rename_draft
from workspace.actions.groups import edit_group
from workspace.actions.life import close_group
from workspace.actions.places import remove_person
from workspace.actions.remarks import Words, comment_on_draft, suggest
from workspace.drafting.passages import Passage
from workspace.drafting.store import NotWritable
from workspace.models import Decision, Draft, DraftState, GroupMembership, GroupRole
from workspace.queries.decisions import is_as_decided, result_of
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(group):
    """A third person who writes in the group, for a county of her own."""
    person = give_seat(UserFactory(email="dritte@example.org"), "99004").person
    join_group(group, person)
    return person


@pytest.fixture
def adviser(group, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return mentor


@pytest.fixture
def draft(group, coordinator):
    return make_draft(group, by=coordinator)


@pytest.fixture
def decision(draft, coordinator, member, writer, adviser):
    return call_decision(draft, days=7, actor=actor_for(coordinator))


def fresh(thing):
    return type(thing).objects.get(pk=thing.pk)


def answers(decision, **given) -> None:
    for person, answer in given.values():
        answer_decision(decision, answer, reason="Weil es so ist.", actor=actor_for(person))


def end(decision) -> Decision:
    Decision.objects.filter(pk=decision.pk).update(ends_at=timezone.now() - timedelta(minutes=1))
    end_due_decisions()
    return fresh(decision)


def told(person) -> list[str]:
    while dispatch_pending():
        pass
    return [sentence(one) for one in notifications_of(actor_for(person))]


def test_calling_freezes_the_text_and_asks_those_who_write(decision, draft, coordinator, member, writer, adviser):
    assert {voice.person for voice in decision.voices.all()} == {coordinator, member, writer}
    assert {voice.county.key for voice in decision.voices.all()} == {"99001", "99002", "99004"}
    assert (decision.quorum, fresh(draft).state) == (2, DraftState.DECIDING)
    with pytest.raises(NotWritable):
        written(draft, member, "Doch anders.")
    for verb in ("write", "suggest", "rename", "restore", "close", "call_decision"):
        assert not may(actor_for(coordinator), verb, fresh(draft))
    comment_on_draft(draft, "Schade.", passage=Passage("eine Telefonnummer"), actor=actor_for(adviser))
    assert is_as_decided(decision)


def test_who_coordinates_calls_it_for_one_to_sixty_days(draft, member, coordinator):
    with pytest.raises(Refused):
        call_decision(draft, days=7, actor=actor_for(member))
    for days in (0, 61):
        with pytest.raises(Invalid):
            call_decision(draft, days=days, actor=actor_for(coordinator))
    decision = call_decision(draft, days=1, actor=actor_for(coordinator))
    assert timezone.localdate(decision.ends_at) == timezone.localdate() + timedelta(days=1)


def test_only_who_was_asked_answers_and_an_objection_needs_a_reason(decision, member, adviser, outsider, coordinator):
    for person in (adviser, outsider):
        assert not may(actor_for(person), "answer", decision)
    with pytest.raises(Invalid):
        answer_decision(decision, "object", actor=actor_for(member))
    with pytest.raises(Invalid):
        answer_decision(decision, "vielleicht", actor=actor_for(member))
    answer_decision(decision, "object", reason="Zu teuer.", actor=actor_for(member))
    answer_decision(decision, "agree", actor=actor_for(member))
    assert [voice.answer for voice in decision.voices.filter(person=member)] == ["agree"]


def test_who_comes_later_is_not_asked_and_who_leaves_answers_no_more(decision, group, outsider, member, coordinator):
    join_group(group, outsider)
    assert not may(actor_for(outsider), "answer", decision)
    place = GroupMembership.objects.get(group=group, user=member)
    remove_person(place, reason="Das Thema passt nicht.", actor=actor_for(coordinator))
    assert not may(actor_for(member), "answer", fresh(decision))


@pytest.mark.parametrize(
    ("member_says", "writer_says", "outcome"),
    [
        ("agree", "object", "not_adopted"),
        ("agree", "abstain", "adopted"),
        ("agree", "agree", "adopted"),
        ("abstain", "abstain", "not_adopted"),
        ("agree", None, "not_adopted"),
    ],
)
def test_it_is_adopted_when_enough_answered_and_more_agree_than_object(
    decision, draft, member, writer, member_says, writer_says, outcome
):
    for person, says in ((member, member_says), (writer, writer_says)):
        if says:
            answer_decision(decision, says, reason="Deshalb.", actor=actor_for(person))
    ended = end(decision)
    assert ended.outcome == outcome
    assert fresh(draft).state == (DraftState.DECIDED if outcome == "adopted" else DraftState.WRITING)
    assert not may(actor_for(member), "answer", ended)


def test_dissent_stays_beside_the_result(decision, coordinator, member, writer):
    answers(decision, a=(coordinator, "agree"), b=(member, "object"), c=(writer, "agree"))
    result = result_of(end(decision))
    assert (result.agree, result.object, result.abstain, result.answered, result.outcome) == (2, 1, 0, 3, "adopted")
    objection = decision.voices.get(answer="object")
    assert (objection.reason, objection.county.key) == ("Weil es so ist.", "99001")


def test_the_group_sets_how_many_have_to_answer(group, draft, coordinator, member, writer):
    edit_group(group, {"quorum": 100}, actor=actor_for(coordinator))
    decision = call_decision(fresh(draft), days=7, actor=actor_for(coordinator))
    assert decision.quorum == 3


def test_it_ends_early_once_all_have_answered(decision, draft, coordinator, member, writer):
    answers(decision, a=(coordinator, "agree"), b=(member, "agree"))
    with pytest.raises(Refused):
        finish_decision(decision, actor=actor_for(coordinator))
    answers(decision, c=(writer, "abstain"))
    with pytest.raises(Refused):
        finish_decision(decision, actor=actor_for(member))
    assert finish_decision(decision, actor=actor_for(coordinator)).outcome == "adopted"


def test_it_is_called_off_with_a_reason(decision, draft, coordinator, member):
    with pytest.raises(Invalid):
        call_decision_off(decision, reason=" ", actor=actor_for(coordinator))
    with pytest.raises(Refused):
        call_decision_off(decision, reason="Nein.", actor=actor_for(member))
    called_off = call_decision_off(decision, reason="Abschnitt 3 fehlt.", actor=actor_for(coordinator))
    assert (called_off.outcome, called_off.end_reason) == ("called_off", "Abschnitt 3 fehlt.")
    written(draft, member, "Doch anders.")


def test_a_change_after_the_decision_needs_a_new_one(decision, draft, coordinator, member, writer):
    answers(decision, a=(coordinator, "agree"), b=(member, "agree"))
    end(decision)
    with pytest.raises(NotWritable):
        written(draft, member, "Doch anders.")
    with pytest.raises(Refused):
        take_text_up_again(fresh(draft), actor=actor_for(member))
    again = take_text_up_again(fresh(draft), actor=actor_for(coordinator))
    assert is_as_decided(fresh(decision))
    suggest(again, Passage("eine Telefonnummer"), Words("zwei"), actor=actor_for(member))
    assert is_as_decided(fresh(decision)), "a suggestion beside the text does not change it"
    rename_draft(again, title="Anders", actor=actor_for(member))
    assert not is_as_decided(fresh(decision))
    second = call_decision(again, days=7, actor=actor_for(coordinator))
    assert second.version.digest != decision.version.digest


def test_people_are_asked_reminded_once_and_told_what_came_of_it(decision, coordinator, member, writer, adviser):
    asked = "Sie werden gefragt: Ist „Empfehlung Wohnraum“ so Ihr Text?"
    assert asked in told(member) and asked not in told(coordinator) and asked not in told(adviser)
    answer_decision(decision, "agree", actor=actor_for(member))
    Decision.objects.filter(pk=decision.pk).update(ends_at=timezone.now() + timedelta(hours=3))
    remind_of_decisions()
    remind_of_decisions()
    ends = (
        "Die Abstimmung über „Empfehlung Wohnraum“ endet innerhalb eines Tages, und Sie haben noch nicht geantwortet."
    )
    assert told(writer).count(ends) == 1 and ends not in told(member)
    answer_decision(decision, "agree", actor=actor_for(writer))
    end(decision)
    for person in (coordinator, member, adviser):
        assert "„Empfehlung Wohnraum“ ist beschlossen." in told(person)


def test_with_its_group_an_open_decision_ends(decision, group, draft, coordinator):
    close_group(group, report="Fertig.", actor=actor_for(coordinator))
    assert (fresh(decision).outcome, fresh(draft).state) == ("called_off", DraftState.CLOSED)


def test_a_closed_draft_is_not_decided_about(draft, coordinator):
    close_draft(draft, actor=actor_for(coordinator))
    with pytest.raises(Refused):
        call_decision(draft, days=7, actor=actor_for(coordinator))


def test_in_a_county_those_who_sit_for_it_decide(member):
    draft = make_draft(County.objects.get(key="99001"), by=member)
    decision = call_decision(draft, days=7, actor=actor_for(member))
    answer_decision(decision, "agree", actor=actor_for(member))
    finish_decision(decision, actor=actor_for(member))
    assert Draft.objects.get(pk=draft.pk).state == DraftState.DECIDED
