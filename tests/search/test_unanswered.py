"""What was searched in vain becomes the editors' work, and never says who asked."""

from __future__ import annotations

import html
import json
import re
from datetime import timedelta

import pytest
from django.core import serializers
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cms.accounts.actions import erase_person
from plugins.api.access import SYSTEM
from plugins.api.actors import actor_for
from plugins.api.errors import Missing, Refused
from plugins.api.outbox import dispatch_pending
from search import noting
from search.actions.unanswered import answer_search, record_search, report_search, resolve_search
from search.models import SearchReport, UnansweredSearch
from search.schedules import forget_searches_in_vain
from tests.factories import make_entry

LIST, ANSWER = "/cms/search-engine/unanswered/", "/suche/antwort/"
NAVIGATE = {"Sec-Fetch-Mode": "navigate"}


@pytest.fixture(autouse=True)
def empty_notebook(monkeypatch):
    """Without what was searched in vain in other tests."""
    monkeypatch.setattr(noting, "NOTEBOOK", noting.Notebook())


@pytest.fixture
def entries(index, forum):
    make_entry(title="Wohnung im Dorf", summary="Lotsen helfen.", released=True)
    dispatch_pending()


def search(client, text, **headers):
    answer = client.get("/suche/", {"q": text}, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def kept():
    noting.NOTEBOOK.write()
    return {one.question: (one.counties, one.times) for one in UnansweredSearch.objects.all()}


def test_questions_of_one_meaning_are_counted_together_by_county(entries, as_client, member, mentor, client):
    for who in (member, member, mentor):
        search(as_client(who), "Führerschein umschreiben", **NAVIGATE)
    for _ in range(2):  # the second time from memory, were it kept
        search(client, "Umschreiben des Führerscheins")
    search(client, "Wohnung")
    assert not UnansweredSearch.objects.exists()  # searching itself writes nothing
    assert kept() == {"Umschreiben des Führerscheins": (2, 5)}
    (one,) = UnansweredSearch.objects.all()
    assert one.spellings == ["Führerschein umschreiben", "Umschreiben des Führerscheins"]


def test_letters_as_they_are_typed_filters_and_programs_are_not_recorded(entries, client, api):
    search(client, "Xylop", **{"Sec-Fetch-Mode": "cors"})
    search(client, "Xylop", **{**NAVIGATE, "Sec-Purpose": "prefetch;prerender"})
    client.get("/suche/", {"q": "Xylop", "part": "typing"})
    client.get("/suche/", {"q": "Xylophon", "kind": "offer"})
    client.get("/suche/", {"q": "Xylophon", "danke": "gemeldet"})
    client.head("/suche/", {"q": "Xylophon"})
    api().json("search/", q="Xylophon")
    assert kept() == {}
    client.get("/suche/", {"q": "Xylophon", "part": "results"}, headers={"Sec-Fetch-Mode": "cors"})
    assert kept() == {"Xylophon": (0, 1)}


def test_what_could_lead_to_a_person_is_never_kept(entries, as_client, member):
    browser = as_client(member)
    for text in ("frau@example.org", f"{member.first_name} {member.last_name}", "Ein sehr langer Satz " * 6):
        search(browser, text)
    search(browser, "Xylophonbau")
    assert kept() == {"Xylophonbau": (1, 1)}
    stored = serializers.serialize("json", UnansweredSearch.objects.all())
    assert not [word for word in (member.email, member.last_name, "99001", f'"{member.pk}"') if word in stored]


def test_marks_of_a_county_cannot_be_compared_between_questions(forum):
    for text in ("Xylophonbau", "Quittenernte"):
        record_search(text, {"99001"}, actor=SYSTEM)
    first, second = UnansweredSearch.objects.values_list("county_marks", flat=True)
    assert len(first) == len(second) == 1
    assert first != second


def test_no_and_yes_lead_back_to_the_results_with_thanks(entries, client, as_client, member):
    shown = search(client, "Wohnung")
    assert "Haben Sie gefunden, was Sie suchten?" in shown and "csrfmiddlewaretoken" not in shown
    sent = {"q": "Wohnung", "answer": "nein", "back": "/suche/?q=Wohnung&kind=good_practice&part=results"}
    answer = client.post(ANSWER, sent)
    assert answer.url == "/suche/?q=Wohnung&kind=good_practice&danke=nein#antwort"
    back = client.get(answer.url).content.decode()
    assert "Wohnung im Dorf" in back and 'role="status">Danke' in back
    as_client(member).post(ANSWER, {**sent, "back": "https://evil.example/?x=1"})
    client.post(ANSWER, {**sent, "answer": "ja"})
    (one,) = UnansweredSearch.objects.all()
    assert (one.times, one.times_not_helped, one.times_helped, one.counties) == (2, 2, 1, 1)


def test_a_report_reaches_the_editors_without_addresses(entries, client, as_client, editor):
    assert "Nur die Redaktion und das Programmbüro lesen" in search(client, "Xylophonbau")
    sent = {"q": "Xylophonbau", "answer": "melden", "text": "Ich baue eins, bitte an a@b.example.", "back": ""}
    assert "Redaktion liest" in client.get(client.post(ANSWER, sent).url).content.decode()
    client.post(ANSWER, {**sent, "website": "https://spam.example"})
    (report,) = SearchReport.objects.all()
    assert report.text == "Ich baue eins, bitte an …"
    noting.NOTEBOOK.write()
    shown = as_client(editor).get(LIST).content.decode()
    assert "Xylophonbau" in shown and "Ich baue eins" in shown


@pytest.mark.parametrize("who", [None, "member"])
def test_other_sites_answer_for_nobody(entries, who, request, as_client):
    browser = as_client(request.getfixturevalue(who) if who else None, lambda: Client(enforce_csrf_checks=True))

    def status(**headers):
        return browser.post(ANSWER, {"q": "Wohnung", "answer": "nein"}, headers=headers).status_code

    assert {status(origin="https://evil.example"), status(origin="null")} == {403}
    assert {status(sec_fetch_site="cross-site"), status(sec_fetch_site="same-site", origin="http://testserver")} == {
        403
    }
    assert {status(origin="http://testserver"), status(sec_fetch_site="same-origin")} == {302}
    assert status() == (403 if who else 302)


def test_pages_of_results_stay_the_same_for_their_reader(entries, as_client, member):
    browser = as_client(member)
    first = browser.get("/suche/?q=Wohnung")
    assert browser.get("/suche/?q=Wohnung", headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_who_answers_very_often_has_to_wait_and_loses_nothing(entries, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"search_feedback": "1/h/ip"}
    cache.clear()
    sent = {"q": "Xylophonbau", "answer": "melden", "text": "Ein Satz."}
    answers = [client.post(ANSWER, sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 429]
    assert 'value="Ein Satz."' in answers[1].content.decode()
    long = client.post(ANSWER, {**sent, "text": "x" * 301})
    assert (long.status_code, SearchReport.objects.count()) == (400, 1)


def test_a_question_that_is_not_kept_says_so(entries, client):
    answer = client.post(ANSWER, {"q": "Wort " * 30, "answer": "nein"})
    assert "danke=kurz" in answer.url
    assert "werden nicht aufgehoben" in client.get(answer.url).content.decode()
    assert not UnansweredSearch.objects.exists()


def test_editors_resolve_it_and_it_comes_back(forum, as_client, editor):
    for county in ("99001", "99002"):
        record_search("Quittenernte", {county}, actor=SYSTEM)
    for _ in range(3):
        record_search("Xylophonbau", (), actor=SYSTEM)
    browser = as_client(editor)
    shown = browser.get(LIST).content.decode()
    assert 0 < shown.index("<strong>Quittenernte") < shown.index("<strong>Xylophonbau")
    assert "/cms/search-engine/explain/?q=Quittenernte" in shown and "Beitrag schreiben" in shown
    form = re.search(r'href="(/cms/pages/add/cms/goodpractice[^"]*)"', shown)[1]
    assert 'name="title" value="Quittenernte"' in browser.get(html.unescape(form)).content.decode()
    quitten = UnansweredSearch.objects.get(spellings=["Quittenernte"])
    browser.post(f"{LIST}{quitten.pk}/resolve/", {"word": ""})
    assert "Quittenernte" in browser.get(LIST).content.decode()
    browser.post(f"{LIST}{quitten.pk}/resolve/", {"word": "Beitrag geschrieben"})
    assert "Quittenernte" not in browser.get(LIST).content.decode()
    assert "Beitrag geschrieben" in browser.get(LIST, {"resolved": "1"}).content.decode()
    record_search("Quittenernte", (), actor=SYSTEM)
    assert "Beitrag geschrieben" in browser.get(LIST).content.decode()


def test_only_editors_and_office_read_it(forum, as_client, author, member, office):
    record_search("Xylophonbau", (), actor=SYSTEM)
    (one,) = UnansweredSearch.objects.all()
    assert as_client(author).get(LIST).status_code == as_client(member).get(LIST).status_code == 403
    assert as_client(office).get(LIST).status_code == 200
    with pytest.raises(Missing):
        resolve_search(one.pk, "x", actor=actor_for(member))
    with pytest.raises(Refused):
        record_search("Quittenernte", (), actor=actor_for(office))


def test_after_twelve_months_it_is_forgotten(forum):
    for text, days in (("Xylophonbau", 364), ("Quittenernte", 366)):
        record_search(text, (), actor=SYSTEM)
        day = timezone.localdate() - timedelta(days=days)
        UnansweredSearch.objects.filter(spellings=[text]).update(last_asked_on=day)
    forget_searches_in_vain()
    assert list(kept()) == ["Xylophonbau"]


def test_room_is_made_among_what_no_county_asked(forum, monkeypatch):
    monkeypatch.setattr("search.actions.unanswered.MOST_KEPT", 2)
    record_search("Quittenernte", {"99001"}, actor=SYSTEM)
    for text in ("Xylophonbau", "Glockenguss", "Seilerei"):
        record_search(text, (), actor=SYSTEM)
    assert set(kept()) == {"Quittenernte", "Seilerei"}


def test_what_names_a_person_is_handed_out_and_erased_with_the_account(forum, member, office, as_client):
    record_search("Zauberkarin Xylophon", (), actor=SYSTEM)
    report_search("Quittenernte", "Das weiß Zauberkarin Xylophon.", actor=SYSTEM)
    answer_search("Quittenernte", helped=False, actor=actor_for(member))
    member.first_name, member.last_name = "Zauberkarin", "Xylophon"
    member.save()
    shown = as_client(member).get("/konto/daten/").content.decode()
    assert "named_in_searches" in shown and "Das weiß Zauberkarin" in shown
    erase_person(member, actor=actor_for(office))
    assert list(kept()) == ["Quittenernte"]
    assert json.loads(serializers.serialize("json", SearchReport.objects.all())) == []
