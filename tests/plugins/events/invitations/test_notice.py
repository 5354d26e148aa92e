"""The early-invitation rule: the office sets it, late invitations say why, and once a year it is told how it went."""

from __future__ import annotations

import pytest
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.events.actions.lead_reports import tell_of_last_year
from plugins.events.actions.rules import set_rule
from plugins.events.models import Event, KindRule, LeadTimeReport, Participant
from plugins.events.queries.events import rule_of
from plugins.events.queries.lead_times import Lead, lead_of, report
from tests.clock import Clock
from tests.factories import make_group
from tests.factories.events import make_event
from tests.factories.invitations import deliver, invite, link_of
from workspace.models import Notification

pytestmark = pytest.mark.django_db

REASON = "Der Saal stand erst jetzt fest."


def test_usual_rules_exist_without_anybody_setting_them(member, as_client):
    assert not KindRule.objects.exists()
    assert [rule_of(kind).lead_weeks for kind in ("network", "virtual", "group", "public")] == [8, 4, 0, 0]
    page = as_client(member).get("/termine/regeln/")
    assert [rule.kind for rule in page.context["rules"]] == ["network", "virtual", "group", "public"]


def test_the_office_sets_a_rule_and_it_is_logged(office, as_client):
    browser = as_client(office)
    assert browser.get("/termine/regeln/virtual/").status_code == 200
    browser.post("/termine/regeln/virtual/", {"lead_weeks": 3, "keeps_people_for": 90})
    rule = KindRule.objects.get()
    assert (rule.kind, rule.lead_weeks, rule.keeps_people_for) == ("virtual", 3, 90)
    browser.post("/termine/regeln/virtual/", {"lead_weeks": 2, "keeps_people_for": 90})
    assert KindRule.objects.get().lead_weeks == 2
    assert ModelLogEntry.objects.filter(action="events.set_rule", user=office).count() == 2
    wrong = browser.post("/termine/regeln/virtual/", {"lead_weeks": 99, "keeps_people_for": 90})
    assert list(wrong.context["form"].errors) == ["lead_weeks"] and KindRule.objects.get().lead_weeks == 2


def test_members_read_the_rules_and_change_none_and_to_others_they_are_not_there(member, applicant, client, as_client):
    browser = as_client(member)
    assert browser.get("/termine/regeln/").status_code == 200
    assert browser.post("/termine/regeln/virtual/", {"lead_weeks": 1}).status_code == 403
    with pytest.raises(Refused):
        set_rule("virtual", lead_weeks=1, keeps_people_for=1, actor=actor_for(member))
    for one in (client, as_client(applicant)):
        for address in ("/termine/regeln/", "/termine/regeln/virtual/", "/termine/vorlauf/"):
            assert one.get(address).status_code == 404
    assert browser.get("/termine/regeln/nichts/").status_code == 404


def test_nine_weeks_are_accepted(office, as_client, member):
    event = make_event(days=65)
    lead = lead_of(event)
    assert (lead.weeks, lead.rule_weeks, lead.is_in_time) == (9, 8, True)
    invite(event, by=office, late_reason="Gilt nicht")
    event.refresh_from_db()
    assert event.late_reason == "" and event.invited_at is not None


def test_to_the_day_is_in_time(office):
    assert lead_of(make_event(days=56)).is_in_time and not lead_of(make_event(days=55)).is_in_time


def test_notice_is_said_in_words():
    with translation.override("en"):
        assert Lead(9, 8, True).sentence == "nine weeks of notice"
        assert Lead(6, 8, False).sentence == "six weeks are left; the rule is eight"
        assert Lead(0, 1, False).sentence == "not even one week is left; the rule is one"


