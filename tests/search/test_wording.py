"""Which questions are kept when nothing was found, and which of them are one."""

from __future__ import annotations

import pytest

from search.wording import may_be_kept, meaning_of, names_anybody, without_contacts


def test_forms_order_and_small_words_make_no_difference():
    meaning = meaning_of("Führerschein umschreiben")
    assert meaning_of("umschreiben der Fuehrerscheine") == meaning
    assert meaning_of("Wie kann man einen Führerschein umschreiben?") == meaning
    assert meaning_of("Führerschein verlängern") != meaning
    assert meaning_of("?!") == ""


@pytest.mark.parametrize("text", ["SGB II § 24", "Kurse 2027", "Landkreis 09772", "B1-Prüfung"])
def test_what_people_look_for_is_kept(text):
    assert may_be_kept(text)


@pytest.mark.parametrize(
    "text",
    ["frau.beispiel@example.org", "0171 2345678", "+49 (30) 12 34 56", "geboren 12.03.1990", "Wort " * 13, "x" * 101],
)
def test_what_could_lead_to_a_person_is_not(text):
    assert not may_be_kept(text)


def test_contacts_are_struck_out_of_reports():
    assert without_contacts("Bitte an a@b.de oder 0171/234567, danke") == "Bitte an … oder …, danke"


def test_names_of_people_with_an_account_are_recognised(member):
    member.first_name, member.last_name = "Jörg", "von der Müller-Heide"
    member.save()
    assert names_anybody("wo ist JOERG von der Mueller Heide")
    assert not names_anybody("Jörg Heide")
