"""What an entry lacks is named before somebody tries to publish it."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from cms.queries.completeness import missing_in
from tests.factories import make_entry, make_picture, text

pytestmark = pytest.mark.django_db

WISHED = ["Landkreis", "Themen", "Kontakt", "Quellen", "Verantwortlich für den Inhalt", "Zu prüfen bis"]


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


def labels(entry, *, needed):
    return [missing.label for missing in missing_in(entry) if missing.is_needed == needed]


def test_the_sections_that_a_kind_needs_come_first():
    entry = make_entry(published=False, body=[], approach=text("<p>Ein Kurs.</p>"), results=text(""))
    assert labels(entry, needed=True) == ["Ausgangslage", "Ergebnisse"]


def test_a_text_in_an_order_of_its_own_need_not_be_taken_apart():
    entry = make_entry(published=False, body="<p>Alles auf einmal.</p>")
    assert labels(entry, needed=True) == []
    assert labels(entry, needed=False)[:3] == ["Ausgangslage", "Was wir getan haben", "Ergebnisse"]


def test_a_complete_entry_lacks_nothing(member):
    filled = {name: text("<p>Etwas.</p>") for name in ("initial_situation", "approach", "results")}
    entry = make_entry(
        topics=["Wohnen"],
        county="99001",
        contact="Frau Muster",
        sources="Bericht",
        responsible=member,
        review_by=date(2030, 1, 1),
        **filled,
    )
    assert missing_in(entry) == []


def test_pictures_without_words_and_quotations_without_consent_are_named_once():
    picture = ("picture", {"image": make_picture(), "alt": "", "caption": ""})
    quote = ("quote", {"text": "Gut.", "attribution": "Lehrkraft", "consent": False})
    entry = make_entry("offer", published=False, contents=[*text("<p>Etwas.</p>"), picture, picture], body=[quote])
    assert labels(entry, needed=True) == [
        "Was ein Bild zeigt, für alle, die es nicht sehen können",
        "Die Einwilligung einer Person, die zitiert wird",
    ]