def test_too_late_is_said_and_needs_a_reason_that_whoever_is_invited_reads(office, member, client, as_client):
    event = make_event(days=44)
    browser, address = as_client(office), f"{event.get_absolute_url()}einladungen/viele/"
    page = browser.post(address, {"whom": "members"})
    assert page.context["lead"].sentence in page.content.decode() and not page.context["lead"].is_in_time
    sent = {"whom": "members", "seen": page.context["recipients"].sign}
    assert list(browser.post(address, {**sent, "late_reason": " "}).context["send"].errors) == ["late_reason"]
    with pytest.raises(Invalid):
        invite(event, by=office)
    assert not Participant.objects.exists()
    browser.post(address, {**sent, "late_reason": REASON})
    (row,) = Participant.objects.all()
    assert REASON in client.get(link_of(row)).content.decode()
    assert REASON in as_client(member).get(event.get_absolute_url()).content.decode()


def test_later_invitations_to_the_same_event_need_no_reason(office, member, coordinator, monkeypatch):
    event = make_event(days=60)
    invite(event, member, by=office)
    first = Event.objects.get(pk=event.pk).invited_at
    Clock(monkeypatch).pass_by(days=50)
    invite(Event.objects.get(pk=event.pk), coordinator, by=office)
    event.refresh_from_db()
    assert (event.late_reason, event.invited_at) == ("", first)


@pytest.fixture
def year(office, member, coordinator, monkeypatch):
    """Two network meetings, one of them late, a virtual one in time, and a meeting of a group that is not counted."""
    clock = Clock(monkeypatch)
    clock.set(2030, 1, 10, 12)
    invite(make_event(days=70, title="Früh"), member, by=office)
    invite(make_event(days=20, title="Spät"), member, by=office, late_reason=REASON)
    invite(make_event(days=29, kind="virtual", form="virtual", place="", title="Virtuell"), member, by=office)
    group = make_group(coordinator=coordinator)
    invite(make_event(days=3, kind="group", confidentiality="group", group=group), member, by=coordinator)
    invite(make_event(days=400, title="Anderes Jahr"), member, by=office)
    return clock


def test_lead_times_are_reported_kind_by_kind(year, office, member, coordinator, as_client):
    found = {kind.kind: kind for kind in report(actor_for(office), 2030)}
    assert set(found) == {"network", "virtual"}
    network = found["network"]
    assert (network.count, network.in_time, network.shortest) == (2, 1, 2)
    assert [(event.title, weeks) for event, weeks in network.late] == [("Spät", 2)]
    assert report(actor_for(coordinator), 2030) == report(actor_for(office), 2030)
    page = as_client(member).get("/termine/vorlauf/", {"year": "2030"}).content.decode()
    assert REASON in page and "Spät" in page
    assert REASON not in as_client(member).get("/termine/vorlauf/", {"year": "2031"}).content.decode()
    assert as_client(member).get("/termine/vorlauf/", {"year": "Unsinn"}).context["year"] == 2030


def test_a_rule_that_is_set_later_makes_nothing_late(year, office):
    set_rule("virtual", lead_weeks=20, keeps_people_for=90, actor=actor_for(office))
    assert next(one for one in report(actor_for(office), 2030) if one.kind == "virtual").in_time == 1


def test_in_january_the_office_is_told_once(year, office, member, as_client):
    for _again in range(2):
        tell_of_last_year()
    year.set(2030, 12, 31, 12)
    tell_of_last_year()
    assert list(LeadTimeReport.objects.values_list("year", flat=True)) == [2029]
    year.set(2031, 1, 2, 12)
    for _again in range(3):
        tell_of_last_year()
    assert list(LeadTimeReport.objects.values_list("year", flat=True)) == [2030, 2029]
    deliver()
    told = Notification.objects.filter(kind="events.lead_times")
    assert {one.recipient for one in told} == {office} and told.count() == 2
    assert {one.url for one in told} == {f"/termine/vorlauf/?year={year}" for year in (2029, 2030)}
    assert "2030" in as_client(office).get("/mitteilungen/").content.decode()
    assert as_client(member).get(told[0].url).status_code == 200
    assert timezone.localdate().year == 2031
