"""Members offer and look for help until a day; what is over nobody else reads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.membership.actions.help_notices import change_help_notice, end_help_notice
from plugins.membership.models import HelpNotice, Seat
from plugins.membership.personal_data import help_notices as personal_data
from plugins.membership.queries.help_notices import hanging_notices
from tests.factories import tell_members
from tests.factories.meeting import make_help_notice

pytestmark = pytest.mark.django_db
LIST = "/mitglieder/hilfe/"


def found(person, **asked) -> list[str]:
    return [notice.title for notice in hanging_notices(actor_for(person), **asked)]


def test_it_hangs_until_its_last_day(member, mentor):
    notice = make_help_notice(member, days=0)
    assert found(mentor) == ["Vertrag zum Anpassen"]
    HelpNotice.objects.filter(pk=notice.pk).update(until=timezone.localdate() - timedelta(days=1))
    assert found(mentor) == found(member) == []


@pytest.mark.parametrize("days", [-1, 366])
def test_the_day_lies_within_a_year(member, days):
    with pytest.raises(Invalid) as invalid:
        make_help_notice(member, days=days)
    assert list(invalid.value.errors) == ["until"]


def test_only_its_author_changes_and_ends_it(member, mentor, office):
    notice = make_help_notice(member)
    said = {"kind": "request", "title": "Neu", "text": "Neu.", "until": timezone.localdate()}
    for person in (mentor, office):
        with pytest.raises(Refused):
            change_help_notice(notice, actor=actor_for(person), **said)
    assert change_help_notice(notice, actor=actor_for(member), **said).kind == "request"
    end_help_notice(notice, actor=actor_for(member))
    assert found(mentor) == []
    with pytest.raises(Refused, match="beendet"):
        change_help_notice(notice, actor=actor_for(member), **said)


def test_it_goes_with_the_seat(member, mentor):
    make_help_notice(member)
    Seat.objects.filter(person=member).update(end=timezone.localdate() - timedelta(days=1))
    assert found(mentor) == []


def test_written_filtered_changed_and_ended_on_pages(member, mentor, as_client):
    make_help_notice(mentor, "Online-Kurs gesucht", kind="request", topics=["Bildung"])
    client = as_client(member)
    until = (timezone.localdate() + timedelta(days=9)).isoformat()
    sent = {"kind": "offer", "title": "Hospitation", "text": "Einen Tag mitfahren.", "until": until}
    page = client.post(f"{LIST}neu/", sent, follow=True).content.decode()
    assert "Einen Tag mitfahren." in page and "Online-Kurs gesucht" in page
    page = client.get(f"{LIST}?kind=request&topic=bildung").content.decode()
    assert "Online-Kurs gesucht" in page and "Hospitation" not in page
    pk = HelpNotice.objects.get(title="Hospitation").pk
    page = client.post(f"{LIST}{pk}/bearbeiten/", {**sent, "title": "", "text": "Bleibt"}).content.decode()
    assert 'href="#id_title"' in page and "Bleibt</textarea>" in page
    client.post(f"{LIST}{pk}/bearbeiten/", {**sent, "title": "Mitfahren"})
    assert found(mentor) == ["Mitfahren", "Online-Kurs gesucht"]
    assert as_client(mentor).post(f"{LIST}{pk}/beenden/").status_code == 403
    client.post(f"{LIST}{pk}/beenden/")
    assert found(mentor) == ["Online-Kurs gesucht"]


def test_nobody_else_has_such_a_list(member, guest, applicant, editor, office, as_client):
    notice = make_help_notice(member)
    for person in (guest, applicant, editor):
        for path in (LIST, f"{LIST}neu/", f"{LIST}{notice.pk}/bearbeiten/"):
            assert as_client(person).get(path).status_code == 404
    assert as_client(office).get(LIST).status_code == 200
    assert as_client(office).get(f"{LIST}neu/").status_code == 403


def test_the_list_costs_the_same_for_many(member, mentor, outsider, as_client):
    make_help_notice(member, topics=["Bildung"])
    client = as_client(member)
    client.get(LIST)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for person in (mentor, outsider):
        make_help_notice(person, topics=["Bildung"])
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(one) == len(many)


def test_handed_out_and_erased(member, mentor):
    make_help_notice(member)
    tell_members(member)
    assert [row["title"] for row in personal_data.hand_out(member)] == ["Vertrag zum Anpassen"]
    assert personal_data.hand_out(mentor) == []
    assert personal_data.erase(member) == []
    assert not HelpNotice.objects.exists()
