"""Somebody else is asked for quietly; the path goes on where it was."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.mentorship_clock import follow_mentorships
from plugins.membership.actions.mentorship_closing import answer_at_the_end, ask_for_change
from plugins.membership.actions.mentorship_steps import mark_step, skip_step
from plugins.membership.actions.mentorships import accept_mentorship, end_mentorship
from plugins.membership.models import MentorChange, Mentorship, Seat, StepKind
from plugins.membership.queries.mentoring import in_need
from plugins.membership.queries.mentoring_lines import office_lines
from tests.factories.mentoring import make_mentorship
from workspace.queries.notifications import notifications_of, sentence

pytestmark = pytest.mark.django_db

WHY = "Die Chemie stimmt nicht"
ENDED = "Die Begleitung ist beendet. Das Programmbüro meldet sich, wenn es weitergeht."
ASKED = "In der Begleitung von Alex Outsider durch Alex Mentor wird um einen Wechsel gebeten."


@pytest.fixture
def mentorship(mentor, outsider, office):
    return make_mentorship(mentor, outsider, office=office, weeks_ago=4)


def told(person):
    dispatch_pending()
    return [sentence(one) for one in notifications_of(actor_for(person))]


def page_of(mentorship, person, as_client):
    return as_client(person).get(mentorship.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("asks", "other"), [("outsider", "mentor"), ("mentor", "outsider")])
def test_only_the_office_learns_it(asks, other, request, mentorship, office, member, as_client):
    asks, other = request.getfixturevalue(asks), request.getfixturevalue(other)
    was_told, before = told(other), page_of(mentorship, other, as_client)
    answer = as_client(asks).post(f"{mentorship.get_absolute_url()}wechsel/", {"text": WHY}, follow=True)
    assert "Davon weiß nur das Programmbüro." in answer.content.decode()
    assert ASKED in told(office)
    assert WHY in page_of(mentorship, office, as_client)
    assert WHY in page_of(mentorship, asks, as_client)
    assert _without_token(page_of(mentorship, other, as_client)) == _without_token(before)
    assert told(other) == was_told
    assert [line.text for line in office_lines(actor_for(office), 5)] == [
        "Bitte um einen Wechsel: Alex Mentor und Alex Outsider"
    ]
    assert not any("change" in entry.action for entry in ModelLogEntry.objects.all())


def _without_token(page):
    return re.sub(r'value="\w{64}"|data-csrf="\w+"|nonce="[^"]*"', "", page)


def test_the_office_ends_it_with_the_same_sentence_for_both_and_asks_somebody_else(
    mentorship, mentor, outsider, coordinator, office, as_client
):
    ask_for_change(mentorship, WHY, actor=actor_for(outsider))
    client = as_client(office)
    page = client.get(f"{mentorship.get_absolute_url()}beenden/").content.decode()
    assert ENDED in page
    assert client.post(f"{mentorship.get_absolute_url()}beenden/").status_code == 302
    assert ENDED in told(mentor) and ENDED in told(outsider)
    for person in (mentor, outsider):
        assert ENDED in page_of(mentorship, person, as_client)
    assert WHY not in page_of(mentorship, mentor, as_client)
    assert in_need(actor_for(office)) == [outsider]
    assert MentorChange.objects.get().settled_at is not None
    overview = client.get("/mentoring/").content.decode()
    assert "Alex Outsider eine Begleitung zuordnen" in overview and "der Weg geht weiter" in overview


def test_the_path_goes_on_where_it_was(mentorship, outsider, mentor, coordinator, office):
    mark_step(mentorship.steps.get(kind=StepKind.CALL), actor=actor_for(mentor))
    skip_step(mentorship.steps.get(kind=StepKind.SEARCH), "kannte ich", actor=actor_for(outsider))
    end_mentorship(mentorship, actor=actor_for(office))
    Mentorship.objects.update(ended_on=timezone.localdate() - timedelta(days=3))
    after = make_mentorship(coordinator, outsider, office=office, state="agreed")
    after = accept_mentorship(after, actor=actor_for(outsider))
    assert after.continues == mentorship
    assert (after.began_on - after.path_from).days == 25
    steps = {step.kind: step for step in after.steps.all()}
    assert steps["call"].done_at is not None and steps["call"].marked_by == mentor
    assert steps["search"].word == "kannte ich"
    assert {kind for kind, step in steps.items() if step.is_open} == {
        "profile",
        "reaction",
        "group",
        "challenge",
        "evaluation",
    }
    assert steps["evaluation"].due_on == after.path_from + timedelta(days=83)


def test_a_path_that_is_nearly_over_has_four_weeks_with_the_next(mentor, outsider, coordinator, office):
    end_mentorship(make_mentorship(mentor, outsider, office=office, weeks_ago=11), actor=actor_for(office))
    after = make_mentorship(coordinator, outsider, office=office, state="agreed")
    after = accept_mentorship(after, actor=actor_for(outsider))
    assert (after.began_on - after.path_from) == timedelta(weeks=8)


def test_steps_of_the_one_before_do_not_count_as_talk_with_the_new_mentor(
    mentorship, mentor, outsider, coordinator, office
):
    mark_step(mentorship.steps.get(kind=StepKind.CALL), actor=actor_for(mentor))
    mentorship.steps.update(done_at=timezone.now() - timedelta(days=20))
    end_mentorship(mentorship, actor=actor_for(office))
    after = make_mentorship(coordinator, outsider, office=office)
    follow_mentorships(after.began_on + timedelta(days=14))
    assert Mentorship.objects.get(pk=after.pk).nudged_on is not None


def test_somebody_asks_once_and_only_while_it_runs(mentorship, outsider, member, office):
    ask_for_change(mentorship, actor=actor_for(outsider))
    with pytest.raises(Refused, match="schon gefragt"):
        ask_for_change(mentorship, actor=actor_for(outsider))
    with pytest.raises(Missing):
        ask_for_change(mentorship, actor=actor_for(member))
    with pytest.raises(Refused):
        ask_for_change(mentorship, actor=actor_for(office))
    end_mentorship(mentorship, actor=actor_for(office))
    with pytest.raises(Refused):
        ask_for_change(mentorship, actor=actor_for(outsider))


def test_a_seat_that_ends_ends_the_mentorship_and_the_office_hears_of_it(mentorship, mentor, outsider, office):
    Seat.objects.filter(person=mentor).update(end=timezone.localdate())
    follow_mentorships(timezone.localdate())
    assert Mentorship.objects.get().state == "running"
    follow_mentorships(timezone.localdate() + timedelta(days=1))
    ended = Mentorship.objects.get()
    assert (ended.state, ended.end_reason) == ("ended", "seat")
    assert "Ein Sitz hat geendet und damit die Begleitung von Alex Outsider durch Alex Mentor." in told(office)
    assert ENDED in told(outsider)


def test_a_seat_that_the_office_ends_by_hand_counts_at_once(mentorship, mentor, office):
    dispatch_pending()
    seat = Seat.objects.get(person=mentor)
    seat.end = timezone.localdate() - timedelta(days=1)
    seat.save()
    dispatch_pending()
    assert Mentorship.objects.get().state == "ended"


def test_only_the_office_reads_both_answers(mentor, outsider, office, as_client):
    mentorship = make_mentorship(mentor, outsider, office=office, weeks_ago=11)
    follow_mentorships()
    answer_at_the_end(mentorship, actor=actor_for(mentor), helped="Regelmäßige Zeiten", recommends=True)
    page = as_client(outsider).post(
        f"{mentorship.get_absolute_url()}rueckblick/", {"helped": "", "missing": "Mehr Besuche", "recommends": "True"}
    )
    assert "Mehr Besuche" in page.content.decode()
    said = {"helped": "Der Anruf", "missing": "Mehr Besuche", "recommends": "False", "would_mentor": "True"}
    assert as_client(outsider).post(f"{mentorship.get_absolute_url()}rueckblick/", said).status_code == 302
    seen = {
        name: ("Regelmäßige Zeiten" in page, "Mehr Besuche" in page)
        for name, person in (("mentor", mentor), ("outsider", outsider), ("office", office))
        for page in [page_of(mentorship, person, as_client)]
    }
    assert seen == {"mentor": (True, False), "outsider": (False, True), "office": (True, True)}
    assert Mentorship.objects.get().state == "closed"
    assert "Wären Sie in einem Jahr" not in page_of(mentorship, mentor, as_client)
