"""What is stored about a person: handed out whole, and gone after it was erased."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from wagtail.log_actions import log
from wagtail.models import APIToken, ModelLogEntry, PageLogEntry

from cms.accounts.actions import erase_person
from cms.accounts.models import User
from cms.actions.confirming import decline_suggestion
from cms.models import BarrierReport, Confirmation, Entry, Projection
from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.api.extensions import PersonalData
from plugins.api.registry import registry
from tests.factories import (
    answered_by,
    ask_member,
    give_mandate,
    give_role,
    give_seat,
    make_entry,
    make_feed_address,
    make_passkey,
    make_token,
)

NAME, ADDRESS = "Przybylska", "wanda.przybylska@kreis.example"


@pytest.fixture
def wanda(member):
    """A member who is an editor too, has done everything that one can do here, and is named wherever people are."""
    member.email, member.first_name, member.last_name = ADDRESS, "Wanda", NAME
    member.save()
    give_role(member, "editors")
    return User.objects.get(pk=member.pk)


@pytest.fixture
def entry(wanda):
    return make_entry(title="Wohnen auf dem Land", by=wanda, responsible=wanda, released=True)


@pytest.fixture
def traces(wanda, entry, sign_in, office, as_client):
    browser = Client()
    sign_in(wanda.email, browser=browser)
    for path in ("/cms/", "/cms/account/", f"/cms/pages/{entry.pk}/edit/"):
        assert browser.get(path).status_code == 200
    make_token(wanda)
    make_feed_address(wanda)
    BarrierReport.objects.create(description="Zu kleine Schrift.", email=wanda.email)
    TOTP.activate(wanda, "JBSWY3DPEHPK3PXP")
    make_passkey(wanda, f"Handy von {NAME}")
    RecoveryCodes.activate(wanda)
    give_seat(wanda, "99002")
    log(wanda, "wagtail.edit", user=office)
    asked = make_entry(title="Kurs", published=False)
    answered = answered_by(
        ask_member(asked, wanda, note=f"Liebe Frau {NAME}"),
        note=f"Gern. {NAME}",
        suggestions=[{"part": "title", "wording": "Kurs im Dorf", "why": f"So heißt er. {NAME}"}],
    )
    decline_suggestion(answered.suggestions.get(), reason=f"Frau {NAME}, nein.", actor=actor_for(office))
    ask_member(make_entry(title="Offen", published=False), wanda)
    give_mandate(wanda)
    return browser


def text_in_database():
    """Every value of every column of every table as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield from ((f"{table}.{name}", str(value)) for name, value in zip(columns, row, strict=True))


def places_that_name_her():
    sessions = (("a session", json.dumps(session.get_decoded())) for session in Session.objects.all())
    found = [*text_in_database(), *sessions]
    return sorted({place for place, text in found if NAME.lower() in text.lower() or ADDRESS in text.lower()})


def test_after_erasing_nothing_names_the_person(wanda, traces, office):
    assert {"accounts_user.email", "accounts_user.last_name", "wagtailcore_modellogentry.label", "a session"} <= set(
        places_that_name_her()
    )
    remains = erase_person(wanda, actor=actor_for(office))
    assert places_that_name_her() == []
    assert [sentence for sentence in remains if "Mitglied ist der Landkreis" not in sentence] == [
        "Ein Beitrag bleibt ohne Namen in der Wissenssammlung.",
        "Eine Antwort für einen Landkreis bleibt ohne Namen bei seinem Beitrag.",
        "Ein leeres Konto ohne Namen und Adresse bleibt, damit bei Beiträgen und Entscheidungen nachvollziehbar ist, "
        "wie sie entstanden sind.",
    ]


def test_works_and_dates_stay(wanda, entry, traces, office):
    before = {layer: bytes_of(entry, layer) for layer in ("members", "public")}
    erase_person(wanda, actor=actor_for(office))
    entry = Entry.objects.get(pk=entry.pk)
    assert (entry.owner_id, entry.responsible_id, entry.live) == (wanda.pk, None, True)
    assert bytes_of(entry, "public") == before["public"]
    assert PageLogEntry.objects.filter(page=entry.pk, user=wanda).exists()


