"""As what a document could be filed."""

from __future__ import annotations

import pytest

from cms.importing.proposals import LONGEST_SUMMARY, proposed_kind, proposed_summary, proposed_topics
from tests.factories import make_topic


@pytest.mark.parametrize(
    ("title", "headings", "kind"),
    [
        ("Integrationskonzept Landkreis Auental", [], "concept"),
        ("STRATEGIE 2030", [], "strategy"),
        ("Handlungsempfehlungen der AG Wohnen", [], "recommendation"),
        ("Fortbildungsangebot für Ehrenamtliche", [], "offer"),
        ("Kurse im Dorf", ["Lage", "Empfehlungen"], "good_practice"),
        ("Landkreis Auental", ["Konzept", "Lage"], "concept"),
        ("Landkreis Auental", ["Lage", "Angebote im Norden", "Angebote im Süden"], "offer"),
        ("Konzept für ein Angebot", ["Strategie"], "concept"),
        ("", [], "good_practice"),
    ],
)
def test_the_kind_follows_from_words(title, headings, kind):
    assert proposed_kind(title, headings) == kind


@pytest.mark.django_db
def test_topics_are_those_that_are_named(forum):
    for title in ("Wohnen", "Sprache", "Gesundheit", "Arbeit", "Schule und Kita", "Ehrenamt"):
        make_topic(title)
    found = proposed_topics(
        "Wohnungen für Familien",
        ["Kindergesundheit im Dorf", "Kitas und Schulen"],
        "Die Arbeit war viel. " + "Die Sprache lernt man beim Sprechen. " * 5,
    )
    assert [topic.title for topic in found] == ["Gesundheit", "Schule und Kita", "Wohnen", "Sprache"]


@pytest.mark.django_db
def test_no_new_topics_are_made(forum):
    assert proposed_topics("Mobilität", [], "Mobilität " * 9) == ()


LONG = "Ein ganzer Satz mit vielen Worten, der etwas sagt und deshalb in die Kurzfassung gehört."


def test_the_summary_is_the_first_paragraphs_that_say_something():
    assert proposed_summary(["Stand: 2026", "", f"{LONG}[1]", LONG, "", LONG]) == f"{LONG}\n\n{LONG}"
    assert proposed_summary(["Stand: 2026"]) == ""


def test_who_wrote_a_report_and_when_is_no_summary():
    line = "Bericht der Stabsstelle Integration, Landkreis Auental, Stand September 2026"
    assert proposed_summary([line, LONG]) == LONG
    assert proposed_summary([line]) == line


def test_a_long_paragraph_ends_with_a_sentence():
    summary = proposed_summary([" ".join([LONG] * 20)])
    assert len(summary) <= LONGEST_SUMMARY
    assert summary.endswith("gehört.")
    endless = proposed_summary(["Wort " * 300])
    assert len(endless) <= LONGEST_SUMMARY
    assert endless.endswith("Wort…")
