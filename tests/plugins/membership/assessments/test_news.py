"""Who is told what about assessments, by page and by mail, and what happens by the clock over weeks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending
from plugins.membership.actions.assessments import (
    ask_assessors,
    declare_conflict,
    follow_due_assessments,
    send_assessment,
)
from plugins.membership.models import Assessment
from workspace.models import Notification
from workspace.queries.notifications import notifications_of, sentence
from workspace.schedules import announce_mails

pytestmark = pytest.mark.django_db


def work() -> None:
    """What the worker does until there is nothing left to do, mails included."""
    while dispatch_pending():
        pass
    announce_mails()
    dispatch_pending()


def told(person) -> list[str]:
    work()
    return [sentence(one) for one in notifications_of(actor_for(person))]


def after(days: int, hour: int = 9):
    return timezone.localtime().replace(hour=hour, minute=0) + timedelta(days=days)


def test_assessors_are_told_when_they_are_asked_and_nobody_else(
    asked, application, member, outsider, office, applicant
):
    assert told(member) == [f"Das Programmbüro bittet Sie um eine Einschätzung der Bewerbung {application.reference}."]
    assert told(outsider) == told(office) == told(applicant) == []


def test_the_mail_holds_a_link_and_no_county(asked, application, member, coordinator, mentor, mailoutbox):
    work()
    assert sorted(one.to[0] for one in mail.outbox) == sorted([member.email, coordinator.email, mentor.email])
    for one in mail.outbox:
        whole = f"{one.subject} {one.body} {one.alternatives}"
        assert "Eine Bewerbung wartet auf Ihre Einschätzung" in one.body and "/mitteilungen/" in one.body
        assert one.subject == "Eine Bewerbung wartet auf Ihre Einschätzung"
        for hidden in ("Seewinkel", application.name, application.email, application.reference, "Wir wollen"):
            assert hidden not in whole


def test_the_applicant_gets_no_mail_whatever_assessors_do(
    asked, application, member, coordinator, mentor, whole, mailoutbox
):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    declare_conflict(asked[2], reason="Nachbarn", actor=actor_for(mentor))
    send_assessment(asked[1], **whole, actor=actor_for(coordinator))
    follow_due_assessments(after(20))
    work()
    assert application.email not in {address for one in mail.outbox for address in one.to}


def test_over_three_weeks_each_is_reminded_once_and_the_office_told_once(
    asked, application, member, coordinator, office, whole
):
    send_assessment(asked[1], **whole, actor=actor_for(coordinator))
    seen: dict[str, list[int]] = {"member": [], "coordinator": [], "office": []}
    people = {"member": member, "coordinator": coordinator, "office": office}
    before = {name: len(told(person)) for name, person in people.items()}
    for day in range(22):
        for hour in (6, 9, 15):
            follow_due_assessments(after(day, hour))
            for name, person in people.items():
                if len(told(person)) > before[name]:
                    seen[name].append(day)
                    before[name] = len(told(person))
    # due after fourteen days: two of three have not sent theirs, the member and the mentor
    assert seen == {"member": [11], "coordinator": [], "office": [15]}
    assert len(told(office)) == 2


def test_whoever_is_asked_within_the_last_days_is_not_reminded_at_once(application, member, coordinator, office):
    due = timezone.localdate() + timedelta(days=2)
    ask_assessors(application, [member, coordinator], due_on=due, actor=actor_for(office))
    assert len(told(member)) == 1
    follow_due_assessments(after(1))
    assert len(told(member)) == 1


def test_nobody_is_reminded_of_what_has_gone_on(asked, application, member, office):
    before = len(told(member))
    application.state = "decided"
    application.save()
    for day in (12, 15):
        follow_due_assessments(after(day))
    assert (len(told(member)), told(office)) == (before, [])


def test_the_office_hears_when_all_are_in_and_not_before(
    asked, application, member, coordinator, mentor, office, whole
):
    for assessment, person in ((asked[0], member), (asked[1], coordinator)):
        send_assessment(assessment, **whole, actor=actor_for(person))
    assert told(office) == []
    send_assessment(asked[2], **whole, actor=actor_for(mentor))
    assert told(office) == [f"Alle Einschätzungen der Bewerbung {application.reference} sind da."]
    assert not any("sind da" in one for person in (member, coordinator, mentor) for one in told(person))


def test_after_a_conflict_the_office_is_told_and_the_assessor_finds_no_notification(asked, member, office, as_client):
    assert len(told(member)) == 1
    declare_conflict(asked[0], reason="Gemeinsames Projekt", actor=actor_for(member))
    assert told(member) == []
    assert [("Interessenkonflikt" in one, "Projekt" in one) for one in told(office)] == [(True, False)]
    assert "Einschätzung der Bewerbung" not in as_client(member).get("/mitteilungen/").content.decode()


def test_a_conflict_declared_before_the_news_goes_out_tells_nobody_of_it(asked, member):
    declare_conflict(asked[0], reason="Gemeinsames Projekt", actor=actor_for(member))
    work()
    assert not Notification.objects.filter(recipient=member).exists()
    assert Assessment.objects.get(pk=asked[0].pk).state == "conflict"
