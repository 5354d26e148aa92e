"""Anybody reports a barrier; the office reads it, and nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cms.accounts.actions import erase_person
from cms.models import BarrierReport
from cms.schedules import forget_barrier_reports
from plugins.api.actors import actor_for
from plugins.api.outbox import dispatch_pending

pytestmark = pytest.mark.django_db

FORM, RECEIPT = "/barrierefreiheit/melden/", "/barrierefreiheit/melden/danke/"
REPORT = {
    "description": "Die Karte lässt sich mit der Tastatur nicht bedienen.",
    "page": "/wissen/",
    "reads_with": "Tastatur",
    "email": "leserin@example.org",
}


def test_a_report_reaches_the_office_and_the_reader_gets_a_receipt(client, forum, office, as_client):
    answer = client.post(FORM, REPORT)
    assert (answer.status_code, answer["Location"]) == (302, RECEIPT)
    assert client.get(RECEIPT).status_code == 200

    report = BarrierReport.objects.get()
    assert {name: getattr(report, name) for name in REPORT} == REPORT
    listed = as_client(office).get("/cms/cms/barrierreport/").content.decode()
    assert "/wissen/" in listed
    opened = as_client(office).get(f"/cms/cms/barrierreport/edit/{report.pk}/").content.decode()
    assert REPORT["description"] in opened and REPORT["email"] in opened


def test_a_few_words_suffice_and_none_do_not(client, forum):
    empty = client.post(FORM, {"email": "keine-adresse"})
    assert (empty.status_code, set(empty.context["form"].errors)) == (200, {"description", "email"})
    page = empty.content.decode()
    assert 'href="#id_description"' in page and 'id="id_description_error"' in page and "keine-adresse" in page
    assert client.post(FORM, {"description": "Zu klein."}).status_code == 302
    assert BarrierReport.objects.get().email == ""


def test_the_form_is_guarded_against_other_sites_and_kept_by_nobody(forum):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(FORM, REPORT).status_code == 403
    shown = browser.get(FORM)
    assert "no-store" in shown["Cache-Control"]
    token = shown.context["csrf_token"]
    assert browser.post(FORM, {**REPORT, "csrfmiddlewaretoken": str(token)}).status_code == 302


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(client, forum):
    answer = client.post(FORM, {**REPORT, "website": "https://spam.example"})
    assert answer["Location"] == RECEIPT
    assert not BarrierReport.objects.exists()


def test_who_reports_very_often_has_to_wait_and_loses_nothing(client, forum, settings):
    settings.ACCOUNT_RATE_LIMITS = {"report_barrier": "2/h/ip"}
    cache.clear()
    assert [client.post(FORM, REPORT).status_code for _ in range(3)] == [302, 302, 429]
    assert REPORT["description"] in client.post(FORM, REPORT).content.decode()
    assert BarrierReport.objects.count() == 2


def test_the_office_hears_of_it_without_its_content(client, office, editor, mailoutbox):
    client.post(FORM, REPORT)
    while dispatch_pending():
        pass
    (mail,) = mailoutbox
    assert mail.to == [office.email]
    for part in (mail.body, mail.alternatives[0][0]):
        assert "http://127.0.0.1:8000/cms/cms/barrierreport/" in part
        for name in ("description", "reads_with", "email"):
            assert REPORT[name] not in part and REPORT[name] not in mail.subject


@pytest.mark.parametrize("who", ["office", "admin", "editor", "member"])
def test_reports_are_the_offices_business(who, client, request, as_client, forum):
    client.post(FORM, REPORT)
    browser = as_client(request.getfixturevalue(who))
    pk = BarrierReport.objects.get().pk
    for path in ("", f"edit/{pk}/", f"delete/{pk}/"):
        answer = browser.get(f"/cms/cms/barrierreport/{path}")
        assert (answer.status_code == 200) == (who in ("office", "admin")), path
        if answer.status_code != 200 and path:
            missing = browser.get(f"/cms/cms/barrierreport/{path.replace(str(pk), '987654')}")
            assert (answer.status_code, answer.content) == (missing.status_code, missing.content)


def test_the_office_notes_its_answer(client, office, as_client):
    client.post(FORM, REPORT)
    report = BarrierReport.objects.get()
    told = {**REPORT, "answer": "Behoben.", "answered_on": "01.12.2026"}
    assert as_client(office).post(f"/cms/cms/barrierreport/edit/{report.pk}/", told).status_code == 302
    report.refresh_from_db()
    assert (report.answer, report.answered_on.isoformat()) == ("Behoben.", "2026-12-01")


def test_after_twelve_months_a_report_is_gone(client, forum):
    for days in (364, 366):
        BarrierReport.objects.create(description=f"{days} Tage", created_at=timezone.now() - timedelta(days=days))
    forget_barrier_reports()
    assert [report.description for report in BarrierReport.objects.all()] == ["364 Tage"]


def test_what_a_person_with_an_account_reported_is_handed_out_and_loses_its_address(client, member, office, as_client):
    client.post(FORM, {**REPORT, "email": member.email.upper()})
    assert "mit der Tastatur nicht" in as_client(member).get("/konto/daten/").content.decode()

    erase_person(member, actor=actor_for(office))

    assert (BarrierReport.objects.get().email, BarrierReport.objects.get().page) == ("", "/wissen/")


def test_the_statement_and_every_foot_lead_to_the_form(client, forum):
    assert client.get("/barrierefreiheit/").content.decode().count(f'href="{FORM}"') == 2
    assert f'href="{FORM}"' in client.get("/").content.decode()