def test_answers_for_a_county_stay_without_a_name_and_open_requests_end(wanda, traces, office):
    erase_person(wanda, actor=actor_for(office))
    answered, ended = Confirmation.objects.filter(person=wanda).order_by("pk")
    assert (answered.answer, answered.answer_note, answered.suggestions.get().wording) == ("named", "", "Kurs im Dorf")
    assert not ended.is_open and not ended.answer


def test_nothing_opens_the_account_any_more(wanda, traces, office, sign_in, is_signed_in):
    assert traces.get("/konto/").status_code == 200
    erase_person(wanda, actor=actor_for(office))
    assert traces.get("/konto/").status_code == 302
    for leftover in (APIToken.objects.filter(user=wanda), Authenticator.objects.filter(user=wanda)):
        assert not leftover.exists()
    erased = User.objects.get(pk=wanda.pk)
    assert not erased.has_usable_password() and not erased.groups.exists()
    assert actor_for(erased).is_anonymous


@pytest.mark.parametrize("who", ["member", "editor", "outsider"])
def test_only_the_office_erases(who, request, mentor):
    actor = actor_for(request.getfixturevalue(who))
    with pytest.raises((Refused, Missing)):
        erase_person(mentor, actor=actor)
    mentor.refresh_from_db()
    assert mentor.is_active


def test_administrators_are_not_erased(office, admin):
    for person in (office, admin):
        with pytest.raises((Refused, Missing)):
            erase_person(admin, actor=actor_for(person))


def test_everything_is_handed_out_to_its_owner(wanda, entry, traces):
    answer = traces.get("/konto/daten/herunterladen/")
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"] == 'attachment; filename="meine-daten.json"'
    parts = answer.json()
    assert list(parts) == [str(part.title) for part in registry.records(PersonalData)]

    entries, reports, confirmations, webhooks, account, searches, *_others = parts.values()
    assert webhooks == []
    assert searches == {"named_in_searches": [], "named_in_reports": []}
    assert (account["email"], account["last_name"], account["roles"]) == (ADDRESS, NAME, ["editors"])
    assert [token["name"] for token in account["tokens"]] == ["Test"]
    assert [address["name"] for address in account["feed_addresses"]] == ["Test"]
    assert [report["description"] for report in reports] == ["Zu kleine Schrift."]
    assert [(factor["type"], factor["name"]) for factor in account["second_factors"]] == [
        ("totp", ""),
        ("webauthn", f"Handy von {NAME}"),
        ("recovery_codes", ""),
    ]
    assert "attestationObject" not in answer.content.decode()
    assert [session["ip"] for session in account["sessions"]] == ["127.0.0.1"]
    assert {"accounts.create_token", "wagtail.publish"} <= {deed["action"] for deed in account["audit_trail"]}
    assert [(row["answer"], row["answer_note"]) for row in confirmations["asked_to_confirm"]] == [
        ("named", f"Gern. {NAME}"),
        ("", ""),
    ]
    assert [(row["wording"], row["state"]) for row in confirmations["suggested"]] == [("Kurs im Dorf", "declined")]
    assert "Offen" not in str(confirmations)
    assert "JBSWY3DPEHPK3PXP" not in answer.content.decode()
    assert [created["title"] for created in entries["created"]] == [entry.title]


def test_the_page_says_it_in_words_and_shows_all_of_it(wanda, traces):
    page = traces.get("/konto/daten/")
    assert [part["title"] for part in page.context["parts"]] == [
        str(part.title) for part in registry.records(PersonalData)
    ]
    assert ADDRESS in page.content.decode()


def test_nobody_gets_what_belongs_to_somebody_else(wanda, traces, office, as_client):
    assert ADDRESS not in as_client(office).get("/konto/daten/herunterladen/").content.decode()


def test_what_people_do_with_accounts_is_logged_by_number(wanda, office):
    make_token(wanda)
    entry = ModelLogEntry.objects.get(action="accounts.create_token")
    assert (entry.label, entry.user_id) == (f"#{wanda.pk}", wanda.pk)


def bytes_of(entry, layer):
    text = Projection.objects.get(entry=entry, layer=layer).text
    return text.detail_json, text.page_html
