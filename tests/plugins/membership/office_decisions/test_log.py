"""The transparency log: members read it, the office writes it, nothing is taken out of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Refused
from plugins.membership.actions.office_decisions import mark_decision_as_past, note_decision
from plugins.membership.models import OfficeDecision

pytestmark = pytest.mark.django_db

LOG, NEW = "/entscheidungen/", "/entscheidungen/neu/"


@pytest.fixture
def decision(office) -> OfficeDecision:
    return note_decision("rule", "Zwei Sitze", "So vertreten sich zwei.", actor=actor_for(office))


def of_year(office, days: int, kind: str, text: str) -> OfficeDecision:
    day = timezone.localdate() - timedelta(days=days)
    return note_decision(kind, text, "Grund", decided_on=day, actor=actor_for(office))


def page(client, query: str = "") -> str:
    return client.get(LOG + query).content.decode()


@pytest.mark.parametrize("who", ["member", "coordinator", "office", "admin"])
def test_members_and_the_office_read_it_without_a_name(who, decision, office, request, as_client):
    shown = page(as_client(request.getfixturevalue(who)))
    assert "Zwei Sitze" in shown and "So vertreten sich zwei." in shown and "Eine Entscheidung" in shown
    assert who == "office" or office.get_full_name() not in shown


@pytest.mark.parametrize("who", ["visitor", "applicant", "guest", "former_member", "editor", "author"])
def test_to_everybody_else_there_is_no_log(who, decision, request, as_client):
    client = as_client(request.getfixturevalue(who))
    for address in (LOG, NEW, f"{LOG}{decision.pk}/gilt-nicht-mehr/"):
        assert client.get(address).status_code == 404
        assert client.post(address, {}).status_code == 404


def test_members_read_and_do_not_write(decision, member, as_client):
    client = as_client(member)
    for address in (NEW, f"{LOG}{decision.pk}/gilt-nicht-mehr/"):
        assert client.get(address).status_code == 403
        assert client.post(address, {}).status_code == 403
    assert NEW not in page(client) and "gilt-nicht-mehr" not in page(client)
    with pytest.raises(Refused):
        note_decision("rule", "Text", "Grund", actor=actor_for(member))


def test_by_year_and_kind_with_counts_in_words(office, member, as_client):
    this_year = timezone.localdate().year
    of_year(office, 0, "rule", "Neue Regel")
    of_year(office, 0, "admission", "Neuer Landkreis")
    of_year(office, 800, "rule", "Alte Regel")
    client = as_client(member)
    assert "Drei Entscheidungen" in page(client)
    shown = page(client, f"?year={this_year}")
    assert "Zwei Entscheidungen" in shown and "Alte Regel" not in shown
    shown = page(client, "?kind=rule")
    assert "Zwei Entscheidungen" in shown and "Neuer Landkreis" not in shown
    shown = page(client, f"?kind=rule&year={this_year}")
    assert "Eine Entscheidung" in shown and "Neue Regel" in shown
    assert "Keine Entscheidungen" in page(client, "?kind=group")
    assert "Drei Entscheidungen" in page(client, "?year=frueher&page=xyz")
    assert "Keine Entscheidungen" in page(client, "?kind=poem")


def test_the_office_notes_one(office, as_client):
    day = timezone.localdate() - timedelta(days=3)
    data = {"kind": "refusal", "text": "Ein  Landkreis kommt später", "reason": "Es fehlte Zeit.", "decided_on": day}
    browser = as_client(office)
    assert browser.post(NEW, data).status_code == 302
    decision = OfficeDecision.objects.get()
    assert (decision.text, decision.decided_on, decision.noted_by) == ("Ein Landkreis kommt später", day, office)
    shown = browser.post(NEW, data | {"reason": "", "decided_on": day + timedelta(days=9)}).content.decode()
    assert shown.count("form__error") == 1 and "Ein  Landkreis kommt später" in shown
    shown = browser.post(NEW, data | {"decided_on": day + timedelta(days=9)}).content.decode()
    assert "liegt in der Zukunft" in shown
    assert OfficeDecision.objects.count() == 1


def test_what_makes_no_sense_is_named_by_field(office):
    with pytest.raises(Invalid) as raised:
        note_decision("poem", "x" * 301, "", actor=actor_for(office))
    assert set(raised.value.errors) == {"kind", "text", "reason"}
    with pytest.raises(Invalid):
        note_decision("rule", "Zwei Sitze", "x" * 2001, actor=actor_for(office))


def test_what_no_longer_holds_stays_and_says_so_once(decision, office, member, as_client):
    address, browser = f"{LOG}{decision.pk}/gilt-nicht-mehr/", as_client(office)
    assert "Zwei Sitze" in browser.get(address).content.decode()
    decision.refresh_from_db()
    assert decision.withdrawn_at is None
    assert browser.post(address).status_code == 302
    shown = page(as_client(member))
    assert "gilt nicht mehr seit" in shown and "Zwei Sitze" in shown
    assert browser.post(address).status_code == 403
    with pytest.raises(Refused, match="schon"):
        mark_decision_as_past(decision, actor=actor_for(office))
    assert browser.get(f"{LOG}987654/gilt-nicht-mehr/").status_code == 404


def test_many_decisions_cost_as_many_queries_as_one_and_come_in_pages(office, member, as_client):
    client = as_client(member)
    of_year(office, 0, "rule", "Regel 0")
    page(client)
    with CaptureQueriesContext(connection) as few:
        page(client)
    for number in range(1, 32):
        of_year(office, number, "rule", f"Regel {number}")
    with CaptureQueriesContext(connection) as many:
        shown = page(client)
    assert len(many) == len(few) and shown.count("line__title") == 30
    assert page(client, "?page=2").count("line__title") == 2


def test_members_find_the_way_to_it(member, editor, as_client):
    assert 'href="/entscheidungen/"' in as_client(member).get("/konto/").content.decode()
    assert 'href="/entscheidungen/"' in as_client(member).get("/mitglieder/").content.decode()
    for address in ("/konto/", "/mitglieder/"):
        assert 'href="/entscheidungen/"' not in as_client(editor).get(address).content.decode()
