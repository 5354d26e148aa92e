"""Asking all members about a draft, answering what they said, taking the list along."""

from __future__ import annotations

import csv
import io

import pytest

from plugins.api.actors import actor_for
from tests.cast import as_client
from tests.factories import contribute_to, end_of, join_group, make_consultation, make_draft
from workspace.actions.consultations import answer_contribution
from workspace.models import Consultation, Contribution, GroupRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(group, coordinator, mentor):
    join_group(group, mentor, GroupRole.ADVISER)
    return make_draft(group, by=coordinator)


@pytest.fixture
def ended(draft, coordinator, outsider):
    """With two contributions of the outsider."""
    consultation = make_consultation(draft, by=coordinator)
    for text in ("Bitte einfacher.", "=1+1 gehört dazu"):
        contribute_to(consultation, by=outsider, text=text)
    return end_of(consultation)


def page(person, address: str) -> str:
    answer = as_client(person).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_coordinator_reads_what_it_means_before_asking(draft, coordinator, member, mentor, outsider):
    address = f"/entwuerfe/{draft.pk}/konsultation/neu/"
    shown = page(coordinator, address)
    assert "4 Mitglieder werden gefragt" in shown and "Der Text wird eingefroren" in shown and 'value="21"' in shown
    assert address in page(coordinator, draft.get_absolute_url())
    for person, status in ((member, 403), (mentor, 403), (outsider, 404)):
        assert as_client(person).get(address).status_code == status
    assert as_client().get(address)["Location"] == f"/konto/anmelden/?next={address}"


def test_room_for_one_more_question_loses_nothing(draft, coordinator):
    client, address = as_client(coordinator), f"/entwuerfe/{draft.pk}/konsultation/neu/"
    typed = {"days": "30", "introduction": "Wozu?", "question-1": "Eins?", "question-2": "", "question-3": "Drei?"}
    more = client.post(address, {**typed, "more": "1"}).content.decode()
    assert 'value="30"' in more and "Wozu?" in more and 'value="Drei?"' in more and 'name="question-4"' in more
    assert not Consultation.objects.exists()
    full = {**typed, **{f"question-{number}": f"Frage {number}?" for number in range(4, 11)}}
    assert 'name="more"' not in client.post(address, {**full, "more": "1"}).content.decode()


def test_asking_freezes_the_text_and_says_so_beside_it(draft, coordinator, member):
    client, address = as_client(coordinator), f"/entwuerfe/{draft.pk}/konsultation/neu/"
    typed = {"days": "400", "introduction": "Wozu?", "question-1": "Eins?", "question-2": "", "question-3": "Drei?"}
    wrong = client.post(address, typed).content.decode()
    assert 'value="400"' in wrong and 'value="Drei?"' in wrong and not Consultation.objects.exists()
    opened = client.post(address, {**typed, "days": "10"}, follow=True).content.decode()
    assert "Frage 2: Drei?" in opened and "noch 10 Tage" in opened
    beside = page(member, draft.get_absolute_url())
    assert "Zu diesem Text sind alle Mitglieder gefragt" in beside and "/konsultationen/" in beside


def test_ending_before_time_is_asked_first_and_is_for_those_responsible(draft, coordinator, member, outsider):
    consultation = make_consultation(draft, by=coordinator)
    contribute_to(consultation, by=outsider)
    address = f"{consultation.get_absolute_url()}beenden/"
    assert as_client(outsider).get(address).status_code == 403
    assert as_client(member).post(address).status_code == 403
    assert "kann nicht wieder geöffnet werden" in page(coordinator, address)
    consultation.refresh_from_db()
    assert consultation.is_open
    answer = as_client(coordinator).post(address, follow=True).content.decode()
    assert "Jeder Beitrag wartet auf Ihre Antwort." in answer and "noch 1 ohne Antwort" in answer
    assert "1 Beitrag aus 1 Landkreis, noch 1 ohne Antwort" in page(member, draft.get_absolute_url())
    assert as_client(coordinator).get(address).status_code == 403


