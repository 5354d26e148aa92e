"""The pages of a consultation, as each who comes by them finds them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import as_client
from tests.factories import contribute_to, end_of, join_group, make_consultation, make_draft, make_group
from workspace.models import Consultation, Contribution, GroupRole, GroupVisibility

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(group, coordinator, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return make_draft(group, by=coordinator)


@pytest.fixture
def consultation(draft, coordinator):
    return make_consultation(draft, by=coordinator, questions=("Was fehlt?", "Was ist zu teuer?"))


def page(person, address: str) -> str:
    answer = as_client(person).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def fields(consultation: Consultation) -> list[str]:
    return [f"question-{question.pk}_text" for question in consultation.questions.all()]


def test_a_member_reads_the_frozen_text_of_a_draft_that_is_not_theirs(consultation, draft, outsider, coordinator):
    assert as_client(outsider).get(draft.get_absolute_url()).status_code == 404
    shown = page(outsider, consultation.get_absolute_url())
    assert "Wir empfehlen eine Telefonnummer." in shown and "Frage 2: Was ist zu teuer?" in shown
    assert "AG Wohnen" in shown and "noch 21 Tage" in shown and "Gefragt sind alle Mitglieder" in shown
    assert draft.get_absolute_url() not in shown
    assert draft.get_absolute_url() in page(coordinator, consultation.get_absolute_url())


def test_several_answers_are_sent_at_once_and_stand_in_the_list(consultation, outsider, member):
    first, second = fields(consultation)
    sent = {first: "Die Kosten.", "passage_quote": "eine Telefonnummer", "passage_text": "Welche?", second: ""}
    answer = as_client(outsider).post(consultation.get_absolute_url(), sent, follow=True).content.decode()
    assert "Ihre Beiträge stehen in der Liste." in answer and "Was Sie beigetragen haben" in answer
    listed = page(member, f"{consultation.get_absolute_url()}beitraege/")
    assert "2 Beiträge aus 1 Landkreis" in listed and str(outsider) in listed and "Kreis" in listed
    assert listed.index("Frage 1: Was fehlt?") < listed.index("Die Kosten.") < listed.index("Zu Stellen im Text")
    assert "Aendern" not in listed and "/aendern/" not in listed


def test_what_cannot_be_taken_comes_back_with_everything_that_was_typed(consultation, outsider):
    first, second = fields(consultation)
    sent = {first: "Die Kosten.", second: "Nichts.", "passage_quote": "Eine Zeile", "passage_text": "Zu kurz."}
    answer = as_client(outsider).post(consultation.get_absolute_url(), sent).content.decode()
    assert all(words in answer for words in sent.values())
    assert "Diese Stelle" in answer or "Stelle" in answer.partition("Bitte prüfen")[2]
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "oder sagen Sie unten, dass Sie nichts hinzuzufügen haben"),
        ({"whole_is_of_county": "on"}, "Schreiben Sie zuerst etwas."),
        ({"passage_text": "Zu kurz."}, "Kopieren Sie die Wörter aus dem Text"),
        ({"passage_quote": "eine Telefonnummer"}, "Schreiben Sie zuerst etwas."),
        ({"whole_text": "x" * 5001}, "5000"),
    ],
)
def test_slips_are_told_at_their_field(consultation, outsider, sent, told):
    answer = as_client(outsider).post(consultation.get_absolute_url(), sent).content.decode()
    assert told in answer and not Contribution.objects.exists()


def test_a_county_is_spoken_for_by_those_who_sit_for_it_and_once(consultation, outsider, member):
    client, address = as_client(outsider), consultation.get_absolute_url()
    assert "Für meinen Landkreis als Ganzes" in page(outsider, address)
    client.post(address, {"whole_text": "Wir im Kreis sind dafür.", "whole_is_of_county": "on"})
    assert "für den Landkreis als Ganzes" in page(member, f"{address}beitraege/")
    again = client.post(address, {"whole_text": "Noch einmal.", "whole_is_of_county": "on"}).content.decode()
    assert "Ihr Landkreis hat das schon beantwortet." in again and "Noch einmal." in again


def test_ones_own_contribution_is_changed_and_taken_back_until_the_end(consultation, outsider, member):
    said = contribute_to(consultation, by=outsider)
    address = f"{consultation.get_absolute_url()}beitraege/{said.pk}"
    assert f"{address}/aendern/" in page(outsider, consultation.get_absolute_url())
    assert as_client(member).get(f"{address}/aendern/").status_code == 403
    empty = as_client(outsider).post(f"{address}/aendern/", {"text": ""})
    assert empty.status_code == 200 and Contribution.objects.get().text == "Bitte einfacher."
    as_client(outsider).post(f"{address}/aendern/", {"text": "Bitte kürzer."})
    assert "Bitte kürzer." in page(outsider, f"{address}/zuruecknehmen/")
    assert Contribution.objects.get().text == "Bitte kürzer."
    as_client(outsider).post(f"{address}/zuruecknehmen/")
    assert not Contribution.objects.exists()


def test_whoever_has_nothing_to_add_says_so(consultation, outsider):
    list_before = page(outsider, "/konsultationen/")
    assert "Sie haben noch nicht reagiert" in list_before
    address = f"{consultation.get_absolute_url()}nichts-hinzuzufuegen/"
    answer = as_client(outsider).post(address, follow=True).content.decode()
    assert "Danke fürs Lesen" in answer and "dass Sie nichts hinzuzufügen haben" in answer
    assert "Sie haben reagiert" in page(outsider, "/konsultationen/")
    assert as_client(outsider).get(address).status_code == 405


def test_it_waits_on_the_start_page_until_somebody_reacts(consultation, outsider, office):
    told = "Sie sind gefragt: „Empfehlung Wohnraum“"
    assert told in page(outsider, "/start/") and told not in page(office, "/start/")
    contribute_to(consultation, by=outsider)
    assert told not in page(outsider, "/start/")


def test_the_office_reads_and_is_not_asked(consultation, office):
    shown = page(office, consultation.get_absolute_url())
    assert "Was fehlt?" in shown.partition("Was alle gefragt wurden")[2] and "Beitrag senden" not in shown
    assert "reagiert" not in page(office, "/konsultationen/")
    assert as_client(office).post(consultation.get_absolute_url(), {"whole_text": "Hallo"}).status_code == 403


REST = ["", "nichts-hinzuzufuegen/", "beenden/", "beitraege/", "beitraege.csv", "beitraege/{}/antwort/"]
REST += ["beitraege/{}/aendern/", "beitraege/{}/zuruecknehmen/"]


@pytest.mark.parametrize("rest", REST)
def test_guests_and_visitors_learn_nothing(consultation, outsider, guest, applicant, rest):
    said = contribute_to(consultation, by=outsider)
    for pk in (consultation.pk, 987_654):
        address = f"/konsultationen/{pk}/{rest.format(said.pk)}"
        for person in (guest, applicant):
            assert as_client(person).get(address).status_code == (405 if only_sent(rest) else 404)
            assert as_client(person).post(address).status_code in (404, 405)
        assert as_client().get(address)["Location"] == f"/konto/anmelden/?next={address}"


def only_sent(rest: str) -> bool:
    return rest.endswith(("antwort/", "hinzuzufuegen/"))


def test_guests_do_not_learn_that_there_are_consultations(consultation, guest):
    assert as_client(guest).get("/konsultationen/").status_code == 404
    assert as_client().get("/konsultationen/").status_code == 302


def test_a_hidden_group_keeps_its_name(coordinator, outsider):
    hidden = make_group("AG Geheim", coordinator=coordinator, visibility=GroupVisibility.HIDDEN)
    one = make_consultation(make_draft(hidden, by=coordinator), by=coordinator)
    for address in ("/konsultationen/", one.get_absolute_url(), f"{one.get_absolute_url()}beitraege/"):
        assert "AG Geheim" not in page(outsider, address)
        assert "AG Geheim" in page(coordinator, address)


def test_lists_say_what_is_open_and_what_came_of_the_others(consultation, draft, group, coordinator, outsider):
    contribute_to(consultation, by=outsider)
    end_of(consultation)
    make_consultation(make_draft(group, "Neuer Text", by=coordinator), by=coordinator)
    shown = page(outsider, "/konsultationen/")
    still_open, ended = shown.split("Beendete Konsultationen")
    assert "Neuer Text" in still_open and "Empfehlung Wohnraum" not in still_open
    assert "Empfehlung Wohnraum" in ended and "noch 1 ohne Antwort" in ended


@pytest.mark.parametrize(("days", "told"), [(1, "noch 1 Tag"), (0, "heute ist der letzte Tag")])
def test_the_deadline_is_said_in_words(consultation, outsider, days, told):
    end = timezone.localtime() + timedelta(days=days)
    Consultation.objects.update(ends_at=end.replace(hour=23, minute=59, second=59))
    assert told in page(outsider, consultation.get_absolute_url())


def test_more_contributions_ask_no_more_questions(consultation, people, outsider, django_assert_max_num_queries):
    client, address = as_client(outsider), consultation.get_absolute_url()
    contribute_to(consultation, by=outsider)
    for rest in ("", "beitraege/"):
        client.get(address + rest)
    with django_assert_max_num_queries(21) as whole:
        client.get(address)
    with django_assert_max_num_queries(17) as listed:
        client.get(f"{address}beitraege/")
    for name in ("outsider", "mentor", "coordinator"):
        contribute_to(consultation, by=people[name], text="Noch etwas.")
    with django_assert_max_num_queries(len(whole)):
        client.get(address)
    with django_assert_max_num_queries(len(listed)):
        client.get(f"{address}beitraege/")


def test_more_consultations_ask_no_more_questions(consultation, group, people, outsider, django_assert_max_num_queries):
    client, coordinator = as_client(outsider), people["coordinator"]
    contribute_to(consultation, by=outsider)
    end_of(consultation)
    make_consultation(make_draft(group, "Eins", by=coordinator), by=coordinator)
    client.get("/konsultationen/")
    with django_assert_max_num_queries(14) as few:
        client.get("/konsultationen/")
    for title in ("Zwei", "Drei"):
        make_consultation(make_draft(group, title, by=coordinator), by=coordinator)
    with django_assert_max_num_queries(len(few)):
        client.get("/konsultationen/")
