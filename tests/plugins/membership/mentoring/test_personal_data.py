"""What mentoring stores about a person is handed out whole and erased whole."""

from __future__ import annotations

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.actions.mentorship_closing import answer_at_the_end, ask_for_change
from plugins.membership.actions.mentorship_steps import skip_step
from plugins.membership.actions.mentorships import decline_mentorship
from plugins.membership.models import ClosingAnswer, MentorChange, MentorOffer, Mentorship
from plugins.membership.personal_data import mentoring as personal_data
from tests.factories.mentoring import make_mentorship, offer_of
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db


def handed_out(person):
    return json.dumps(personal_data.hand_out(person), cls=DjangoJSONEncoder, ensure_ascii=False)


@pytest.fixture
def mentorship(mentor, outsider, office):
    offer_of(mentor, sentence="Jede zweite Woche", capacity=2, topics=("Wohnen",))
    made = make_mentorship(mentor, outsider, office=office, weeks_ago=11)
    ask_for_change(made, "Wegen der Entfernung", actor=actor_for(outsider))
    skip_step(made.steps.get(kind="search"), "kannte ich", actor=actor_for(outsider))
    follow_mentorships()
    answer_at_the_end(made, actor=actor_for(outsider), helped="Der Anruf", recommends=True, would_mentor=True)
    return made


def test_each_gets_their_own_and_nothing_that_the_other_told_the_office(mentorship, mentor, outsider, office):
    assert "Jede zweite Woche" in handed_out(mentor) and "Wohnen" in handed_out(mentor)
    own = ("Wegen der Entfernung", "kannte ich", "Der Anruf")
    assert [words in handed_out(outsider) for words in own] == [True, True, True]
    assert [words in handed_out(mentor) for words in own] == [False, False, False]
    assert "Outsider" in handed_out(mentor) and "Mentor" in handed_out(outsider)
    assert personal_data.hand_out(office)["assigned_for_the_office"][0]["pk"] == mentorship.pk


def test_a_new_member_is_not_told_who_said_no(mentor, outsider, office):
    decline_mentorship(
        make_mentorship(mentor, outsider, office=office, state="asked"), actor=actor_for(mentor), reason="Elternzeit"
    )
    assert personal_data.hand_out(outsider)["with_a_mentor"] == []
    assert "Elternzeit" in handed_out(mentor)


def test_erasing_takes_the_words_ends_what_runs_and_tells_the_office(mentorship, mentor, outsider, office):
    (sentence_,) = personal_data.erase(outsider)
    assert "bleibt mit ihren Daten" in sentence_
    row = Mentorship.objects.get()
    assert (row.state, row.end_reason) == ("ended", "seat")
    assert not MentorChange.objects.exists() and not ClosingAnswer.objects.exists()
    assert not row.steps.exclude(word="").exists() and not row.steps.filter(marked_by=outsider).exists()
    dispatch_pending()
    told = [sentence(one) for one in notifications_of(actor_for(office))]
    assert any("Ein Sitz hat geendet" in words for words in told)
    assert MentorOffer.objects.filter(pk=mentor.pk).exists()


def test_erasing_a_mentor_takes_the_offer_and_the_office_leaves_no_name(mentorship, mentor, office):
    personal_data.erase(mentor)
    assert not MentorOffer.objects.exists()
    personal_data.erase(office)
    assert Mentorship.objects.get().assigned_by is None


def test_of_whoever_has_nothing_to_do_with_it_nothing_remains(member):
    assert personal_data.erase(member) == []
    assert personal_data.hand_out(member)["offer"] is None
