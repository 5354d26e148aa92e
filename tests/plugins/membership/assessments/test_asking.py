"""The office asks: members of different counties, none of the applicant's, named before anything is sent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.membership.actions.assessments import ask_assessors, declare_conflict, send_assessment
from plugins.membership.models import Assessment
from plugins.membership.queries.assessors import candidates, proposed
from tests.cast import yesterday
from tests.factories import UserFactory, give_seat, tell_members
from tests.factories.joining import make_application, make_assessment

pytestmark = pytest.mark.django_db


def soon():
    return timezone.localdate() + timedelta(days=14)


def address(application) -> str:
    return f"/mitglied-werden/bewerbungen/{application.pk}/einschaetzungen/"


def names(found) -> list[str]:
    return [one.person.email.partition("@")[0] for one in found]


def test_proposals_are_of_three_counties_and_never_of_the_applicants(application, office, member, coordinator, mentor):
    for number, county in enumerate(("99005", "99001", "99002", "99004", "99004")):
        give_seat(UserFactory(email=f"weitere{number}@example.org"), county)
    found = candidates(actor_for(office), application)
    assert "weitere0" not in names(found)
    counties = [one.county.key for one in proposed(found)]
    assert len(counties) == len(set(counties)) == 3 and "99005" not in counties


def test_whoever_also_sits_for_the_applicants_county_is_not_proposed(application, office, member):
    give_seat(member, "99005")
    assert names(candidates(actor_for(office), application)) == []


@pytest.mark.parametrize("end", [None, yesterday()])
def test_whose_seat_has_ended_is_not_proposed(application, office, end):
    give_seat(UserFactory(email="frueher@example.org"), "99002", end=end)
    assert names(candidates(actor_for(office), application)) == (["frueher"] if end is None else [])


def test_reasons_in_words_and_the_most_suitable_first(round, office, member, coordinator, mentor):
    application = make_application("complete", county="09772", round=round, reasons="Wir fragen nach Mobilität.")
    give_seat(UserFactory(email="bayern@example.org"), "09771")
    give_seat(UserFactory(email="hessen@example.org"), "06631")
    tell_members(mentor, topics=["Mobilität", "Wohnen"])
    make_assessment(make_application("complete"), member)
    make_assessment(make_application("accepted"), coordinator, sent=True)
    found = {names([one])[0]: one for one in candidates(actor_for(office), application)}
    assert found["member"].open == 1 and "1 andere Einschätzung ist offen" in found["member"].reasons
    assert "kennt sich aus mit: Mobilität" in found["mentor"].reasons
    assert "hat 1 Bewerbung eingeschätzt" in found["coordinator"].reasons
    assert "aus demselben Land" in found["bayern"].reasons and "aus einem anderen Land" in found["hessen"].reasons
    assert list(found) == ["mentor", "coordinator", "hessen", "bayern", "member"]


def test_many_candidates_cost_as_many_queries_as_few(application, office, member):
    actor = actor_for(office)
    with CaptureQueriesContext(connection) as few:
        candidates(actor, application)
    for number in range(8):
        tell_members(give_seat(UserFactory(), f"9910{number}").person, topics=["Wohnen"])
    with CaptureQueriesContext(connection) as many:
        assert len(candidates(actor, application)) == 9
    assert len(many) == len(few) <= 8


def test_the_office_sees_all_names_before_it_asks(application, office, member, coordinator, mentor, as_client):
    browser = as_client(office)
    page = browser.get(address(application)).content.decode()
    assert page.count(" checked") == 3
    data = {"people": [member.pk, mentor.pk], "due_on": soon().isoformat()}
    page = browser.post(address(application), {**data, "do": "check"}).content.decode()
    assert "Diese Personen werden gefragt" in page and "Alex Member" in page and "Alex Coordinator" not in page
    assert not Assessment.objects.exists()
    page = browser.post(address(application), {**data, "do": "change"}).content.decode()
    assert page.count(" checked") == 2
    assert browser.post(address(application), {**data, "do": "send"}).status_code == 302
    assert {one.assessor for one in application.assessments.all()} == {member, mentor}


@pytest.mark.parametrize(
    ("people", "days", "field"),
    [
        (["member"], 14, "people"),
        ([], 14, "people"),
        (["member", "coordinator"], 0, "due_on"),
        (["member", "second of Auental"], 14, "people"),
        (["member", "of Seewinkel"], 14, "people"),
        (["member", "former_member"], 14, "people"),
        (["member", "applicant"], 14, "people"),
    ],
)
def test_what_cannot_be_asked(application, request, office, member, people, days, field):
    others = {"second of Auental": "99001", "of Seewinkel": "99005"}
    chosen = [
        give_seat(UserFactory(), others[who]).person if who in others else request.getfixturevalue(who)
        for who in people
    ]
    due = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Invalid) as raised:
        ask_assessors(application, chosen, due_on=due, actor=actor_for(office))
    assert list(raised.value.errors) == [field]
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("state", ["received", "asked", "decided", "accepted", "declined", "withdrawn"])
def test_only_a_complete_application_is_read(state, office, member, coordinator):
    with pytest.raises(Refused):
        ask_assessors(make_application(state), [member, coordinator], due_on=soon(), actor=actor_for(office))


def test_members_and_assessors_ask_nobody(application, asked, member, outsider, editor, as_client):
    give_seat(person := UserFactory(), "99006")
    for who, error in ((member, Refused), (outsider, Missing), (editor, Missing)):
        with pytest.raises(error):
            ask_assessors(application, [person], due_on=soon(), actor=actor_for(who))
        assert as_client(who).get(address(application)).status_code == 404
        assert as_client(who).post(address(application) + "abschliessen/").status_code == 404


def test_after_a_conflict_somebody_of_another_county_is_asked(application, asked, mentor, outsider, office, whole):
    declare_conflict(asked[2], reason="Gemeinsames Projekt", actor=actor_for(mentor))
    give_seat(colleague := UserFactory(), "99003")
    assert names(candidates(actor_for(office), application)) == ["outsider"]
    with pytest.raises(Invalid):
        ask_assessors(application, [colleague], due_on=soon(), actor=actor_for(office))
    assert ask_assessors(application, [outsider], due_on=soon(), actor=actor_for(office))


def test_an_assessed_application_is_read_again(
    application, asked, member, coordinator, mentor, outsider, office, whole
):
    for assessment, person in zip(asked, (member, coordinator, mentor), strict=True):
        send_assessment(assessment, **whole, actor=actor_for(person))
    application.refresh_from_db()
    assert application.state == "assessed"
    (again,) = ask_assessors(application, [outsider], due_on=soon(), actor=actor_for(office))
    application.refresh_from_db()
    assert application.state == "complete"
    send_assessment(again, **whole, actor=actor_for(outsider))
    application.refresh_from_db()
    assert application.state == "assessed"
