"""What the office reads of the assessments of one application, and who waits for what on the start page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Missing
from plugins.membership.actions.assessments import declare_conflict, save_assessment, send_assessment
from plugins.membership.models import Assessment
from plugins.membership.queries.assessments import assessments_of, assessor_lines, office_lines
from tests.factories import UserFactory, give_seat
from tests.factories.joining import make_application, make_assessment

pytestmark = pytest.mark.django_db


def test_mean_and_spread_of_what_was_sent(application, asked, member, coordinator, mentor, office, whole):
    numbers = list(whole["marks"])
    for assessment, person, points in ((asked[0], member, 0), (asked[1], coordinator, 3)):
        marks = dict(whole["marks"]) | {numbers[0]: (points, "")}
        send_assessment(assessment, summary="Gut", marks=marks, actor=actor_for(person))
    save_assessment(asked[2], **whole, actor=actor_for(mentor))
    overview = assessments_of(actor_for(office), application)
    first, second, _third = overview.lines
    assert (first.points, first.mean, first.lowest, first.highest) == ([0, 3], 1.5, 0, 3)
    assert (second.points, second.mean, second.lowest, second.highest) == ([2, 2], 2, 2, 2)
    assert [words.assessment.state for words in overview.asked] == ["sent", "sent", "open"]
    assert [words.summary for words in overview.asked] == ["Gut", "Gut", ""]


def test_whoever_stepped_back_counts_no_longer(application, asked, member, office, whole):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    declare_conflict(asked[0], reason="Nachbarn", actor=actor_for(member))
    overview = assessments_of(actor_for(office), application)
    assert (overview.lines, overview.columns, overview.asked[0].summary) == ([], [], "")


@pytest.mark.parametrize("who", ["member", "outsider", "editor", "applicant"])
def test_nobody_but_the_office_has_an_overview(who, application, asked, request):
    with pytest.raises(Missing):
        assessments_of(actor_for(request.getfixturevalue(who)), application)


def test_the_part_that_the_page_of_an_application_shows(application, asked, member, office, whole, as_client):
    send_assessment(asked[0], **whole, actor=actor_for(member))
    request = as_client(office).get(f"/mitglied-werden/bewerbungen/{application.pk}/einschaetzungen/").wsgi_request
    context = Context({"application": application, "request": request})
    page = Template('{% include "bewerbungen/assessments.html" %}').render(context)
    assert "Alex Member" in page and "Passt gut." in page and "2,0" in page
    assert f"/mitglied-werden/bewerbungen/{application.pk}/einschaetzungen/" in page
    assert "Einschätzen abschließen" in page


def test_many_assessments_cost_as_many_queries_as_one(application, office, member):
    actor = actor_for(office)
    make_assessment(application, member, sent=True)
    with CaptureQueriesContext(connection) as few:
        assessments_of(actor, application)
    for number in range(5):
        make_assessment(application, give_seat(UserFactory(), f"9910{number}").person, sent=True)
    with CaptureQueriesContext(connection) as many:
        assert len(assessments_of(actor, application).asked) == 6
    assert len(many) == len(few) <= 10


def test_what_waits_stands_on_the_start_page_of_the_assessor(application, asked, member, outsider, whole, as_client):
    page = as_client(member).get("/start/").content.decode()
    assert f"Bewerbung {application.reference} einschätzen" in page and asked[0].get_absolute_url() in page
    assert "Bewerbungen, die Sie einschätzen" not in as_client(outsider).get("/start/").content.decode()
    send_assessment(asked[0], **whole, actor=actor_for(member))
    assert assessor_lines(actor_for(member), 5) == []


def test_overdue_ones_are_lines_for_the_office_alone(asked, member, office):
    assert office_lines(actor_for(office), 5) == []
    day = timezone.localdate() - timedelta(days=1)
    Assessment.objects.filter(pk=asked[0].pk).update(due_on=day)
    (line,) = office_lines(actor_for(office), 5)
    assert "überfällig" in line.text and line.url.endswith("/einschaetzungen/")
    assert office_lines(actor_for(member), 5) == []
    assert "bis" not in assessor_lines(actor_for(member), 5)[0].note
    asked[0].application.state = "decided"
    asked[0].application.save()
    assert office_lines(actor_for(office), 5) == []


def test_lines_cost_as_many_queries_for_many_as_for_one(member, office):
    for _number in range(3):
        make_assessment(make_application("complete"), member)
        Assessment.objects.update(due_on=timezone.localdate() - timedelta(days=2))
        with CaptureQueriesContext(connection) as asked:
            office_lines(actor_for(office), 9)
            assessor_lines(actor_for(member), 9)
        assert len(asked) <= 12


def test_the_account_leads_assessors_to_their_list(asked, member, outsider, as_client):
    assert "/einschaetzungen/" in as_client(member).get("/konto/").content.decode()
    assert "/einschaetzungen/" not in as_client(outsider).get("/konto/").content.decode()