def test_those_who_decide_answer_each_and_everybody_reads_it(ended, coordinator, member, mentor, outsider):
    address = f"{ended.get_absolute_url()}beitraege/"
    first, second = ended.contributions.order_by("pk")
    for reader in (outsider, mentor):
        assert "Antwort speichern" not in page(reader, address)
        refused = as_client(reader).post(f"{address}{first.pk}/antwort/", {"outcome": "partly", "answer": "Weil."})
        assert refused.status_code == 403
    client = as_client(member)
    assert page(member, address).count("Antwort speichern") == 2
    wrong = client.post(f"{address}{first.pk}/antwort/", {"outcome": "partly", "answer": ""}).content.decode()
    assert wrong.count(" checked") == 1 and " open" in wrong and "noch 2 ohne Antwort" in wrong
    done = client.post(f"{address}{first.pk}/antwort/", {"outcome": "partly", "answer": "Kürzer, nicht einfacher."})
    assert done["Location"] == f"{address}?#beitrag-{first.pk}"
    shown = page(outsider, address)
    assert "teilweise aufgenommen" in shown and "Kürzer, nicht einfacher." in shown and "noch 1 ohne Antwort" in shown
    assert "Kürzer" not in page(outsider, f"{address}?show=offen")
    assert second.text not in page(outsider, f"{address}?show=beantwortet")


def test_nobody_answers_while_others_still_contribute(draft, coordinator, outsider):
    consultation = make_consultation(draft, by=coordinator)
    said = contribute_to(consultation, by=outsider)
    address = f"{consultation.get_absolute_url()}beitraege/"
    assert "Die Verfasser:innen antworten, wenn die Konsultation beendet ist." in page(coordinator, address)
    sent = {"outcome": "partly", "answer": "Weil."}
    assert as_client(coordinator).post(f"{address}{said.pk}/antwort/", sent).status_code == 403


def test_nobody_contributes_after_the_end(ended, outsider):
    shown = page(outsider, ended.get_absolute_url())
    assert "Diese Konsultation ist beendet" in shown and "Beitrag senden" not in shown and "Was fehlt?" in shown
    assert as_client(outsider).post(ended.get_absolute_url(), {"whole_text": "Zu spät"}).status_code == 403


def test_long_lists_come_in_pages(ended, outsider, coordinator):
    """And what is typed on the second page comes back there."""
    rows = Contribution.objects.filter(consultation=ended)
    Contribution.objects.bulk_create(
        Contribution(consultation=ended, author=outsider, county=rows[0].county, text=f"Nummer {number}.")
        for number in range(25)
    )
    address = f"{ended.get_absolute_url()}beitraege/"
    assert "Nummer 3." in page(outsider, address) and "Nummer 24." not in page(outsider, address)
    last = rows.get(text="Nummer 24.")
    sent = {"outcome": "", "answer": "Halb getippt"}
    wrong = as_client(coordinator).post(f"{address}{last.pk}/antwort/?page=2", sent).content.decode()
    assert "Halb getippt" in wrong and "27 Beiträge aus 1 Landkreis" in wrong


def test_the_table_opens_in_a_german_spreadsheet_and_works_nothing_out(ended, coordinator, outsider):
    first = ended.contributions.order_by("pk")[0]
    answer_contribution(first, "not_taken_up", "-1 wäre falsch; so nicht.", actor=actor_for(coordinator))
    answer = as_client(outsider).get(f"{ended.get_absolute_url()}beitraege.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8" and answer["Cache-Control"] == "private, no-cache"
    assert "attachment" in answer["Content-Disposition"] and ".csv" in answer["Content-Disposition"]
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    head, one, other = csv.reader(io.StringIO(text[1:]), delimiter=";")
    assert head[:4] == ["Nr.", "Wozu", "Wörter im Text", "Beitrag"]
    assert one[0] == "1" and one[3] == "Bitte einfacher." and one[4] == str(outsider) and one[8] == "nicht aufgenommen"
    assert one[9] == "'-1 wäre falsch; so nicht." and other[3] == "'=1+1 gehört dazu"
